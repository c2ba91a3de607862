/** The measured builds of a server, before, between and after its changes. */

import {
  type BuildSet,
  type BuildTestResult,
  goodRuns,
  type MeasuredBuild,
  parseResult,
  SCENARIOS,
} from '../build/result';
import { type Comparison, compare, type Sample } from '../stats/compare';
import { median } from '../stats/summary';
import { type ChangeMade, changesOf } from './changes';
import { type Material, newest, once, outputsOf } from './material';

/** A build that ended well. */
export interface Build {
  readonly at: string;
  readonly scenario: string;
  readonly seconds: number;
  readonly commit: string;
}

/** Every set of measurements that a server has kept and that was read from it, the oldest first. */
export const setsOf = once((material): readonly BuildSet[] => {
  const results = outputsOf(material, 'build_result', 'validate_build_test')
    .map(({ stdout }) => parseResult(stdout))
    .filter((result): result is BuildTestResult => result !== undefined);
  const sets = results.flatMap((result): BuildSet[] => [result, ...result.earlier]);
  const once = [...new Map(sets.map((set) => [set.set, set])).values()];
  return once.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
});

/** From the history and from the sets, each build once, the oldest first. */
export function buildsOf(material: Material): readonly Build[] {
  const fromSets = setsOf(material).flatMap(({ runs, commit }) =>
    runs
      .filter(({ ok, scenario, seconds }) => ok && scenario !== 'prime' && seconds > 0)
      .map(({ at, scenario, seconds }): Build => ({ at, scenario, seconds, commit })),
  );
  const known: readonly Build[] = material.history.builds.filter(({ seconds }) => seconds > 0);
  const key = ({ at, scenario, seconds }: Build) => `${Date.parse(at)} ${scenario} ${seconds}`;
  return [...new Map([...known, ...fromSets].map((build) => [key(build), build])).values()].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  );
}

/** In the order in which they are measured, then those that only a history knows. */
export function scenariosOf(builds: readonly Build[]): readonly string[] {
  const there = new Set(builds.map(({ scenario }) => scenario));
  const known: readonly string[] = SCENARIOS;
  return [...known.filter((name) => there.has(name)), ...[...there].filter((name) => !known.includes(name)).sort()];
}

export interface Effect {
  readonly scenario: string;
  /** Null where nothing was measured on one side, and nothing was declared. */
  readonly comparison: Comparison | null;
  readonly before: readonly Build[];
  readonly after: readonly Build[];
  /** Whether the builds of both sides were made from one and the same commit; undefined where that is not known. */
  readonly sameCommit: boolean | undefined;
}

/** Builds of before the first change against those of after the last, for each scenario that was measured. */
export function wholeEffect(material: Material): readonly Effect[] {
  const changes = changesOf(material);
  const [first, last] = [changes[0]?.at, changes.at(-1)?.at];
  const declared = newest(material).config.build_test.baseline.declared_minutes;
  const builds = buildsOf(material);
  return scenariosOf(builds).map((scenario) => {
    const own = builds.filter((build) => build.scenario === scenario);
    const before = first === undefined ? [] : own.filter(({ at }) => Date.parse(at) < Date.parse(first));
    const after = last === undefined ? own : own.filter(({ at }) => Date.parse(at) > Date.parse(last));
    const instead = scenario === 'cold' && before.length === 0 && declared !== null ? declared * 60 : undefined;
    return effect(scenario, before, after, instead);
  });
}

export interface ChangeEffect {
  readonly change: ChangeMade;
  readonly effects: readonly Effect[];
}

/** What each change did alone: builds between the change before it and itself, against those until the next one. */
export function effectsOfChanges(material: Material): readonly ChangeEffect[] {
  const changes = changesOf(material);
  const builds = buildsOf(material);
  return changes.map((change, index) => {
    const [start, middle, end] = [changes[index - 1]?.at, change.at, changes[index + 1]?.at].map((at) =>
      at === undefined ? undefined : Date.parse(at),
    );
    const within = ({ at }: Build, from: number | undefined, to: number | undefined) =>
      (from === undefined || Date.parse(at) > from) && (to === undefined || Date.parse(at) < to);
    const effects = scenariosOf(builds).flatMap((scenario) => {
      const own = builds.filter((build) => build.scenario === scenario);
      const [before, after] = [own.filter((b) => within(b, start, middle)), own.filter((b) => within(b, middle, end))];
      return before.length > 0 && after.length > 0 ? [effect(scenario, before, after)] : [];
    });
    return { change, effects };
  });
}

function effect(scenario: string, before: readonly Build[], after: readonly Build[], declaredSeconds?: number): Effect {
  const a: Sample =
    declaredSeconds === undefined
      ? { name: 'before', how: 'measured', runs: before }
      : { name: 'before', how: 'declared', runs: [{ seconds: declaredSeconds }] };
  const b: Sample = { name: 'after', how: 'measured', runs: after };
  const comparison = a.runs.length > 0 && after.length > 0 ? compare(a, b, { paired: false }) : null;
  const commits = new Set([...before, ...after].map(({ commit }) => commit));
  const known = before.length > 0 && !commits.has('');
  return { scenario, comparison, before, after, sameCommit: known ? commits.size === 1 : undefined };
}

/** How much of a scenario's builds the disk was waited for, by the newest set that tells it. */
export interface DiskShare {
  readonly scenario: string;
  readonly builds: number;
  readonly seconds: number;
  /** Share of the time in which something waited for a disk (`some`), and in which everything did (`full`): 0 to 1. */
  readonly some: number;
  readonly full: number;
}

/**
 * From the counters of /proc/pressure/io, medians over the builds of a set. `some` is the share in which at least one task
 * waited, `full` that in which no task did anything else (https://docs.kernel.org/accounting/psi.html). They count the whole
 * server, and some of what waits for a disk would wait for a faster one too.
 */
export function diskShares(material: Material): readonly DiskShare[] {
  const sets = setsOf(material);
  return (['cold', 'changed'] as const).flatMap((scenario) => {
    const told = (set: BuildSet) => goodRuns(set, scenario).filter(isTold);
    const runs = sets.map(told).findLast((all) => all.length > 0);
    if (!runs) return [];
    const share = (of: (run: Told) => number) => Math.min(1, median(runs.map((run) => of(run) / 1e6 / run.seconds)));
    return [
      {
        scenario,
        builds: runs.length,
        seconds: median(runs.map(({ seconds }) => seconds)),
        some: share((run) => run.io_some_us),
        full: share((run) => run.io_full_us),
      },
    ];
  });
}

type Told = MeasuredBuild & { readonly io_some_us: number; readonly io_full_us: number };
const isTold = (run: MeasuredBuild): run is Told =>
  run.io_some_us !== null && run.io_full_us !== null && run.seconds > 0;
