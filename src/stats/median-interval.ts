import { quantileOfSorted } from './summary';

export interface MedianInterval {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Whether it holds the true median in at least 95 % of cases; otherwise it is only the range of the values. */
  readonly established: boolean;
}

const TAIL = 0.025;

/**
 * The median and its interval from order statistics: no form of distribution is assumed. Of values x(1) to x(n) it is
 * x(k) to x(n + 1 − k), with the greatest k for which P(B < k) ≤ 2.5 %, B binomial (n, ½); it needs at least 6 values.
 *
 * Hahn and Meeker, "Statistical Intervals" (1991), section 5.2.
 *
 * @param values at least one, in any order
 */
export function medianInterval(values: readonly number[]): MedianInterval {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const k = rank(n);
  const median = quantileOfSorted(sorted, 0.5);
  return { median, low: sorted[Math.max(k, 1) - 1]!, high: sorted[n - Math.max(k, 1)]!, established: k >= 1 };
}

/** 0 where there are too few values. In logarithms, since ½ to the n is 0 for a computer beyond n = 1074. */
function rank(n: number): number {
  let k = 0;
  let logTerm = -n * Math.LN2;
  let below = Math.exp(logTerm);
  while (below <= TAIL && k < n / 2) {
    k += 1;
    logTerm += Math.log((n - k + 1) / k);
    below += Math.exp(logTerm);
  }
  return k;
}
