import type { Vm } from '../../lab/vm';
import {
  AS_BEFORE,
  copyScript,
  describeOnServer,
  GIB,
  GROWN,
  hold,
  journal,
  release,
  script,
  server,
  sizes,
  untilDone,
  untilHeld,
} from './server';

const SCRIPT = 'bash /root/extend-lvm-phase1.sh';

describeOnServer('the script by itself, in the hands of a person', () => {
  let vm: Vm;
  beforeAll(async () => {
    vm = await server();
    await copyScript(vm);
  });
  afterAll(() => vm?.stop());

  test('the first no ends it with nothing changed; a later one leaves a server that works, to be finished or taken back', async () => {
    const first = await vm.sh(SCRIPT, { stdin: 'n\n' });
    expect(first.code).toBe(3);
    expect(first.stdout).toContain("STOPPED before 'backup'. Nothing was changed.");
    expect(await sizes(vm)).toEqual(AS_BEFORE);

    const later = await vm.sh(SCRIPT, { stdin: 'y\ny\n\n' });
    expect(later.code).toBe(5);
    expect(later.stdout).toContain("STOPPED before 'growfs'. The server works as it is; run this again to finish.");
    expect(await sizes(vm)).toEqual({ ...AS_BEFORE, volume: GROWN.volume });

    const back = await script(vm, '--rollback --yes');
    expect(back.code).toBe(0);
    expect(back.events.find((e) => e.event === 'plan')!.changes).toEqual(['lvreduce']);
    expect(await sizes(vm)).toEqual(AS_BEFORE);
  });

  test('shows the plan, asks before each change, and shows before and after', async () => {
    const { code, stdout } = await vm.sh(SCRIPT, { stdin: 'y\nyes\nY\n' });
    expect(code).toBe(0);
    expect(stdout.match(/Do this now\? \[y\/N\]/g)).toHaveLength(3);
    expect(stdout).toMatch(/Plan: 100 GiB -> 150 GiB\n +1\. .*\n +2\. .*\n +3\. /);
    expect(stdout).toMatch(/Before: .* 98G .*\nAfter: .* 148G /);
    expect(stdout).toContain('DONE: verified by looking.');
    expect(await sizes(vm)).toEqual(GROWN);

    const again = await vm.sh(SCRIPT);
    expect(again.stdout).toContain('Nothing to do');
    expect(again.code).toBe(0);
  });

  test('once the file system has grown, rollback is refused with the offline recipe filled in', async () => {
    const back = await vm.sh(`${SCRIPT} --rollback --yes`);
    expect(back.code).toBe(3);
    expect(back.stdout).toContain('would destroy data');
    expect(back.stdout).toContain(`resize2fs /dev/ubuntu-vg/ubuntu-lv ${(100 * GIB) / 1024}K`);
    expect(back.stdout).toContain(`lvreduce --size ${100 * GIB}b ubuntu-vg/ubuntu-lv`);
    expect(await sizes(vm)).toEqual(GROWN);
  });

  test('its terminal goes away: the change that was begun ends, and no further one is made unasked', async () => {
    const { held } = await hold(vm, 'intent-lvextend');
    const run = vm.sh(`(echo y; echo y; sleep 1000) | ${SCRIPT} --size 154GiB`);
    await untilHeld(vm, held);
    await vm.sh("pkill -9 -o -f '^bash /root/extend-lvm'; pkill -f 'sleep [1]000'");
    await run;
    await release(vm);
    await untilDone(vm);
    expect(await sizes(vm)).toEqual({ ...GROWN, volume: 154 * GIB });
    expect((await journal(vm)).at(-1)).toMatchObject({ event: 'stopped', change: 'growfs' });
  });

  test('works without systemd-run, and a hang-up of its whole session does not stop it', async () => {
    await vm.mustSh('mount --bind /bin/false /usr/bin/systemd-run');
    const { held } = await hold(vm, 'intent-growfs');
    const run = vm.sh(`setsid bash -c '${SCRIPT} --yes --size 158GiB; :'`);
    await untilHeld(vm, held);
    await vm.sh("kill -HUP -- -$(pgrep -o -f '^bash -c .*extend-lvm')");
    await run;
    await release(vm);
    await untilDone(vm);
    expect(await sizes(vm)).toEqual({ volume: 158 * GIB, fileSystem: 158 * GIB });
    await vm.mustSh('umount /usr/bin/systemd-run');
  });

  test('LVM is killed before it extends: nothing was changed, and the next run does it', async () => {
    const { held } = await hold(vm, 'intent-lvextend');
    const run = script(vm, '--yes --size 162GiB');
    await untilHeld(vm, held);
    await vm.mustSh('pkill -KILL -x lvm');
    await release(vm);
    const { code, events } = await run;
    expect(code).toBe(4);
    expect(events.find(({ event }) => event === 'failed')!.way_out).toMatch(/^Nothing was changed/);
    expect(await sizes(vm)).toEqual({ volume: 158 * GIB, fileSystem: 158 * GIB });
    expect((await script(vm, '--yes --size 162GiB')).code).toBe(0);
    expect(await sizes(vm)).toEqual({ volume: 162 * GIB, fileSystem: 162 * GIB });
  });

  test('names too long for a line of LVM', async () => {
    const [group, volume] = ['g'.repeat(118), 'volume'];
    await vm.mustSh(`
      truncate -s 4G /root/disk && disk=$(losetup -f --show /root/disk) && vgcreate -qq ${group} $disk && lvcreate -qq -L 1G -n ${volume} ${group}
      mkfs.ext4 -q /dev/${group}/${volume} && mkdir -p /mnt/long && mount /dev/${group}/${volume} /mnt/long`);
    expect((await script(vm, '--yes --mount /mnt/long --size 2GiB')).code).toBe(0);
    expect(await vm.mustSh(`blockdev --getsize64 /dev/${group}/${volume}`)).toBe(`${2 * GIB}\n`);
  });
});

describeOnServer('the script is used wrongly', () => {
  let vm: Vm;
  beforeAll(async () => {
    vm = await server();
    await copyScript(vm);
  });
  afterAll(() => vm?.stop());
  afterEach(async () => {
    expect(await sizes(vm)).toEqual(AS_BEFORE);
    expect(await journal(vm)).toEqual([]);
  });

  test.each([
    ['--size 150', 'less than 1 GiB; it is the absolute size wanted'],
    ['--size +50G', "'+50G' is not a size"],
    ['--size 150G', "the unit 'G' is not known"],
    ['--mount data', "'data' is not an absolute path"],
    ['--when-short maybe', "'maybe' is not allowed; write one of: refuse max"],
    ['--new-disk /dev/sdb', 'change from boot to boot'],
    ['--expect seqno=1', "'seqno' is not allowed"],
    ['--yess', "unknown option '--yess'"],
  ])('%s: exit 2 and one line that says what is allowed', async (args, words) => {
    const { code, stderr } = await vm.sh(`${SCRIPT} --yes ${args}`);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });

  test('without root: exit 3, and the command that has it', async () => {
    await vm.mustSh('install -m 0755 /root/extend-lvm-phase1.sh /tmp/');
    const { code, stdout } = await vm.sh('bash /tmp/extend-lvm-phase1.sh --yes', { user: 'twister' });
    expect(code).toBe(3);
    expect(stdout).toContain('sudo bash extend-lvm-phase1.sh');
  });

  test('a run that does not exist cannot be followed', async () => {
    const { code, events } = await script(vm, '--attach nobody');
    expect(code).toBe(3);
    expect(events[0]).toMatchObject({ event: 'refused', code: 'no-run' });
  });
});
