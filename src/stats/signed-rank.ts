import { upperTail } from './normal';
import { EXACT_UP_TO, type RankTest } from './rank-sum';
import { doubledRanks } from './ranks';

/**
 * Two-sided signed-rank test of paired differences (Wilcoxon). Exact also with ties: it counts, over all ways to give the
 * ranks a sign, those whose positive sum lies at least as far from its mean as the one observed. Differences of zero are
 * left out, as Wilcoxon did; with none left, p is 1.
 */
export function signedRankTest(differences: readonly number[]): RankTest {
  const moved = differences.filter((difference) => difference !== 0);
  if (moved.length === 0) return { p: 1, exact: true };
  const ranks = doubledRanks(moved.map(Math.abs));
  const all = ranks.reduce((sum, rank) => sum + rank, 0);
  const positive = ranks.reduce((sum, rank, i) => sum + (moved[i]! > 0 ? rank : 0), 0);
  const distance = Math.abs(positive - all / 2);
  if (ranks.length > EXACT_UP_TO) return { p: approximate(ranks, distance), exact: false };

  const chance = new Float64Array(all + 1);
  chance[0] = 1;
  for (const rank of ranks) {
    for (let s = all; s >= 0; s--) chance[s] = chance[s]! / 2 + (s >= rank ? chance[s - rank]! / 2 : 0);
  }
  let p = 0;
  chance.forEach((value, s) => {
    if (Math.abs(s - all / 2) >= distance) p += value;
  });
  return { p: Math.min(1, p), exact: true };
}

/** The least p that this many pairs can reach: 0.0625 for 5. */
export const leastPairedP = (pairs: number) => Math.min(1, 2 / 2 ** pairs);

function approximate(ranks: readonly number[], distance: number): number {
  // The variance of a sum of independent halves: with ranks as they are, ties need no correction of their own.
  const variance = ranks.reduce((sum, rank) => sum + (rank / 2) ** 2, 0) / 4;
  return Math.min(1, 2 * upperTail(Math.max(0, distance / 2 - 0.5) / Math.sqrt(variance)));
}

/** How often the mean of two differences is above zero (over all pairs, ties half): 0.5 is no difference. */
export function walshShare(differences: readonly number[]): number {
  let [above, count] = [0, 0];
  differences.forEach((x, i) => {
    for (const y of differences.slice(i + 1)) {
      count++;
      above += x + y > 0 ? 1 : x + y === 0 ? 0.5 : 0;
    }
  });
  return count === 0 ? Number.NaN : above / count;
}
