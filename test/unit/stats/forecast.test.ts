import fc from 'fast-check';
import { DAY, forecast, type HistoryPoint } from '../../../src/stats/forecast';
import { readHistory } from '../../../src/stats/history';
import { theilSen } from '../../../src/stats/theil-sen';

const NOW = new Date('2026-11-24T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY).toISOString();
const point = (days: number, usedBytes: number): HistoryPoint => ({ at: daysAgo(days), usedBytes });
const GB = 1e9;
const growing = (days: number, perDay: number) =>
  Array.from({ length: days }, (_, i) => point(days - 1 - i, 70 * GB + i * perDay));
const mark = { title: '60 % in use', bytesLeft: 10 * GB };

describe('the slope of Theil and Sen', () => {
  // From five points, by hand: slopes 1,1,1,1.5 / 1,1,5/3 / 1,2 / 3, sorted 1×6, 1.5, 5/3, 2, 3.
  const points = [1, 2, 3, 4, 7].map((y, x) => [x, y] as const);

  test('is the median of all slopes, with the interval of Kendall’s S', () => {
    // spread = 1.96 × √(5·4·15/18) = 8.0: ranks ⌊(10 − 8.0)/2⌋ = 1 and ⌈(10 + 8.0)/2⌉ + 1 = 10 at most.
    expect(theilSen(points)).toEqual({ estimate: 1, low: 1, high: 3 });
  });

  test('one point far off moves it little', () => {
    const line = Array.from({ length: 15 }, (_, i) => [i, i === 7 ? 1000 : 2 * i] as const);
    expect(theilSen(line).estimate).toBe(2);
  });

  test('lies in its interval, and follows the scale of y', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(values, (ys) => {
        const { low, estimate, high } = theilSen(ys.map((y, x) => [x, y] as const));
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
        expect(theilSen(ys.map((y, x) => [x, 3 * y] as const)).estimate).toBeCloseTo(3 * estimate, 6);
      }),
    );
  });
});

test('steady growth reaches a mark when it would by hand', () => {
  const { growth, marks, unknown } = forecast(growing(10, GB), [mark], NOW);
  expect(unknown).toBe('');
  expect(growth!.estimate).toBeCloseTo(GB, 0);
  expect(marks[0]!.at!.slice(0, 10)).toBe('2026-12-04');
});

test.each([
  ['no history', []],
  ['a day', [point(1, 70 * GB), point(0, 71 * GB)]],
  ['many points of two days', Array.from({ length: 48 }, (_, i) => point(i / 24, 70 * GB))],
  ['three values over a long time', [point(30, 70 * GB), point(15, 70 * GB), point(0, 71 * GB)]],
])('with %s it is unknown, and says what it needs', (_, points) => {
  const { growth, marks, unknown } = forecast(points, [mark], NOW);
  expect(growth).toBeUndefined();
  expect(marks).toEqual([{ title: mark.title, bytesLeft: mark.bytesLeft }]);
  expect(unknown).toMatch(/it needs 4 over 3$/);
});

test('points of the future, of long ago, and without a time are left out', () => {
  const points = [point(-1, 0), point(200, 0), { at: 'x', usedBytes: 0 }, ...growing(3, GB)];
  expect(forecast(points, [], NOW).values).toBe(3);
});

test('many points of one day weigh as one', () => {
  const busy = Array.from({ length: 50 }, (_, i) => point(0.1 + i / 1000, 500 * GB));
  expect(forecast([...growing(10, GB), ...busy], [], NOW).values).toBe(10);
});

test('what shrinks reaches no mark', () => {
  expect(forecast(growing(10, -GB), [mark], NOW).marks).toEqual([{ title: mark.title, bytesLeft: mark.bytesLeft }]);
});

test('what stands still, as far as one can tell, has an earliest time and no latest', () => {
  const wobble = [0, 2, 1, 0, 3, 1, 2, 0, 3, 1].map((gb, i) => point(9 - i, (70 + gb) * GB));
  const [reached] = forecast(wobble, [mark], NOW).marks;
  expect(reached).toHaveProperty('earliest');
  expect(reached).not.toHaveProperty('latest');
});

test('a mark that is exceeded is reached now', () => {
  expect(forecast(growing(5, GB), [{ ...mark, bytesLeft: -1 }], NOW).marks[0]!.at).toBe(NOW.toISOString());
});

describe('a history', () => {
  const line = (fields: object) =>
    JSON.stringify({ at: daysAgo(1), host: 'edge', used_bytes: 1, size_bytes: 2, ...fields });

  test('is read a line at a time; what is no point is skipped and counted', () => {
    const text = [
      line({}),
      '',
      '{"at":',
      'null',
      line({ at: 'soon' }),
      line({ used_bytes: '1' }),
      line({ used_bytes: -1 }),
    ];
    expect(readHistory(text.join('\n'), ['edge'])).toEqual({ points: [{ at: daysAgo(1), usedBytes: 1 }], skipped: 5 });
  });

  test('of one host is taken whole, whatever it is called', () => {
    expect(readHistory(line({ host: 'ssh://deploy@10.0.0.5' }), ['edge']).points).toHaveLength(1);
  });

  test('of several hosts is taken for this one only', () => {
    const text = `${line({})}\n${line({ host: 'other', used_bytes: 9 })}`;
    expect(readHistory(text, ['edge']).points).toEqual([{ at: daysAgo(1), usedBytes: 1 }]);
    expect(readHistory(text, ['third'])).toMatchObject({ points: [], others: ['edge', 'other'] });
  });
});
