import { documentsOf } from '../../../src/documents';
import { otherSettings } from '../../../src/documents/deviations';
import { changeRisk, performanceRisk, wholeCost } from '../../../src/documents/verdicts';
import type { Evidence } from '../../../src/evidence/evidence';
import { settings } from '../steps/variants';
import { LAB, lab, read, withRegistry } from './lab';

const report = (evidence: readonly Evidence[] = LAB) =>
  read(documentsOf(lab({}, evidence), 'en')['completion-report.md']);
const trigger = { repository: 'me/edge', commit: 'c', actor: 'me', url: 'https://github.com/me/edge/actions/runs/1' };

test('the score, what it lacks and what it cost stand in the first line', () => {
  expect(report()).toContain('❌ **Phase 1 is not there yet:** 55 of 100 points, 45 unknown (85 needed), $0.00 spent.');
});

test('each point of the success definition is a row; unknown is neither reached nor missed', () => {
  const text = report();
  expect(text).toContain('| ✅ | Disk space increased to 140 GiB or more | 147.1 GiB |');
  expect(text).toContain('| ❔ | All services stable | not known');
  expect(text).toContain('| ✅ | Zero budget spent | $0.00 |');
  expect(text).toContain('| ❔ | Score of 85% or more | 55% |');
});

test('the cost is that of all runs together', () => {
  const priced = LAB.map((one) => ({ ...one, trigger, config: { ...one.config, cost: { runner_minute_usd: 0.5 } } }));
  const minutes = LAB.reduce((sum, { seconds }) => sum + Math.ceil(seconds / 60), 0);
  expect(wholeCost(lab({}, priced))).toEqual({ runs: 5, minutes, usd: minutes * 0.5 });
  expect(report(priced)).toContain('| ❌ | Zero budget spent |');
});

test('what was not carried out, came late or is set otherwise is a deviation', () => {
  const text = report();
  expect(text).toContain('“Set up the registry” was not carried out.');
  expect(text).toContain('277 days after the plan’s end (21 February 2026)');
  expect(text).toContain('`build_test.runs.cold`: 1 in the plan, 2 here.');
  expect(report(withRegistry({ kind: 'distribution' }))).toContain('The registry is Distribution, not Harbor.');
});

test('settings that the plan leaves open, or that may be secret, are no deviation', () => {
  const set = { 'build_test.context': '/srv/app', 'extend_lvm.size': '160GiB', host: 'ssh://me@edge' };
  const config = settings(set);
  const secret = { ...config, build_test: { ...config.build_test, build_args: ['TOKEN=secret'] } };
  expect(otherSettings(secret)).toEqual([{ key: 'extend_lvm.size', plan: 150 * 1024 ** 3, used: 160 * 1024 ** 3 }]);
});

describe('a risk of the plan', () => {
  test('came true where a run failed, whatever came later', () => {
    expect(changeRisk(['undone', 'done'])).toBe('happened');
    expect(changeRisk(['unknown'])).toBe('happened');
  });

  test('did not come true where it was put to the test and passed', () => {
    expect(changeRisk(['done'])).toBe('avoided');
    const check = { id: 'x', title: 'x', target: '', measured: '', how: '', result: 'fail' } as const;
    expect(changeRisk(['done'], check)).toBe('happened');
    expect(performanceRisk({ ...check, result: 'pass' })).toBe('avoided');
    expect(performanceRisk(check)).toBe('happened');
  });

  test('is not known where nothing was tried or measured', () => {
    expect(changeRisk([])).toBe('untested');
    expect(performanceRisk(undefined)).toBe('unknown');
  });
});

test('a judgement from before the last change says so', () => {
  const later = LAB.map((one) =>
    one.steps.length > 1
      ? { ...one, steps: one.steps.map((s) => ({ ...s, before: { ...s.before!, at: '2026-11-25T03:10:05Z' } })) }
      : one,
  );
  expect(report(later)).toContain('That was before the last change');
});
