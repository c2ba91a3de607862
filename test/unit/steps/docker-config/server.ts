/** What a test server with Docker answers, and what it would answer in other states: real output, with values replaced. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../../../../src/config/load';
import { applyOverrides } from '../../../../src/config/overrides';
import { sha256 } from '../../../../src/evidence/hash';
import { type JournalEntry, parseJournal } from '../../../../src/evidence/journal';
import { DAEMON_FILE } from '../../../../src/facts/daemon-file';
import { machineFacts } from '../../../../src/facts/machine';
import { outputOf } from '../../../../src/facts/reading';
import type { ReadResult } from '../../../../src/host/host';
import { dockerConfig } from '../../../../src/steps/docker-config';
import type { DockerSituation } from '../../../../src/steps/docker-config/facts';
import type { Plan } from '../../../../src/steps/step';

export type Raws = readonly ReadResult[];
export type Edit = (raws: Raws) => Raws;

const captured = (state: string): Raws =>
  (JSON.parse(readFileSync(join(__dirname, `../../../fixtures/docker/${state}.json`), 'utf8')) as Raws).map(
    ({ id, argv, code, stdout, stderr }) => ({ id, argv, code, stdout, stderr }),
  );

/** Docker from Debian's packages, two containers, no daemon.json. */
export const fresh = captured('fresh');
/** After apply with the plan's settings. */
export const applied = captured('applied');
/** A file with passwords, written by a person. */
export const byHand = captured('by-hand');
/** A file with a comment. */
export const withComment = captured('comment');

export const edited = (raws: Raws, ...edits: readonly Edit[]) => edits.reduce((now, edit) => edit(now), raws);

export const answering =
  (id: string, answer: (old: ReadResult) => Partial<ReadResult>): Edit =>
  (raws) =>
    raws.map((raw) => (raw.id === id ? { ...raw, ...answer(raw) } : raw));

export const saying = (id: string, stdout: string) => answering(id, () => ({ code: 0, stdout }));
export const failing = (id: string, stderr: string, code = 1) => answering(id, () => ({ code, stdout: '', stderr }));

export const info = (fields: object) =>
  answering('dockerd_info', ({ stdout }) => ({ stdout: JSON.stringify({ ...JSON.parse(stdout), ...fields }) }));
export const unit = (name: string, value: string) =>
  answering('dockerd_unit', ({ stdout }) => ({
    stdout: stdout.replace(new RegExp(`^${name}=.*$`, 'm'), `${name}=${value}`),
  }));
export const runnerInContainer = saying(
  'dockerd_processes',
  '    0 dockerd         0::/system.slice/docker.service\n 1001 Runner.Listener 0::/system.slice/docker-0b4c05c66671.scope\n',
);
export const flags = (...words: readonly string[]) =>
  answering('dockerd_flags', ({ stdout }) => ({ stdout: `${stdout}${words.join('\n')}\n` }));

/** This content in daemon.json, as it would be read. */
export const file =
  (content: unknown): Edit =>
  (raws) => {
    const text = `${JSON.stringify(content, null, 2)}\n`;
    return edited(
      raws,
      saying('daemon_file_kind', 'regular file|644|root:root\n'),
      saying('daemon_file', text),
      saying('daemon_file_sum', `${sha256(text)}  ${DAEMON_FILE}\n`),
    );
  };

export const sumOf = (raws: Raws) => outputOf(raws, 'daemon_file_sum')?.split(' ')[0] ?? 'none';
export const invocationOf = (raws: Raws) => /^InvocationID=(.*)$/m.exec(outputOf(raws, 'dockerd_unit')!)![1]!;

export function situation(
  raws: Raws,
  settings: Readonly<Record<string, string>> = {},
  journal: readonly JournalEntry[] = parseJournal(outputOf(raws, 'journal') ?? ''),
): DockerSituation {
  const overrides = Object.entries(settings).map(([key, value]) => [`docker_config.settings.${key}`, value]);
  const config = applyOverrides(parseConfig('', ''), Object.fromEntries(overrides));
  const at = new Date('2026-11-25T00:00:00Z');
  return { machine: machineFacts(raws), facts: dockerConfig.facts(raws, config), journal, config, at };
}

export const planOf = (
  raws: Raws,
  settings: Readonly<Record<string, string>> = {},
  journal?: readonly JournalEntry[],
) => dockerConfig.plan(situation(raws, settings, journal));

/** One line of the journal of this step, about the file as it is and the daemon that runs. */
export const entry = (raws: Raws, event: string, change: string, fields: object = {}): JournalEntry =>
  ({
    ...{ time: '2026-11-25T00:00:00Z', boot: outputOf(raws, 'boot_id')!.trim(), run: 'r1', step: 'docker-config' },
    ...{ mode: 'apply', event, change, how: 'restart', file_sha256: sumOf(raws), invocation: invocationOf(raws) },
    ...fields,
  }) as JournalEntry;

export const changesOf = (plan: Plan) => (plan.verdict === 'changes' ? plan.changes.map((change) => change.id) : []);
export const refusalOf = (plan: Plan) => ('refusal' in plan ? plan.refusal : undefined);
export const hashOf = (plan: Plan) => ('hash' in plan ? plan.hash : undefined);
