/** Folders with evidence documents, and with the files of the history, on this machine. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Evidence, parseEvidence } from './evidence';
import { fileOf, HISTORY_KINDS, type HistoryFiles, SCHEMA_FILE } from './history';

/** Paths of the files below a folder whose names are wanted, in no order. */
export const filesBelow = (folder: string, wanted: (name: string) => boolean): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));

/** Name of the document in the artifact of a run. */
export const EVIDENCE_FILE = 'evidence.json';

export interface BrokenFile {
  readonly file: string;
  readonly why: string;
}

export interface EvidenceFiles {
  /** By path. */
  readonly evidence: readonly Evidence[];
  /** Files that are evidence by their text or name, and cannot be read as such. */
  readonly broken: readonly BrokenFile[];
}

/** What a command that reads evidence tells, and what it had to leave out. */
export interface Written {
  readonly text: string;
  readonly broken: readonly BrokenFile[];
}

/** The evidence documents below a folder (`*.json`); other files are passed over. */
export function evidenceBelow(folder: string, wanted = (name: string) => name.endsWith('.json')): EvidenceFiles {
  const evidence: Evidence[] = [];
  const broken: BrokenFile[] = [];
  for (const file of filesBelow(folder, wanted).toSorted()) {
    try {
      const text = readFileSync(file, 'utf8');
      if (saysItIsEvidence(file, text)) evidence.push(parseEvidence(text));
    } catch (error) {
      broken.push({ file, why: (error as Error).message });
    }
  }
  return { evidence, broken };
}

/** Also a text that breaks off says so, and a file that is empty by its name. */
const saysItIsEvidence = (file: string, text: string) =>
  basename(file) === EVIDENCE_FILE || /"schema":\s*"edge-phase1\/evidence\//.test(text);

/** For people: which files are left out, why, and what to do. */
export const leftOut = (broken: readonly BrokenFile[]): string =>
  [
    ...broken.map(({ file, why }) => `${file} is left out: it cannot be read as evidence: ${why}.`),
    'What to do: take it from the artifact of its run again, or out of the folder.',
  ].join('\n');

/** Those of the history's files that lie in a checkout of the data branch. */
export function historyFilesIn(folder: string): HistoryFiles {
  const names = [SCHEMA_FILE, ...HISTORY_KINDS.map(fileOf)].filter((name) => existsSync(join(folder, name)));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
