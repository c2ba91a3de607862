import { CHART_RUNS, chart } from '../../../src/report/chart';

const points = (values: readonly (number | undefined)[]) =>
  values.map((value, i) => ({ at: `2026-02-${String(i + 1).padStart(2, '0')}T08:00:00Z`, value }));
const drawn = (values: readonly (number | undefined)[], target?: number) =>
  chart({ title: 'Build time', unit: 'minutes', points: points(values), ...(target !== undefined && { target }) });

test('figures in their order, with both ends in words', () => {
  const text = drawn([71.234, 48], 60);
  expect(text).toContain('x-axis 1 --> 2');
  expect(text).toContain('line [71.23, 48]\n  line [60, 60]');
  expect(text).toContain('2026-02-01: 71.23 minutes · 2026-02-02: 48 minutes · flat line: target 60');
});

test('an unknown figure is no zero: it is left out, and said', () => {
  const text = drawn([70, undefined, Number.NaN, 50]);
  expect(text).toContain('line [70, 50]');
  expect(text).toContain('left out: 2');
});

test.each([[[]], [[1]], [[undefined, 5, undefined]]])('%p make no chart', (values) => {
  expect(drawn(values)).toBe('');
});

test('only the last 30', () => {
  const values = Array.from({ length: 40 }, (_, i) => i);
  const text = chart({ title: 't', unit: 'u', points: values.map((value) => ({ at: '2026', value })) });
  expect(text).toContain(`x-axis 1 --> ${CHART_RUNS}`);
  expect(text).toContain('line [10, 11');
});

test.each([
  [[3, 4], 4.5],
  [[60, 75], 85],
  [[0, 0], 1],
  [[0.2, 0.31], 0.35],
])('the axis of %p goes to %p', (values, top) => {
  expect(drawn(values)).toContain(`y-axis 0 --> ${top}`);
});

test('a title cannot leave its quotes', () => {
  const text = chart({ title: 'a"]\n```\n<img>', unit: '"x', points: points([1, 2]) });
  expect(text).toContain('title "aimg, in x"');
  expect(text.match(/```/g)).toHaveLength(2);
});
