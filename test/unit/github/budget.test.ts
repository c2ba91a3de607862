import { secondsUntilTurn, WRITE_WINDOWS } from '../../../src/github/budget';

const evenly = (count: number, seconds: number) => Array.from({ length: count }, (_, i) => i * seconds * 1000);

test('the first write may go at once', () => {
  expect(secondsUntilTurn([], 0)).toBe(0);
});

test('a second lies between two writes', () => {
  expect(secondsUntilTurn([1000], 1400)).toBeCloseTo(0.6);
  expect(secondsUntilTurn([1000], 2000)).toBe(0);
});

test.each(WRITE_WINDOWS)('never more than $most in $seconds seconds', ({ seconds, most }) => {
  const window = [{ seconds, most }];
  const times: number[] = [];
  let now = 0;
  for (let i = 0; i < 3 * most; i++) {
    now += secondsUntilTurn(times, now, window) * 1000;
    times.push(now);
  }
  for (const [i, time] of times.entries()) {
    const earlier = times[i - most];
    if (earlier !== undefined) expect(time - earlier).toBeGreaterThanOrEqual(seconds * 1000 - 1e-6);
  }
});

test('at the hourly limit it waits until the oldest is an hour old', () => {
  const times = evenly(500, 2);
  expect(secondsUntilTurn(times, 1000_000)).toBe(2600);
});
