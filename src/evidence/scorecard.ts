import type { Config } from '../config/schema';
import type { Check } from '../steps/step';
import { type Language, speechIn } from '../texts';

/** One line of the scorecard. */
export interface Scored {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly result: Check['result'];
}

export interface Scorecard {
  readonly rows: readonly Scored[];
  /** Points earned: a pass earns its weight, anything else nothing. */
  readonly score: number;
  /** Points of the checks that apply. */
  readonly possible: number;
  /** Points of all checks, also of those that the configuration says do not apply. */
  readonly total: number;
  /** Points of checks whose result is not known. They are not earned. */
  readonly unknown: number;
  /** Percent of the possible points that success needs. */
  readonly needed: number;
  readonly spentUsd: number;
  readonly success: boolean;
}

/** The score over those checks that have a weight in the configuration. */
export function scorecardOf(checks: readonly Check[], config: Config, spentUsd: number): Scorecard {
  const weights = new Map(
    Object.entries(config.checks).flatMap(([id, check]) =>
      typeof check === 'object' ? [[id, check.weight] as const] : [],
    ),
  );
  const rows = checks
    .filter(({ id, informational }) => weights.has(id) && !informational)
    .map(({ id, title, result }) => ({ id, title, weight: weights.get(id)!, result }));
  const sum = (counts: (row: Scored) => boolean) => rows.filter(counts).reduce((all, { weight }) => all + weight, 0);
  const score = sum(({ result }) => result === 'pass');
  const possible = sum(({ result }) => result !== 'not-applicable');
  const needed = config.checks.success;
  return {
    rows,
    score,
    possible,
    total: sum(() => true),
    unknown: sum(({ result }) => result === 'unknown'),
    needed,
    spentUsd,
    success: possible > 0 && 100 * score >= needed * possible && spentUsd === 0,
  };
}

/** `75 of 100, 15 unknown`; where checks do not apply, it is said of how many points the score is. */
export function scoreText({ score, possible, total, unknown }: Scorecard, language?: Language): string {
  const { report } = speechIn(language).texts;
  return report.score(score, possible === total ? `${total}` : report.scoreOfThose(possible, total), unknown);
}

/** The verdict over Phase 1 in one line. */
export function scoreVerdict(card: Scorecard, language?: Language): string {
  const { texts, format } = speechIn(language);
  const { report } = texts;
  const { possible, total, needed, spentUsd, success } = card;
  const points = Math.ceil((needed * possible) / 100);
  const target = possible === total && total === 100 ? report.needed(points) : report.neededShare(needed, points);
  return (success ? report.succeeded : report.notYet)(scoreText(card, language), target, format.dollars(spentUsd));
}
