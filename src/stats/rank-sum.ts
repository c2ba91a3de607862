import { upperTail } from './normal';
import { doubledRanks } from './ranks';

/** Up to this many values in all the test is exact; beyond, a normal approximation (with tie and continuity correction). */
export const EXACT_UP_TO = 60;

export interface RankTest {
  /** Two-sided: the chance of a difference at least this clear when there is none. */
  readonly p: number;
  readonly exact: boolean;
}

/**
 * Two-sided rank-sum test of two independent samples (Wilcoxon; Mann and Whitney). Exact also with ties: it counts, over all
 * ways to divide the pooled middle ranks into two groups of these sizes, those whose rank sum lies at least as far from its
 * mean as the one observed.
 */
export function rankSumTest(a: readonly number[], b: readonly number[]): RankTest {
  const ranks = doubledRanks([...a, ...b]);
  const sum = total(ranks.slice(0, a.length));
  const mean = a.length * (ranks.length + 1);
  const distance = Math.abs(sum - mean);
  if (ranks.length > EXACT_UP_TO) return { p: approximate(ranks, a.length, distance), exact: false };
  return { p: exactly(ranks, a.length, mean, distance), exact: true };
}

/** The least p that samples of these sizes can reach: 0.1 for 3 against 3. */
export function leastP(sizeA: number, sizeB: number): number {
  let ways = 1;
  for (let i = 1; i <= sizeA; i++) ways = (ways * (sizeB + i)) / i;
  return Math.min(1, 2 / ways);
}

function exactly(ranks: readonly number[], size: number, mean: number, distance: number): number {
  const highest = total(ranks);
  // ways[k][s]: in how many ways k of the ranks so far add up to s. Counts above 2^53 are rounded, each by 1e-16 of itself.
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(highest + 1));
  ways[0]![0] = 1;
  ranks.forEach((rank, seen) => {
    for (let k = Math.min(size, seen + 1); k >= 1; k--) {
      const [from, to] = [ways[k - 1]!, ways[k]!];
      for (let s = highest; s >= rank; s--) to[s]! += from[s - rank]!;
    }
  });
  let [extreme, all] = [0, 0];
  ways[size]!.forEach((count, s) => {
    all += count;
    if (Math.abs(s - mean) >= distance) extreme += count;
  });
  return extreme / all;
}

function approximate(ranks: readonly number[], size: number, distance: number): number {
  const n = ranks.length;
  const variance = (size * (n - size) * (n ** 3 - n - tieTerm(ranks))) / (12 * n * (n - 1));
  if (variance === 0) return 1;
  const z = Math.max(0, distance / 2 - 0.5) / Math.sqrt(variance);
  return Math.min(1, 2 * upperTail(z));
}

function tieTerm(ranks: readonly number[]): number {
  const groups = new Map<number, number>();
  for (const rank of ranks) groups.set(rank, (groups.get(rank) ?? 0) + 1);
  return total([...groups.values()].map((t) => t ** 3 - t));
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** How often a value of b is above one of a, ties counted half: 0.5 is no difference. */
export function superiority(a: readonly number[], b: readonly number[]): number {
  const wins = a.map((x) => total(b.map((y) => (y > x ? 1 : y === x ? 0.5 : 0))));
  return total(wins) / (a.length * b.length);
}
