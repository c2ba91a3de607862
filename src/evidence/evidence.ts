import type { Config } from '../config/schema';
import type { MachineFacts } from '../facts/machine';
import type { ReadResult } from '../host/host';
import type { ScriptRun } from '../host-script/follow';
import type { Forecast } from '../stats/forecast';
import type { Check, Plan, PlanRefusal, StepKind, Table } from '../steps/step';
import { sha256 } from './hash';
import type { Scorecard } from './scorecard';

/** Grows by one when a reader of an older document could misunderstand a newer one. */
export const EVIDENCE_SCHEMA = 'edge-phase1/evidence/1';

export const MODES = ['plan', 'apply', 'verify', 'rollback'] as const;
export type Mode = (typeof MODES)[number];

/** How a step of a run ended. Stable, machine-readable. */
export type Outcome =
  /** Looked only. */
  | 'planned'
  | 'verified'
  | 'nothing-to-do'
  | 'done'
  /** Refused before any change. */
  | 'refused'
  | 'undone'
  | 'needs-person'
  /** The connection was lost and did not come back: the next run finds out. */
  | 'unknown';

/** A raw output that facts were read from. */
export interface RawOutput {
  readonly id: string;
  readonly argv: readonly string[];
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly sha256: string;
}

export interface Observation {
  readonly at: string;
  readonly machine: MachineFacts;
  readonly facts: unknown;
  readonly raw: readonly RawOutput[];
}

export interface StepRecord {
  readonly step: string;
  /** Absent in evidence of before there were measurements. */
  readonly kind?: StepKind;
  readonly outcome: Outcome;
  readonly before?: Observation;
  readonly plan?: Plan;
  readonly applied?: ScriptRun;
  readonly after?: Observation;
  readonly checks: readonly Check[];
  readonly tables?: readonly Table[];
  readonly refusal?: PlanRefusal;
  readonly notes: readonly string[];
}

/** Where the run was started, as GitHub tells it; absent on a command line. */
export interface Trigger {
  readonly repository: string;
  readonly commit: string;
  readonly actor: string;
  readonly url: string;
}

/** One JSON document of a run; all that is shown to people is rendered from it. */
export interface Evidence {
  readonly schema: typeof EVIDENCE_SCHEMA;
  readonly tool: { readonly name: 'edge-phase1'; readonly version: string };
  readonly run: string;
  readonly mode: Mode;
  readonly host: string;
  readonly started: string;
  readonly seconds: number;
  readonly trigger?: Trigger;
  readonly config: Config;
  readonly steps: readonly StepRecord[];
  /** When `validate` was among the steps. */
  readonly scorecard?: Scorecard;
  /** When a history was given with it. */
  readonly forecast?: Forecast;
}

export const rawOutput = ({ id, argv, code, stdout, stderr }: ReadResult): RawOutput => ({
  id,
  argv,
  code,
  stdout,
  stderr,
  sha256: sha256(stdout),
});

const EXIT_CODES: Record<Outcome, number> = {
  planned: 0,
  verified: 0,
  'nothing-to-do': 0,
  done: 0,
  refused: 3,
  undone: 4,
  'needs-person': 5,
  unknown: 6,
};

export const exitCodeOf = (outcome: Outcome) => EXIT_CODES[outcome];

/** The exit code of a run: its worst step's. */
export const exitCode = ({ steps }: Evidence) => Math.max(0, ...steps.map((step) => exitCodeOf(step.outcome)));

/** The host's own name; where it was not seen, the one that it was reached by. */
export const machineName = ({ steps, host }: Evidence) =>
  steps.find(({ before }) => before)?.before?.machine.name || host;

export const allChecks = ({ steps }: Evidence) => steps.flatMap((step) => step.checks);

/** @throws Error when the text is no evidence of a version that this one reads, or was changed since it was written */
export function parseEvidence(text: string): Evidence {
  const evidence = JSON.parse(text) as Partial<Evidence> | null;
  if (evidence?.schema !== EVIDENCE_SCHEMA || !Array.isArray(evidence.steps)) {
    throw new Error(`its schema is '${evidence?.schema ?? 'missing'}', allowed is '${EVIDENCE_SCHEMA}'`);
  }
  const missing = missingIn(evidence);
  if (missing) throw new Error(`it does not say ${missing}`);
  for (const raw of evidence.steps.flatMap((s) => [...(s.before?.raw ?? []), ...(s.after?.raw ?? [])])) {
    if (sha256(raw.stdout) !== raw.sha256) throw new Error(`the raw output '${raw.id}' does not match its sha256`);
  }
  return evidence as Evidence;
}

/** What a document lacks that every reader relies on. */
function missingIn({ run, mode, host, started, config, steps = [] }: Partial<Evidence>): string | undefined {
  if (typeof run !== 'string' || run === '') return 'which run it is of';
  if (!MODES.some((one) => one === mode)) return 'in which mode the run was';
  if (typeof host !== 'string') return 'on which host the run was';
  if (typeof started !== 'string' || Number.isNaN(Date.parse(started))) return 'when the run started';
  if (typeof config !== 'object' || config === null) return 'what was configured';
  return steps.every(isRecord) ? undefined : 'what each step found';
}

const isRecord = (record: Partial<StepRecord> | null) =>
  typeof record?.step === 'string' &&
  Object.hasOwn(EXIT_CODES, record.outcome ?? '') &&
  Array.isArray(record.checks) &&
  Array.isArray(record.notes) &&
  [record.before, record.after].every((one) => one === undefined || isObservation(one));

const isObservation = (observation: Partial<Observation> | null) =>
  typeof observation?.at === 'string' &&
  typeof observation.machine?.name === 'string' &&
  Array.isArray(observation.raw);
