import type { BuildLine } from '../evidence/history';
import { medianInterval } from '../stats/median-interval';
import type { Scenario, Session } from './data';
import { shown, time } from './shown';

/**
 * Builds of one host by scenario, and in it by run. In lines without a run (schema 0 and 1), those of one day and commit are
 * taken to be one.
 */
export function scenariosOf(lines: readonly BuildLine[]): readonly Scenario[] {
  const scenarios = grouped(lines, ({ scenario }) => shown(scenario));
  return [...scenarios].map(([name, builds]) => ({
    name,
    sessions: [...grouped(builds, sessionKey).values()].map(sessionOf).sort((a, b) => a.at - b.at),
  }));
}

function grouped<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): ReadonlyMap<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group) group.push(entry);
    else groups.set(keyOf(entry), [entry]);
  }
  return groups;
}

const sessionKey = ({ run, at, commit }: BuildLine) => run ?? `${at.slice(0, 10)} ${commit}`;

function sessionOf(builds: readonly BuildLine[]): Session {
  const { median, ...interval } = medianInterval(builds.map(({ seconds }) => seconds));
  const at = builds.reduce((least, build) => Math.min(least, time(build.at)), Number.POSITIVE_INFINITY);
  return { at, seconds: median, ...interval, builds: builds.length, commit: shown(builds[0]!.commit.slice(0, 12)) };
}
