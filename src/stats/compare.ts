import { type Language, type Texts, textsOf } from '../texts';
import { type Interval, ratioInterval } from './bootstrap';
import { type Further, furtherRuns } from './further';
import { seeded } from './random';
import { leastP, type RankTest, rankSumTest } from './rank-sum';
import { leastPairedP, signedRankTest } from './signed-rank';
import { median, noise } from './summary';
import { type Warning, warningsOf } from './warnings';

/** What the machine did just before a run began, when nothing of ours was running. */
export interface Before {
  /** Load average of the last minute, per processor. */
  readonly loadPerCpu: number | null;
  /** Share of the last seconds in which something waited for a disk (`some avg10` of /proc/pressure/io), 0 to 1. */
  readonly ioWait: number | null;
}

export interface Run {
  /** Above 0. */
  readonly seconds: number;
  readonly before?: Before;
}

/** The runs of one side, in the order in which they were made. */
export interface Sample {
  readonly name: string;
  readonly runs: readonly Run[];
  /** `declared`: somebody wrote the figure down; nobody measured it here. */
  readonly how: 'measured' | 'declared';
}

export interface CompareOptions {
  /** Run in turn (a, b, a, b, ...), so that run k of a and run k of b make a pair. */
  readonly paired: boolean;
  /** Default 0.05. */
  readonly alpha?: number;
  /** Rounds of the bootstrap, default 10,000. */
  readonly rounds?: number;
  /** Default 1: the same runs always give the same interval. */
  readonly seed?: number;
  /** Of its reason, its warnings and what would settle it. */
  readonly language?: Language;
}

/** `observed, not established`: so few runs that no outcome could establish anything, or a declared figure. */
export type Verdict = 'faster' | 'slower' | 'no difference shown' | 'observed, not established';

export interface Side {
  readonly name: string;
  readonly how: Sample['how'];
  readonly runs: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Run-to-run noise as a share of the median; null below 3 runs. */
  readonly noise: number | null;
}

export interface Comparison {
  readonly a: Side;
  readonly b: Side;
  readonly paired: boolean;
  /** Median of b divided by median of a: below 1, b is faster. */
  readonly ratio: number;
  /** 95 %; null where a single run or a declared figure allows none. */
  readonly interval: Interval | null;
  readonly test: (RankTest & { readonly name: 'signed-rank' | 'rank-sum' }) | null;
  readonly verdict: Verdict;
  /** Why it is that verdict, in a sentence. */
  readonly reason: string;
  /** What would settle it; null when it is settled. */
  readonly further: Further | null;
  readonly warnings: readonly Warning[];
}

/**
 * Compares b with a. A verdict of faster or slower needs both: the exact rank test at or below alpha, and an interval of the
 * ratio that leaves out 1.
 *
 * @throws RangeError for an empty sample, a time that is not above 0, or pairs that are not equally many
 */
export function compare(a: Sample, b: Sample, options: CompareOptions): Comparison {
  for (const sample of [a, b]) check(sample);
  const { paired, alpha = 0.05, rounds = 10_000, seed = 1 } = options;
  const say = textsOf(options).comparison;
  const [timesA, timesB] = [secondsOf(a), secondsOf(b)];
  if (paired && timesA.length !== timesB.length) {
    throw new RangeError(`Pairs need equally many runs: ${a.name} has ${timesA.length}, ${b.name} ${timesB.length}.`);
  }
  const sides = {
    a: side(a),
    b: side(b),
    paired,
    ratio: median(timesB) / median(timesA),
    warnings: warningsOf(a, b, paired, say.warnings),
  };
  const declared = [a, b].filter((sample) => sample.how === 'declared');
  if (declared.length > 0) {
    const reason = say.declared(declared.map((s) => s.name));
    const further = { runs: null, method: say.noRunsSettle };
    return { ...sides, interval: null, test: null, verdict: 'observed, not established', reason, further };
  }

  const test = paired
    ? ({ name: 'signed-rank', ...signedRankTest(timesA.map((x, i) => Math.log(timesB[i]! / x))) } as const)
    : ({ name: 'rank-sum', ...rankSumTest(timesA, timesB) } as const);
  const lone = timesA.length < 2 || timesB.length < 2;
  const interval = lone ? null : ratioInterval(timesA, timesB, { paired, rounds, random: seeded(seed) });
  const verdict = verdictOf(sides.ratio, interval, test, least(timesA, timesB, paired) <= alpha, alpha, say);
  const settled = verdict.verdict === 'faster' || verdict.verdict === 'slower';
  const further = settled ? null : furtherRuns(timesA, timesB, paired, alpha, say.further);
  return { ...sides, interval, test, ...verdict, further };
}

function verdictOf(
  ratio: number,
  interval: Interval | null,
  { p }: RankTest,
  reachable: boolean,
  alpha: number,
  say: Texts['comparison'],
) {
  if (!reachable || interval === null) {
    return { verdict: 'observed, not established', reason: say.tooFew(p, alpha) } as const;
  }
  const apart = interval.low > 1 || interval.high < 1;
  if (p <= alpha && apart) {
    return { verdict: ratio < 1 ? 'faster' : 'slower', reason: say.apart(p) } as const;
  }
  const reason = p > alpha ? say.unlikely(p, alpha) : say.reachesOne(p);
  return { verdict: 'no difference shown', reason } as const;
}

const least = (a: readonly number[], b: readonly number[], paired: boolean) =>
  paired ? leastPairedP(a.length) : leastP(a.length, b.length);

const secondsOf = (sample: Sample) => sample.runs.map((run) => run.seconds);

function check({ name, runs }: Sample): void {
  if (runs.length === 0) throw new RangeError(`${name} has no runs.`);
  const wrong = runs.find(({ seconds }) => !(seconds > 0 && Number.isFinite(seconds)));
  if (wrong) throw new RangeError(`${name}: ${wrong.seconds} is no duration; allowed are seconds above 0.`);
}

function side(sample: Sample): Side {
  const times = secondsOf(sample);
  return {
    name: sample.name,
    how: sample.how,
    runs: times.length,
    median: median(times),
    low: Math.min(...times),
    high: Math.max(...times),
    noise: noise(times) ?? null,
  };
}
