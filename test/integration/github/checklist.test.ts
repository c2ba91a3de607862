import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Task, tasksIn } from '../../../src/checklist/body';
import type { Finding } from '../../../src/checklist/judge';
import { wordsOf } from '../../../src/checklist/marker';
import { PLAN_CHECKLIST } from '../../../src/checklist/plan';
import { type Evidence, parseEvidence } from '../../../src/evidence/evidence';
import type { Api } from '../../../src/github/api';
import { LABEL, type News, NO_NEWS, syncChecklist } from '../../../src/github/checklist';
import { checklistProgress } from '../../../src/github/checklist-progress';
import { postComment } from '../../../src/github/comment';
import type { Issue } from '../../../src/github/issues';
import { BOT, PERSON } from './emulator';
import type { FaultyGitHub } from './proxy';
import { Clock, clientOf, inOwnRepository, seeded } from './world';

jest.setTimeout(120_000);

const applied = parseEvidence(readFileSync(join(__dirname, '../../fixtures/evidence/applied.json'), 'utf8'));
const clock = new Clock();
let github: FaultyGitHub;
let api: Api;
let person: Api;
let repo: string;

inOwnRepository(30, clock, (own) => {
  github = own.github;
  repo = own.name;
  api = clientOf(github, clock);
  person = clientOf(github, clock, PERSON);
});

/** One run of the checklist. */
const sync = (news: Partial<News> = {}, as = api, checklist = PLAN_CHECKLIST) =>
  syncChecklist(
    as,
    { owner: PERSON, name: repo },
    checklist,
    { ...NO_NEWS, ...news },
    { repository: `https://github.com/${PERSON}/${repo}`, dataBranch: 'edge-phase1-data' },
    {
      sleep: clock.sleep,
      async comment(number, topic, text) {
        const place = { owner: PERSON, repo, number, kind: 'issue' } as const;
        const request = { topic, key: 'checklist', mode: 'update', onlyIfChanged: true, run: 'run' } as const;
        await postComment({ api: as, sleep: clock.sleep }, place, { ...request, render: () => text });
      },
    },
  );

const path = (rest: string) => `/repos/${PERSON}/${repo}/${rest}`;
const read = { to: 'look', needs: 'issues: read' } as const;
async function all<T>(rest: string): Promise<T[]> {
  const found: T[] = [];
  for await (const entry of api.list<T>({ path: path(rest), ...read })) found.push(entry);
  return found;
}
const issues = async () => (await all<Issue>(`issues?labels=${LABEL}&state=all`)).sort((a, b) => a.number - b.number);
const groupOf = (issue: Issue) => wordsOf('group', issue.body ?? '')?.[0];
const group = async (id: string) => (await issues()).find((issue) => groupOf(issue) === id)!;
const tracking = async () => (await issues()).find(({ body }) => wordsOf('tracking', body ?? ''))!;
const edit = (number: number, body: object) =>
  person.write({ method: 'PATCH', path: path(`issues/${number}`), body, to: 'edit', needs: 'issues: write' });
const ticked = (issue: Issue) =>
  tasksIn(issue.body ?? '').flatMap((task) => (task.ticked ? [task.id ?? task.title] : []));
const writes = () => github.seen.filter(({ method, path: p }) => method !== 'GET' && p !== '/graphql');
const tickAll = (body: string) => body.replace(/^(\s*- \[) \]/gm, '$1x]');
const verified = (started: string, result: 'pass' | 'fail'): Evidence => ({
  ...applied,
  mode: 'verify',
  started,
  steps: applied.steps.map((step) => ({
    ...step,
    outcome: 'verified',
    checks: step.checks.map((check) => ({
      ...check,
      result,
      measured: result === 'fail' ? '100 GiB' : check.measured,
    })),
  })),
});

