import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Evidence, exitCode, type Outcome, parseEvidence, rawOutput } from '../../../src/evidence/evidence';
import { FAIL_ON, finalExitCode } from '../../../src/evidence/failing';
import type { Check } from '../../../src/steps/step';
import { fresh } from '../steps/variants';

const TEXT = readFileSync(join(__dirname, '../../fixtures/evidence/applied.json'), 'utf8');
const applied = parseEvidence(TEXT);
const changed = (change: (evidence: { [key: string]: never }) => void) => {
  const evidence = JSON.parse(TEXT);
  change(evidence);
  return JSON.stringify(evidence);
};
const ended = (...outcomes: Outcome[]): Evidence => ({
  ...applied,
  steps: outcomes.map((outcome) => ({ ...applied.steps[0]!, outcome })),
});

test('evidence is read as it was written', () => {
  expect(applied).toEqual(JSON.parse(TEXT));
});

test.each([
  ['another version', '{"schema":"edge-phase1/evidence/2","steps":[]}', "is 'edge-phase1/evidence/2', allowed is"],
  ['no schema', '{"steps":[]}', "is 'missing'"],
  ['no steps', '{"schema":"edge-phase1/evidence/1"}', 'schema'],
  ['no object', 'null', "is 'missing'"],
])('a document with %s is refused', (_, text, message) => {
  expect(() => parseEvidence(text)).toThrow(message);
});

test.each<[string, string, object]>([
  ['no run', 'which run it is of', { run: '' }],
  ['another mode', 'in which mode the run was', { mode: 'guess' }],
  ['no time', 'when the run started', { started: 'yesterday' }],
  ['no host', 'on which host the run was', { host: undefined }],
  ['no configuration', 'what was configured', { config: null }],
  ['a step without checks', 'what each step found', { steps: [{ ...applied.steps[0], checks: undefined }] }],
  ['a step of no outcome', 'what each step found', { steps: [{ ...applied.steps[0], outcome: 'toString' }] }],
  ['a look at no machine', 'what each step found', { steps: [{ ...applied.steps[0], before: { at: '', raw: [] } }] }],
])('a document with %s is refused: it does not say %s', (_, what, change) => {
  expect(() => parseEvidence(JSON.stringify({ ...applied, ...change }))).toThrow(`it does not say ${what}`);
});

test.each(['before', 'after'] as const)('a raw output changed afterwards is noticed (%s)', (when) => {
  const forged = changed(({ steps }: { steps?: Evidence['steps'] }) => {
    const raw = steps![0]![when]!.raw.find(({ id }) => id === 'lvm') as { stdout: string };
    raw.stdout = raw.stdout.replace('wz--n-', 'wz--nc');
  });
  expect(() => parseEvidence(forged)).toThrow("the raw output 'lvm' does not match its sha256");
});

test('a raw output is kept with its command, its exit code and its sha256', () => {
  expect(rawOutput({ ...fresh[0]!, path: '/usr/bin/cat' })).toEqual(applied.steps[0]!.before!.raw[0]);
});

test.each<[Outcome, number]>([
  ['planned', 0],
  ['verified', 0],
  ['nothing-to-do', 0],
  ['done', 0],
  ['refused', 3],
  ['undone', 4],
  ['needs-person', 5],
  ['unknown', 6],
])('a step that ended %s has exit code %i', (outcome, code) => {
  expect(exitCode(ended(outcome))).toBe(code);
});

test('the exit code of a run is its worst step’s, and 0 without steps', () => {
  expect(exitCode(ended('done', 'undone', 'planned'))).toBe(4);
  expect(exitCode(ended())).toBe(0);
});

describe('which checks make a run fail', () => {
  const checked = (mode: Evidence['mode'], ...results: Check['result'][]): Evidence => ({
    ...ended('done'),
    mode,
    steps: [{ ...applied.steps[0]!, checks: results.map((result) => ({ ...applied.steps[0]!.checks[0]!, result })) }],
  });
  const codes = (evidence: Evidence) => FAIL_ON.map((failOn) => finalExitCode(evidence, failOn));

  test('fail_on says: fail, unknown (also what is not known), never', () => {
    expect(FAIL_ON).toEqual(['fail', 'unknown', 'never']);
    expect(codes(checked('verify', 'pass', 'pass'))).toEqual([0, 0, 0]);
    expect(codes(checked('verify', 'pass', 'fail'))).toEqual([1, 1, 0]);
    expect(codes(checked('apply', 'pass', 'unknown'))).toEqual([0, 1, 0]);
  });

  test('those of a plan or a rollback only inform', () => {
    expect(codes(checked('plan', 'fail', 'unknown'))).toEqual([0, 0, 0]);
    expect(codes(checked('rollback', 'fail'))).toEqual([0, 0, 0]);
  });

  test('what was refused or went wrong fails in any case', () => {
    expect(codes(ended('refused'))).toEqual([3, 3, 3]);
  });
});
