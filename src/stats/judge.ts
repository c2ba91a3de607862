import { textsOf } from '../texts';
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
export function judge(
  { verdict, ratio, interval, further }: Comparison,
  thresholds: Thresholds,
  { judged: say } = textsOf({}).comparison,
): Judgement {
  const { warn_percent: warn, fail_percent: fail } = thresholds;
  if (verdict === 'slower') {
    const reason = say.slower(ratio - 1, warn, fail);
    const slower = (ratio - 1) * 100;
    if (slower >= fail) return { result: 'fail', reason };
    return { result: slower >= warn ? 'warn' : 'pass', reason };
  }
  if (verdict === 'faster') return { result: 'pass', reason: say.faster(1 - ratio) };
  if (verdict === 'no difference shown' && interval && (interval.high - 1) * 100 < fail) {
    return { result: 'pass', reason: say.excluded(fail, interval.high - 1) };
  }
  return { result: 'unknown', reason: say.open(fail, further?.runs ?? 0) };
}
