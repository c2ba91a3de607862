import fc from 'fast-check';
import { type Scorecard, scorecardOf, scoreText, scoreVerdict } from '../../../src/evidence/scorecard';
import type { Check } from '../../../src/steps/step';
import { settings } from '../steps/variants';

const WEIGHTS = { disk_size: 20, disk_use: 10, disk_pressure: 20, build_time: 25, harbor: 15, pods: 10 };
type Results = Partial<Record<keyof typeof WEIGHTS, Check['result']>>;

const check = (id: string, result: Check['result'], more: Partial<Check> = {}): Check => ({
  ...{ id, title: id, target: '', measured: '', how: '', result, ...more },
});
/** All pass but what is said otherwise. */
const card = (results: Results = {}, overrides = {}, spent = 0): Scorecard =>
  scorecardOf(
    Object.keys(WEIGHTS).map((id) => check(id, results[id as keyof typeof WEIGHTS] ?? 'pass')),
    settings(overrides),
    spent,
  );

test('all that passes is 100 of 100', () => {
  expect(card()).toMatchObject({ score: 100, possible: 100, total: 100, unknown: 0, success: true });
  expect(scoreVerdict(card())).toBe('Phase 1 succeeded: 100 of 100 (85 needed), $0.00 spent');
});

test('what fails and what is unknown earns nothing, and what is unknown is told', () => {
  const some = card({ harbor: 'unknown', pods: 'fail' });
  expect(scoreText(some)).toBe('75 of 100, 15 unknown');
  expect(some.success).toBe(false);
  expect(scoreVerdict(some)).toBe('Phase 1 is not there yet: 75 of 100, 15 unknown (85 needed), $0.00 spent');
});

test('85 is enough, and it is without Harbor', () => {
  expect(card({ harbor: 'fail' })).toMatchObject({ score: 85, success: true });
  expect(card({ harbor: 'fail' }, { 'checks.success': '85.5' }).success).toBe(false);
});

test('a cent is too much', () => {
  expect(card({}, {}, 0.01)).toMatchObject({ score: 100, success: false });
  expect(scoreVerdict(card({}, {}, 0.01))).toContain('$0.01 spent');
});

test('what does not apply is taken off what is possible, and it is said so', () => {
  const none = card({ disk_pressure: 'not-applicable', pods: 'not-applicable', harbor: 'unknown' });
  expect(scoreText(none)).toBe('55 of 70 that apply (30 of 100 do not), 15 unknown');
  expect(none.success).toBe(false);
  const well = card({ disk_pressure: 'not-applicable', pods: 'not-applicable' });
  expect(scoreVerdict(well)).toBe(
    'Phase 1 succeeded: 70 of 70 that apply (30 of 100 do not) (85 % needed, 60 points), $0.00 spent',
  );
});

test('when nothing applies, nothing has succeeded', () => {
  const results = Object.fromEntries(Object.keys(WEIGHTS).map((id) => [id, 'not-applicable']));
  expect(card(results as Results)).toMatchObject({ score: 0, possible: 0, success: false });
});

test('checks without a weight, and those that only inform, are not in it', () => {
  const checks = [
    check('volume_size', 'pass'),
    check('pods', 'pass', { informational: true }),
    check('success', 'pass'),
  ];
  expect(scorecardOf(checks, settings(), 0)).toMatchObject({ rows: [], score: 0 });
});

test('weights come from the configuration', () => {
  expect(card({ harbor: 'fail' }, { 'checks.harbor.weight': '0' })).toMatchObject({ score: 85, total: 85 });
});

test('whatever the results: no point is earned twice, and more passes never lower the score', () => {
  const result = fc.constantFrom<Check['result']>('pass', 'fail', 'unknown', 'not-applicable');
  const ids = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];
  fc.assert(
    fc.property(fc.tuple(...ids.map(() => result)), fc.nat(ids.length - 1), (results, better) => {
      const before = card(Object.fromEntries(ids.map((id, i) => [id, results[i]!])));
      expect(before.score + before.unknown).toBeLessThanOrEqual(before.possible);
      expect(before.possible).toBeLessThanOrEqual(before.total);
      const after = card(Object.fromEntries(ids.map((id, i) => [id, i === better ? 'pass' : results[i]!])));
      expect(after.score).toBeGreaterThanOrEqual(before.score);
      if (before.success && results[better] !== 'not-applicable') expect(after.success).toBe(true);
    }),
  );
});