describe('the first run', () => {
  test('opens one tracking issue and a sub-issue for each group, with milestones and labels', async () => {
    const synced = await sync();
    const found = await issues();
    expect(found).toHaveLength(9);
    expect(found.flatMap((issue) => groupOf(issue) ?? [])).toEqual(PLAN_CHECKLIST.groups.map(({ id }) => id));
    expect(synced.progress).toEqual({ done: 0, total: 31 });
    const milestones = await all<{ title: string; due_on: string }>('milestones?state=all');
    expect(milestones.map(({ due_on }) => due_on.slice(0, 10)).sort()).toEqual(['2026-02-14', '2026-02-21']);
    const withWeek = found.filter(({ milestone }) => milestone);
    expect(withWeek).toHaveLength(7);
    const children = await all<Issue>(`issues/${synced.tracking}/sub_issues`);
    expect(children.map(({ number }) => number)).toEqual(synced.groups.map(({ number }) => number));
    expect((await tracking()).body).toContain('**0 of 31 items done (0 %)**');
    expect(github.tooFast).toBe(0);
  });

  test('again, it writes nothing', async () => {
    await sync({ evidence: [applied] });
    github.seen.length = 0;
    const again = await sync({ evidence: [applied] });
    expect(writes()).toEqual([]);
    expect(again.changed).toEqual([]);
  });
});

describe('evidence', () => {
  test('ticks what it proves with a link to the run, and shows the scorecard', async () => {
    const trigger = {
      repository: `${PERSON}/${repo}`,
      commit: 'c',
      actor: 'ann',
      url: 'https://github.com/a/b/actions/runs/7',
    };
    const synced = await sync({ evidence: [{ ...applied, trigger }] });
    expect(ticked(await group('week-1-day-1'))).toEqual(['copy-script', 'extend-lvm', 'extended']);
    expect((await group('week-1-day-1')).body).toContain('](https://github.com/a/b/actions/runs/7)');
    expect(synced.progress.done).toBe(4);
    expect((await tracking()).body).toContain('147.1 GiB');
  });

  test('unticks when a later check fails, with the reason, and opens a group again that it had closed', async () => {
    await sync({ evidence: [applied] });
    const day = await group('week-1-day-1');
    await edit(day.number, { body: tickAll(day.body ?? '') });
    await sync();
    expect((await group('week-1-day-1')).state).toBe('closed');
    await sync({ evidence: [verified('2026-11-25T00:00:00.000Z', 'fail')] });
    const after = await group('week-1-day-1');
    expect(after.state).toBe('open');
    expect(ticked(after)).not.toContain('extended');
    expect(after.body).toContain('❌ unticked: Logical volume behind');
    await sync({ evidence: [verified('2026-11-26T00:00:00.000Z', 'pass')] });
    expect(ticked(await group('week-1-day-1'))).toContain('extended');
    expect((await group('week-1-day-1')).state).toBe('closed');
  });
});

describe('people', () => {
  test('a group that a person closed stays closed, one that they opened again stays open', async () => {
    await sync();
    const day = await group('week-1-day-4');
    await edit(day.number, { state: 'closed' });
    await sync();
    expect((await group('week-1-day-4')).state).toBe('closed');
    await edit(day.number, { body: tickAll(day.body ?? ''), state: 'open' });
    await sync();
    expect((await group('week-1-day-4')).state).toBe('closed');
    await edit(day.number, { state: 'open' });
    await sync();
    expect((await group('week-1-day-4')).state).toBe('open');
  });

  test('an issue whose hidden words and title somebody rewrote is still the same one', async () => {
    await sync();
    const day = await group('week-1-day-2');
    await edit(day.number, { title: 'Docker day', body: '- [x] Optimize Docker config\n- [ ] Buy cake' });
    await sync();
    expect(await issues()).toHaveLength(9);
    const after = await group('week-1-day-2');
    expect(after).toMatchObject({ number: day.number, title: 'Docker day' });
    expect(ticked(after)).toEqual(['docker-config']);
    expect(after.body).toContain('- [ ] Buy cake');
  });

  test('an approval ticks the decision and says who and when', async () => {
    const go: Finding = { says: 'approved', at: '2026-02-11T09:00:00Z', text: '👤 ann, /phase1 go' };
    await sync({ approvals: [go] });
    expect(ticked(await group('week-1-day-1'))).toEqual(['go-decision']);
    expect((await group('week-1-day-1')).body).toContain('👤 ann, /phase1 go');
  });
});

