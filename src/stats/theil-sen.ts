import { quantileOfSorted } from './summary';

export interface Slope {
  readonly estimate: number;
  /** About 95 % of such intervals hold the true slope, if what is left over is independent from point to point. */
  readonly low: number;
  readonly high: number;
}

const Z95 = 1.96;

/**
 * The median of the slopes between all pairs of points, which single jumps (a big build, a clean-up) move little, with
 * Sen's interval from the variance of Kendall's S without ties: n (n − 1) (2 n + 5) / 18.
 *
 * Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63 (1968).
 *
 * @param points each with its own x, at least two
 */
export function theilSen(points: readonly (readonly [x: number, y: number])[]): Slope {
  const slopes = points
    .flatMap(([x1, y1], i) => points.slice(i + 1).map(([x2, y2]) => (y2 - y1) / (x2 - x1)))
    .sort((a, b) => a - b);
  const n = points.length;
  const spread = Z95 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  const at = (rank: number) => slopes[Math.min(Math.max(rank, 1), slopes.length) - 1]!;
  return {
    estimate: quantileOfSorted(slopes, 0.5),
    low: at(Math.floor((slopes.length - spread) / 2)),
    high: at(Math.ceil((slopes.length + spread) / 2) + 1),
  };
}
