import {
  addDevice,
  addPartition,
  anotherGroup,
  anotherPhysical,
  blankDisk,
  changesOf,
  device,
  type Edit,
  EXTENT,
  edited,
  fresh,
  fullGroup,
  GIB,
  hashOf,
  MIB,
  partitionAfter,
  physical,
  planOf,
  refusalOf,
  roomBehindPartition,
  roomInPartition,
  targetOf,
} from './variants';

const SERIAL = { 'extend_lvm.new_disk': 'EDGE-NEW' };
const MAX = { 'extend_lvm.when_short': 'max' };
const commandOf = (plan: ReturnType<typeof planOf>, id: string) =>
  plan.verdict === 'changes' ? plan.changes.find((change) => change.id === id)?.command : undefined;

describe('the missing space comes from the least invasive place', () => {
  test.each<[string, Edit[], string[]]>([
    ['free in the group', [], ['backup', 'lvextend', 'growfs']],
    ['in the partition, beyond the physical volume', [roomInPartition], ['backup', 'pvresize', 'lvextend', 'growfs']],
    [
      'behind the last partition of the disk',
      [roomBehindPartition],
      ['backup', 'growpart', 'pvresize', 'lvextend', 'growfs'],
    ],
    ['on the blank disk that was named', [fullGroup, blankDisk], ['backup', 'vgextend', 'lvextend', 'growfs']],
  ])('%s', (_, edits, changes) => {
    const plan = planOf(edited(fresh, ...edits), SERIAL);
    expect(changesOf(plan)).toEqual(changes);
    expect(targetOf(plan)).toBe(150 * GIB);
  });

  test('two places together, where one is not enough', () => {
    const some = physical({ pv_free: String(10 * GIB), pv_pe_count: '28160' });
    const raws = edited(fresh, roomBehindPartition, some, blankDisk);
    expect(changesOf(planOf(raws, SERIAL))).toEqual(['backup', 'growpart', 'pvresize', 'lvextend', 'growfs']);
    expect(changesOf(planOf(edited(raws, partitionAfter), SERIAL))).toEqual([
      ...['backup', 'vgextend', 'lvextend', 'growfs'],
    ]);
  });
});

describe('behind a partition', () => {
  test('there is no room when another partition follows', () => {
    expect(refusalOf(planOf(edited(fresh, roomBehindPartition, partitionAfter)))?.code).toBe('no-space');
  });

  test('the order on the disk counts, not the number', () => {
    const before = addPartition('sdb4', 4, MIB + 4096, { pkname: 'sdb', size: MIB });
    expect(changesOf(planOf(edited(fresh, roomBehindPartition, before)))).toContain('growpart');
  });

  test('the last MiB of the disk stays free, for the second partition table', () => {
    const plan = planOf(edited(fresh, roomBehindPartition), { ...MAX, 'extend_lvm.size': '900GiB' });
    const end = 319975063552 - MIB;
    const dataStart = 2149580800 + MIB;
    expect(targetOf(plan)).toBe(Math.floor((end - dataStart) / EXTENT) * EXTENT);
  });

  test('an MBR partition ends at 2 TiB at most', () => {
    const disk = device('sdb', { pttype: 'dos', size: 8 * 1024 * GIB });
    const plan = planOf(edited(fresh, roomBehindPartition, disk), { ...MAX, 'extend_lvm.size': '4TiB' });
    expect(targetOf(plan)).toBeLessThan(2048 * GIB);
    expect(targetOf(plan)).toBeGreaterThan(2040 * GIB);
    const gpt = device('sdb', { pttype: 'gpt', size: 8 * 1024 * GIB });
    expect(targetOf(planOf(edited(fresh, roomBehindPartition, gpt), { 'extend_lvm.size': '4TiB' }))).toBe(4096 * GIB);
  });

  test('a physical volume on a whole disk has no partition to grow', () => {
    const whole = [physical({ pv_name: '/dev/sdb' }), device('dm-0', { pkname: 'sdb' })];
    expect(refusalOf(planOf(edited(fresh, fullGroup, ...whole)))?.code).toBe('no-space');
  });
});

describe('when there is not enough', () => {
  test('it is refused, with how much is missing and every way out', () => {
    const refusal = refusalOf(planOf(fresh, { 'extend_lvm.size': '400GiB' }));
    expect(refusal).toMatchObject({ code: 'no-space' });
    expect(refusal?.message).toMatch(/cannot grow to 400 GiB: 104\.0 GiB short/);
    expect(refusal?.wayOut).toMatch(/at most 303100MiB .*when_short to max .*new_disk/);
  });

  test('the size that it names as possible is possible', () => {
    const [, size = ''] = /at most (\d+MiB)/.exec(refusalOf(planOf(fresh, { 'extend_lvm.size': '400GiB' }))!.wayOut)!;
    expect(planOf(fresh, { 'extend_lvm.size': size })).toMatchObject({ verdict: 'changes' });
  });

  test('a little that is missing is not shown as nothing', () => {
    const refusal = refusalOf(planOf(fresh, { 'extend_lvm.size': String(100 * GIB + 210449203200 + EXTENT) }));
    expect(refusal?.message).toContain(': 4 MiB short');
  });

  test('when_short max takes what there is, and says so', () => {
    const plan = planOf(fresh, { ...MAX, 'extend_lvm.size': '400GiB' });
    expect(targetOf(plan)).toBe(100 * GIB + 210449203200);
    expect(plan.notes).toEqual(['400 GiB was asked for; 296.0 GiB is the maximum available.']);
  });

  test('when_short max with nothing to take changes nothing', () => {
    expect(planOf(edited(fresh, fullGroup), MAX)).toMatchObject({ verdict: 'nothing-to-do' });
  });
});

