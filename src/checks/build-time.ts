import type { Config } from '../config/schema';
import { isUnreadable, type Unreadable } from '../facts/reading';
import type { BuildRun } from '../facts/results';
import { median } from '../stats/summary';
import type { Check } from '../steps/step';
import { duration } from '../units';
import { day } from './when';

/** With fewer a median says little: an exact rank test needs four against four to tell two states apart. */
const ESTABLISHED = 4;

/** The median of the builds of the newest build test. A declared time is shown, and never passes. */
export function buildTimeCheck(runs: readonly BuildRun[] | Unreadable, { checks }: Config): Check {
  const { target_minutes, scenario, declared_minutes } = checks.build_time;
  const about = {
    id: 'build_time',
    title: 'Build time',
    target: `< ${target_minutes} min, measured`,
    how: `measured: builds of the scenario ${scenario} by the step build-test`,
  };
  const declared = declared_minutes === null ? '' : `; ${declared_minutes} min declared, which is no measurement`;
  if (isUnreadable(runs)) return { ...about, measured: `${runs.unreadable}${declared}`, result: 'unknown' };
  const tried = runs.filter((run) => run.scenario === scenario);
  const seconds = tried.filter(({ ok }) => ok).map((run) => run.seconds);
  if (seconds.length === 0) {
    const why = tried.length > 0 ? `none of ${tried.length} builds ended well` : `no build of the scenario ${scenario}`;
    return { ...about, measured: `${why}${declared}`, result: 'unknown' };
  }
  const middle = median(seconds);
  const last = day(Math.max(...tried.map(({ at }) => Date.parse(at))));
  const words = [
    `${seconds.length} ${seconds.length === 1 ? 'build' : 'builds'}`,
    ...(seconds.length > 1 ? [`${duration(Math.min(...seconds))} to ${duration(Math.max(...seconds))}`] : []),
    ...(tried.length > seconds.length ? [`${tried.length - seconds.length} failed`] : []),
    last,
    ...(seconds.length < ESTABLISHED ? ['observed, not established'] : []),
  ];
  const result = middle < target_minutes * 60 ? 'pass' : 'fail';
  return { ...about, measured: `${duration(middle)} (${words.join(', ')})`, result };
}
