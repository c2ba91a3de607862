import { pick, type Random } from './random';
import { median, quantileOfSorted } from './summary';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * 95 % percentile interval of median(b) / median(a): both samples are drawn again, with replacement, `rounds` times. Pairs
 * (`paired`: equally many, run in turn) are drawn together, so that what disturbed both does not widen it.
 */
export function ratioInterval(
  a: readonly number[],
  b: readonly number[],
  { paired, rounds, random }: { paired: boolean; rounds: number; random: Random },
): Interval {
  const places = a.map((_, place) => place);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    if (paired) {
      const drawn = places.map(() => pick(places, random));
      ratios.push(median(drawn.map((place) => b[place]!)) / median(drawn.map((place) => a[place]!)));
    } else {
      ratios.push(median(b.map(() => pick(b, random))) / median(a.map(() => pick(a, random))));
    }
  }
  ratios.sort((x, y) => x - y);
  return { low: quantileOfSorted(ratios, 0.025), high: quantileOfSorted(ratios, 0.975) };
}
