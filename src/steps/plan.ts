import { planHash } from '../evidence/hash';
import type { Unreadable } from '../facts/reading';
import type { Basis, Change, Plan, PlanRefusal } from './step';

/** What a refusal says; the code is the same in every language. */
export const refusal = (code: string, said: Omit<PlanRefusal, 'code'>): PlanRefusal => ({ code, ...said });

/** The refusal of a plan that needs what could not be observed. */
export const unreadableRefusal = ({ unreadable, wayOut }: Unreadable): PlanRefusal => ({
  code: 'unknown',
  message: `${unreadable}.`,
  wayOut,
});

/** A refusal as a plan; one with the code `unknown` says that something could not be observed. */
export function refused(step: string, intent: Plan['intent'], refusal: PlanRefusal): Plan {
  return {
    step,
    intent,
    verdict: refusal.code === 'unknown' ? 'unknown' : 'refused',
    summary: refusal.message,
    basis: {},
    target: '',
    notes: [],
    refusal,
  };
}

export interface PlanDraft {
  readonly step: string;
  readonly intent: Plan['intent'];
  readonly summary: string;
  readonly basis: Basis;
  readonly changes: readonly Change[];
  readonly target: string;
  readonly notes?: readonly string[];
}

/** A plan with its hash, which is over what it rests on and what it would change. */
export function finished({ changes, notes = [], ...draft }: PlanDraft): Plan {
  const { step, intent, basis } = draft;
  const hash = planHash({ step, intent, basis, changes: changes.map(hashed) });
  if (changes.length === 0) return { ...draft, notes, verdict: 'nothing-to-do', hash };
  return { ...draft, notes, verdict: 'changes', changes, hash };
}

const hashed = ({ id, takes }: Change) => (takes === undefined ? id : `${id} ${takes}`);
