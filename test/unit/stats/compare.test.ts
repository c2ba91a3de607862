import fc from 'fast-check';
import { type CompareOptions, compare, type Sample } from '../../../src/stats/compare';
import { judge } from '../../../src/stats/judge';
import { normal, seeded } from '../../../src/stats/random';

const sample = (name: string, seconds: readonly number[], how: Sample['how'] = 'measured'): Sample => ({
  name,
  runs: seconds.map((s) => ({ seconds: s })),
  how,
});
const compared = (a: readonly number[], b: readonly number[], options: Partial<CompareOptions> = {}) =>
  compare(sample('before', a), sample('after', b), { paired: false, rounds: 2000, ...options });
const around = (middle: number, count = 10) => Array.from({ length: count }, (_, i) => middle * (0.97 + 0.006 * i));

test('clearly faster and clearly slower', () => {
  expect(compared(around(100), around(80))).toMatchObject({ verdict: 'faster', ratio: expect.closeTo(0.8, 9) });
  expect(compared(around(80), around(100))).toMatchObject({ verdict: 'slower', further: null });
});

test('against itself no difference is shown, and that is not called equal', () => {
  const result = compared(around(100), around(100));
  expect(result).toMatchObject({ verdict: 'no difference shown', ratio: 1, test: { p: 1, exact: true } });
  expect(result.reason).toContain('does not show that they are equal');
});

test('one run each is observed, not established, whatever the difference; 3 more may settle it', () => {
  const result = compared([4200], [60]);
  expect(result).toMatchObject({ verdict: 'observed, not established', interval: null, further: { runs: 3 } });
});

test.each([
  ['3 against 3', false, 3, 1],
  ['5 pairs', true, 5, undefined],
] as const)('%s can establish nothing', (_, paired, count, further) => {
  const result = compared(around(100, count), around(50, count), { paired });
  expect(result.verdict).toBe('observed, not established');
  expect(result.further!.runs).toBeGreaterThanOrEqual(further ?? 1);
});

test('4 against 4, clearly apart, is established', () => {
  expect(compared([10, 11, 12, 13], [20, 21, 22, 23]).verdict).toBe('slower');
});

test('a declared figure is never established, with however many runs', () => {
  const result = compare(sample('declared', [4200], 'declared'), sample('after', around(2400)), { paired: false });
  expect(result).toMatchObject({
    verdict: 'observed, not established',
    test: null,
    interval: null,
    further: { runs: null },
  });
  expect(result.reason).toBe('declared: declared, not measured here.');
  expect(result.warnings).toEqual([]);
});

test('pairs see through a drift that hides the difference from unpaired runs', () => {
  const drift = Array.from({ length: 10 }, (_, i) => 100 + 10 * i);
  const slower = drift.map((x, i) => x * (1.06 + 0.001 * i));
  expect(compared(drift, slower).verdict).toBe('no difference shown');
  expect(compared(drift, slower, { paired: true }).verdict).toBe('slower');
});

test('the number of further runs grows as the difference shrinks, and is not named when it is hopeless', () => {
  const noisy = (shift: number) => [90, 95, 100, 105, 110, 92, 108].map((x) => x + shift);
  const [large, small, none] = [8, 5, 0].map((shift) => compared(noisy(0), noisy(shift)).further!);
  expect(large!.runs).toBeGreaterThan(0);
  expect(small!.runs).toBeGreaterThan(large!.runs!);
  expect(none!.runs).toBeNull();
  expect(large!.method).toContain('Noether');
});

test('the same runs always give the same answer', () => {
  expect(compared(around(100), around(103))).toEqual(compared(around(100), around(103)));
});

test('no verdict depends on the unit, and exchanging the sides turns it round', () => {
  const times = fc.array(fc.double({ min: 1, max: 2, noNaN: true }), { minLength: 4, maxLength: 8 });
  const turned = { faster: 'slower', slower: 'faster' } as Record<string, string>;
  fc.assert(
    fc.property(times, times, (a, b) => {
      const options = { rounds: 100 };
      const there = compared(a, b, options);
      const scaled = compared(
        a.map((x) => x * 4),
        b.map((x) => x * 4),
        options,
      );
      expect(scaled.verdict).toBe(there.verdict);
      const back = compared(b, a, options);
      // The interval is drawn anew, so that at its very edge the two may differ; they never contradict each other.
      expect([turned[there.verdict] ?? there.verdict, 'no difference shown', 'slower', 'faster']).toContain(
        back.verdict,
      );
      if (turned[there.verdict]) expect(back.verdict).not.toBe(there.verdict);
      expect(back.test!.p).toBeCloseTo(there.test!.p, 12);
    }),
    { numRuns: 50 },
  );
});

