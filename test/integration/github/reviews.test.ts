import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../../src/config/load';
import { checklistTask } from '../../../src/desk/checklist';
import type { Desk } from '../../../src/desk/world';
import { parseEvidence } from '../../../src/evidence/evidence';
import type { Api } from '../../../src/github/api';
import type { Issue } from '../../../src/github/issues';
import { type Emulator, PERSON, startEmulator } from './emulator';
import { FaultyGitHub } from './proxy';
import { Clock, clientOf } from './world';

jest.setTimeout(120_000);

const applied = parseEvidence(readFileSync(join(__dirname, '../../fixtures/evidence/applied.json'), 'utf8'));
const clock = new Clock();
let emulator: Emulator;
let github: FaultyGitHub;
let api: Api;

beforeAll(async () => {
  emulator = await startEmulator(['reviewed', 'rejected']);
  github = await FaultyGitHub.start(emulator.url, { now: clock.now });
  api = clientOf(github, clock);
});

afterAll(async () => {
  await github.stop();
  await emulator.stop();
});

/** As GitHub answers for a run whose environment `edge` has required reviewers. */
const review = (state: string) => ({
  state,
  comment: 'Ship it!',
  environments: [{ id: 161171787, name: 'edge' }],
  user: { login: 'ann', id: 1, type: 'User' },
});

const desk = (name: string): Desk => ({
  api,
  repository: { owner: PERSON, name },
  config: loadConfig({ dir: __dirname }).config,
  payload: {},
  evidence: [applied],
  server: 'https://github.com',
  run: '2',
  source: '4711',
  now: () => new Date(clock.now()),
  sleep: clock.sleep,
  random: () => 0.5,
});

/** The line of the item that waits for a decision to go. */
async function decision(name: string): Promise<string | undefined> {
  const path = `/repos/${PERSON}/${name}/issues?state=all`;
  for await (const { body } of api.list<Issue>({ path, to: 'look', needs: 'issues: read' })) {
    const line = body?.split('\n').find((text) => text.includes('Decision: GO'));
    if (line) return line;
  }
  return undefined;
}

test('who let an apply go on as reviewer of its environment has ticked the decision, by name and time', async () => {
  github.additions.reviews.set('4711', [review('approved')]);
  const { warnings } = await checklistTask(desk('reviewed'));
  expect(warnings).toEqual([]);
  expect(await decision('reviewed')).toMatch(/^- \[x\] .*👤 ann, review of edge, 2\d{3}\S+ \S+ UTC/);
});

test('who rejected it has not', async () => {
  github.additions.reviews.set('4711', [review('rejected')]);
  await checklistTask(desk('rejected'));
  expect(await decision('rejected')).toMatch(/^- \[ \] /);
});
