import { forecastCheck } from '../../../src/checks/forecast';
import { forecast } from '../../../src/stats/forecast';

const GIB = 1024 ** 3;
const NOW = new Date('2026-11-24T12:00:00Z');
/** Full by one GiB more each day. */
const growing = Array.from({ length: 6 }, (_, day) => ({
  at: `2026-11-${19 + day}T08:00:00Z`,
  usedBytes: (50 + day) * GIB,
}));
const marks = (gibLeft: number) => [{ title: '60 % in use', bytesLeft: gibLeft * GIB }];
const check = (points: typeof growing, gibLeft: number) => forecastCheck(forecast(points, marks(gibLeft), NOW), NOW);

test('a fill level that is reached within two weeks fails, with its day', () => {
  expect(check(growing, 7)).toMatchObject({ result: 'fail', measured: '60 % in use: about 2026-12-01' });
});

test('one that is exceeded already fails', () => {
  expect(check(growing, -1)).toMatchObject({ result: 'fail', measured: '60 % in use: already' });
});

test('one that is far away passes', () => {
  expect(check(growing, 30)).toMatchObject({ result: 'pass', measured: 'none, from 5 days of history' });
});

test('with too little history it is unknown, never a pass', () => {
  expect(check(growing.slice(0, 2), 30)).toMatchObject({ result: 'unknown' });
});
