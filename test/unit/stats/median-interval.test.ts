import { medianInterval } from '../../../src/stats/median-interval';
import { seeded } from '../../../src/stats/random';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

// Places from the binomial distribution, as tables of distribution-free intervals of the median have them.
test.each([
  [6, 1, 6],
  [8, 1, 8],
  [9, 2, 8],
  [15, 4, 12],
  [25, 8, 18],
  [50, 18, 33],
])('of %i values it goes from the %i. to the %i.', (n, low, high) => {
  expect(medianInterval(upTo(n))).toMatchObject({ low, high, established: true });
});

test.each([1, 2, 5])('of %i values there is only their range', (n) => {
  expect(medianInterval(upTo(n))).toMatchObject({ low: 1, high: n, established: false });
});

test('it holds the true median in at least 95 % of cases, whatever the distribution', () => {
  const random = seeded(3);
  const skewed = () => -Math.log(1 - random());
  const holds = upTo(4000).filter(() => {
    const { low, high } = medianInterval(Array.from({ length: 12 }, skewed));
    return low <= Math.LN2 && Math.LN2 <= high;
  });
  expect(holds.length / 4000).toBeGreaterThan(0.945);
});

test('of very many values it is still a number', () => {
  const { low, median, high } = medianInterval(upTo(10_000));
  expect(median).toBe(5000.5);
  expect([low, high]).toEqual([4902, 5099]);
});
