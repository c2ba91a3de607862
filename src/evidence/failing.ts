import type { Check } from '../steps/step';
import { allChecks, type Evidence, exitCode } from './evidence';

/** Which checks make a run fail. What was refused or went wrong fails it in any case. */
export const FAIL_ON = ['fail', 'unknown', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

const CHECK_FAILED = 1;

/** Exit code of a run with its checks. Those of a plan or a rollback only inform: they are not what it is about. */
export function finalExitCode(evidence: Evidence, failOn: FailOn): number {
  const code = exitCode(evidence);
  const judged = evidence.mode === 'apply' || evidence.mode === 'verify';
  if (code !== 0 || !judged || failOn === 'never') return code;
  return failingChecks(evidence, failOn).length > 0 ? CHECK_FAILED : 0;
}

export const failingChecks = (evidence: Evidence, failOn: FailOn): readonly Check[] =>
  allChecks(evidence).filter(
    (c) => !c.informational && (c.result === 'fail' || (failOn === 'unknown' && c.result === 'unknown')),
  );
