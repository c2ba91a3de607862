import type { Vm } from '../../lab/vm';
import { copyScript, describeOnServer, edgePhase1, evidenceOf, script, server } from './server';

const ext4 = (device: string, name: string) =>
  `mkfs.ext4 -q ${device} && mkdir -p /mnt/${name} && mount ${device} /mnt/${name}`;
const volume = (name: string, options: string) =>
  `lvcreate -qq -y -Wn -n ${name} ${options} kinds && ${ext4(`/dev/kinds/${name}`, name)}`;

const SET_UP = `
set -e
udevadm settle
one=$(readlink -f /dev/disk/by-id/*EDGE-ONE) two=$(readlink -f /dev/disk/by-id/*EDGE-TWO)
three=$(readlink -f /dev/disk/by-id/*EDGE-THREE) four=$(readlink -f /dev/disk/by-id/*EDGE-FOUR)
vgcreate -qq kinds $one $two
vgcreate -qq lost $three $four
`;

interface Kind {
  readonly name: string;
  readonly code: string;
  /** Makes a volume of this kind, mounted at /mnt/NAME. */
  readonly make: string;
  readonly mount?: string;
}

const KEY = 'echo secret | cryptsetup';
const LIGHT = '--pbkdf pbkdf2 --pbkdf-force-iterations 1000 --batch-mode';

const KINDS: readonly Kind[] = [
  { name: 'plain-partition', code: 'not-lvm', make: 'true', mount: '/twisterlab/ai-storage' },
  { name: 'nothing-mounted', code: 'no-mount', make: 'true', mount: '/mnt/nothing' },
  {
    name: 'thin',
    code: 'thin',
    make: `lvcreate -qq -L 64M -T kinds/pool && lvcreate -qq -V 256M -T kinds/pool -n thin && ${ext4('/dev/kinds/thin', 'thin')}`,
  },
  { name: 'raid', code: 'raid', make: volume('raid', '--type raid1 -m 1 -L 64M --nosync') },
  { name: 'mirror', code: 'mirror', make: volume('mirror', '--type mirror --mirrorlog core -m 1 -L 64M --nosync') },
  { name: 'striped', code: 'lv-kind', make: volume('striped', '--type striped -i 2 -L 64M') },
  {
    name: 'origin',
    code: 'snapshot-origin',
    make: `${volume('origin', '-L 64M')} && lvcreate -qq -s -L 32M -n copy kinds/origin`,
  },
  { name: 'snapshot', code: 'snapshot', make: 'mkdir -p /mnt/snapshot && mount /dev/kinds/copy /mnt/snapshot' },
  {
    name: 'cached',
    code: 'cache',
    make: `${volume('cached', '-L 64M')} && lvcreate -qq -y --type cache-pool -L 32M -n fast kinds && lvconvert -qq -y --type cache --cachepool kinds/fast kinds/cached`,
  },
  {
    name: 'encrypted',
    code: 'luks',
    make: `lvcreate -qq -Wn -y -n encrypted -L 64M kinds && ${KEY} luksFormat ${LIGHT} /dev/kinds/encrypted && ${KEY} open /dev/kinds/encrypted inside && ${ext4('/dev/mapper/inside', 'encrypted')}`,
  },
  {
    name: 'on-encrypted',
    code: 'luks',
    make: `lvcreate -qq -Wn -y -n below -L 128M kinds && ${KEY} luksFormat ${LIGHT} /dev/kinds/below && ${KEY} open /dev/kinds/below below && vgcreate -qq --config 'devices{scan_lvs=1}' upon /dev/mapper/below && lvcreate -qq -Wn -y -n on-encrypted -L 32M upon && ${ext4('/dev/upon/on-encrypted', 'on-encrypted')}`,
  },
  {
    name: 'read-only',
    code: 'fs-read-only',
    make: `${volume('read-only', '-L 64M')} && mount -o remount,ro /mnt/read-only`,
  },
  {
    name: 'damaged',
    code: 'fs-damaged',
    make: `${volume('damaged', '-L 64M')} && umount /mnt/damaged && debugfs -w -R 'ssv state 3' /dev/kinds/damaged && debugfs -w -R 'ssv error_count 2' /dev/kinds/damaged && mount /dev/kinds/damaged /mnt/damaged`,
  },
  {
    name: 'btrfs',
    code: 'fs-unsupported',
    make: 'lvcreate -qq -Wn -y -n btrfs -L 128M kinds && mkfs.btrfs -q /dev/kinds/btrfs && mkdir /mnt/btrfs && mount /dev/kinds/btrfs /mnt/btrfs',
  },
  { name: 'no-space', code: 'no-space', make: volume('no-space', '-L 64M') },
];

