import { blockFacts } from '../../../src/facts/block';
import { contentsOf, physicalDisks, volumeNames } from '../../../src/facts/disks';
import { looked } from '../steps/disk-test/measured';
import { addDevice, addPartition, device, edited, failing, type Raws, replacing } from '../steps/variants';

const disksIn = (raws: Raws) => physicalDisks(raws, blockFacts(raws));
const keysIn = (raws: Raws) => disksIn(raws).map(({ key }) => key);
const withDevice = (name: string) => replacing('disks_sysfs', /^/, `/sys/block/${name}/device\n`);

test('the three disks of the test server, by their serial numbers', () => {
  expect(disksIn(looked)).toMatchObject([
    { key: 'EDGE-STORAGE', ids: ['/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_EDGE-STORAGE'], scheduler: 'none' },
    { key: 'EDGE-SYSTEM', ids: ['/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_EDGE-SYSTEM'], scheduler: 'none' },
    { key: 'EDGE-WAREHOUSE', ids: ['/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_EDGE-WAREHOUSE'], scheduler: 'none' },
  ]);
});

test('what lies on them', () => {
  const block = blockFacts(looked);
  expect(Object.fromEntries(disksIn(looked).map((disk) => [disk.key, contentsOf(block, disk)]))).toEqual({
    'EDGE-STORAGE': ['/twisterlab/ai-storage (ext4)'],
    'EDGE-SYSTEM': ['/ (ext4, ubuntu-vg/ubuntu-lv)'],
    'EDGE-WAREHOUSE': ['/twisterlab/data-warehouse (ext4)'],
  });
});

test('swap counts as something that lies there', () => {
  const raws = edited(looked, addPartition('sda9', 9, 0, { pkname: 'sda', size: 1, fstype: 'swap' }));
  const disk = disksIn(raws).find(({ device }) => device.name === 'sda')!;
  expect(contentsOf(blockFacts(raws), disk)).toContain('swap (/dev/sda9)');
});

describe('what is no physical disk', () => {
  const disk = (kname: string, more = {}) => addDevice({ kname, type: 'disk', size: 1e9, serial: kname, ...more });

  test('one with no device behind it, as zram', () => {
    expect(keysIn(edited(looked, disk('zram0')))).toHaveLength(3);
  });

  test('a boot area of a memory card, and a drive without a medium', () => {
    expect(keysIn(edited(looked, disk('mmcblk0boot0'), withDevice('mmcblk0boot0')))).toHaveLength(3);
    expect(keysIn(edited(looked, disk('sdd', { size: 0 }), withDevice('sdd')))).toHaveLength(3);
  });

  test('a plugged-in one is', () => {
    expect(keysIn(edited(looked, disk('sdd'), withDevice('sdd')))).toContain('sdd');
  });
});

test('without a serial number of its own, a disk has only its name of this boot', () => {
  expect(keysIn(edited(looked, device('sda', { serial: null })))).toContain('sda');
  const twins = edited(looked, device('sda', { serial: 'SAME' }), device('sdb', { serial: 'SAME' }));
  expect(keysIn(twins)).toEqual(expect.arrayContaining(['sda', 'sdb']));
});

test('where nothing is told about schedulers and lasting names, they are not known', () => {
  const raws = edited(looked, replacing('disks_sysfs', /^.*scheduler.*$/gm, ''), failing('disks_ids', 'find: no such'));
  expect(disksIn(raws)[0]).toMatchObject({ ids: [], scheduler: '' });
});

test.each([
  ['/dev/mapper/ubuntu--vg-ubuntu--lv', { group: 'ubuntu-vg', logical: 'ubuntu-lv' }],
  ['/dev/mapper/vg-root', { group: 'vg', logical: 'root' }],
  ['/dev/mapper/a----b-c', { group: 'a--b', logical: 'c' }],
  ['/dev/mapper/crypt', undefined],
  ['/dev/sda1', undefined],
])('the names in %s', (path, names) => {
  expect(volumeNames(path)).toEqual(names);
});
