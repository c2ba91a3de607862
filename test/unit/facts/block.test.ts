import { blockFacts, deviceAt, disksOf, mountAt, stackOf } from '../../../src/facts/block';
import { addDevice, edited, failing, fresh, GIB, luksBelow, mounted, replacing, saying } from '../steps/variants';

const facts = blockFacts(fresh);
const namesOf = (devices: readonly { name: string }[]) => devices.map(({ name }) => name);

test('disks are told by serial number, whatever they are called in this boot', () => {
  const disks = facts.devices.filter((device) => device.type === 'disk');
  expect(disks.map(({ name, serial }) => `${name} ${serial}`)).toEqual([
    ...['sda EDGE-STORAGE', 'sdb EDGE-SYSTEM', 'sdc EDGE-WAREHOUSE'],
  ]);
});

test('a partition has its number and its first byte', () => {
  expect(deviceAt(facts, '/dev/sdb3')).toMatchObject({
    ...{ type: 'part', bytes: 317824434176, parents: ['sdb'], fileSystem: 'LVM2_member', partitionTable: 'gpt' },
    partition: { number: 3, startBytes: 4198400 * 512 },
  });
});

test('a logical volume lies on its partition, and that on its disk', () => {
  const volume = deviceAt(facts, '/dev/mapper/ubuntu--vg-ubuntu--lv')!;
  expect(namesOf(stackOf(facts, volume))).toEqual(['dm-0', 'sdb3', 'sdb']);
  expect(namesOf(disksOf(facts, volume))).toEqual(['sdb']);
});

test('a device that lsblk lists under two parents is one device on both', () => {
  const second = addDevice({ kname: 'dm-0', path: '/dev/mapper/ubuntu--vg-ubuntu--lv', type: 'lvm', pkname: 'sdc1' });
  const spread = blockFacts(edited(fresh, second));
  expect(namesOf(disksOf(spread, deviceAt(spread, '/dev/mapper/ubuntu--vg-ubuntu--lv')!))).toEqual(['sdb', 'sdc']);
});

test('encryption is seen in the stack', () => {
  const encrypted = blockFacts(edited(fresh, luksBelow));
  const types = stackOf(encrypted, deviceAt(encrypted, '/dev/mapper/crypt')!).map(({ type }) => type);
  expect(types).toEqual(['crypt', 'part', 'disk']);
});

test('a mount has its size, its use and its options', () => {
  expect(mountAt(facts, '/')).toEqual({
    target: '/',
    source: '/dev/mapper/ubuntu--vg-ubuntu--lv',
    type: 'ext4',
    options: ['rw', 'relatime'],
    bytes: 105089261568,
    usedBytes: 911585280,
    availableBytes: 98792189952,
  });
});

test('where several lie over each other the last one is seen', () => {
  const covered = replacing('mount', /\n {3}\]/, ',{"target":"/","source":"/dev/sdc1","fstype":"ext4"}]');
  expect(mountAt(blockFacts(edited(fresh, covered)), '/')?.source).toBe('/dev/sdc1');
});

test('numbers as text and 0 and 1, as older versions print them, are the same', () => {
  const old = edited(
    fresh,
    replacing('lsblk', /"size": (\d+)/g, '"size": "$1"'),
    replacing('lsblk', /"rota": true/g, '"rota": "1"'),
    replacing('lsblk', /"ro": false/g, '"ro": "0"'),
    mounted({ size: '105089261568', used: '911585280', avail: '98792189952' }),
  );
  expect(blockFacts(old)).toEqual(facts);
});

test('where nothing is mounted, findmnt fails without a word: that is known', () => {
  expect(blockFacts(edited(fresh, failing('mounts', ''), failing('mount', '')))).toEqual({ ...facts, mounts: [] });
});

test.each([
  ['lsblk', failing('lsblk', 'sh: 5: exec: lsblk: not found', 127)],
  ['lsblk', failing('lsblk', '')],
  ['lsblk', saying('lsblk', 'NAME SIZE')],
  ['findmnt', failing('mounts', 'findmnt: unknown column', 1)],
  ['findmnt', failing('mount', '', 137)],
])('what %s cannot list is not taken for missing', (program, edit) => {
  const { gap } = blockFacts(edited(fresh, edit));
  expect(gap?.unreadable).toMatch(`${program} does not list what there is`);
  expect(gap?.wayOut).toContain('edge-phase1 doctor');
});

test('the disk of the plan is larger than its volume', () => {
  expect(deviceAt(facts, '/dev/sdb')!.bytes).toBeGreaterThan(297 * GIB);
});
