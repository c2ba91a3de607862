import { textsOf } from '../texts';
import { Z_80, Z_975 } from './normal';
import { leastP, superiority } from './rank-sum';
import { leastPairedP, walshShare } from './signed-rank';

export interface Further {
  /** Further runs of each side; null when there is no number worth naming. */
  readonly runs: number | null;
  /** How the number was obtained, or why there is none. */
  readonly method: string;
}

/** More than this, and the answer is that the difference is too small for this noise. */
const MOST = 200;

/**
 * Noether's sample sizes (1987) for 80 % power at the two-sided level, at the effect that was observed:
 * rank-sum N = (z + z')² / (12 c (1 - c) (P - ½)²) in all, here with c = ½; signed-rank n = (z + z')² / (3 (P' - ½)²).
 * Never below the size from which the exact test can reach the level at all.
 */
export function furtherRuns(
  a: readonly number[],
  b: readonly number[],
  paired: boolean,
  alpha: number,
  say = textsOf({}).comparison.further,
): Further {
  const have = Math.min(a.length, b.length);
  const floor = smallestSize(paired, alpha);
  if (have < 3) {
    return {
      runs: Math.max(0, floor - have),
      method: say.fewest(floor),
    };
  }
  const share = paired ? walshShare(b.map((y, i) => Math.log(y / a[i]!))) : superiority(a, b);
  const power = (Z_975 + Z_80) ** 2;
  const needed = Math.ceil(power / ((paired ? 3 : 6) * (share - 0.5) ** 2));
  const size = Math.max(floor, needed, have + 1);
  if (!Number.isFinite(needed) || size > MOST) {
    return {
      runs: null,
      method: say.tooSmall(MOST),
    };
  }
  return {
    runs: size - have,
    method: say.noether(size),
  };
}

function smallestSize(paired: boolean, alpha: number): number {
  let size = 1;
  while ((paired ? leastPairedP(size) : leastP(size, size)) > alpha) size++;
  return size;
}
