import { extendLvm } from '../../../src/steps/extend-lvm';
import {
  type Edit,
  edited,
  failing,
  fresh,
  group,
  luksAbove,
  luksBelow,
  missingDisk,
  mounted,
  planOf,
  raid,
  refusalOf,
  replacing,
  saying,
  segment,
  situation,
  thin,
  volume,
  xfs,
} from './variants';

const DAMAGED = replacing('dumpe2fs', 'state:         clean', 'state:         clean with errors');

test.each<[code: string, what: string, edit: Edit]>([
  ['not-lvm', 'a partition', mounted({ source: '/dev/sda1' })],
  ['not-lvm', 'no block device', mounted({ source: 'server:/export', fstype: 'nfs4' })],
  ['luks', 'an encrypted volume above the logical one', luksAbove],
  ['luks', 'an encrypted device below the physical volume', luksBelow],
  ['lvm-unreadable', 'a volume that LVM does not know', volume({ lv_dm_path: '/dev/mapper/other' })],
  ['pv-missing', 'a group with a missing disk', missingDisk],
  ['vg-exported', 'an exported group', group({ vg_attr: 'wzx-n-' })],
  ['vg-read-only', 'a read-only group', group({ vg_attr: 'rz--n-' })],
  ['vg-fixed', 'a group that may not be resized', group({ vg_attr: 'w---n-' })],
  ['vg-shared', 'a group shared between hosts', group({ vg_lock_type: 'sanlock' })],
  ['thin', 'a thin volume', thin],
  ['thin', 'a thin pool', volume({ lv_attr: 'twi-aotz--' })],
  ['snapshot-origin', 'the origin of a snapshot', volume({ lv_attr: 'owi-aos---' })],
  ['snapshot-origin', 'an origin while its snapshot merges', volume({ lv_attr: 'Owi-aos---' })],
  ['snapshot', 'a snapshot', volume({ lv_attr: 'swi-aos---' })],
  ['cache', 'a cached volume', volume({ lv_attr: 'Cwi-aoC---' })],
  ['raid', 'a RAID volume', raid],
  ['raid', 'a RAID volume without initial sync', volume({ lv_attr: 'Rwi-aor---' })],
  ['mirror', 'a mirror', volume({ lv_attr: 'mwi-aom---' })],
  ['lv-kind', 'a kind that nobody has seen', volume({ lv_attr: 'zwi-ao----' })],
  ['lv-kind', 'a striped volume', segment({ segtype: 'striped' })],
  ['lv-suspended', 'a suspended volume', volume({ lv_attr: '-wi-so----' })],
  ['lv-read-only', 'a read-only volume', volume({ lv_attr: '-ri-ao----' })],
  ['fs-read-only', 'a file system mounted read-only', mounted({ options: 'ro,relatime' })],
  ['fs-unsupported', 'btrfs', mounted({ fstype: 'btrfs' })],
  ['fs-damaged', 'a file system with errors', DAMAGED],
  ['fs-damaged', 'a file system that counts errors', replacing('dumpe2fs', /$/, 'FS Error count:           2\n')],
])('%s: %s is refused with a way out', (code, _, edit) => {
  const plan = planOf(edited(fresh, edit));
  expect(plan.verdict).toBe('refused');
  expect(plan).not.toHaveProperty('changes');
  expect(plan).not.toHaveProperty('hash');
  const refusal = refusalOf(plan)!;
  expect(refusal.code).toBe(code);
  expect(refusal.message).toMatch(/\.$/);
  expect(refusal.wayOut.length).toBeGreaterThan(10);
});

test('no mount at the configured place is refused', () => {
  const notMounted = edited(fresh, failing('mount', ''), failing('source', ''));
  expect(refusalOf(planOf(notMounted, { 'extend_lvm.mount': '/srv' }))?.code).toBe('no-mount');
});

describe('what cannot be seen is unknown, and nothing is planned on it', () => {
  test.each<[string, Edit, RegExp]>([
    ['LVM without the right to', failing('lvm', 'sudo: a password is required'), /edge-phase1 sudoers/],
    ['LVM where it is not installed', failing('lvm', 'sh: 1: exec: lvm: not found', 127), /apt-get install lvm2/],
    ['the header of ext4', failing('dumpe2fs', 'sudo: a password is required'), /edge-phase1 sudoers/],
    ['xfs without its tool', (raws) => edited(raws, xfs, failing('xfs_info', 'not found', 127)), /install xfsprogs/],
    ['the disks', failing('lsblk', 'sh: 5: exec: lsblk: not found', 127), /edge-phase1 doctor/],
    ['the mounts', failing('mount', 'sh: 5: exec: findmnt: not found', 127), /edge-phase1 doctor/],
    ['LVM that answers no JSON', saying('lvm', 'WARNING'), /./],
  ])('%s', (_, edit, wayOut) => {
    const plan = planOf(edited(fresh, edit));
    expect(plan.verdict).toBe('unknown');
    expect(plan).not.toHaveProperty('changes');
    expect(refusalOf(plan)?.code).toBe('unknown');
    expect(refusalOf(plan)?.wayOut).toMatch(wayOut);
  });
});

test('a rollback is refused for the same reasons', () => {
  const plan = extendLvm.rollback(situation(edited(fresh, thin)));
  expect(plan).toMatchObject({ intent: 'rollback', verdict: 'refused', refusal: { code: 'thin' } });
});
