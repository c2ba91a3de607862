import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../evidence/hash';
import { outputOf } from '../facts/reading';
import type { Read, ReadResult } from '../host/host';
import { packageFolder } from '../package-folder';

/** Folder on the host for the scripts that carry out changes: root's, so that a right to run one is not a right to edit it. */
export const SCRIPT_FOLDER = '/usr/local/lib/edge-phase1';

export interface HostScript {
  readonly name: string;
  /** Where it lies on the host. */
  readonly path: string;
  readonly text: string;
  readonly sha256: string;
}

/** A host script as this version of edge-phase1 ships it, beside the bundle. */
export function hostScript(name: string): HostScript {
  const text = readFileSync(join(packageFolder(), 'scripts', name), 'utf8');
  return { name, path: `${SCRIPT_FOLDER}/${name}`, text, sha256: sha256(text) };
}

const digestId = ({ name }: HostScript) => `digest_${name.replace(/\W/g, '_')}`;

export const digestRead = (script: HostScript): Read => ({ id: digestId(script), argv: ['sha256sum', script.path] });

/** SHA-256 of what lies on the host in the script's place, where there is something. */
export const installedDigest = (results: readonly ReadResult[], script: HostScript): string | undefined =>
  outputOf(results, digestId(script))?.split(' ')[0];
