import { readFileSync } from 'node:fs';
import { type Evidence, parseEvidence } from '../evidence/evidence';
import { UsageError } from '../usage-error';
import type { Options } from './options';

/** The document that `--from` names. @throws UsageError */
export function evidenceFrom({ from }: Options, command: string): Evidence {
  if (from === undefined) throw new UsageError(`${command} needs --from FILE, an evidence document.`);
  return readEvidence('--from', from);
}

/** @throws UsageError that names the option and the file */
export function readEvidence(option: string, file: string): Evidence {
  try {
    return parseEvidence(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${option}: '${file}' cannot be read as evidence: ${(error as Error).message}.`);
  }
}
