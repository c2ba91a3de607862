import { DAY, type Forecast, type Reached } from '../stats/forecast';
import type { Check } from '../steps/step';

/** Days ahead that leave time to do something about it. */
const AHEAD_DAYS = 14;

/** Whether `/` stays below every fill level that matters for the next two weeks, at the growth seen so far. */
export function forecastCheck({ marks, growth, unknown, days }: Forecast, now: Date): Check {
  const about = {
    id: 'disk_forecast',
    title: 'Forecast for /',
    target: `no fill level that matters within ${AHEAD_DAYS} days`,
    how: 'estimated: the robust slope (Theil-Sen) of how full it was, from the history',
  };
  if (!growth) return { ...about, measured: `not known: ${unknown}`, result: 'unknown' };
  const soon = marks.filter((mark) => isSoon(mark, now));
  const measured = soon.length > 0 ? soon.map(words).join('; ') : `none, from ${days} days of history`;
  return { ...about, measured, result: soon.length > 0 ? 'fail' : 'pass' };
}

const isSoon = ({ bytesLeft, at }: Reached, now: Date) =>
  (bytesLeft !== undefined && bytesLeft <= 0) ||
  (at !== undefined && Date.parse(at) - now.getTime() < AHEAD_DAYS * DAY);

const words = ({ title, bytesLeft, at }: Reached) =>
  bytesLeft !== undefined && bytesLeft <= 0 ? `${title}: already` : `${title}: about ${at?.slice(0, 10)}`;
