import type { Plan, PlanRefusal } from '../steps/step';
import { textsOf } from '../texts';
import type { RunRecord } from './journal';

/**
 * Whether the plan of now may be carried out on an approval given earlier.
 *
 * It may when it is the same plan, or what is left of the approved one after a run of it was cut short.
 *
 * @param approved hash of the approved plan; undefined where a person is asked instead
 */
export function approvalRefusal(
  plan: Plan,
  approved: string | undefined,
  runs: readonly RunRecord[],
  say = textsOf({}).run.refusals,
): PlanRefusal | undefined {
  if (approved === undefined || !('hash' in plan) || plan.hash === approved) return undefined;
  if (plan.verdict === 'changes' && runs.some((run) => run.planHash === approved && isRemainder(plan, run)))
    return undefined;
  return { code: 'drift', ...say.drift(approved.slice(0, 12), plan.hash.slice(0, 12)) };
}

function isRemainder(plan: Plan & { verdict: 'changes' }, run: RunRecord): boolean {
  return (
    run.end !== 'success' &&
    run.target === plan.target &&
    plan.changes.every((change) => change.continuation || run.changes.includes(change.id))
  );
}
