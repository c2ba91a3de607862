/** How Phase 1 stands as a whole: the score with the cost of all runs, and the plan's risks. */

import { costOf } from '../evidence/cost';
import type { Outcome } from '../evidence/evidence';
import { type Scorecard, scorecardOf } from '../evidence/scorecard';
import type { Check } from '../steps/step';
import { type Material, newest } from './material';
import { serverSides } from './server-sides';

export interface WholeCost {
  /** Runs from a workflow, and what they cost together. */
  readonly runs: number;
  readonly minutes: number;
  readonly usd: number;
}

export function wholeCost({ evidence }: Material): WholeCost {
  const costs = evidence.map(costOf);
  return {
    runs: evidence.filter(({ trigger }) => trigger).length,
    minutes: costs.reduce((sum, { minutes }) => sum + minutes, 0),
    usd: costs.reduce((sum, { usd }) => sum + usd, 0),
  };
}

/** Over the checks as they were judged last; undefined where they never were. */
export function wholeScore(material: Material): Scorecard | undefined {
  const { checks, judged } = serverSides(material).after;
  return judged === undefined ? undefined : scorecardOf(checks, newest(material).config, wholeCost(material).usd);
}

export type RiskState = 'happened' | 'avoided' | 'untested' | 'unknown';

const BAD: readonly Outcome[] = ['undone', 'needs-person', 'unknown'];

/** How the runs of a step that changed something, or tried to, ended. */
export const endsOf = ({ evidence }: Material, step: string): readonly Outcome[] =>
  evidence.flatMap(({ steps }) =>
    steps.filter((record) => record.step === step && record.applied !== undefined).map(({ outcome }) => outcome),
  );

/** @param afterwards the check that the step itself makes of what it changed */
export function changeRisk(ends: readonly Outcome[], afterwards?: Check): RiskState {
  if (ends.length === 0) return 'untested';
  const failed = ends.some((end) => BAD.includes(end)) || afterwards?.result === 'fail';
  return failed ? 'happened' : ends.includes('done') ? 'avoided' : 'unknown';
}

export function performanceRisk(check: Check | undefined): RiskState {
  if (check?.result === 'pass') return 'avoided';
  return check?.result === 'fail' ? 'happened' : 'unknown';
}

/** The newest check with this name in any run of a step. */
export const lastCheck = ({ evidence }: Material, step: string, id: string): Check | undefined =>
  evidence
    .flatMap(({ steps }) => steps.filter((record) => record.step === step && record.applied).flatMap((r) => r.checks))
    .findLast((check) => check.id === id);
