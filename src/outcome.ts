import type { Outcome } from './evidence/evidence';
import type { ScriptRun } from './host-script/follow';
import type { PlanRefusal } from './steps/step';

export const NOT_APPROVED: PlanRefusal = {
  code: 'not-approved',
  message: 'The plan was not approved; nothing was changed.',
  wayOut: 'Run it again and answer yes, or pass --yes, or the hash of the plan (--plan-hash).',
};

export const CANCELLED: PlanRefusal = {
  code: 'cancelled',
  message: 'The run was cancelled before anything was changed.',
  wayOut: 'Run it again when you want it.',
};

export const notStarted = (error: Error): PlanRefusal => ({
  code: 'connection',
  message: `The connection was lost before anything was changed (${error.message}).`,
  wayOut: 'Run it again.',
});

/** Whether sudo or the system refused to run the script: it never said a word. */
const neverBegan = ({ exit, events }: ScriptRun) => events.length === 0 && (exit === 1 || exit === 126 || exit === 127);

export function outcomeOf(applied: ScriptRun): Outcome {
  const { exit } = applied;
  if (exit === 0) return 'done';
  if (exit === 2 || exit === 3 || neverBegan(applied)) return 'refused';
  if (exit === 4) return 'undone';
  return exit === null ? 'unknown' : 'needs-person';
}

/** What stood in the way, in the script's own words. */
export function refusalOf(applied: ScriptRun): PlanRefusal | undefined {
  const { exit, events, stderr, run } = applied;
  if (exit === 0) return undefined;
  if (neverBegan(applied)) {
    return {
      code: 'not-started',
      message: `The host did not run the script (${stderr.split('\n').at(-1) || `exit code ${exit}`}); nothing was changed.`,
      wayOut: '`edge-phase1 doctor` shows what is missing, and `edge-phase1 sudoers` prints the right that it needs.',
    };
  }
  if (exit === null) {
    return {
      code: 'unknown',
      message: `Nobody knows how run ${run} ended: the connection was lost. The host finishes what it began.`,
      wayOut: 'Run the same again: it finds the run or its end, and goes on from there.',
    };
  }
  const last = events.findLast((e) => e.way_out !== undefined || e.event === 'lost');
  return {
    code: last?.code ?? last?.event ?? 'failed',
    message: last?.message || last?.text || stderr || `The script ended with exit code ${exit}.`,
    wayOut:
      last?.way_out ?? 'Run the same again: it goes on from what is there. `edge-phase1 doctor` shows what is missing.',
  };
}
