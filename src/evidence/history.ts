import { type Mount, mountAt } from '../facts/block';
import { isUnreadable } from '../facts/reading';
import type { BuildTestFacts } from '../steps/build-test/facts';
import type { ExtendLvmFacts } from '../steps/extend-lvm/facts';
import type { ValidateFacts } from '../steps/validate/facts';
import type { Evidence } from './evidence';

/** Use of the file system of / at a time. */
export interface DiskLine {
  readonly at: string;
  readonly host: string;
  readonly used_bytes: number;
  readonly size_bytes: number;
}

/** One measured build. */
export interface BuildLine {
  readonly at: string;
  readonly host: string;
  readonly scenario: string;
  readonly seconds: number;
  readonly commit: string;
}

/** Points of a scorecard, and the points of what was not known. */
export interface ScoreLine {
  readonly at: string;
  readonly host: string;
  readonly score: number;
  readonly unknown: number;
}

/** What is kept between runs: the source of baselines, charts and forecasts. Each list is ordered by time. */
export interface History {
  readonly builds: readonly BuildLine[];
  readonly disks: readonly DiskLine[];
  readonly scores: readonly ScoreLine[];
}

export const NO_HISTORY: History = { builds: [], disks: [], scores: [] };
export const HISTORY_KINDS = ['builds', 'disks', 'scores'] as const;

/** Grows by one when lines change their shape; then `MIGRATIONS` gets one more. */
export const HISTORY_SCHEMA = 1;
export const SCHEMA_FILE = 'history.json';
export const fileOf = (kind: (typeof HISTORY_KINDS)[number]) => `${kind}.jsonl`;

/** Text of the files of a data branch, by name. */
export type HistoryFiles = Readonly<Record<string, string>>;
type AnyLine = Readonly<Record<string, unknown>>;
/** Brings the lines of one file from a schema to the next; the index is the schema that it starts from. */
export type Migration = (kind: string, line: AnyLine) => AnyLine;

/**
 * Schema 0: files that somebody made by hand or took from a spreadsheet, with no `history.json` beside them. Sizes stood in
 * `used` and `size`, a missing scenario is a cold build.
 */
const MIGRATIONS: readonly Migration[] = [
  (kind, line) => {
    const { used, size, ...rest } = line;
    if (kind === 'disks') return { used_bytes: used, size_bytes: size, ...rest };
    if (kind === 'builds') return { scenario: 'cold', commit: '', ...line };
    return { unknown: 0, ...line };
  },
];

/** The history was written by a newer version of this program. */
export class NewerHistory extends Error {
  override readonly name = 'NewerHistory';
}

/**
 * Reads the files of a data branch. Lines that are torn, or lack a value, are left out: no number is made up.
 *
 * @throws NewerHistory
 */
export function parseHistory(files: HistoryFiles, migrations = MIGRATIONS): History {
  const schema = schemaOf(files);
  if (schema > migrations.length) {
    throw new NewerHistory(
      `The history has schema ${schema}, and this version of edge-phase1 knows up to ${migrations.length}. Use a newer version; nothing was written.`,
    );
  }
  const lines = (kind: (typeof HISTORY_KINDS)[number]) =>
    jsonLines(files[fileOf(kind)] ?? '')
      .map((line) => migrations.slice(schema).reduce((now, migrate) => migrate(kind, now), line))
      .filter((line) => isLine(kind, line));
  return {
    builds: lines('builds') as unknown as BuildLine[],
    disks: lines('disks') as unknown as DiskLine[],
    scores: lines('scores') as unknown as ScoreLine[],
  };
}

function schemaOf(files: HistoryFiles): number {
  const [about] = jsonLines((files[SCHEMA_FILE] ?? '').replace(/\s+/g, ' '));
  return typeof about?.schema === 'number' ? about.schema : 0;
}

function jsonLines(text: string): readonly AnyLine[] {
  return text.split('\n').flatMap((line) => {
    try {
      const value: unknown = JSON.parse(line);
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? [value as AnyLine] : [];
    } catch {
      return [];
    }
  });
}

const FIELDS: Readonly<Record<string, Readonly<Record<string, 'string' | 'number'>>>> = {
  builds: { at: 'string', host: 'string', scenario: 'string', seconds: 'number', commit: 'string' },
  disks: { at: 'string', host: 'string', used_bytes: 'number', size_bytes: 'number' },
  scores: { at: 'string', host: 'string', score: 'number', unknown: 'number' },
};