describe('other disks of the group', () => {
  const secondDisk = anotherPhysical({ pv_name: '/dev/sdc2', pv_uuid: 'second', pv_free: String(64 * GIB) });

  test('are left alone, but named as a way out', () => {
    const refusal = refusalOf(planOf(edited(fresh, fullGroup, secondDisk)));
    expect(refusal?.code).toBe('no-space');
    expect(refusal?.wayOut).toContain('other_disks to use 64 GiB free on other disks of ubuntu-vg');
  });

  test('are used where that is allowed', () => {
    const plan = planOf(edited(fresh, fullGroup, secondDisk), { 'extend_lvm.other_disks': 'true' });
    expect(changesOf(plan)).toEqual(['backup', 'lvextend', 'growfs']);
  });

  test('a physical volume that is not allocatable has no space to give', () => {
    expect(refusalOf(planOf(edited(fresh, physical({ pv_attr: 'u--' }))))?.code).toBe('no-space');
  });
});

describe('a new disk', () => {
  const named = (disk: string, ...edits: Edit[]) =>
    planOf(edited(fresh, fullGroup, ...edits), { 'extend_lvm.new_disk': disk });

  test.each(['EDGE-NEW', '/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_EDGE-NEW', '/dev/disk/by-id/virtio-EDGE-NEW'])(
    'is found as %s, whatever it is called now',
    (name) => {
      expect(commandOf(named(name, blankDisk), 'vgextend')).toBe('vgextend ubuntu-vg /dev/sdd');
    },
  );

  test('is not another one whose serial number only ends alike', () => {
    const alike = addDevice({ kname: 'sde', type: 'disk', size: 500 * GIB, serial: 'NEW' });
    expect(refusalOf(named('XNEW', alike))?.code).toBe('new-disk-not-found');
    expect(refusalOf(named('/dev/disk/by-id/ata-DISK_XNEW', alike))?.code).toBe('new-disk-not-found');
    expect(commandOf(named('EDGE-NEW', alike, blankDisk), 'vgextend')).toContain('/dev/sdd');
  });

  test('that is not there is refused', () => {
    expect(refusalOf(named('EDGE-NEW'))).toMatchObject({ code: 'new-disk-not-found' });
  });

  test.each<[string, Edit]>([
    ['a file system', device('sdd', { fstype: 'ext4' })],
    ['a partition table', device('sdd', { pttype: 'gpt' })],
    ['partitions', addPartition('sdd1', 1, MIB, { pkname: 'sdd', size: GIB })],
  ])('that holds %s is refused, and never wiped', (_, edit) => {
    const refusal = refusalOf(named('EDGE-NEW', blankDisk, edit));
    expect(refusal?.code).toBe('new-disk-not-blank');
    expect(refusal?.wayOut).toContain('never wipes');
  });

  test('that is in another group is refused', () => {
    const refusal = refusalOf(named('EDGE-NEW', blankDisk, anotherGroup('other-vg', '/dev/sdd')));
    expect(refusal?.code).toBe('new-disk-not-blank');
    expect(refusal?.message).toContain('in the volume group other-vg already');
  });

  test('that an interrupted run has added to the group already is used, and not added again', () => {
    const member = anotherPhysical({ pv_name: '/dev/sdd', pv_uuid: 'new', pv_free: `${200 * GIB}` });
    expect(changesOf(named('EDGE-NEW', blankDisk, member))).toEqual(['backup', 'lvextend', 'growfs']);
  });

  test('with only the label that an interrupted run left is planned; the host script looks whose it is', () => {
    expect(changesOf(named('EDGE-NEW', blankDisk, device('sdd', { fstype: 'LVM2_member' })))).toContain('vgextend');
  });

  test('is not touched when there is space enough elsewhere', () => {
    expect(changesOf(planOf(edited(fresh, blankDisk), SERIAL))).not.toContain('vgextend');
  });

  test('is part of what was approved: another disk is another plan', () => {
    const other = addDevice({ kname: 'sde', type: 'disk', size: 200 * GIB, serial: 'EDGE-OTHER' });
    expect(hashOf(named('EDGE-NEW', blankDisk, other))).not.toBe(hashOf(named('EDGE-OTHER', blankDisk, other)));
  });
});
