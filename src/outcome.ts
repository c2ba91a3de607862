import type { Outcome } from './evidence/evidence';
import type { ScriptRun } from './host-script/follow';
import type { PlanRefusal } from './steps/step';
import type { Texts } from './texts';

/** Whether sudo or the system refused to run the script: it never said a word. */
const neverBegan = ({ exit, events }: ScriptRun) => events.length === 0 && (exit === 1 || exit === 126 || exit === 127);

export function outcomeOf(applied: ScriptRun): Outcome {
  const { exit } = applied;
  if (exit === 0) return 'done';
  if (exit === 2 || exit === 3 || neverBegan(applied)) return 'refused';
  if (exit === 4) return 'undone';
  return exit === null ? 'unknown' : 'needs-person';
}

/** What stood in the way, in the script's own words where it said any. */
export function refusalOf(applied: ScriptRun, say: Texts['run']): PlanRefusal | undefined {
  const { exit, events, stderr, run } = applied;
  if (exit === 0) return undefined;
  if (neverBegan(applied)) {
    return { code: 'not-started', ...say.refusals.notStarted(stderr.split('\n').at(-1) || say.exitCode(exit)) };
  }
  if (exit === null) return { code: 'unknown', ...say.refusals.unknown(run) };
  const last = events.findLast((e) => e.way_out !== undefined || e.event === 'lost');
  return {
    code: last?.code ?? last?.event ?? 'failed',
    message: last?.message || last?.text || stderr || say.endedWith(exit),
    wayOut: last?.way_out ?? say.runAgain,
  };
}
