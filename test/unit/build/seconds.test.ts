import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildTestResult, goodRuns, parseResult } from '../../../src/build/result';
import { buildSeconds } from '../../../src/build/seconds';
import type { StepRecord } from '../../../src/evidence/evidence';

/** A real result: two cold builds. */
const RESULT = parseResult(readFileSync(join(__dirname, '../../fixtures/build/compared.json'), 'utf8'))!;
const seen = (facts: unknown, when: 'before' | 'after' = 'after') => ({ [when]: { facts } }) as unknown as StepRecord;

const [first, second] = goodRuns(RESULT, 'cold').map(({ seconds }) => seconds) as [number, number];
const MEDIAN = Number(((first + second) / 2).toFixed(3));

test('is the median of the cold builds, of what was looked at last', () => {
  expect(buildSeconds({ steps: [seen({ result: RESULT })] })).toBe(MEDIAN);
  expect(buildSeconds({ steps: [seen({ result: RESULT }, 'before')] })).toBe(MEDIAN);
  expect(buildSeconds({ steps: [seen({ builds: RESULT.runs })] })).toBe(MEDIAN);
  expect(buildSeconds({ steps: [seen({ result: RESULT }), seen({ root: { bytes: 1 } })] })).toBe(MEDIAN);
});

test('leaves out builds that failed: how long those took is no build time', () => {
  const failed = RESULT.runs.map((run) => (run.seconds === first ? { ...run, ok: false } : run));
  expect(buildSeconds({ steps: [seen({ result: { ...RESULT, runs: failed } })] })).toBe(Number(second.toFixed(3)));
});

test.each<[string, readonly StepRecord[]]>([
  ['nothing was measured', [seen({ result: { unreadable: 'nothing was measured yet', wayOut: '' } })]],
  ['validate found no result', [seen({ builds: { unreadable: 'nothing was measured yet', wayOut: '' } })]],
  ['no cold build ended well', [seen({ result: { ...RESULT, runs: [] } as BuildTestResult })]],
  ['the host was not looked at', [{} as StepRecord]],
  ['the run had no step', []],
])('is not known where %s', (_, steps) => {
  expect(buildSeconds({ steps })).toBeUndefined();
});
