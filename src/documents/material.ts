import { type Evidence, machineName, type Observation, type RawOutput } from '../evidence/evidence';
import { type History, joined } from '../evidence/history';
import { historyOf } from '../evidence/history-of';
import { Refusal } from '../host/host';
import type { Speech } from '../texts';

/** Who approved a run, by the address of its workflow run. Runs that are not in it: nobody knows here. */
export type Approvals = ReadonlyMap<string, readonly string[]>;

/** What documents are rendered from: everything that is known of one server. */
export interface Material {
  /** Name of the machine. */
  readonly server: string;
  /** Each run once, the oldest first; at least one. */
  readonly evidence: readonly Evidence[];
  /** Of this server alone, with what the evidence adds to it. */
  readonly history: History;
  readonly approvals: Approvals;
}

/** What a document is written from, and in which language. */
export interface Page {
  readonly material: Material;
  readonly speech: Speech;
}

export interface Given {
  readonly evidence: readonly Evidence[];
  readonly history: History;
  readonly approvals?: Approvals;
  /** Name of the server, where the evidence is about several. */
  readonly server?: string | undefined;
}

/** @throws Refusal where there is no evidence, or where it is about several servers and none is chosen */
export function materialOf({ evidence, history, approvals = new Map(), server }: Given): Material {
  const names = [...new Set(evidence.map(machineName))].sort();
  const name = server ?? names[0];
  if (name === undefined) {
    throw new Refusal(
      'no-evidence',
      'There is no evidence: nothing can be said about Phase 1.',
      'Name evidence documents, as edge-phase1 writes them with --evidence FILE, or a folder with some.',
    );
  }
  if (!names.includes(name)) {
    throw new Refusal('no-such-server', `No evidence is about '${name}'.`, `There is some about: ${names.join(', ')}.`);
  }
  if (server === undefined && names.length > 1) {
    throw new Refusal(
      'several-servers',
      `The evidence is about several servers (${names.join(', ')}), and documents are about one.`,
      'Choose one with --server NAME.',
    );
  }
  const undated = evidence.find(({ started }) => Number.isNaN(Date.parse(started)));
  if (undated) {
    throw new Refusal(
      'evidence',
      `The evidence of the run ${undated.run} does not say when it started.`,
      'Use a document that edge-phase1 wrote.',
    );
  }
  const own = evidence.filter((one) => machineName(one) === name).sort(byTime);
  const runs = [...new Map(own.map((one) => [one.run, one])).values()];
  const here = <Line extends { host: string }>(lines: readonly Line[]) => lines.filter(({ host }) => host === name);
  const kept = {
    ...history,
    builds: here(history.builds),
    disks: here(history.disks),
    scores: here(history.scores),
    applied: here(history.applied),
    targets: here(history.targets),
  };
  return { server: name, evidence: runs, history: runs.map(historyOf).reduce(joined, kept), approvals };
}

/** One for each server. @throws Refusal where there is no evidence */
export function materialsOf(given: Omit<Given, 'server'>): readonly Material[] {
  const servers = [...new Set(given.evidence.map(machineName))].sort();
  return servers.length === 0 ? [materialOf(given)] : servers.map((server) => materialOf({ ...given, server }));
}

const byTime = (a: Evidence, b: Evidence) => Date.parse(a.started) - Date.parse(b.started) || (a.run < b.run ? -1 : 1);

/** Worked out once for each material: months of evidence are long to read, and all documents ask for the same. */
export function once<T>(of: (material: Material) => T): (material: Material) => T {
  const known = new WeakMap<Material, { readonly value: T }>();
  return (material) => {
    const found = known.get(material) ?? { value: of(material) };
    known.set(material, found);
    return found.value;
  };
}

/** All observations, the oldest first. */
export const observationsOf = once(({ evidence }): readonly Observation[] =>
  evidence
    .flatMap(({ steps }) => steps.flatMap(({ before, after }) => [before, after]))
    .filter((one) => one !== undefined)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
);

/** Raw outputs with one of these names whose command succeeded, the newest first. */
export const outputsOf = (material: Material, ...ids: readonly string[]): readonly RawOutput[] =>
  observationsOf(material)
    .flatMap(({ raw }) => raw.filter(({ id, code }) => ids.includes(id) && code === 0))
    .reverse();

export const newest = ({ evidence }: Material): Evidence => evidence.at(-1)!;
export const oldest = ({ evidence }: Material): Evidence => evidence[0]!;
