/** What was changed on the server, and when: from evidence, from the server's own journal, and from the history. */

import type { Evidence, StepRecord } from '../evidence/evidence';
import { type JournalEntry, parseJournal } from '../evidence/journal';
import { type Material, once, outputsOf } from './material';

export interface ChangeMade {
  readonly step: string;
  readonly intent: string;
  readonly run: string;
  /** When it was done. */
  readonly at: string;
}

/** The journal of the server as it was read last, with lines that only an older reading still has; the oldest first. */
export const journalOf = once((material): readonly JournalEntry[] => {
  const lines = outputsOf(material, 'journal').flatMap(({ stdout }) => parseJournal(stdout));
  const once = new Map(lines.map((line) => [[line.run, line.event, line.change, line.time].join(' '), line]));
  return [...once.values()].sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
});

/** Steps that a measurement's script has journalled, too, which changes nothing. */
const MEASUREMENTS = ['disk-test', 'build-test'];

/** Changes that ended well, the oldest first. */
export const changesOf = once((material): readonly ChangeMade[] => {
  const fromJournal = journalOf(material)
    .filter(({ event, step }) => event === 'success' && !MEASUREMENTS.includes(step))
    .map(({ step, mode, run, time }) => ({ step, intent: mode, run, at: time }));
  const fromEvidence = material.evidence.flatMap((evidence) =>
    evidence.steps.filter(isChange).map((record) => changeOf(evidence, record)),
  );
  const fromHistory = material.history.applied
    .filter(({ outcome }) => outcome === 'done')
    .map(({ step, mode, run, at }) => ({ step, intent: mode, run, at }));
  // The journal's time is the server's own; a run may have changed something in two steps.
  const all = [...fromHistory, ...fromEvidence, ...fromJournal];
  return [...new Map(all.map((change) => [`${change.run} ${change.step}`, change])).values()].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  );
});

const isChange = ({ kind, outcome, applied }: StepRecord) =>
  outcome === 'done' && kind !== 'measurement' && kind !== 'look' && applied !== undefined;

const changeOf = ({ run, started }: Evidence, { step, plan, applied, after }: StepRecord): ChangeMade => ({
  step,
  intent: plan?.intent ?? 'apply',
  run: applied?.run ?? run,
  at: applied?.events.at(-1)?.time ?? after?.at ?? started,
});

export interface UnseenRun {
  readonly run: string;
  readonly step: string;
  readonly mode: string;
  readonly at: string;
  /** Undefined where the journal does not say how it ended. */
  readonly end: JournalEntry['event'] | undefined;
}

/** Runs of which only the server's journal knows: made by hand, or their evidence is not here. */
export function unseenRuns(material: Material): readonly UnseenRun[] {
  const journal = journalOf(material);
  const seen = new Set(
    material.evidence.flatMap(({ run, steps }) => [run, ...steps.flatMap(({ applied }) => applied?.run ?? [])]),
  );
  return journal
    .filter(({ event, run }) => event === 'begin' && !seen.has(run))
    .map(({ run, step, mode, time }) => {
      const end = journal.findLast((e) => e.run === run && ['failed', 'stopped', 'success'].includes(e.event));
      return { run, step, mode, at: time, end: end?.event };
    });
}
