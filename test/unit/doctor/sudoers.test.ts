import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sudoersFile } from '../../../src/doctor/sudoers';
import { hostScript } from '../../../src/host-script/package';
import { extendLvm } from '../../../src/steps/extend-lvm';
import { edited, fresh, replacing, situation } from '../steps/variants';

const script = hostScript(extendLvm.script!);
const file = (raws = fresh, user = 'deploy') =>
  sudoersFile({ user, reads: extendLvm.rootReads(situation(raws)), scripts: [script] });

test('it allows exactly the commands for looking, and the script of this version', () => {
  const lines = file().split('\n');
  expect(lines).toContain('    /usr/sbin/dumpe2fs -h /dev/mapper/ubuntu--vg-ubuntu--lv');
  expect(lines).toContain(`Cmnd_Alias EDGE_PHASE1_CHANGE = sha256:${script.sha256} ${script.path}`);
  expect(lines).toContain('deploy ALL=(root) NOPASSWD: EDGE_PHASE1_LOOK, EDGE_PHASE1_CHANGE');
  expect(file()).not.toMatch(/^[^#]*[*?]/m);
});

test('characters with a meaning in sudoers are escaped', () => {
  const args = ['vg_name,vg_free', 'a=b', 'a:b', 'a\\b'];
  const text = sudoersFile({ user: 'deploy', reads: [['lvm', ...args]], scripts: [script] });
  expect(text).toContain('LOOK = /usr/sbin/lvm vg_name\\,vg_free a\\=b a\\:b a\\\\b\n');
});

test.each(['*', 'a b', '?', '[a]', '!x', '"', "'", '#1', 'a\nb'])(
  'an argument %j is refused: it could match more',
  (arg) => {
    expect(() => sudoersFile({ user: 'deploy', reads: [['lvm', arg]], scripts: [script] })).toThrow(
      'cannot stand in a sudoers line',
    );
  },
);

test.each(['', 'ALL', '%admin', '#0', 'a b', 'a,b', '-x', 'root ALL=(ALL) ALL\nx'])('a user %j is refused', (user) => {
  expect(() => file(fresh, user)).toThrow('is not a user name');
});

const visudo = spawnSync('visudo', ['-V']).error === undefined;
(visudo ? test : test.skip).each([
  ['the server of the plan', fresh],
  ['a volume with all characters that LVM allows', edited(fresh, replacing('mount', /ubuntu--lv/g, 'a_b.c+d--e'))],
])('visudo accepts it for %s (skipped where there is none)', (_, raws) => {
  const folder = mkdtempSync(join(tmpdir(), 'sudoers-'));
  const path = join(folder, 'sudoers');
  writeFileSync(path, file(raws));
  const { status, stderr } = spawnSync('visudo', ['-cf', path], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
