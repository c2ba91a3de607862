import type { Config } from './config/schema';
import { type Observation, rawOutput } from './evidence/evidence';
import { journalRead, parseJournal } from './evidence/journal';
import { machineFacts, machineReads } from './facts/machine';
import { outputOf } from './facts/reading';
import type { Host, Read, ReadResult } from './host/host';
import { digestRead, hostScript, installedDigest } from './host-script/package';
import type { Situation, Step } from './steps/step';

/** What a step found when the host was looked at. */
export interface Look {
  readonly situation: Situation<unknown>;
  readonly observation: Observation;
  /** Digest of the step's script that lies on the host, where one does. */
  readonly installed: string | undefined;
}

/** Everything that is read of a host before these steps are planned: one batch. What several of them read is read once. */
export function readsOf(steps: readonly Step<unknown>[], config: Config): readonly Read[] {
  return joined([...machineReads, journalRead, ...steps.flatMap((step) => ownReads(step, config))]);
}

const ownReads = (step: Step<unknown>, config: Config): readonly Read[] => [
  ...(step.script === undefined ? [] : [digestRead(hostScript(step.script))]),
  ...step.reads(config),
];

/** @throws Error when two reads of one name differ: the steps are not made for each other */
export function joined(reads: readonly Read[]): readonly Read[] {
  const byId = new Map<string, Read>();
  for (const read of reads) {
    const same = byId.get(read.id);
    if (same && JSON.stringify(same) !== JSON.stringify(read)) throw new Error(`two reads are called '${read.id}'`);
    byId.set(read.id, read);
  }
  return [...byId.values()];
}

/** Looks at the host once, for all of these steps. */
export async function lookAt(
  host: Host,
  steps: readonly Step<unknown>[],
  config: Config,
  now: () => Date,
): Promise<ReadonlyMap<string, Look>> {
  const results = await host.batch(readsOf(steps, config));
  const at = now();
  return new Map(steps.map((step) => [step.id, lookOf(step, results, config, at)]));
}

function lookOf(step: Step<unknown>, all: readonly ReadResult[], config: Config, at: Date): Look {
  const own = new Set(readsOf([step], config).map(({ id }) => id));
  const results = all.filter(({ id }) => own.has(id));
  const machine = machineFacts(results);
  const facts = step.facts(results, config);
  const journal = parseJournal(outputOf(results, 'journal') ?? '');
  return {
    situation: { machine, facts, journal, config, at },
    observation: { at: at.toISOString(), machine, facts, raw: results.map(rawOutput) },
    installed: step.script === undefined ? undefined : installedDigest(results, hostScript(step.script)),
  };
}
