import fc from 'fast-check';
import { ratioInterval } from '../../../src/stats/bootstrap';
import { normal, seeded } from '../../../src/stats/random';
import { mad, median, noise, outliers, quantile } from '../../../src/stats/summary';

test('median, quantile, and median absolute deviation', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  expect(quantile([1, 2, 3, 4], 1)).toBe(4);
  expect(mad([1, 1, 2, 2, 4, 6, 9])).toBe(1);
});

test('a median of nothing is an error, not zero', () => {
  expect(() => median([])).toThrow(RangeError);
});

test('the order of the values does not matter, and they are left as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const before = [...values];
      expect(median(values)).toBe(median([...values].reverse()));
      expect(values).toEqual(before);
    }),
  );
});

test('an outlier is named by its place; too few or equal values name none', () => {
  expect(outliers([10, 10.2, 9.9, 10.1, 30, 9.8])).toEqual([4]);
  expect(outliers([10, 10.2, 9.9, 30])).toEqual([]);
  expect(outliers([10, 10, 10, 10, 30])).toEqual([]);
});

test('noise is unknown below three values', () => {
  expect(noise([10, 11])).toBeUndefined();
  expect(noise([10, 11, 9])).toBeCloseTo(0.14826, 5);
});

test('the same seed gives the same numbers', () => {
  const draw = (seed: number) => Array.from({ length: 3 }, seeded(seed));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  // Written down, so that a change of the generator does not pass in silence: it would change every published interval.
  expect(draw(1).map((x) => x.toFixed(6))).toEqual(['0.627074', '0.002736', '0.527447']);
});

test('normal values have mean 0 and deviation 1', () => {
  const random = seeded(3);
  const values = Array.from({ length: 20_000 }, () => normal(random));
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  expect(mean).toBeCloseTo(0, 1);
  expect(Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length)).toBeCloseTo(1, 1);
});

test('the interval of a ratio holds it, and pairs drawn together are free of what disturbed both', () => {
  const a = [10, 20, 30, 40, 50];
  const b = a.map((x) => x * 1.1);
  const free = ratioInterval(a, b, { paired: false, rounds: 2000, random: seeded(1) });
  const pairs = ratioInterval(a, b, { paired: true, rounds: 2000, random: seeded(1) });
  expect(free.low).toBeLessThan(0.6);
  expect(free.high).toBeGreaterThan(2);
  expect(pairs.low).toBeCloseTo(1.1, 9);
  expect(pairs.high).toBeCloseTo(1.1, 9);
});
