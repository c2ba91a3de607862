const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** @throws RangeError for no values: a median of nothing is not zero. */
export function median(values: readonly number[]): number {
  return quantileOfSorted(ascending(values), 0.5);
}

/** Between two values it is interpolated linearly (type 7 of Hyndman and Fan). */
export const quantile = (values: readonly number[], share: number) => quantileOfSorted(ascending(values), share);

export function quantileOfSorted(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) throw new RangeError('There is no median of no values.');
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (place - below);
}

/** Median absolute deviation, as it is: times 1.4826 it estimates the standard deviation of normal values. */
export function mad(values: readonly number[]): number {
  const middle = median(values);
  return median(values.map((value) => Math.abs(value - middle)));
}

/** The usual size of the run-to-run noise as a share of the median (1.4826 MAD / median); undefined below 3 values. */
export function noise(values: readonly number[]): number | undefined {
  return values.length < 3 ? undefined : (1.4826 * mad(values)) / median(values);
}

const FAR = 3.5;
const FEWEST = 5;

/**
 * Places of values that lie far off: |0.6745 (x - median) / MAD| > 3.5, the modified z-score of Iglewicz and Hoaglin
 * (1993). Fewer than 5 values, or more than half of them equal, say nothing about what is usual: then none is named.
 */
export function outliers(values: readonly number[]): readonly number[] {
  if (values.length < FEWEST) return [];
  const [middle, spread] = [median(values), mad(values)];
  if (spread === 0) return [];
  return values.flatMap((value, place) => (Math.abs((0.6745 * (value - middle)) / spread) > FAR ? [place] : []));
}
