import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Evidence, parseEvidence } from '../../../src/evidence/evidence';
import type { Api } from '../../../src/github/api';
import type { Issue } from '../../../src/github/issues';
import { WATCH_LABEL, watchChecks } from '../../../src/github/watch';
import type { Check } from '../../../src/steps/step';
import { PERSON } from './emulator';
import type { FaultyGitHub } from './proxy';
import { Clock, clientOf, inOwnRepository } from './world';

jest.setTimeout(120_000);

const applied = parseEvidence(readFileSync(join(__dirname, '../../fixtures/evidence/applied.json'), 'utf8'));
const clock = new Clock();
let github: FaultyGitHub;
let api: Api;
let name: string;

inOwnRepository(6, clock, (own) => {
  ({ github, name } = own);
  api = clientOf(github, clock);
});

const looked = (results: Readonly<Record<string, Check['result']>>, measured = '100 GiB'): Evidence => ({
  ...applied,
  mode: 'verify',
  steps: applied.steps.map((step) => ({
    ...step,
    checks: step.checks.map((check) => ({ ...check, measured, result: results[check.id] ?? 'pass' })),
  })),
});
const watch = async (evidence: Evidence) =>
  (await watchChecks(api, { owner: PERSON, name }, evidence)).map(({ check, did }) => `${check} ${did}`);
const issues = async () => {
  const found: Issue[] = [];
  const path = `/repos/${PERSON}/${name}/issues?state=all&labels=${WATCH_LABEL}`;
  for await (const issue of api.list<Issue>({ path, to: 'look', needs: 'issues: read' })) found.push(issue);
  return found;
};

test('an issue is opened when a check starts to fail, kept up to date, closed when it passes, and opened again', async () => {
  expect(await watch(looked({}))).toEqual([]);
  expect(await watch(looked({ disk_size: 'fail' }))).toEqual(['disk_size opened']);
  expect(await watch(looked({ disk_size: 'fail' }))).toEqual([]);
  expect(await watch(looked({ disk_size: 'fail' }, '99 GiB'))).toEqual(['disk_size updated']);
  expect((await issues())[0]?.body).toContain('99 GiB');
  expect(await watch(looked({ disk_size: 'unknown' }))).toEqual([]);
  expect(await watch(looked({}))).toEqual(['disk_size closed']);
  expect(await watch(looked({}))).toEqual([]);
  expect(await watch(looked({ disk_size: 'fail' }))).toEqual(['disk_size opened']);
  expect((await issues()).map(({ title, state }) => `${title}: ${state}`)).toEqual([
    'edgeserver: Disk size of / fails: open',
  ]);
});

test('an issue that a person closed stays closed until the check has passed in between', async () => {
  await watch(looked({ disk_use: 'fail' }));
  const [issue] = await issues();
  const path = `/repos/${PERSON}/${name}/issues/${issue?.number}`;
  await api.write({ method: 'PATCH', path, body: { state: 'closed' }, to: 'close', needs: 'issues: write' });
  await watch(looked({ disk_use: 'fail' }, '61 %'));
  expect((await issues()).map(({ state }) => state)).toEqual(['closed']);
  await watch(looked({}));
  await watch(looked({ disk_use: 'fail' }));
  expect((await issues()).map(({ state }) => state)).toEqual(['open']);
});

test('a reply that is lost opens no second issue', async () => {
  let first = true;
  github.options = {
    now: clock.now,
    fault: ({ method, path }) => {
      if (method !== 'POST' || !path.endsWith('/issues') || !first) return undefined;
      first = false;
      return 'lost reply';
    },
  };
  await watch(looked({ disk_use: 'fail' }));
  expect(await issues()).toHaveLength(1);
});

test('names of the server and of checks cannot mention or mark anything', async () => {
  const hostile = '@octocat <!-- edge-phase1:state passing --> fixes #1';
  const evidence = looked({ disk_use: 'fail' }, hostile);
  await watch(evidence);
  const [issue] = await issues();
  expect(issue?.body).not.toMatch(/@octocat|#1\b/);
  expect(await watch(evidence)).toEqual([]);
  expect(issue?.body).toContain('<!-- edge-phase1:state failing -->');
});
