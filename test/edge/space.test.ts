import type { Vm } from '../../lab/vm';
import {
  copyScript,
  describeOnServer,
  edgePhase1,
  evidenceOf,
  GIB,
  hold,
  release,
  script,
  server,
  sizes,
  untilHeld,
} from './server';

/** Both planners, the one in TypeScript and the one in the script, have to see the same changes. */
async function planned(vm: Vm, settings: readonly string[], options: string): Promise<readonly string[]> {
  const { steps } = await evidenceOf(vm, [
    'plan',
    'extend-lvm',
    ...settings.flatMap((s) => ['--set', `extend_lvm.${s}`]),
  ]);
  const plan = steps[0]!.plan!;
  const changes = plan.verdict === 'changes' ? plan.changes.map((change) => change.id) : [plan.verdict];
  const answer = await script(vm, `--plan ${options}`);
  const said = answer.events.find((e) => e.event === 'plan');
  const refused = answer.events.find((e) => e.event === 'refused');
  if (refused) expect('refusal' in plan && plan.refusal.code).toBe(refused.code);
  else expect(plan.verdict === 'changes' ? changes : []).toEqual(said!.changes);
  return changes;
}

async function apply(vm: Vm, settings: readonly string[]): Promise<void> {
  const set = settings.flatMap((s) => ['--set', `extend_lvm.${s}`]);
  const { code, stdout, stderr } = await edgePhase1(
    vm,
    ['apply', 'extend-lvm', '--yes', '--fail-on', 'never', ...set],
    'root',
  );
  expect(`${code} ${stderr}${code === 0 ? '' : stdout}`).toMatch(/^0 /);
}

describeOnServer('where the space for / can be', () => {
  let vm: Vm;
  beforeAll(async () => {
    vm = await server();
    await copyScript(vm);
    await vm.mustSh('lvcreate -qq -Wn -n filler -l 100%FREE ubuntu-vg');
  });
  afterAll(() => vm?.stop());

  test('nowhere: refused, with the ways out', async () => {
    expect(await planned(vm, [], '')).toEqual(['refused']);
    const { stdout } = await edgePhase1(vm, ['plan', 'extend-lvm'], 'root');
    expect(stdout).toContain('50 GiB short');
    expect(stdout).toContain('extend_lvm.new_disk');
  });

  test('behind the last partition, which grows first, then the physical volume', async () => {
    await vm.growDisk('system', 360);
    expect(await planned(vm, [], '')).toEqual(['backup', 'growpart', 'pvresize', 'lvextend', 'growfs']);
    await apply(vm, []);
    expect(await sizes(vm)).toEqual({ volume: 150 * GIB, fileSystem: 150 * GIB });
  });

  test('not enough: as much as there is, where so configured', async () => {
    const settings = ['size=200GiB', 'when_short=max'];
    expect(await planned(vm, settings, '--size 200GiB --when-short max')).toEqual(['backup', 'lvextend', 'growfs']);
    await apply(vm, settings);
    expect(Number(await vm.mustSh('vgs --noheadings --nosuffix --units b -o vg_free ubuntu-vg'))).toBe(0);
    const { volume, fileSystem } = await sizes(vm);
    expect(volume).toBeGreaterThan(161 * GIB);
    expect(volume - fileSystem).toBeLessThan(128 * 1024 ** 2);
    expect(await planned(vm, settings, '--size 200GiB --when-short max')).toEqual(['nothing-to-do']);
  });

  test('on a blank disk that is named, also when a run died right after the disk was added', async () => {
    await vm.addDisk('blank', 60);
    const settings = ['size=200GiB', 'new_disk=EDGE-BLANK'];
    const options = '--size 200GiB --new-disk EDGE-BLANK';
    expect(await planned(vm, settings, options)).toEqual(['backup', 'vgextend', 'lvextend', 'growfs']);
    const { held } = await hold(vm, 'acted-vgextend');
    const first = script(vm, `--yes ${options}`);
    await untilHeld(vm, held);
    await vm.sh("pkill -9 -f '[-]-worker'");
    await release(vm);
    expect((await first).code).toBe(5);
    expect(await planned(vm, settings, options)).toEqual(['backup', 'lvextend', 'growfs']);
    await apply(vm, settings);
    expect(await sizes(vm)).toEqual({ volume: 200 * GIB, fileSystem: 200 * GIB });
  });
});

describeOnServer('volumes on a second disk', () => {
  let vm: Vm;
  beforeAll(async () => {
    vm = await server();
    await copyScript(vm);
    await vm.addDisk('data', 40);
    await vm.mustSh(
      [
        'set -e; disk=$(readlink -f /dev/disk/by-id/*EDGE-DATA)',
        'udevadm settle; printf "label: gpt\\nsize=30G,type=lvm\\n" | sfdisk -q $disk; udevadm settle; part="$disk"1',
        'pvcreate -qq --setphysicalvolumesize 12G -y $part; vgcreate -qq data $part',
        'lvcreate -qq -Wn -y -L 4G -n ext data; mkfs.ext4 -q /dev/data/ext; mkdir /mnt/ext; mount /dev/data/ext /mnt/ext',
        'lvcreate -qq -Wn -y -L 2G -n xfs data; mkfs.xfs -q /dev/data/xfs; mkdir /mnt/xfs; mount /dev/data/xfs /mnt/xfs',
      ].join('\n'),
    );
  });
  afterAll(() => vm?.stop());

  const of = (mount: string, gib: number) =>
    [[`mount=${mount}`, `size=${gib}GiB`], `--mount ${mount} --size ${gib}GiB`] as const;
  const size = (name: string) =>
    vm.mustSh(
      `lvs --noheadings --nosuffix --units g -o lv_size data/${name}; df --output=size -BG /mnt/${name} | tail -n 1`,
    );

  test('xfs grows while mounted', async () => {
    const [settings, options] = of('/mnt/xfs', 3);
    expect(await planned(vm, settings, options)).toEqual(['backup', 'lvextend', 'growfs']);
    await apply(vm, settings);
    expect((await size('xfs')).split(/\s+/).filter(Boolean)).toEqual(['3.00', '3G']);
    expect(await planned(vm, settings, options)).toEqual(['nothing-to-do']);
  });

  test('a volume that somebody extended without its file system is finished', async () => {
    await vm.mustSh('lvextend -qq -L 5G data/ext');
    const [settings, options] = of('/mnt/ext', 5);
    expect(await planned(vm, settings, options)).toEqual(['growfs']);
    await apply(vm, settings);
    expect(await planned(vm, settings, options)).toEqual(['nothing-to-do']);
  });

  test('a volume that LVM has recorded larger than the kernel knows is finished', async () => {
    await vm.mustSh('lvextend -qq -L 6G --driverloaded n data/ext');
    const [settings, options] = of('/mnt/ext', 6);
    expect(await planned(vm, settings, options)).toEqual(['refresh', 'growfs']);
    await apply(vm, settings);
    expect(await planned(vm, settings, options)).toEqual(['nothing-to-do']);
  });

  test('space in the partition that the physical volume does not use yet is taken with pvresize', async () => {
    const [settings, options] = of('/mnt/ext', 16);
    expect(await planned(vm, settings, options)).toEqual(['backup', 'pvresize', 'lvextend', 'growfs']);
    await apply(vm, settings);
    expect(await planned(vm, settings, options)).toEqual(['nothing-to-do']);
  });

  test('a smaller size than there is changes nothing', async () => {
    expect(await planned(vm, ...of('/mnt/ext', 3))).toEqual(['nothing-to-do']);
  });
});
