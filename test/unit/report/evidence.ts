import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Evidence, parseEvidence, type StepRecord } from '../../../src/evidence/evidence';
import { extendLvm } from '../../../src/steps/extend-lvm';
import { type Raws, situation } from '../steps/variants';

/** A real apply on the test server. */
export const applied = parseEvidence(readFileSync(join(__dirname, '../../fixtures/evidence/applied.json'), 'utf8'));

export const withStep = (change: Partial<StepRecord>, from: Evidence = applied): Evidence => ({
  ...from,
  steps: [{ ...from.steps[0]!, ...change }],
});

/** What a plan of these facts is reported as. */
export function planned(raws: Raws, overrides: Readonly<Record<string, string>> = {}): Evidence {
  const now = situation(raws, overrides);
  const plan = extendLvm.plan(now);
  const refused = 'refusal' in plan ? { outcome: 'refused' as const, refusal: plan.refusal } : {};
  const { before } = applied.steps[0]!;
  const step = { step: 'extend-lvm', outcome: 'planned' as const, before: before!, plan, notes: [], ...refused };
  return { ...applied, mode: 'plan', steps: [{ ...step, checks: extendLvm.verify(now) }] };
}