test.each([[[]], [[0]], [[-1]], [[Number.NaN]], [[Number.POSITIVE_INFINITY]]])('times %j are refused', (times) => {
  expect(() => compared(times, [1])).toThrow(RangeError);
});

test('pairs must be equally many', () => {
  expect(() => compared([1, 2], [1], { paired: true })).toThrow('before has 2, after 1');
});

describe('warnings', () => {
  const kinds = (result: ReturnType<typeof compare>) => result.warnings.map((w) => w.kind);

  test('runs that were not made in turn', () => {
    expect(kinds(compared(around(10), around(10)))).toEqual(['not-interleaved']);
    expect(kinds(compared(around(10), around(10), { paired: true }))).toEqual([]);
  });

  test('an outlier stays in, and is named', () => {
    const result = compared([10, 10.1, 9.9, 10.2, 40, 10], around(10, 6), { paired: true });
    expect(result.warnings[0]!.message).toContain('run 5 (40.0 s)');
    expect(result.a.high).toBe(40);
  });

  test('a slow first run asks for a warm-up', () => {
    expect(kinds(compared([40, 10.1, 9.9, 10.2, 10], around(10, 5), { paired: true }))).toEqual(['slow-first-run']);
  });

  test('noise is named', () => {
    expect(kinds(compared([10, 14, 7, 12, 9], around(10, 5), { paired: true }))).toEqual(['noisy']);
  });

  test('a busy machine is named with its runs; what was not read is not called quiet or busy', () => {
    const runs = [
      { seconds: 10, before: { loadPerCpu: 0.1, ioWait: 0 } },
      { seconds: 10, before: { loadPerCpu: 1.7, ioWait: null } },
      { seconds: 10, before: { loadPerCpu: null, ioWait: 0.4 } },
      { seconds: 10 },
    ];
    const busy: Sample = { name: 'before', runs, how: 'measured' };
    const result = compare(busy, sample('after', around(10, 4)), { paired: true });
    expect(result.warnings.map((w) => w.message).join()).toContain('2 of 4 runs (2, 3)');
  });
});

describe('thresholds', () => {
  const thresholds = { warn_percent: 5, fail_percent: 10 };
  const judged = (a: readonly number[], b: readonly number[]) => judge(compared(a, b), thresholds).result;

  test.each([
    [1.2, 'fail'],
    [1.07, 'warn'],
    [1.03, 'pass'],
    [0.8, 'pass'],
  ])('a ratio of %d that is established: %s', (ratio, result) => {
    const steady = (middle: number) => Array.from({ length: 10 }, (_, i) => middle * (1 + 0.0005 * i));
    expect(judged(steady(100), steady(100 * ratio))).toBe(result);
  });

  test('no difference shown passes only where a failing one is excluded', () => {
    expect(judged(around(100), around(100))).toBe('pass');
    const wild = [60, 80, 100, 120, 140];
    expect(judged(wild, wild)).toBe('unknown');
  });

  test('what is not established is unknown, never a pass', () => {
    expect(judged([70], [40])).toBe('unknown');
    expect(judged([40], [70])).toBe('unknown');
  });
});

test('truth, in small: hardly any false alarm, and 10 % at 5 % noise is mostly found', () => {
  const random = seeded(11);
  const draw = (middle: number) => Array.from({ length: 10 }, () => middle * Math.exp(0.05 * normal(random)));
  const count = (factor: number, wanted: (verdict: string) => boolean) =>
    Array.from({ length: 200 }, () => compared(draw(100), draw(100 * factor), { rounds: 200 })).filter((c) =>
      wanted(c.verdict),
    ).length;
  // Seeded, so always the same numbers; bench/calibration.ts has the large simulation.
  expect(count(1, (verdict) => verdict === 'faster' || verdict === 'slower')).toBeLessThanOrEqual(10);
  expect(count(1.1, (verdict) => verdict === 'slower')).toBeGreaterThanOrEqual(180);
});
