import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../../../src/config/load';
import { historyTask } from '../../../src/desk/history';
import type { Desk } from '../../../src/desk/world';
import { parseEvidence } from '../../../src/evidence/evidence';
import { type DiskLine, historyFiles, NO_HISTORY } from '../../../src/evidence/history';
import type { Api } from '../../../src/github/api';
import { DATA_BRANCH, readHistory, recordHistory } from '../../../src/github/history';
import { BOT, PERSON } from './emulator';
import { FAULTS, type FaultyGitHub } from './proxy';
import { Clock, clientOf, inOwnRepository, seeded } from './world';

jest.setTimeout(120_000);

const clock = new Clock();
let github: FaultyGitHub;
let api: Api;
let repository: { owner: string; name: string };

inOwnRepository(20, clock, (own) => {
  github = own.github;
  repository = { owner: PERSON, name: own.name };
  api = clientOf(github, clock, PERSON);
});

const world = { now: () => new Date(clock.now()), sleep: clock.sleep, random: seeded(1) };
const disk = (n: number): DiskLine => ({
  at: new Date(Date.UTC(2026, 1, 11, 0, n)).toISOString(),
  host: 'edge',
  used_bytes: n,
  size_bytes: 100,
});
const record = (lines: readonly DiskLine[], as = api) =>
  recordHistory(as, repository, { ...NO_HISTORY, disks: lines }, world);
const commits = async () => {
  const found: unknown[] = [];
  const path = `/repos/${PERSON}/${repository.name}/commits?sha=${DATA_BRANCH}`;
  for await (const commit of api.list({ path, to: 'look', needs: 'contents: read' })) found.push(commit);
  return found;
};

test('the first lines make the branch, apart from the code; later ones are added', async () => {
  expect(await readHistory(api, repository)).toEqual(NO_HISTORY);
  expect(await record([disk(1)])).toMatchObject({ written: true });
  expect(await record([disk(2)])).toMatchObject({ written: true, history: { disks: [disk(1), disk(2)] } });
  expect((await readHistory(api, repository)).disks).toEqual([disk(1), disk(2)]);
  expect(await commits()).toHaveLength(2);
});

test('the same lines a second time write nothing', async () => {
  await record([disk(1)]);
  github.seen.length = 0;
  expect(await record([disk(1)])).toMatchObject({ written: true });
  expect(github.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('eight runs that write at the same moment lose nothing', async () => {
  const runs = Array.from({ length: 8 }, (_, i) => record([disk(i)], clientOf(github, clock, PERSON)));
  for (const recorded of await Promise.all(runs)) expect(recorded).toMatchObject({ written: true });
  expect((await readHistory(api, repository)).disks).toEqual(Array.from({ length: 8 }, (_, i) => disk(i)));
});

test.each(FAULTS.filter((fault) => fault !== 'denied' && fault !== 'keeps the old text'))(
  '%s on every third write: nothing is lost, nothing is there twice',
  async (fault) => {
    let count = 0;
    github.options = {
      now: clock.now,
      fault: ({ method }) => (method !== 'GET' && count++ % 3 === 1 ? fault : undefined),
    };
    for (let i = 0; i < 4; i++) expect(await record([disk(i)])).toMatchObject({ written: true });
    github.options = { now: clock.now };
    expect((await readHistory(api, repository)).disks).toEqual([0, 1, 2, 3].map(disk));
    expect(await commits()).toHaveLength(4);
  },
);

test('without the permission it says which one, and knows what could be read', async () => {
  await record([disk(1)]);
  const recorded = await record([disk(2)], clientOf(github, clock, BOT));
  expect(recorded).toMatchObject({ written: false, why: expect.stringContaining("'contents: write'") });
  expect(historyFiles(recorded.history)['disks.jsonl']?.trim().split('\n')).toHaveLength(2);
});

describe('the task at the desk', () => {
  const applied = parseEvidence(readFileSync(join(__dirname, '../../fixtures/evidence/applied.json'), 'utf8'));
  const desk = (): Desk => ({
    ...{ ...world, api, repository, config: parseConfig('', ''), payload: {}, evidence: [applied] },
    ...{ server: 'https://github.com', run: '1', source: '' },
  });
  const body =
    '- [x] one <!-- edge-phase1:item a -->\n- [ ] two <!-- edge-phase1:item b -->\n\n<!-- edge-phase1:group pre-flight open -->';
  const issue = { title: 'Pre-flight', body, labels: ['edge-phase1'] };
  const openIssue = () =>
    api.create({ path: `/repos/${PERSON}/${repository.name}/issues`, body: issue, to: 'open', needs: 'issues: write' });

  test('records what was measured, what was carried out and how far the checklist is', async () => {
    await openIssue();
    expect(await historyTask(desk())).toMatchObject({ warnings: [] });
    const { disks, applied: plans, targets, checklists } = await readHistory(api, repository);
    expect(disks).toHaveLength(2);
    expect(plans).toMatchObject([{ step: 'extend-lvm', outcome: 'done' }]);
    expect(targets.map(({ check }) => check).sort()).toEqual(['disk_size', 'disk_use']);
    expect(checklists).toMatchObject([{ group: 'pre-flight', place: 0, done: 1, total: 2 }]);
  });

  test('a second time changes nothing', async () => {
    await openIssue();
    await historyTask(desk());
    await historyTask(desk());
    expect(await commits()).toHaveLength(1);
  });

  test('without the permission to see the issues it warns, and records the rest', async () => {
    github.options = { now: clock.now, fault: ({ path }) => (path.includes('/issues') ? 'denied' : undefined) };
    const { warnings } = await historyTask(desk());
    expect(warnings).toEqual([expect.stringMatching(/^How far the checklist is was not recorded\./)]);
    expect((await readHistory(api, repository)).disks).toHaveLength(2);
  });
});
