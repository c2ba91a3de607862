import fc from 'fast-check';
import { upperTail } from '../../../src/stats/normal';
import { leastP, rankSumTest, superiority } from '../../../src/stats/rank-sum';
import { doubledRanks } from '../../../src/stats/ranks';
import { leastPairedP, signedRankTest, walshShare } from '../../../src/stats/signed-rank';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Every way to choose `size` of the places. */
function* choices(count: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  for (let first = from; size > 0 && first <= count - size; first++) {
    for (const rest of choices(count, size - 1, first + 1)) yield [first, ...rest];
  }
}

function rankSumByHand(a: readonly number[], b: readonly number[]): number {
  const ranks = doubledRanks([...a, ...b]);
  const far = (places: readonly number[]) =>
    Math.abs(sum(places.map((i) => ranks[i]!)) - a.length * (ranks.length + 1));
  const all = [...choices(ranks.length, a.length)];
  const seen = far(a.map((_, i) => i));
  return all.filter((places) => far(places) >= seen).length / all.length;
}

function signedRankByHand(differences: readonly number[]): number {
  const moved = differences.filter((d) => d !== 0);
  const ranks = doubledRanks(moved.map(Math.abs));
  const far = (positive: (i: number) => boolean) => Math.abs(sum(ranks.filter((_, i) => positive(i))) - sum(ranks) / 2);
  const seen = far((i) => moved[i]! > 0);
  const signs = Array.from({ length: 2 ** moved.length }, (_, bits) => far((i) => ((bits >> i) & 1) === 1));
  return signs.filter((distance) => distance >= seen).length / signs.length;
}

const tied = fc.integer({ min: 0, max: 5 });

test('ranks: ties share the middle rank', () => {
  expect(doubledRanks([3, 1, 3])).toEqual([5, 2, 5]);
  expect(doubledRanks([7, 7, 7])).toEqual([4, 4, 4]);
});

test.each([
  [3, 0.1],
  [4, 2 / 70],
  [5, 2 / 252],
])('%d clearly separate runs on each side: the least p', (size, p) => {
  const a = Array.from({ length: size }, (_, i) => i);
  const b = a.map((value) => value + 100);
  expect(rankSumTest(a, b)).toEqual({ p: expect.closeTo(p, 12), exact: true });
  expect(leastP(size, size)).toBeCloseTo(p, 12);
});

test('4 against 5 without ties: U = 4 is reached or passed by 12 of 126 divisions on each side', () => {
  expect(rankSumTest([1, 2, 3, 8], [4, 5, 6, 7, 9]).p).toBeCloseTo(24 / 126, 12);
});

test('the rank-sum test counts exactly what enumeration counts, also with ties', () => {
  const sample = fc.array(tied, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      expect(rankSumTest(a, b).p).toBeCloseTo(rankSumByHand(a, b), 12);
    }),
  );
});

test('the signed-rank test counts exactly what enumeration counts, also with ties and zeros', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 9 }), (differences) => {
      expect(signedRankTest(differences).p).toBeCloseTo(signedRankByHand(differences), 12);
    }),
  );
});

test('exchanging the sides changes nothing', () => {
  const sample = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      expect(rankSumTest(a, b).p).toBeCloseTo(rankSumTest(b, a).p, 12);
      expect(signedRankTest(a).p).toBeCloseTo(signedRankTest(a.map((x) => -x)).p, 12);
    }),
  );
});

test('identical runs: p is 1, never NaN', () => {
  expect(rankSumTest([5, 5, 5], [5, 5, 5])).toEqual({ p: 1, exact: true });
  expect(rankSumTest(Array(40).fill(5), Array(40).fill(5))).toEqual({ p: 1, exact: false });
  expect(signedRankTest([0, 0, 0, 0])).toEqual({ p: 1, exact: true });
});

test('beyond 60 values the approximation continues what is exact below', () => {
  const times = (count: number, shift: number) => Array.from({ length: count }, (_, i) => ((i * 37) % 101) + shift);
  const exact = rankSumTest(times(30, 0), times(30, 15));
  const approximate = rankSumTest(times(31, 0), times(31, 15));
  expect([exact.exact, approximate.exact]).toEqual([true, false]);
  expect(approximate.p).toBeGreaterThan(exact.p / 2);
  expect(approximate.p).toBeLessThan(exact.p * 2);

  const drift = Array.from({ length: 61 }, (_, i) => ((i * 37) % 61) - 22.5);
  const [pairs60, pairs61] = [signedRankTest(drift.slice(0, 60)), signedRankTest(drift)];
  expect([pairs60.exact, pairs61.exact]).toEqual([true, false]);
  expect(Math.abs(pairs60.p - pairs61.p)).toBeLessThan(0.02);
});

test.each([
  [0, 0.5],
  [1, 0.158655253931457],
  [1.959963984540054, 0.025],
  [2.5, 0.00620966532577614],
  [2.6, 0.00466118802371875],
  [5, 2.86651571879194e-7],
])('the upper tail of the normal distribution at %d', (z, tail) => {
  expect(upperTail(z) / tail).toBeCloseTo(1, 9);
});

test('five pairs can establish nothing, six can', () => {
  expect(leastPairedP(5)).toBe(0.0625);
  expect(signedRankTest([1, 2, 3, 4, 5]).p).toBe(0.0625);
  expect(signedRankTest([1, 2, 3, 4, 5, 6]).p).toBe(0.03125);
});

test('how often one side is above the other', () => {
  expect(superiority([1, 2], [3, 4])).toBe(1);
  expect(superiority([1, 2], [1, 2])).toBe(0.5);
  expect(walshShare([1, 2, -5])).toBeCloseTo(1 / 3, 12);
  expect(walshShare([1])).toBeNaN();
});
