import { costOf } from '../evidence/cost';
import type { Evidence, StepRecord } from '../evidence/evidence';
import { exitCode } from '../evidence/evidence';
import { scoreVerdict } from '../evidence/scorecard';
import type { Check } from '../steps/step';
import { type Language, type Speech, speechIn } from '../texts';

export const RESULT_SIGNS: Record<Check['result'], string> = {
  pass: '✅',
  fail: '❌',
  unknown: '❔',
  'not-applicable': '➖',
};

/** The language that a run was configured to report in. */
export const speechOf = ({ config }: Evidence): Speech => speechIn(config.language);

/** One line for a step: what became of it. */
export function stepVerdict({ outcome, plan, kind }: StepRecord, language?: Language): string {
  const { common, report } = speechIn(language).texts;
  const { outcomes } = common;
  if (kind === 'measurement' && outcome === 'done') return outcomes.measured;
  if (outcome === 'refused' && plan?.verdict === 'unknown') return report.cannotPlan;
  if (outcome !== 'planned') return outcomes[outcome];
  if (plan?.verdict !== 'changes') return outcomes['nothing-to-do'];
  return (kind === 'measurement' ? report.actionsPlanned : report.changesPlanned)(plan.changes.length);
}

/** The first line of every report. */
export function verdict(evidence: Evidence): string {
  const { mode, steps, scorecard } = evidence;
  const { texts, language } = speechOf(evidence);
  const score = scorecard && scoreVerdict(scorecard, language);
  const [only] = steps;
  if (steps.length === 1 && only) return score ?? `${only.step}${texts.common.colon} ${stepVerdict(only, language)}`;
  const all = `${mode}${texts.common.colon} ${exitCode(evidence) === 0 ? texts.report.stepsWell : texts.report.stepsNotWell}`;
  return score ? `${score}; ${all}` : all;
}

/**
 * Hash of the plan that waits for approval; undefined where there is nothing to change, or more than one plan. A
 * measurement needs no approval: beside a change its plan does not count.
 */
export const planHashOf = ({ steps }: Evidence): string | undefined => {
  const planned = steps.flatMap(({ plan, kind }) => (plan?.verdict === 'changes' ? [{ hash: plan.hash, kind }] : []));
  const changes = planned.filter(({ kind }) => kind !== 'measurement');
  const [plan, ...others] = changes.length > 0 ? changes : planned;
  return others.length === 0 ? plan?.hash : undefined;
};

export const didChange = ({ steps }: Evidence): boolean =>
  steps.some(
    ({ kind, applied }) => kind !== 'measurement' && (applied?.events.some((e) => e.event === 'done') ?? false),
  );

/** What was spent: nothing is ever bought, and minutes of hosted runners cost what the configuration says. */
export function costLine(evidence: Evidence): string {
  const { minutes, usd } = costOf(evidence);
  const { texts, format } = speechOf(evidence);
  const price = evidence.config.cost.runner_minute_usd;
  return texts.report.cost(format.dollars(usd), minutes, format.price(price));
}
