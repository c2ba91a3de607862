import {
  changesOf,
  device,
  EXTENT,
  edited,
  extended,
  extendedHalfWay,
  fresh,
  GIB,
  group,
  hashOf,
  kernelBehind,
  planOf,
  replacing,
  saying,
  targetOf,
  volume,
  xfs,
} from './variants';

test('from 100 to 150 GiB: back up, extend the volume, grow the file system', () => {
  const plan = planOf(fresh);
  expect(changesOf(plan)).toEqual(['backup', 'lvextend', 'growfs']);
  expect(targetOf(plan)).toBe(150 * GIB);
  expect(plan.summary).toBe('/ (ubuntu-vg/ubuntu-lv): 100 GiB → 150 GiB, while it is in use.');
});

test('each change says what runs, why, how it is checked and how it is undone', () => {
  const plan = planOf(fresh);
  const changes = plan.verdict === 'changes' ? plan.changes : [];
  expect(changes.map(({ command }) => command)).toEqual([
    'vgcfgbackup -f /var/lib/edge-phase1/lvm-backup/…',
    'lvextend --size 161061273600b ubuntu-vg/ubuntu-lv',
    'resize2fs /dev/mapper/ubuntu--vg-ubuntu--lv',
  ]);
  for (const { title, why, check, undo } of changes) expect([title, why, check, undo]).not.toContain('');
});

test('the backup is copied to the other disk with the most space, or to the folder that was named', () => {
  const titleOf = (overrides = {}) => {
    const plan = planOf(fresh, overrides);
    return plan.verdict === 'changes' ? plan.changes[0]!.title : '';
  };
  expect(titleOf()).toContain('/twisterlab/ai-storage/edge-phase1-lvm-backup');
  expect(titleOf({ 'extend_lvm.backup_dir': '/srv/backup' })).toMatch(/ and \/srv\/backup$/);
});

test.each([
  ['at the target', '150GiB'],
  ['above it', '120GiB'],
])('there is nothing to do %s', (_, size) => {
  expect(planOf(extended, { 'extend_lvm.size': size })).toMatchObject({ verdict: 'nothing-to-do' });
});

test('a smaller target shrinks nothing, and says so', () => {
  const plan = planOf(extended, { 'extend_lvm.size': '120GiB' });
  expect(targetOf(plan)).toBe(150 * GIB);
  expect(plan.notes).toEqual(['The target of 120 GiB is smaller than what is there; nothing is shrunk.']);
});

test('the target is rounded up to whole extents', () => {
  const plan = planOf(fresh, { 'extend_lvm.size': String(150 * GIB + 1) });
  expect(targetOf(plan)).toBe(150 * GIB + EXTENT);
});

describe('an apply that was cut short is finished forward', () => {
  test('the volume is extended, the file system is not: only the file system is grown', () => {
    const plan = planOf(edited(fresh, extendedHalfWay));
    expect(changesOf(plan)).toEqual(['growfs']);
    expect(plan.summary).toContain('finish that');
  });

  test('the kernel has the old size: it is refreshed first', () => {
    expect(changesOf(planOf(edited(fresh, kernelBehind)))).toEqual(['refresh', 'growfs']);
  });

  test('the same on a volume that is to grow further: lvextend tells the kernel', () => {
    const plan = planOf(edited(fresh, kernelBehind), { 'extend_lvm.size': '160GiB' });
    expect(changesOf(plan)).toEqual(['backup', 'lvextend', 'growfs']);
  });
});

test('a rest that the file system cannot fill is no reason to grow it again', () => {
  const blocksShort = (blocks: number) =>
    edited(extended, replacing('dumpe2fs', /^(Block count: *).*$/m, `$1${39321600 - blocks}`));
  expect(changesOf(planOf(blocksShort(32767)))).toEqual([]);
  expect(changesOf(planOf(blocksShort(32768)))).toEqual(['growfs']);
});

test('xfs is grown with its own tool, by mount point', () => {
  const plan = planOf(edited(fresh, xfs));
  expect(plan.verdict === 'changes' && plan.changes.at(-1)!.command).toBe('xfs_growfs /');
});

describe('the hash of a plan', () => {
  const hash = hashOf(planOf(fresh));

  test('is the same for the same facts, on every machine', () => {
    expect(hash).toBe('d125122df0e3812039ec4fb4de92c1c12a5f5f9a0194188eb9c5038a9fa8c5de');
  });

  test('does not depend on words, names of devices, or how full the disk is', () => {
    const renamed = edited(
      fresh,
      replacing('lsblk', /"model": "QEMU HARDDISK"/g, '"model": "Another"'),
      replacing('mounts', '911585280', '50911585280'),
    );
    expect(hashOf(planOf(renamed))).toBe(hash);
    expect(hashOf(planOf(fresh, { 'extend_lvm.backup_dir': '/srv/backup' }))).toBe(hash);
  });

  test.each([
    ['the sequence number of the group', group({ vg_seqno: '3' })],
    ['the size of the volume', volume({ lv_size: String(101 * GIB) })],
    ['the size of the file system', replacing('dumpe2fs', /^(Block count: *).*$/m, '$126000000')],
    ['the identity of the volume', replacing('lvm', /Qed7PU/g, 'Qed7PX')],
    ['the identity of the group', group({ vg_uuid: 'other' })],
    ['the machine', saying('machine_id', '00000000000000000000000000000000\n')],
  ])('changes with %s', (_, edit) => {
    const other = hashOf(planOf(edited(fresh, edit)));
    expect(other).toMatch(/^[0-9a-f]{64}$/);
    expect(other).not.toBe(hash);
  });

  test('changes with the target and with the changes', () => {
    const others = [
      planOf(fresh, { 'extend_lvm.size': '160GiB' }),
      planOf(edited(fresh, extendedHalfWay)),
      planOf(edited(fresh, kernelBehind)),
    ].map(hashOf);
    expect(new Set([hash, ...others]).size).toBe(4);
  });
});

test('disks that swap their names between boots are the same disks', () => {
  const swapped = edited(
    fresh,
    replacing('lvm', /\/dev\/sdb3/g, '/dev/sda3'),
    device('sdb3', { path: '/dev/sda3', kname: 'sda3', pkname: 'sda' }),
  );
  expect(hashOf(planOf(swapped))).toBe(hashOf(planOf(fresh)));
});
