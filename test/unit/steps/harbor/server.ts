/** What a host with a registry answers, and what it would answer in other states: real output, with values replaced. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JournalEntry, parseJournal } from '../../../../src/evidence/journal';
import { machineFacts } from '../../../../src/facts/machine';
import { outputOf } from '../../../../src/facts/reading';
import type { ReadResult } from '../../../../src/host/host';
import { harbor } from '../../../../src/steps/harbor';
import type { HarborSituation } from '../../../../src/steps/harbor/facts';
import type { Plan } from '../../../../src/steps/step';
import { configOf, type Overrides } from './wish';

export { configOf, type Overrides } from './wish';

export type Raws = readonly ReadResult[];
export type Edit = (raws: Raws) => Raws;

export const edited = (raws: Raws, ...edits: readonly Edit[]) => edits.reduce((now, edit) => edit(now), raws);
export const answering =
  (id: string, answer: (old: ReadResult) => Partial<ReadResult>): Edit =>
  (raws) =>
    raws.map((raw) => (raw.id === id ? { ...raw, ...answer(raw) } : raw));
export const saying = (id: string, stdout: string) => answering(id, () => ({ code: 0, stdout, stderr: '' }));
export const failing = (id: string, stderr: string, code = 1) => answering(id, () => ({ code, stdout: '', stderr }));

const FOLDER = join(__dirname, '../../../fixtures/harbor');
const captured = (state: string) => JSON.parse(readFileSync(join(FOLDER, `${state}.json`), 'utf8')) as Raws;
/** On a machine that is large enough, whatever the one was that these were read on. */
const host = (state: string) =>
  edited(captured(state), saying('harbor_memory', '8142340\n'), saying('harbor_cpus', '4\n'));

/** Debian's Docker with Compose, no registry. */
export const fresh = host('fresh');
/** After apply: seven components and nine services, all up. */
export const installed = host('installed');
/** Three of its containers have stopped. */
export const half = host('half');
/** The light registry, after apply. */
export const light = host('light-installed');
/** What a real kubectl says of K3s' services. */
export const SERVICES = outputOf(captured('kube-services'), 'harbor_kube_services')!;

export function situation(
  raws: Raws,
  overrides: Overrides = {},
  journal: readonly JournalEntry[] = parseJournal(outputOf(raws, 'journal') ?? ''),
): HarborSituation {
  const config = configOf(overrides);
  // What a read of another configuration asks besides has no answer in these.
  const asked = harbor.reads(config).map(({ id }) => id);
  const lacking = asked.filter((id) => !raws.some((raw) => raw.id === id));
  const none = lacking.map((id) => ({ id, argv: [id], code: 1, stdout: '', stderr: 'not asked' }));
  const all = [...raws, ...none];
  const at = new Date('2026-11-25T04:00:00Z');
  return { machine: machineFacts(all), facts: harbor.facts(all, config), journal, config, at };
}

export const planOf = (raws: Raws, overrides: Overrides = {}) => harbor.plan(situation(raws, overrides));
export const changesOf = (plan: Plan) => (plan.verdict === 'changes' ? plan.changes.map(({ id }) => id) : []);
export const refusalOf = (plan: Plan) => ('refusal' in plan ? plan.refusal : undefined);
