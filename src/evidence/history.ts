/** Use of the file system of / at a time. */
export interface DiskLine {
  readonly at: string;
  readonly host: string;
  readonly used_bytes: number;
  readonly size_bytes: number;
  /** What programs could still use, as df shows it; absent in lines of schema 0 and 1. */
  readonly available_bytes?: number;
}

/** One measured build. */
export interface BuildLine {
  readonly at: string;
  readonly host: string;
  readonly scenario: string;
  readonly seconds: number;
  readonly commit: string;
  /** Builds of one run belong together; absent in lines of schema 0 and 1. */
  readonly run?: string;
}

/** Points of a scorecard, and the points of what was not known. */
export interface ScoreLine {
  readonly at: string;
  readonly host: string;
  readonly score: number;
  readonly unknown: number;
}

/** A plan that was carried out on a host, whatever came of it. */
export interface AppliedLine {
  readonly at: string;
  readonly host: string;
  readonly run: string;
  readonly step: string;
  /** `apply` or `rollback`. */
  readonly mode: string;
  readonly outcome: string;
  /** What the plan said about itself. */
  readonly title: string;
}

/** What a check compares with; only the newest of each host and check is kept. */
export interface TargetLine {
  readonly at: string;
  readonly host: string;
  readonly check: string;
  /** In percent in use (`disk_use`, `eviction`), bytes (`disk_size`), seconds (`build_time`), points (`score`). */
  readonly value: number;
  /** What it is about, where that is a choice: the scenario of `build_time`. */
  readonly of: string;
}

/** How many boxes of a group of the checklist were ticked. */
export interface ChecklistLine {
  readonly at: string;
  readonly group: string;
  /** Of the group in the checklist, from 0. */
  readonly place: number;
  readonly title: string;
  readonly done: number;
  readonly total: number;
}

interface Lines {
  readonly builds: BuildLine;
  readonly disks: DiskLine;
  readonly scores: ScoreLine;
  readonly applied: AppliedLine;
  readonly targets: TargetLine;
  readonly checklists: ChecklistLine;
}
type Kind = keyof Lines;

/** What is kept between runs: the source of baselines, charts and forecasts. Each list is ordered by time. */
export type History = { readonly [K in Kind]: readonly Lines[K][] };

export const NO_HISTORY: History = { builds: [], disks: [], scores: [], applied: [], targets: [], checklists: [] };
export const HISTORY_KINDS = ['builds', 'disks', 'scores', 'applied', 'targets', 'checklists'] as const;

/** Grows by one when lines change their shape; then `MIGRATIONS` gets one more. */
export const HISTORY_SCHEMA = 2;
export const SCHEMA_FILE = 'history.json';
export const fileOf = (kind: Kind) => `${kind}.jsonl`;

/** Text of the files of a data branch, by name. */
export type HistoryFiles = Readonly<Record<string, string>>;
type AnyLine = Readonly<Record<string, unknown>>;
/** Brings the lines of one file from a schema to the next; the index is the schema that it starts from. */
export type Migration = (kind: string, line: AnyLine) => AnyLine;

/**
 * Schema 0: files that somebody made by hand or took from a spreadsheet, with no `history.json` beside them. Sizes stood in
 * `used` and `size`, a missing scenario is a cold build. Schema 1 had only builds, disks and scores, without `run` and
 * `available_bytes`: nobody knows them afterwards.
 */
const MIGRATIONS: readonly Migration[] = [
  (kind, line) => {
    const { used, size, ...rest } = line;
    if (kind === 'disks') return { used_bytes: used, size_bytes: size, ...rest };
    if (kind === 'builds') return { scenario: 'cold', commit: '', ...line };
    return { unknown: 0, ...line };
  },
  (_kind, line) => line,
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
  const lines = (kind: Kind) =>
    jsonLines(files[fileOf(kind)] ?? '')
      .map((line) => migrations.slice(schema).reduce((now, migrate) => migrate(kind, now), line))
      .filter((line) => isLine(kind, line));
  return ofEachKind(lines);
}

const ofEachKind = (lines: (kind: Kind) => readonly object[]) =>
  Object.fromEntries(HISTORY_KINDS.map((kind) => [kind, lines(kind)])) as unknown as History;

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

type FieldType = 'string' | 'number' | 'number?' | 'string?';
const FIELDS: Readonly<Record<Kind, Readonly<Record<string, FieldType>>>> = {
  builds: { at: 'string', host: 'string', scenario: 'string', seconds: 'number', commit: 'string', run: 'string?' },
  disks: { at: 'string', host: 'string', used_bytes: 'number', size_bytes: 'number', available_bytes: 'number?' },
  scores: { at: 'string', host: 'string', score: 'number', unknown: 'number' },
  applied: {
    ...{ at: 'string', host: 'string', run: 'string', step: 'string' },
    ...{ mode: 'string', outcome: 'string', title: 'string' },
  },
  targets: { at: 'string', host: 'string', check: 'string', value: 'number', of: 'string' },
  checklists: { at: 'string', group: 'string', place: 'number', title: 'string', done: 'number', total: 'number' },
};

const isLine = (kind: Kind, line: AnyLine) =>
  Object.entries(FIELDS[kind]).every(([name, type]) => isOf(type, line[name])) &&
  !Number.isNaN(Date.parse(String(line.at)));

function isOf(type: FieldType, value: unknown): boolean {
  if (type.endsWith('?') && value === undefined) return true;
  return typeof value === type.replace('?', '') && (typeof value !== 'number' || Number.isFinite(value));
}

/** Lines kept of each host (of the checklist: of each group) in each file; about 100 kB of builds a host. */
export const MOST_LINES = 500;
/** Bytes of a file, the oldest lines go first. */
export const MOST_BYTES = 1_000_000;

/** Of how many lines that are about the same the newest are kept. */
const LIMITS: Readonly<Partial<Record<Kind, { readonly about: readonly string[]; readonly most: number }>>> = {
  targets: { about: ['host', 'check'], most: 1 },
  checklists: { about: ['group'], most: MOST_LINES },
};
const OF_A_HOST = { about: ['host'], most: MOST_LINES };

/** Puts lines together, once each, ordered by time, the newest within the limits. */
export const joined = (before: History, more: History): History =>
  ofEachKind((kind) => bounded(kind, [...before[kind], ...more[kind]]));

function bounded(kind: Kind, lines: readonly { readonly at: string }[]): readonly object[] {
  const { about, most } = LIMITS[kind] ?? OF_A_HOST;
  const once = [...new Map(lines.map((line) => [textOf(line), { line, text: textOf(line) }])).values()];
  const newest = once.sort((a, b) => Date.parse(b.line.at) - Date.parse(a.line.at) || (a.text < b.text ? 1 : -1));
  const counts = new Map<string, number>();
  let bytes = 0;
  const kept = newest.filter(({ line, text }) => {
    const key = JSON.stringify(about.map((name) => (line as AnyLine)[name]));
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= most) bytes += Buffer.byteLength(text) + 1;
    return count <= most && bytes <= MOST_BYTES;
  });
  return kept.reverse().map(({ line }) => line);
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
