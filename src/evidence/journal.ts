/** One line of `/var/lib/edge-phase1/journal.jsonl`, as the host scripts write it. */
export interface JournalEntry {
  readonly time: string;
  readonly boot: string;
  readonly run: string;
  readonly step: string;
  readonly mode: string;
  readonly event: 'begin' | 'intent' | 'done' | 'failed' | 'stopped' | 'success';
  readonly change?: string;
  readonly changes?: readonly string[];
  readonly plan_hash?: string;
  readonly target?: string;
  readonly lv_uuid?: string;
  readonly from_bytes?: number;
  readonly to_bytes?: number;
  readonly vg_seqno?: number;
}

export const JOURNAL = '/var/lib/edge-phase1/journal.jsonl';

/** The newest lines are enough: a run writes at most about twenty. */
export const journalRead = { id: 'journal', argv: ['tail', '-n', '500', JOURNAL] } as const;

/** Lines that a power cut tore are left out. */
export function parseJournal(text: string): readonly JournalEntry[] {
  return text.split('\n').flatMap((line) => {
    try {
      const entry = JSON.parse(line) as JournalEntry | null;
      return entry?.run && entry.event ? [entry] : [];
    } catch {
      return [];
    }
  });
}

const ENDS = new Set(['failed', 'stopped', 'success']);

export interface RunRecord {
  readonly run: string;
  readonly step: string;
  readonly boot: string;
  readonly mode: string;
  readonly planHash: string;
  readonly changes: readonly string[];
  /** What its plan led to, and of what. */
  readonly target: string | undefined;
  /** How it ended, or undefined where the journal does not say. */
  readonly end: JournalEntry['event'] | undefined;
}

/** The runs of a step, oldest first. */
export function runsOf(journal: readonly JournalEntry[], step: string): readonly RunRecord[] {
  return journal
    .filter((entry) => entry.event === 'begin' && entry.step === step)
    .map((begin) => ({
      run: begin.run,
      step: begin.step,
      boot: begin.boot,
      mode: begin.mode,
      planHash: begin.plan_hash ?? '',
      changes: begin.changes ?? [],
      target: begin.target,
      end: journal.findLast((e) => e.run === begin.run && ENDS.has(e.event))?.event,
    }));
}
