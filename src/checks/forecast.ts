import type { Config } from '../config/schema';
import { DAY, type Forecast, type Reached } from '../stats/forecast';
import type { Check } from '../steps/step';
import { type Texts, textsOf } from '../texts';

/** Days ahead that leave time to do something about it. */
const AHEAD_DAYS = 14;

/** Whether `/` stays below every fill level that matters for the next two weeks, at the growth seen so far. */
export function forecastCheck(
  { marks, growth, unknown, days }: Forecast,
  now: Date,
  config?: Pick<Config, 'language'>,
): Check {
  const { forecast: say, notKnown } = textsOf(config ?? {}).checks;
  const about = {
    id: 'disk_forecast',
    title: say.title,
    target: say.target(AHEAD_DAYS),
    how: say.how,
  };
  if (!growth) return { ...about, measured: notKnown(unknown), result: 'unknown' };
  const soon = marks.filter((mark) => isSoon(mark, now));
  const measured = soon.length > 0 ? soon.map((mark) => words(mark, say)).join('; ') : say.none(days);
  return { ...about, measured, result: soon.length > 0 ? 'fail' : 'pass' };
}

const isSoon = ({ bytesLeft, at }: Reached, now: Date) =>
  (bytesLeft !== undefined && bytesLeft <= 0) ||
  (at !== undefined && Date.parse(at) - now.getTime() < AHEAD_DAYS * DAY);

const words = ({ title, bytesLeft, at }: Reached, say: Texts['checks']['forecast']) =>
  bytesLeft !== undefined && bytesLeft <= 0 ? say.already(title) : say.about(title, at);
