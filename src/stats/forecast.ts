/** When `/` will be full enough for trouble, at the growth seen so far. Pure. */

import { textsOf } from '../texts';
import { median } from './summary';
import { type Slope, theilSen } from './theil-sen';

export const DAY = 86_400_000;

/** With less, a single large build would be taken for the growth of every day. */
const LEAST_DAYS = 3;
const LEAST_VALUES = 4;
/** Growth of long ago says little about that of now. */
const WINDOW_DAYS = 90;

export interface HistoryPoint {
  readonly at: string;
  readonly usedBytes: number;
}

/** A fill level that matters, and how many more bytes reach it (negative: it is exceeded). */
export interface Mark {
  readonly title: string;
  readonly bytesLeft: number;
}

export interface Reached {
  readonly title: string;
  readonly bytesLeft?: number;
  /** Why it is not known how much is left. */
  readonly unknown?: string;
  /** Times, by the estimated slope and by the ends of its interval; absent where growth that slow never reaches it. */
  readonly at?: string;
  readonly earliest?: string;
  readonly latest?: string;
}

export interface Forecast {
  readonly days: number;
  readonly values: number;
  /** Bytes a day; undefined when there is too little history. */
  readonly growth?: Slope;
  readonly marks: readonly Reached[];
  /** Why nothing is said; empty when something is. */
  readonly unknown: string;
}

/**
 * One value a day (the median of its points) of the last 90 days goes in: points close together are not independent.
 *
 * It needs at least 3 days between the first and the last value, and values of at least 4 days; otherwise it is unknown.
 *
 * @param points in any order; what lies after `now` is left out
 * @param tooLittle what is said where there is too little history
 */
export function forecast(
  points: readonly HistoryPoint[],
  marks: readonly Mark[],
  now: Date,
  tooLittle = textsOf({}).checks.forecast.tooLittle,
): Forecast {
  const values = daily(points, now);
  const days = values.length > 1 ? values.at(-1)![0] - values[0]![0] : 0;
  const known = { days: Math.floor(days * 10) / 10, values: values.length };
  if (days < LEAST_DAYS || values.length < LEAST_VALUES) {
    const unknown = tooLittle(known.values, known.days, LEAST_VALUES, LEAST_DAYS);
    return { ...known, marks: marks.map(({ title, bytesLeft }) => ({ title, bytesLeft })), unknown };
  }
  const growth = theilSen(values);
  return { ...known, growth, marks: marks.map((mark) => reached(mark, growth, now)), unknown: '' };
}

/** `[day, bytes]`, the day as a number with its fraction, by day in UTC. */
function daily(points: readonly HistoryPoint[], now: Date): readonly (readonly [number, number])[] {
  const byDay = new Map<number, { time: number; bytes: number }[]>();
  for (const { at, usedBytes } of points) {
    const time = Date.parse(at) / DAY;
    const age = now.getTime() / DAY - time;
    if (!(age >= 0 && age <= WINDOW_DAYS)) continue;
    const day = Math.floor(time);
    byDay.set(day, [...(byDay.get(day) ?? []), { time, bytes: usedBytes }]);
  }
  return [...byDay]
    .sort(([a], [b]) => a - b)
    .map(([, day]) => [median(day.map(({ time }) => time)), median(day.map(({ bytes }) => bytes))] as const);
}

function reached({ title, bytesLeft }: Mark, { estimate, low, high }: Slope, now: Date): Reached {
  const when = (slope: number) => {
    if (bytesLeft <= 0) return now.toISOString();
    const time = now.getTime() + (bytesLeft / slope) * DAY;
    return slope > 0 && time < 8.64e15 ? new Date(time).toISOString() : undefined;
  };
  const [at, earliest, latest] = [when(estimate), when(high), when(low)];
  return { title, bytesLeft, ...(at && { at }), ...(earliest && { earliest }), ...(latest && { latest }) };
}
