import type { JournalEntry } from '../../evidence/journal';
import { isUnreadable } from '../../facts/reading';
import { STEP } from './about';
import type { DockerSituation } from './facts';
import type { Effect } from './settings';

/** What this step's script writes into the journal besides: see `change_record` there. */
export interface DockerEntry extends JournalEntry {
  readonly from_sha256?: string;
  readonly file_sha256?: string;
  readonly settings?: string;
  readonly how?: Effect;
  /** Which start of the daemon it was that had not read the file yet. */
  readonly invocation?: string;
  readonly containers?: readonly string[];
  /** How the pods were compared after the restart, or why they were not: `not compared: …`, `not as before …`. */
  readonly pods?: string;
  /** How many pods were remembered before the restart, to be compared after it. */
  readonly pods_before?: string;
}

const CHANGES = ['replace', 'restore', 'live-restore', 'reload', 'restart'];
/** Finishes a restart that was cut short. */
const FINISHING = 'containers';
const SETTLED = ['restart', 'reload', FINISHING];

const ofStep = (journal: readonly JournalEntry[]) => journal.filter((entry) => entry.step === STEP) as DockerEntry[];

/** The newest change that made the file what it is now, even if nobody knows whether it was finished. */
export const lastReplaced = (journal: readonly JournalEntry[], sha256: string): DockerEntry | undefined =>
  ofStep(journal).findLast(
    (entry) =>
      entry.change === 'replace' &&
      (entry.event === 'intent' || entry.event === 'done') &&
      entry.file_sha256 === sha256,
  );

/** What the newest run has left to do, where it was cut short: undefined where it has not. */
export function unsettled(journal: readonly JournalEntry[], sha256: string): DockerEntry | undefined {
  const last = ofStep(journal).findLast(
    ({ event, change = '' }) =>
      ((event === 'intent' || event === 'done' || event === 'failed') && CHANGES.includes(change)) ||
      ((event === 'done' || event === 'failed') && change === FINISHING),
  );
  if (!last || last.event === 'failed' || last.file_sha256 !== sha256) return undefined;
  return last.event === 'done' && SETTLED.includes(last.change!) ? undefined : last;
}

/** What a restart that was cut short in this boot has left to be looked after: containers that do not run, and pods. */
export function leftBehind(entry: DockerEntry, { machine, facts: { containers } }: DockerSituation) {
  if (entry.boot !== machine.bootId || isUnreadable(containers)) return { stopped: 0, pods: 0 };
  const stopped = containers.filter(
    ({ id, state }) => entry.containers?.includes(id) && !['running', 'paused', 'restarting'].includes(state),
  );
  return { stopped: stopped.length, pods: Number(entry.pods_before ?? 0) };
}

/** Whether it died in its restart, so that nobody has looked how Docker came back. */
export const diedRestarting = ({ event, change }: DockerEntry): boolean => event === 'intent' && change === 'restart';

/** The newest restart that was carried out (perhaps by two runs) or failed, with what became of the pods. */
export const lastRestart = (journal: readonly JournalEntry[]): DockerEntry | undefined =>
  ofStep(journal).findLast(
    ({ event, change, pods_before }) =>
      (event === 'done' || event === 'failed') &&
      (change === 'restart' || (change === FINISHING && pods_before !== undefined)),
  );
