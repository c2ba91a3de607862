import type { Evidence } from '../evidence/evidence';
import { isUnreadable, type Unreadable } from '../facts/reading';
import type { BuildRun } from '../facts/results';
import { median } from '../stats/summary';
import { type BuildTestResult, goodRuns } from './result';

interface SeesBuilds {
  /** Of the step build-test. */
  readonly result?: BuildTestResult | Unreadable;
  /** Of the step validate. */
  readonly builds?: readonly BuildRun[] | Unreadable;
}

/**
 * Median in seconds of the cold builds that ended well, of the newest build test that the run has seen; undefined where it saw
 * none. The build as it is, not one with a patch that was tried.
 */
export function buildSeconds({ steps }: Pick<Evidence, 'steps'>): number | undefined {
  for (const { before, after } of steps.toReversed()) {
    const { result, builds } = ((after ?? before)?.facts ?? {}) as SeesBuilds;
    const cold = [
      ...(result && !isUnreadable(result) ? goodRuns(result, 'cold') : []),
      ...(builds && !isUnreadable(builds) ? builds.filter(({ scenario, ok }) => scenario === 'cold' && ok) : []),
    ];
    if (cold.length > 0) return Number(median(cold.map(({ seconds }) => seconds)).toFixed(3));
  }
  return undefined;
}