const isLine = (kind: string, line: AnyLine) =>
  Object.entries(FIELDS[kind] ?? {}).every(
    ([name, type]) => typeof line[name] === type && (type !== 'number' || Number.isFinite(line[name])),
  ) && !Number.isNaN(Date.parse(String(line.at)));

/** Lines kept of each host in each file; about 100 kB of builds a host. */
export const MOST_LINES = 500;
/** Bytes of a file, the oldest lines go first. */
export const MOST_BYTES = 1_000_000;

/** Puts lines together, once each, ordered by time, the newest within the limits. */
export function joined(before: History, more: History): History {
  return {
    builds: bounded([...before.builds, ...more.builds]),
    disks: bounded([...before.disks, ...more.disks]),
    scores: bounded([...before.scores, ...more.scores]),
  };
}

function bounded<Line extends { readonly at: string; readonly host: string }>(lines: readonly Line[]): readonly Line[] {
  const once = [...new Map(lines.map((line) => [textOf(line), line])).values()];
  const newest = once.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const counts = new Map<string, number>();
  let bytes = 0;
  const kept = newest.filter((line) => {
    const count = (counts.get(line.host) ?? 0) + 1;
    counts.set(line.host, count);
    if (count <= MOST_LINES) bytes += Buffer.byteLength(textOf(line)) + 1;
    return count <= MOST_LINES && bytes <= MOST_BYTES;
  });
  return kept.reverse();
}

/** Keys in order, so that the same line is the same text. */
const textOf = (line: object) =>
  JSON.stringify(Object.fromEntries(Object.entries(line).sort(([a], [b]) => (a < b ? -1 : 1))));

/** The files of a data branch. */
export function historyFiles(history: History): HistoryFiles {
  const text = (lines: readonly object[]) => lines.map((line) => `${textOf(line)}\n`).join('');
  return {
    [SCHEMA_FILE]: `${JSON.stringify({ schema: HISTORY_SCHEMA, tool: 'edge-phase1' })}\n`,
    ...Object.fromEntries(HISTORY_KINDS.map((kind) => [fileOf(kind), text(history[kind])])),
  };
}

/** What a run adds to the history. */
export function historyOf(evidence: Evidence): History {
  return { builds: buildLines(evidence), disks: diskLines(evidence), scores: scoreLines(evidence) };
}

function diskLines({ steps, host }: Evidence): readonly DiskLine[] {
  const seen = steps.flatMap(({ before, after }) => [before, after]).filter((o) => o !== undefined);
  const lines = seen.flatMap(({ at, machine, facts }): DiskLine[] => {
    const root = rootIn(facts);
    return root ? [{ at, host: machine.name || host, used_bytes: root.usedBytes, size_bytes: root.bytes }] : [];
  });
  return [...new Map(lines.map((line) => [line.at, line])).values()];
}

/** Builds that this run measured and that ended well; one that was measured before is in the history already. */
function buildLines({ steps, host }: Evidence): readonly BuildLine[] {
  return steps.flatMap(({ step, outcome, after }) => {
    const { result } = (after?.facts ?? {}) as Partial<Pick<BuildTestFacts, 'result'>>;
    if (step !== 'build-test' || outcome !== 'done' || !after || !result || isUnreadable(result)) return [];
    const { runs, commit } = result;
    const name = after.machine.name || host;
    return runs
      .filter(({ ok, scenario }) => ok && scenario !== 'prime')
      .map(({ at, scenario, seconds }) => ({ at, host: name, scenario, seconds, commit }));
  });
}

/** What is mounted at `/`, in the facts of the steps that look at disks. */
export function rootIn(facts: unknown): Mount | undefined {
  const { block, root } = (facts ?? {}) as Partial<Pick<ExtendLvmFacts, 'block'> & Pick<ValidateFacts, 'root'>>;
  return block ? mountAt(block, '/') : root;
}

function scoreLines({ steps, host, started, scorecard }: Evidence): readonly ScoreLine[] {
  const name = steps.find(({ before }) => before)?.before?.machine.name || host;
  return scorecard ? [{ at: started, host: name, score: scorecard.score, unknown: scorecard.unknown }] : [];
}
