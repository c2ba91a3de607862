import { fileSystemFacts } from '../../../src/facts/file-system';
import { edited, extended, failing, fresh, GIB, MIB, replacing, xfs } from '../steps/variants';

test('the size of ext4 comes from its own header, not from df', () => {
  expect(fileSystemFacts(fresh, 'ext4')).toEqual({ bytes: 100 * GIB, slackBytes: 128 * MIB, damage: '' });
  expect(fileSystemFacts(extended, 'ext4')).toMatchObject({ bytes: 150 * GIB });
});

test('the size of xfs comes from xfs_info', () => {
  expect(fileSystemFacts(edited(fresh, xfs), 'xfs')).toEqual({ bytes: 100 * GIB, slackBytes: 16 * MIB, damage: '' });
});

test.each([
  [
    'a state with errors',
    replacing('dumpe2fs', 'clean', 'clean with errors'),
    "state 'clean with errors', error count 0",
  ],
  ['counted errors', replacing('dumpe2fs', /$/, 'FS Error count:   7\n'), "state 'clean', error count 7"],
])('damage is told: %s', (_, edit, damage) => {
  expect(fileSystemFacts(edited(fresh, edit), 'ext4')).toMatchObject({ damage });
});

test.each([
  ['ext4', failing('dumpe2fs', 'sudo: a password is required'), 'a password is required', 'edge-phase1 sudoers'],
  ['ext4', failing('dumpe2fs', 'sudo: dumpe2fs: command not found'), 'not found', 'apt-get install e2fsprogs'],
  ['xfs', failing('xfs_info', 'xfs_info: cannot open /: Permission denied'), 'denied', 'says as root'],
  ['xfs', failing('xfs_info', 'sh: 5: exec: xfs_info: not found', 127), 'not found', 'apt-get install xfsprogs'],
  ['btrfs', failing('xfs_info', ''), 'btrfs is not a file system that this step knows', 'ext4 and xfs'],
])('what cannot be read of %s is never zero', (type, edit, why, wayOut) => {
  const facts = fileSystemFacts(edited(fresh, edit), type);
  expect(facts).not.toHaveProperty('bytes');
  expect(facts).toMatchObject({ unreadable: expect.stringContaining(why), wayOut: expect.stringContaining(wayOut) });
});

test('a header without sizes is not readable', () => {
  const empty = replacing('dumpe2fs', /^Block count.*\n/m, '');
  expect(fileSystemFacts(edited(fresh, empty), 'ext4')).toHaveProperty('unreadable');
});
