import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingRight, sudoersLine } from '../../../src/host/sudo';

const failed = (stderr: string, code = 1) => ({ argv: ['lvs', '-a'], path: '/usr/sbin/lvs', code, stdout: '', stderr });

test.each([
  'sudo: a password is required\n',
  'sudo: a terminal is required to read the password; either use the -S option\nsudo: a password is required\n',
  "Sorry, user deploy is not allowed to execute '/usr/sbin/lvs -a' as root on edge.\n",
  'Sorry, user deploy may not run sudo on edge.\n',
  'deploy is not in the sudoers file.\n',
])('a right is missing: %j', (stderr) => {
  const refusal = missingRight(failed(stderr), 'deploy');
  expect(refusal?.code).toBe('sudo-right');
  expect(refusal?.wayOut).toContain('deploy ALL=(root) NOPASSWD: /usr/sbin/lvs -a');
});

test.each(['sh: 5: exec: sudo: not found\n', "env: 'sudo': No such file or directory\n"])(
  'sudo is missing: %j',
  (stderr) => {
    expect(missingRight(failed(stderr, 127), 'deploy')?.code).toBe('sudo-missing');
  },
);

test('a command that fails by itself is no missing right', () => {
  expect(missingRight(failed('Failed to find volume group\n', 5), 'deploy')).toBeUndefined();
  expect(missingRight(failed('sh: 5: exec: lvs: not found\n', 127), 'deploy')).toBeUndefined();
  expect(missingRight(failed('', 0), 'deploy')).toBeUndefined();
});

test('without a path the line says how to find it', () => {
  const { path: _, ...command } = failed('sudo: a password is required\n');
  expect(missingRight(command, 'deploy')?.wayOut).toContain('`command -v lvs`');
});

test('no other arguments are allowed than these', () => {
  expect(sudoersLine(['vgs'], 'deploy', '/usr/sbin/vgs')).toBe('deploy ALL=(root) NOPASSWD: /usr/sbin/vgs ""');
});

const visudo = spawnSync('visudo', ['-V']).error === undefined;
(visudo ? test : test.skip).each([
  ['a list', ['vgs', '-o', 'vg_name,vg_free']],
  ['an expression', ['vgs', '--select', 'vg_name=~"^ubuntu" && vg_free>=0']],
  ['everything', ['x', '*', '?', '[a]', '!x', '#1', '\\', "it's", 'a:b', '$x', '%x', '@x', '(', '~']],
])('visudo accepts %s (skipped where there is none)', (_, argv) => {
  const folder = mkdtempSync(join(tmpdir(), 'sudoers-'));
  const file = join(folder, 'sudoers');
  writeFileSync(file, `${sudoersLine(argv, 'deploy', `/usr/sbin/${argv[0]}`)}\n`);
  const { status, stderr } = spawnSync('visudo', ['-cf', file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
