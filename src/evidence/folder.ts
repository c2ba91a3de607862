/** Folders with evidence documents, and with the files of the history, on this machine. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, HISTORY_KINDS, type HistoryFiles, SCHEMA_FILE } from './history';

/** Paths of the files below a folder whose names are wanted, in no order. */
export const filesBelow = (folder: string, wanted: (name: string) => boolean): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));

export const isJson = (name: string) => name.endsWith('.json');

/** Those of the history's files that lie in a checkout of the data branch. */
export function historyFilesIn(folder: string): HistoryFiles {
  const names = [SCHEMA_FILE, ...HISTORY_KINDS.map(fileOf)].filter((name) => existsSync(join(folder, name)));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
