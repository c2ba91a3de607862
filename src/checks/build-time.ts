import type { Config } from '../config/schema';
import { isUnreadable, type Unreadable } from '../facts/reading';
import type { BuildRun } from '../facts/results';
import { median } from '../stats/summary';
import type { Check } from '../steps/step';
import { textsOf } from '../texts';

/** With fewer a median says little: an exact rank test needs four against four to tell two states apart. */
export const ESTABLISHED = 4;

/** The median of the builds of the newest build test. A declared time is shown, and never passes. */
export function buildTimeCheck(runs: readonly BuildRun[] | Unreadable, config: Config): Check {
  const { target_minutes, scenario, declared_minutes } = config.checks.build_time;
  const say = textsOf(config).checks.buildTime;
  const about = {
    id: 'build_time',
    title: say.title,
    target: say.target(target_minutes),
    how: say.how(scenario),
  };
  const declared = declared_minutes === null ? '' : say.declared(declared_minutes);
  if (isUnreadable(runs)) return { ...about, measured: `${runs.unreadable}${declared}`, result: 'unknown' };
  const tried = runs.filter((run) => run.scenario === scenario);
  const seconds = tried.filter(({ ok }) => ok).map((run) => run.seconds);
  if (seconds.length === 0) {
    const why = tried.length > 0 ? say.noneWell(tried.length) : say.noBuild(scenario);
    return { ...about, measured: `${why}${declared}`, result: 'unknown' };
  }
  const middle = median(seconds);
  const measured = say.measured({
    median: middle,
    builds: seconds.length,
    range: seconds.length > 1 ? { least: Math.min(...seconds), most: Math.max(...seconds) } : undefined,
    failed: tried.length - seconds.length,
    last: Math.max(...tried.map(({ at }) => Date.parse(at))),
    established: seconds.length >= ESTABLISHED,
  });
  return { ...about, measured, result: middle < target_minutes * 60 ? 'pass' : 'fail' };
}
