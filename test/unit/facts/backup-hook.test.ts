import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../../src/config/load';
import { BACKUP_HOOK, preflightFacts, preflightReads } from '../../../src/facts/preflight';
import type { ReadResult } from '../../../src/host/host';

const config = parseConfig('', '');
const read = preflightReads(config).find(({ id }) => id === 'backup_hook')!;
const other = (id: string): ReadResult => ({ id, argv: [], code: 1, stdout: '', stderr: '' });

/** What is found where this program says which owner and permissions each part of the path has. */
function found(hook: string | undefined, stat: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hook-'));
  const file = join(folder, 'backup-check');
  try {
    mkdirSync(join(folder, 'bin'));
    const cases = Object.entries(stat).map(([name, said]) => `*/${name}) echo '${said}' ;;`);
    writeFileSync(
      join(folder, 'bin/stat'),
      `#!/bin/sh\ncase $3 in ${cases.join(' ')} *) echo '0 drwxr-xr-x' ;; esac\n`,
    );
    chmodSync(join(folder, 'bin/stat'), 0o755);
    if (hook !== undefined) writeFileSync(file, `#!/bin/sh\n${hook}\n`, { mode: 0o755 });
    const [program = '', ...args] = (read.argv as readonly string[]).map((arg) => (arg === BACKUP_HOOK ? file : arg));
    const env = { PATH: `${folder}/bin:/usr/bin:/bin` };
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env });
    const result = { id: read.id, argv: [], code: status, stdout, stderr };
    const digest = preflightReads(config)[0]!.id;
    return { said: `${stdout}${stderr}`, backup: preflightFacts([result, other(digest)], config).backup };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the time that it says is the time of the backup; nothing else of it leaves the host', () => {
  const { said, backup } = found('echo 2026-11-24T03:00:00Z; echo SECRET; echo SECRET >&2');
  expect(backup).toEqual({ at: '2026-11-24T03:00:00.000Z' });
  expect(said).not.toContain('SECRET');
});

test('it is run without arguments, and without anything to read', () => {
  expect(found('[ $# = 0 ] && ! read -r line && echo 2026-11-24T03:00:00Z').backup).toEqual({
    at: '2026-11-24T03:00:00.000Z',
  });
});

test('a failure says that there is no backup; no hook says nothing', () => {
  expect(found('exit 3').backup).toBe('none');
  expect(found(undefined).backup).toBeUndefined();
});

test.each([
  ['another form', 'echo yesterday', {}, /did not say a time/],
  ['a file of another user', 'echo 2026-11-24T03:00:00Z', { 'backup-check': '1000 -rwxr-xr-x' }, /not root's alone/],
  ['one that its group may write', 'exit 0', { 'backup-check': '0 -rwxrwxr-x' }, /not root's alone/],
  ['one that all may write', 'exit 0', { 'backup-check': '0 -rwxr-xrwx' }, /not root's alone/],
  ['a link', 'exit 0', { 'backup-check': '0 lrwxrwxrwx' }, /not root's alone/],
  ['a folder that others may write', 'exit 0', { tmp: '0 drwxrwxrwt' }, /tmp is not root's alone/],
])('%s is not known, and where it is not safe it is not run', (_, hook, stat, why) => {
  expect(found(hook, stat).backup).toMatchObject({ unreadable: expect.stringMatching(why) });
});
