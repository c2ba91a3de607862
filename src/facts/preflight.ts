import type { Config } from '../config/schema';
import type { Read, ReadResult } from '../host/host';
import { digestRead, hostScript, installedDigest } from '../host-script/package';
import { lastWords, resultOf, type Unreadable } from './reading';

export interface PreflightFacts {
  /** When the newest backup was written; `none` where the folder holds no file; undefined when none is configured. */
  readonly backup: { readonly at: string; readonly bytes: number } | 'none' | Unreadable | undefined;
  /** The script that extends the volume, as it lies on the host, by its digest. */
  readonly script: 'this version' | 'another version' | 'not there';
}

const EXTEND_SCRIPT = 'extend-lvm-phase1.sh';

/** Time and size only: the names of backups are nobody's business. */
const NEWEST = `find -H "$1" -maxdepth 2 -type f -size +0 -printf '%T@ %s\\n' | sort -n | tail -n 1; [ -e "$1" ]`;

export const preflightReads = ({ preflight }: Config): readonly Read[] => [
  digestRead(hostScript(EXTEND_SCRIPT)),
  ...(preflight.backup.path === null
    ? []
    : [{ id: 'backup', argv: ['sh', '-c', NEWEST, 'newest', preflight.backup.path] }]),
];

export const preflightFacts = (results: readonly ReadResult[], { preflight }: Config): PreflightFacts => ({
  backup: preflight.backup.path === null ? undefined : backupOf(resultOf(results, 'backup')),
  script: scriptOf(results),
});

function scriptOf(results: readonly ReadResult[]): PreflightFacts['script'] {
  const script = hostScript(EXTEND_SCRIPT);
  const digest = installedDigest(results, script);
  if (digest === undefined) return 'not there';
  return digest === script.sha256 ? 'this version' : 'another version';
}

function backupOf(result: ReadResult): PreflightFacts['backup'] {
  const [seconds, bytes] = result.stdout.trim().split(' ').map(Number);
  if (result.code === 0 && seconds && bytes) return { at: new Date(seconds * 1000).toISOString(), bytes };
  if (result.code === 0 && result.stderr.trim() === '') return 'none';
  return {
    unreadable: lastWords(result),
    wayOut: 'Name a file or folder that this user may read in preflight.backup.path.',
  };
}
