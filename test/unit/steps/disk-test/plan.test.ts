import { diskTest } from '../../../../src/steps/disk-test';
import {
  addDevice,
  addPartition,
  changesOf,
  device,
  type Edit,
  edited,
  failing,
  GIB,
  hashOf,
  type Raws,
  refusalOf,
  replacing,
  saying,
} from '../variants';
import { fresh, looked, situation } from './measured';

const planOf = (raws: Raws, overrides = {}) => diskTest.plan(situation(raws, overrides));
const notesOf = (raws: Raws, overrides = {}) => planOf(raws, overrides).notes.join('\n');
const argumentsOf = (raws: Raws, overrides = {}) => {
  const now = situation(raws, overrides);
  return diskTest.scriptArguments(diskTest.plan(now), now.config).join(' ');
};

const mounts =
  (change: (rows: Record<string, unknown>[]) => void): Edit =>
  (raws) =>
    raws.map((raw) => {
      if (raw.id !== 'mounts') return raw;
      const data = JSON.parse(raw.stdout) as { filesystems: Record<string, unknown>[] };
      change(data.filesystems);
      return { ...raw, stdout: JSON.stringify(data) };
    });
const storage = (fields: Record<string, unknown>) =>
  mounts((rows) => Object.assign(rows.find(({ target }) => target === '/twisterlab/ai-storage')!, fields));
const unmounted = mounts((rows) =>
  rows.splice(
    rows.findIndex(({ target }) => target === '/twisterlab/ai-storage'),
    1,
  ),
);
const storageName = situation(looked).facts.disks.find(({ key }) => key === 'EDGE-STORAGE')!.device.name;

test('all three disks are read, and a file is written on each', () => {
  const plan = planOf(fresh);
  expect(changesOf(plan)).toEqual(['hdparm', 'fio', 'save']);
  expect(plan.summary).toBe(
    'Measure 3 disk(s), 4 time(s) each: about 7 min 2 s; the file takes 256 MiB, on one disk at a time, and its space is free again afterwards.',
  );
  expect(plan.basis).toMatchObject({
    disk_keys: 'EDGE-STORAGE,EDGE-SYSTEM,EDGE-WAREHOUSE',
    files: 'EDGE-STORAGE:/twisterlab/ai-storage,EDGE-SYSTEM:/,EDGE-WAREHOUSE:/twisterlab/data-warehouse',
  });
});

test('the plan says what each disk is called now, and what lies on it', () => {
  expect(notesOf(fresh)).toContain(
    `EDGE-STORAGE is /dev/${storageName} in this boot; on it: /twisterlab/ai-storage (ext4).`,
  );
});

test('a disk that is called otherwise in another boot gives the same plan', () => {
  const other = edited(
    fresh,
    ...['lsblk', 'disks_sysfs', 'disks_ids', 'partitions', 'mounts', 'mount'].map((id) =>
      replacing(id, new RegExp(`\\b${storageName}(?=\\d|\\b)`, 'g'), 'sdq'),
    ),
  );
  expect(situation(other).facts.disks.map(({ device: { name } }) => name)).toContain('sdq');
  expect(hashOf(planOf(other))).toBe(hashOf(planOf(fresh)));
});

describe('the disks that are named', () => {
  test.each([
    ['a serial number', '[EDGE-STORAGE]', 'EDGE-STORAGE'],
    ['a lasting name', '[/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_EDGE-STORAGE]', 'EDGE-STORAGE'],
    ['a volume group', '[ubuntu-vg]', 'EDGE-SYSTEM'],
    ['a mount point', '[/]', 'EDGE-SYSTEM'],
    ['several, one of them twice', '[/, EDGE-WAREHOUSE, EDGE-SYSTEM]', 'EDGE-SYSTEM,EDGE-WAREHOUSE'],
  ])('by %s', (_, disks, keys) => {
    const overrides = { 'disk_test.disks': disks };
    expect(planOf(fresh, overrides).basis.disk_keys).toBe(keys);
    expect(argumentsOf(fresh, overrides)).toContain(`--expect disk_keys=${keys} `);
  });

  test.each(['EDGE-STOR', '/srv', 'other-vg', '/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_EDGE'])(
    '%s: none of that name is refused, with the way to find out',
    (name) => {
      expect(refusalOf(planOf(fresh, { 'disk_test.disks': `[${name}]` }))).toMatchObject({
        code: 'disk-not-found',
        message: expect.stringContaining(`'${name}'`),
      });
    },
  );
});