describeOnServer('what extend-lvm leaves alone', () => {
  let vm: Vm;
  beforeAll(async () => {
    vm = await server();
    await copyScript(vm);
    for (const name of ['one', 'two', 'three', 'four']) await vm.addDisk(name, 2);
    await vm.mustSh(SET_UP);
  });
  afterAll(() => vm?.stop());

  test.each(KINDS)(
    '$name is refused as "$code", by the plan and by the script, with a way out',
    async ({ name, code, make, mount = `/mnt/${name}` }) => {
      await vm.mustSh(make);
      await expectRefusal(vm, mount, code);
    },
  );

  test('a volume group with a missing disk is refused', async () => {
    await vm.mustSh(
      `lvcreate -qq -y -Wn -n whole -L 64M lost $(readlink -f /dev/disk/by-id/*EDGE-THREE) && ${ext4('/dev/lost/whole', 'whole')}`,
    );
    await vm.mustSh(
      'echo 1 > /sys/block/$(basename $(readlink -f /dev/disk/by-id/*EDGE-FOUR))/device/delete; udevadm settle; true',
    );
    await expectRefusal(vm, '/mnt/whole', 'pv-missing');
  });

  test('an exported or read-only group, and one that may not be resized, are refused', async () => {
    await vm.mustSh('vgchange -qq --resizeable n kinds');
    await expectRefusal(vm, '/mnt/no-space', 'vg-fixed');
    await vm.mustSh('vgchange -qq --resizeable y kinds');
  });

  test('a disk that holds something is not taken, even when it is named', async () => {
    const settings = [
      '--set',
      'extend_lvm.mount=/mnt/no-space',
      '--set',
      'extend_lvm.size=10GiB',
      '--set',
      'extend_lvm.new_disk=EDGE-WAREHOUSE',
    ];
    const { steps } = await evidenceOf(vm, ['plan', 'extend-lvm', ...settings]);
    expect(steps[0]).toMatchObject({ refusal: { code: 'new-disk-not-blank' } });
    const answer = await script(vm, '--yes --mount /mnt/no-space --size 10GiB --new-disk EDGE-WAREHOUSE');
    expect(answer.events.find((e) => e.event === 'refused')).toMatchObject({ code: 'new-disk-not-blank' });
  });
});

async function expectRefusal(vm: Vm, mount: string, code: string): Promise<void> {
  const state =
    'vgs --noheadings -o vg_uuid,vg_seqno; dmsetup table; cat /var/lib/edge-phase1/journal.jsonl 2>/dev/null || true';
  const before = await vm.mustSh(state);
  const { stdout, code: exit } = await edgePhase1(
    vm,
    ['apply', 'extend-lvm', '--yes', '--json', '--set', `extend_lvm.mount=${mount}`],
    'root',
  );
  const [step] = (JSON.parse(stdout) as { steps: { refusal?: { code: string; wayOut: string } }[] }).steps;
  expect({ exit, refused: step!.refusal?.code }).toEqual({ exit: 3, refused: code });
  expect(step!.refusal!.wayOut).toMatch(/\w{3}/);

  const answer = await script(vm, `--yes --mount ${mount}`);
  const refused = answer.events.find((e) => e.event === 'refused');
  expect({ exit: answer.code, refused: refused?.code }).toEqual({ exit: 3, refused: code });
  expect(refused!.way_out).toMatch(/\w{3}/);
  expect(await vm.mustSh(state)).toBe(before);
}
