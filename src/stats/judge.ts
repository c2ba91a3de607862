import type { Comparison } from './compare';

/** Slow-downs in percent of the baseline's median. */
export interface Thresholds {
  readonly warn_percent: number;
  readonly fail_percent: number;
}

export interface Judgement {
  readonly result: 'pass' | 'warn' | 'fail' | 'unknown';
  readonly reason: string;
}

/**
 * Holds a comparison against the thresholds. It fails or warns only on a slow-down that is established, passes only where
 * the interval excludes a slow-down as large as the one that fails, and is unknown otherwise.
 */
export function judge({ verdict, ratio, interval, further }: Comparison, thresholds: Thresholds): Judgement {
  const { warn_percent: warn, fail_percent: fail } = thresholds;
  const percent = (value: number) => `${((value - 1) * 100).toFixed(1)} %`;
  if (verdict === 'slower') {
    const reason = `slower by ${percent(ratio)} (warns from ${warn} %, fails from ${fail} %)`;
    const slower = (ratio - 1) * 100;
    if (slower >= fail) return { result: 'fail', reason };
    return { result: slower >= warn ? 'warn' : 'pass', reason };
  }
  if (verdict === 'faster') return { result: 'pass', reason: `faster by ${percent(2 - ratio)}` };
  if (verdict === 'no difference shown' && interval && (interval.high - 1) * 100 < fail) {
    return {
      result: 'pass',
      reason: `a slow-down of ${fail} % or more is excluded (at most ${percent(interval.high)})`,
    };
  }
  const more = further?.runs ? `; ${further.runs} further runs of each may settle it` : '';
  return { result: 'unknown', reason: `neither shown nor excluded that it is slower by ${fail} %${more}` };
}
