import type { Config } from '../config/schema';
import type { Read, ReadResult } from '../host/host';
import { digestRead, hostScript, installedDigest } from '../host-script/package';
import { textsOf } from '../texts';
import { type FactTexts, lastWords, resultOf, type Unreadable } from './reading';

export interface Backup {
  readonly at: string;
  /** Not where the server's own check tells of it. */
  readonly bytes?: number;
}

export interface PreflightFacts {
  /**
   * When the newest backup was written; `none` where the folder holds no file, or the server's own check says that there is
   * none; undefined when nothing is configured and there is no such check.
   */
  readonly backup: Backup | 'none' | Unreadable | undefined;
  /** The script that extends the volume, as it lies on the host, by its digest. */
  readonly script: 'this version' | 'another version' | 'not there';
}

const EXTEND_SCRIPT = 'extend-lvm-phase1.sh';

/** Time and size only: the names of backups are nobody's business. */
const NEWEST = `find -H "$1" -maxdepth 2 -type f -size +0 -printf '%T@ %s\\n' | sort -n | tail -n 1; [ -e "$1" ]`;

/** A program on the server that tells of the newest backup. Only root can put it there, so only root decides what runs. */
export const BACKUP_HOOK = '/etc/edge-phase1/backup-check';

const NO_HOOK = 78;

/**
 * Runs the hook as the user who looks, without arguments and for at most a minute. It has to be root's own, and neither it
 * nor a folder above it may be a link or such that others can write to it. Of what it says only a time leaves the host.
 */
const HOOK = `
file=$1
[ -e "$file" ] || exit ${NO_HOOK}
part=
for name in $(echo "$file" | tr / ' '); do
  part=$part/$name
  case $(stat -c '%u %A' "$part") in
    "0 "[-d]????-??-?*) ;;
    *) echo "$part is not root's alone, so $file is not run" >&2; exit 77;;
  esac
done
[ -f "$file" ] && [ -x "$file" ] || { echo "$file is not a program that this user may run" >&2; exit 77; }
said=$(timeout -k 5 60 "$file" </dev/null 2>/dev/null)
code=$?
[ "$code" = 124 ] && { echo "$file was not done within 60 s" >&2; exit 77; }
[ "$code" = 0 ] || { echo "$file ended with code $code" >&2; exit 1; }
printf '%s\n' "$said" | head -n 1 | grep -xE '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z' ||
  { echo "$file did not say a time such as 2026-11-24T03:00:00Z" >&2; exit 77; }`;

export const preflightReads = ({ preflight }: Config): readonly Read[] => [
  digestRead(hostScript(EXTEND_SCRIPT)),
  ...(preflight.backup.path === null
    ? [{ id: 'backup_hook', argv: ['sh', '-c', HOOK, 'hook', BACKUP_HOOK], inShell: true }]
    : [{ id: 'backup', argv: ['sh', '-c', NEWEST, 'newest', preflight.backup.path], inShell: true }]),
];

export function preflightFacts(results: readonly ReadResult[], config: Config): PreflightFacts {
  const say = textsOf(config).facts;
  const backup =
    config.preflight.backup.path === null
      ? hookOf(resultOf(results, 'backup_hook'), say)
      : backupOf(resultOf(results, 'backup'), say);
  return { backup, script: scriptOf(results) };
}

function scriptOf(results: readonly ReadResult[]): PreflightFacts['script'] {
  const script = hostScript(EXTEND_SCRIPT);
  const digest = installedDigest(results, script);
  if (digest === undefined) return 'not there';
  return digest === script.sha256 ? 'this version' : 'another version';
}

function backupOf(result: ReadResult, say: FactTexts): PreflightFacts['backup'] {
  const [seconds, bytes] = result.stdout.trim().split(' ').map(Number);
  if (result.code === 0 && seconds && bytes) return { at: new Date(seconds * 1000).toISOString(), bytes };
  if (result.code === 0 && result.stderr.trim() === '') return 'none';
  return { unreadable: lastWords(result, say), wayOut: say.preflight.backup };
}

function hookOf(result: ReadResult, say: FactTexts): PreflightFacts['backup'] {
  const time = Date.parse(result.stdout.trim());
  if (result.code === 0 && !Number.isNaN(time)) return { at: new Date(time).toISOString() };
  if (result.code === NO_HOOK) return undefined;
  if (result.code === 1) return 'none';
  return { unreadable: lastWords(result, say), wayOut: say.preflight.hook(BACKUP_HOOK) };
}