test('when everything is done, the groups and the tracking issue are closed and one summary is posted', async () => {
  await sync();
  for (const issue of await issues()) await edit(issue.number, { body: tickAll(issue.body ?? '') });
  const synced = await sync({ evidence: [applied] });
  await sync({ evidence: [applied] });
  expect(synced.complete).toBe(true);
  expect((await issues()).map(({ state }) => state)).toEqual(Array(9).fill('closed'));
  const comments = await all<{ body: string }>(`issues/${synced.tracking}/comments`);
  expect(comments).toHaveLength(1);
  expect(comments[0]?.body).toContain('all 31 of 31 items are done');
});

test('a pull request with the label is not taken for an issue', async () => {
  github.options = { now: clock.now };
  await sync();
  const issuesBefore = await issues();
  expect(issuesBefore.every((issue) => !issue.pull_request)).toBe(true);
});

/** The process ends: nothing more is sent, nothing more is heard. */
class Killed extends Error {}

/** Our client, cut off after so many requests; the last of them may still be carried out. */
function killedAfter(requests: number): Api {
  let left = requests;
  const over = () => left-- <= 0;
  const cut =
    <Args extends unknown[], T>(call: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      if (over()) throw new Killed();
      const answer = await call(...args);
      if (left < 0) throw new Killed();
      if (left === 0 && requests % 2 === 0) throw new Killed();
      return answer;
    };
  return {
    get: cut(api.get) as Api['get'],
    write: cut(api.write) as Api['write'],
    create: cut(api.create) as Api['create'],
    graphql: cut(api.graphql) as Api['graphql'],
    async *list<T>(call: Parameters<Api['list']>[0]) {
      if (over()) throw new Killed();
      yield* api.list<T>(call);
    },
  };
}

/** What a box is known by, whatever it was renamed to. */
const nameOf = ({ id, title }: Task) => id ?? title.replace(/\(ours-\d+\) /g, '');

/** What a person does between two runs: one of these, to one of the issues. */
function personsEdit(random: () => number, round: number): (body: string) => { body: string; ours: string[] } {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!;
  return (body) => {
    const lines = body.split('\n');
    const tasks = tasksIn(body);
    const task = tasks.length > 0 ? pick(tasks) : undefined;
    const kind = pick(['tick', 'note', 'extra', 'rename', 'order', 'carriage returns'] as const);
    const mark = `ours-${round}`;
    if (kind === 'note') lines.splice(Math.floor(random() * (tasks[0]?.line ?? 0)), 0, `A note ${mark}`);
    if (kind === 'extra') lines.splice((task?.line ?? 0) + 1, 0, `- [x] Extra item ${mark}`);
    if (kind === 'rename' && task) lines[task.line] = lines[task.line]!.replace(/(\[.\] )/, `$1(${mark}) `);
    if (kind === 'tick' && task) lines[task.line] = lines[task.line]!.replace('[ ]', '[x]');
    if (kind === 'order' && task) lines.splice(tasks[0]!.line, 0, ...lines.splice(task.line, 1));
    const edited = lines.join('\n');
    const kept = ['note', 'extra', 'rename'].includes(kind) ? [mark] : [];
    return { body: kind === 'carriage returns' ? edited.replace(/\r?\n/g, '\r\n') : edited, ours: kept };
  };
}

