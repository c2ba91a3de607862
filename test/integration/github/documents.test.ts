import { documentsTask } from '../../../src/desk/documents';
import type { Desk } from '../../../src/desk/world';
import { documentsOf } from '../../../src/documents';
import type { Evidence } from '../../../src/evidence/evidence';
import type { Api } from '../../../src/github/api';
import { LABEL, TRACKING_LABEL } from '../../../src/github/checklist';
import { type Proposal, proposeFiles } from '../../../src/github/pull-request';
import { LAB, lab, read } from '../../unit/documents/lab';
import { settings } from '../../unit/steps/variants';
import { BOT, PERSON } from './emulator';
import { FAULTS, type FaultyGitHub } from './proxy';
import { Clock, clientOf, inOwnRepository, seeded } from './world';

jest.setTimeout(120_000);

const clock = new Clock();
let github: FaultyGitHub;
let api: Api;
let name: string;

inOwnRepository(30, clock, (own) => {
  ({ github, name } = own);
  api = clientOf(github, clock, PERSON);
});

const path = (rest: string) => `/repos/${PERSON}/${name}/${rest}`;
const look = { to: 'look', needs: 'contents: read' } as const;
async function all<T>(rest: string): Promise<T[]> {
  const found: T[] = [];
  for await (const one of api.list<T>({ path: path(rest), ...look })) found.push(one);
  return found;
}
const pulls = () => all<{ title: string; state: string; html_url: string; number: number }>('pulls?state=all');
const fileOn = async (branch: string, file: string) => {
  const { content } = await api.get<{ content: string }>({ path: path(`contents/${file}?ref=${branch}`), ...look });
  return Buffer.from(content, 'base64').toString('utf8');
};
const commitsOf = (branch: string) => all<{ sha: string }>(`commits?sha=${branch}`);

