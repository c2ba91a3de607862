import { costOf } from '../evidence/cost';
import type { Evidence, Outcome, StepRecord } from '../evidence/evidence';
import { exitCode } from '../evidence/evidence';
import { scoreVerdict } from '../evidence/scorecard';
import type { Check } from '../steps/step';

const OUTCOMES: Record<Outcome, string> = {
  planned: 'planned; nothing was changed',
  verified: 'looked at; nothing was changed',
  'nothing-to-do': 'nothing to do; nothing was changed',
  done: 'done and verified',
  refused: 'refused; nothing was changed',
  undone: 'failed and undone',
  'needs-person': 'stopped half way; a person is needed',
  unknown: 'outcome unknown: the connection was lost',
};

export const RESULT_SIGNS: Record<Check['result'], string> = {
  pass: '✅',
  fail: '❌',
  unknown: '❔',
  'not-applicable': '➖',
};

/** One line for a step: what became of it. */
export function stepVerdict({ outcome, plan, kind }: StepRecord): string {
  if (kind === 'measurement' && outcome === 'done') return 'measured; nothing was changed';
  if (outcome === 'refused' && plan?.verdict === 'unknown') return 'cannot be planned: something is not known';
  if (outcome !== 'planned') return OUTCOMES[outcome];
  if (plan?.verdict === 'changes') {
    const what = kind === 'measurement' ? 'actions of a measurement' : 'changes';
    return `${plan.changes.length} ${what} planned; nothing was changed`;
  }
  return 'nothing to do; nothing was changed';
}

/** The first line of every report. */
export function verdict(evidence: Evidence): string {
  const { mode, steps, scorecard } = evidence;
  const score = scorecard && scoreVerdict(scorecard);
  const [only] = steps;
  if (steps.length === 1 && only) return score ?? `${only.step}: ${stepVerdict(only)}`;
  const all = `${mode}: ${exitCode(evidence) === 0 ? 'all steps well' : 'not all steps well'}`;
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
  return `$${usd.toFixed(2)} (bought: nothing; ${minutes} runner minutes at $${evidence.config.cost.runner_minute_usd})`;
}