describe('20 runs with edits of people between, killed at random points', () => {
  test.each([1, 2, 3, 4, 5, 6])('seed %i: nothing is lost, nothing is there twice', async (seed) => {
    const random = seeded(seed);
    const ours: string[] = [];
    const boxes = new Map<string, boolean>();
    let killed = 0;
    for (let run = 0; run < 20; run++) {
      const as = random() < 0.7 ? killedAfter(Math.floor(random() * 60)) : api;
      github.options = { now: clock.now, lagSeconds: 3 };
      try {
        await sync(run % 3 === 0 ? { evidence: [applied] } : {}, as);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        killed++;
      }
      github.options = { now: clock.now };
      await clock.sleep(60);
      const there = (await issues()).filter((issue) => groupOf(issue));
      const issue = there[Math.floor(random() * there.length)];
      if (!issue) continue;
      for (const task of tasksIn(issue.body ?? '')) {
        if (boxes.get(nameOf(task))) expect({ seed, run, task }).toMatchObject({ task: { ticked: true } });
      }
      const edited = personsEdit(random, run)(issue.body ?? '');
      ours.push(...edited.ours);
      await edit(issue.number, { body: edited.body });
      for (const task of tasksIn(edited.body)) boxes.set(nameOf(task), task.ticked);
    }
    const synced = await sync({ evidence: [applied] });
    expect(killed).toBeGreaterThan(0);

    const found = await issues();
    expect(found).toHaveLength(9);
    expect(found.flatMap((issue) => groupOf(issue) ?? [])).toHaveLength(8);
    const ids = found.flatMap(({ body }) => tasksIn(body ?? '').flatMap(({ id }) => id ?? []));
    expect([ids.length, new Set(ids).size]).toEqual([31, 31]);
    const text = found.map(({ body }) => body).join('\n');
    for (const mark of ours) expect(text.split(new RegExp(`${mark}(?!\\d)`))).toHaveLength(2);
    expect(await all(`issues/${synced.tracking}/sub_issues`)).toHaveLength(8);
    expect(await all('milestones?state=all')).toHaveLength(2);
    const labels = (await all<{ name: string }>('labels')).map(({ name }) => name);
    expect(labels.filter((name) => name.startsWith(LABEL))).toHaveLength(2);
    const state = new Map(found.flatMap(({ body }) => tasksIn(body ?? '').map((task) => [nameOf(task), task.ticked])));
    for (const [id, box] of boxes) if (box) expect([id, state.get(id)]).toEqual([id, true]);
    expect((await tracking()).body).toContain(`**${synced.progress.done} of ${synced.progress.total} items done`);
    expect(github.tooFast).toBe(0);
  });
});

describe('faults of GitHub', () => {
  test.each(['lost reply', 'bad gateway after', 'reset', 'secondary limit', 'half a reply'] as const)(
    '%s on every fifth write: nothing is there twice',
    async (fault) => {
      let count = 0;
      github.options = {
        now: clock.now,
        lagSeconds: 2,
        fault: ({ method }) => (method !== 'GET' && count++ % 5 === 0 ? fault : undefined),
      };
      const synced = await sync({ evidence: [applied] });
      github.options = { now: clock.now };
      expect(await issues()).toHaveLength(9);
      expect(await all(`issues/${synced.tracking}/sub_issues`)).toHaveLength(8);
      expect(ticked(await group('week-1-day-1'))).toEqual(['copy-script', 'extend-lvm', 'extended']);
    },
  );

  test('an answer of 200 that kept the old text is noticed', async () => {
    await sync();
    let once = false;
    github.options = {
      now: clock.now,
      fault: ({ method }) => {
        if (method !== 'PATCH' || once) return undefined;
        once = true;
        return 'keeps the old text';
      },
    };
    await sync({ evidence: [applied] });
    expect(ticked(await group('pre-flight'))).toEqual(['script-tested']);
  });

  test('without the permission the error names it', async () => {
    github.options = { now: clock.now, fault: ({ method }) => (method === 'POST' ? 'denied' : undefined) };
    await expect(sync()).rejects.toThrow("'issues: write'");
    expect(BOT).toContain('[bot]');
  });
});

test('how far each group is can be read for the history; a second look says the same', async () => {
  const repository = { owner: PERSON, name: repo };
  expect(await checklistProgress(api, repository, PLAN_CHECKLIST)).toEqual([]);
  await sync({ evidence: [applied] });
  const lines = await checklistProgress(api, repository, PLAN_CHECKLIST);
  expect(lines.map(({ group }) => group)).toEqual(PLAN_CHECKLIST.groups.map(({ id }) => id));
  expect(lines.reduce((sum, { total }) => sum + total, 0)).toBe(31);
  expect(lines.reduce((sum, { done }) => sum + done, 0)).toBeGreaterThan(0);
  for (const { at } of lines) expect(Date.parse(at)).not.toBeNaN();
  expect(await checklistProgress(api, repository, PLAN_CHECKLIST)).toEqual(lines);
});