describe('a pull request with files', () => {
  const proposal = (text: string): Proposal => ({
    branch: 'edge-phase1/documents',
    files: { 'docs/phase1/a.md': text, 'docs/phase1/b.md': 'same\n' },
    title: 'The documents of Phase 1',
    body: 'As rendered.',
    at: '2026-11-25T03:23:00.000Z',
  });
  const propose = (text: string, as = api) => proposeFiles(as, { owner: PERSON, name }, proposal(text));

  test('is opened once, with the files as they are, beside what was there', async () => {
    const opened = await propose('é one\n');
    expect(opened).toMatchObject({ did: 'opened', url: expect.stringContaining('/pull/') });
    expect(await pulls()).toMatchObject([{ title: 'The documents of Phase 1', state: 'open' }]);
    expect(await fileOn('edge-phase1/documents', 'docs/phase1/a.md')).toBe('é one\n');
    expect(await fileOn('edge-phase1/documents', 'README.md')).not.toBe('');
  });

  test('with the same files nothing is written; with others it gets one commit more', async () => {
    await propose('one\n');
    github.seen.length = 0;
    expect(await propose('one\n')).toMatchObject({ did: 'nothing', url: expect.stringContaining('/pull/') });
    expect(github.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
    const before = await commitsOf('edge-phase1/documents');
    expect(await propose('two\n')).toMatchObject({ did: 'updated' });
    const after = await commitsOf('edge-phase1/documents');
    expect(after.slice(1).map(({ sha }) => sha)).toEqual(before.map(({ sha }) => sha));
    expect(await pulls()).toHaveLength(1);
  });

  test('once it is merged there is nothing to do; what changes later opens another one', async () => {
    await propose('one\n');
    const [pull] = await pulls();
    await api.write({
      ...{ method: 'PUT', path: path(`pulls/${pull!.number}/merge`), body: {} },
      ...{ to: 'merge', needs: 'contents: write' },
    });
    expect(await propose('one\n')).toEqual({ did: 'nothing', url: '' });
    expect(await propose('two\n')).toMatchObject({ did: 'opened' });
    expect((await pulls()).map(({ state }) => state).sort()).toEqual(['closed', 'open']);
  });

  test.each(FAULTS.filter((fault) => fault !== 'denied' && fault !== 'keeps the old text'))(
    '%s on every second write: there is one, and it has the files',
    async (fault) => {
      let count = 0;
      github.options = {
        now: clock.now,
        fault: ({ method }) => (method !== 'GET' && count++ % 2 === 1 ? fault : undefined),
      };
      await propose('one\n');
      github.options = { now: clock.now };
      expect(await pulls()).toHaveLength(1);
      expect(await fileOn('edge-phase1/documents', 'docs/phase1/a.md')).toBe('one\n');
    },
  );
});

describe('the task of the desk', () => {
  const evidence = (): readonly Evidence[] =>
    LAB.map((one) => ({
      ...one,
      trigger: {
        repository: `${PERSON}/${name}`,
        commit: 'c',
        actor: PERSON,
        url: `https://github.com/${PERSON}/${name}/actions/runs/77`,
      },
    }));
  const desk = (more: Partial<Desk> = {}): Desk => ({
    api,
    repository: { owner: PERSON, name },
    config: settings({}),
    payload: {},
    evidence: evidence(),
    server: 'https://github.com',
    run: '5',
    source: '',
    pullRequest: false,
    now: () => new Date(clock.now()),
    sleep: clock.sleep,
    random: seeded(1),
    ...more,
  });
  const openTracking = () =>
    api.create<{ number: number }>({
      path: path('issues'),
      body: { title: 'Phase 1', body: 'x', labels: [LABEL, TRACKING_LABEL] },
      ...{ find: async () => undefined, to: 'open', needs: 'issues: write' },
    });
  const comments = (number: number) => all<{ body: string }>(`issues/${number}/comments`);

  test('leaves all five for an artifact, and the completion report on the tracking issue, once', async () => {
    const { number } = await openTracking();
    const first = await documentsTask(desk());
    await documentsTask(desk({ run: '6' }));
    expect(Object.keys(first.files!.texts)).toEqual(Object.keys(documentsOf(lab(), 'en')));
    const posted = await comments(number);
    expect(posted).toHaveLength(1);
    expect(read(posted[0]!.body)).toContain('# Phase 1 completion report');
    expect(posted[0]!.body).toContain('/actions/runs/6#artifacts');
    expect(first.outputs).toEqual({ pull_request_url: '' });
    expect(read(first.summary)).toContain('edgeserver: ❌ Phase 1 is not there yet');
  });

  test('says who approved a run as reviewer of its environment', async () => {
    await openTracking();
    const review = (state: string, login: string) => ({
      ...{ state, comment: '', environments: [{ id: 1, name: 'edge' }] },
      user: { login, id: 1, type: 'User' },
    });
    github.additions.reviews.set('77', [review('approved', 'ann'), review('rejected', 'bob')]);
    const { files, warnings } = await documentsTask(desk());
    github.additions.reviews.clear();
    expect(warnings).toEqual([]);
    expect(read(files!.texts['execution-log.md']!)).toContain(`| ${PERSON} | ann; plan `);
    expect(files!.texts['execution-log.md']).not.toContain('bob');
  });

  test('speaks the language of the configuration', async () => {
    const { number } = await openTracking();
    const done = await documentsTask(desk({ config: settings({ language: 'fr' }) }));
    expect(done.files!.texts['execution-log.md']).toMatch(/^# Journal/);
    expect((await comments(number))[0]!.body).toContain('# Bilan de la phase 1');
  });

  test('opens a pull request where it is asked for, and none otherwise', async () => {
    await documentsTask(desk());
    expect(await pulls()).toEqual([]);
    const { outputs } = await documentsTask(desk({ pullRequest: true }));
    expect(outputs.pull_request_url).toMatch(/\/pull\//);
    expect(await fileOn('edge-phase1/documents', 'docs/phase1/completion-report.md')).toContain('completion report');
  });

  test('without a tracking issue, or a permission, the documents are made all the same, and it says what is missing', async () => {
    const made = await documentsTask(desk({ api: clientOf(github, clock, BOT), pullRequest: true }));
    expect(Object.keys(made.files!.texts)).toHaveLength(5);
    const warnings = made.warnings.join('\n');
    expect(warnings).toContain('There is no tracking issue');
    expect(warnings).toContain("'contents: write'");
  });

  test('says which evidence it could not read, and rests on the rest', async () => {
    await openTracking();
    const broken = [{ file: '.evidence/5/evidence.json', why: 'it breaks off' }];
    const made = await documentsTask(desk({ broken }));
    expect(made.files!.texts).toEqual((await documentsTask(desk())).files!.texts);
    expect(made.warnings).toEqual([expect.stringContaining('.evidence/5/evidence.json is left out')]);
    await expect(documentsTask(desk({ evidence: [], broken }))).rejects.toThrow(/has left evidence.\n.*is left out/);
  });

  test('several servers have a folder and a comment each', async () => {
    const { number } = await openTracking();
    const second = evidence().map((one) => ({
      ...one,
      run: `${one.run}2`,
      steps: one.steps.map((s) => ({
        ...s,
        before: { ...s.before!, machine: { ...s.before!.machine, name: '../../edge 2' } },
      })),
    }));
    const { files } = await documentsTask(desk({ evidence: [...evidence(), ...second] }));
    const folders = new Set(Object.keys(files!.texts).map((file) => file.split('/')[0]));
    expect([...folders]).toEqual(['-edge-2', 'edgeserver']);
    expect(await comments(number)).toHaveLength(2);
  });
});