describe('no file is written', () => {
  test.each<[string, Edit, string]>([
    ['where nothing is mounted', unmounted, 'no file system of it is mounted'],
    ['read-only', storage({ options: 'ro,relatime' }), '/twisterlab/ai-storage is mounted read-only'],
    ['btrfs', storage({ fstype: 'btrfs' }), '/twisterlab/ai-storage is btrfs; only ext4 and xfs are measured'],
    [
      'where 5 % would not stay free',
      storage({ avail: 14200 * 1024 ** 2 }),
      '/twisterlab/ai-storage has too little space: 14200 MiB are free, the file takes 256 MiB, and 14006 MiB have to stay free',
    ],
  ])('%s', (_, edit, why) => {
    const raws = edited(fresh, edit);
    expect(notesOf(raws)).toContain(`EDGE-STORAGE: no file is written, because ${why}.`);
    expect(planOf(raws).basis.files).not.toContain('EDGE-STORAGE');
    expect(planOf(raws).basis.disk_keys).toContain('EDGE-STORAGE');
  });

  test('anywhere, when the configuration says no', () => {
    const plan = planOf(fresh, { 'disk_test.fio': 'false' });
    expect(changesOf(plan)).toEqual(['hdparm', 'save']);
    expect(argumentsOf(fresh, { 'disk_test.fio': 'false' })).toContain('--no-fio');
    expect(plan.summary).toContain('nothing is written to them');
  });

  test('anywhere, without fio; that is no refusal', () => {
    const plan = planOf(edited(fresh, saying('disks_tools', '/usr/sbin/hdparm\n')));
    expect(changesOf(plan)).toEqual(['hdparm', 'save']);
    expect(plan.notes.join('\n')).toContain('because fio is not installed (apt-get install fio)');
  });
});

test('a disk without a serial number is said to be known for this boot only', () => {
  expect(notesOf(edited(fresh, device('sda', { serial: null })))).toContain('sda has no serial number of its own');
  expect(notesOf(fresh)).not.toContain('no serial number');
});

test('just enough space is enough', () => {
  const raws = edited(fresh, storage({ size: 20 * GIB, avail: GIB + 256 * 1024 ** 2 }));
  expect(planOf(raws).basis.files).toContain('EDGE-STORAGE:/twisterlab/ai-storage');
});

test('the largest of several file systems on a disk takes the file', () => {
  const raws = edited(
    fresh,
    addPartition(`${storageName}7`, 7, 0, { pkname: storageName, size: 300 * GIB }),
    mounts((rows) =>
      rows.push({
        ...rows[0],
        target: '/larger',
        source: `/dev/${storageName}7`,
        size: 290 * GIB,
        avail: 200 * GIB,
        fstype: 'xfs',
        options: 'rw',
      }),
    ),
  );
  expect(planOf(raws).basis.files).toContain('EDGE-STORAGE:/larger');
});

test('a file system that lies on two disks measures none of them', () => {
  const volume = { kname: 'dm-9', path: '/dev/mapper/two-disks', type: 'lvm', size: 400 * GIB };
  const raws = edited(
    fresh,
    addDevice({ ...volume, pkname: `${storageName}1` }),
    addDevice({ ...volume, pkname: 'sda3' }),
    storage({ source: '/dev/mapper/two-disks' }),
  );
  expect(notesOf(raws)).toContain(
    'EDGE-STORAGE: no file is written, because /twisterlab/ai-storage lies on other disks as well.',
  );
});

test('encryption under the file is said: it is part of the figures', () => {
  const raws = edited(
    fresh,
    addDevice({ kname: 'dm-9', path: '/dev/mapper/secret', type: 'crypt', size: 279 * GIB, pkname: `${storageName}1` }),
    storage({ source: '/dev/mapper/secret' }),
  );
  expect(notesOf(raws)).toContain('EDGE-STORAGE: the file lies on a device of type crypt');
});

test('without hdparm only files are measured', () => {
  const plan = planOf(edited(fresh, saying('disks_tools', '/usr/bin/fio\n')));
  expect(changesOf(plan)).toEqual(['fio', 'save']);
  expect(plan.notes.join('\n')).toContain('hdparm is not installed');
});

test('without both there is nothing to measure', () => {
  expect(refusalOf(planOf(edited(fresh, saying('disks_tools', ''))))).toMatchObject({
    code: 'nothing-to-measure',
    wayOut: 'Install both: apt-get install hdparm fio',
  });
});

test.each<[string, Edit, string]>([
  ['disks that cannot be listed', failing('lsblk', 'lsblk: not found', 127), 'unknown'],
  ['no disk at all', saying('disks_sysfs', ''), 'no-disk'],
])('%s: nothing is planned', (_, edit, code) => {
  expect(refusalOf(planOf(edited(fresh, edit)))?.code).toBe(code);
});

test('few rounds are said to be few', () => {
  expect(notesOf(fresh, { 'disk_test.runs': '3' })).toContain('observed, not established');
  expect(notesOf(fresh)).not.toContain('observed, not established');
});

test('the serial number of a disk that moved to another connector stays its name', () => {
  expect(hashOf(planOf(edited(fresh, device(storageName, { model: 'OTHER' }))))).toBe(hashOf(planOf(fresh)));
});

test('a measurement has nothing to take back', () => {
  expect(diskTest.rollback(situation(looked))).toMatchObject({ verdict: 'nothing-to-do', intent: 'rollback' });
});

test('it is a measurement, and looking needs no root', () => {
  expect(diskTest.kind).toBe('measurement');
  expect(diskTest.rootReads(situation(looked))).toEqual([]);
  expect(diskTest.reads(situation(looked).config).some(({ root }) => root)).toBe(false);
});
