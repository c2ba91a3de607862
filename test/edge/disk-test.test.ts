import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Vm } from '../../lab/vm';
import type { DiskTestResult, MeasuredDisk } from '../../src/steps/disk-test/result';
import { watchOpened } from './opened';
import { copyScript, describeOnServer, evidenceOf, hostOptions, journal, script, server } from './server';

const PROJECT = resolve(__dirname, '../..');
const DISK_TEST = 'bash /root/disk-test-phase1.sh --json --yes';
const SHORT = '--runs 1 --seconds 1 --size 16MiB';
const SHORT_CONFIG = ['disk_test.runs=1', 'disk_test.seconds=1', 'disk_test.size=16MiB'].flatMap((set) => [
  '--set',
  set,
]);

const copyDiskTest = (vm: Vm) =>
  vm.copyIn(join(PROJECT, 'scripts/disk-test-phase1.sh'), '/root/disk-test-phase1.sh', '0755');

/** All that the last run has kept, the newest result first. */
async function results(vm: Vm): Promise<readonly DiskTestResult[]> {
  const text = await vm.mustSh('cat /var/lib/edge-phase1/disk-test.json 2>/dev/null || echo \'{"results":[]}\'');
  return (JSON.parse(text) as { results: DiskTestResult[] }).results;
}

const measuredDisk = async (vm: Vm, key: string): Promise<MeasuredDisk> =>
  (await results(vm))[0]!.disks.find((disk) => disk.key === key)!;

/** Files that a measurement could have left anywhere, and programs that still measure. */
const leftOver = (vm: Vm) =>
  vm.mustSh("find / -xdev -name '.edge-phase1-disk-test*'; ls -A /twisterlab/*; pgrep -ax 'fio|hdparm' || :");
const NOTHING_LEFT = '/twisterlab/ai-storage:\nlost+found\n\n/twisterlab/data-warehouse:\nlost+found\n';

/** Bytes that are used on a file system; files without a name count. */
const used = async (vm: Vm, mount: string) =>
  Number(await vm.mustSh(`sync; df -B1 --output=used ${mount} | tail -n 1`));

describeOnServer('disk-test on a server with three disks, and one that holds nothing', () => {
  let vm: Vm;
  beforeAll(async () => {
    vm = await server();
    await vm.addDisk('spare', 1);
    await vm.mustSh('udevadm settle');
    await copyDiskTest(vm);
    await copyScript(vm);
  });
  afterAll(() => vm?.stop());

  test('each disk is found by its serial number and measured; no disk is opened for writing, and nothing is left', async () => {
    const opened = await watchOpened(vm, '/dev/sd* /dev/dm-*');
    const { code, stdout } = await vm.sh(`${DISK_TEST} ${SHORT}`);
    expect(stdout).toContain('"text":"    16 of 16: ');
    expect(code).toBe(0);

    const [result] = await results(vm);
    const names = await vm.mustSh('lsblk -d -n -o SERIAL,KNAME,SIZE -b | sort');
    const listed = names
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/));
    expect(
      result!.disks.map(({ key, name, ...disk }) => [key, name, String((disk as { bytes?: number }).bytes)]),
    ).toEqual(listed);
    for (const { key, rounds, mount, no_file } of result!.disks) {
      expect(rounds[0]!.buffered_mib_s).toBeGreaterThan(0);
      if (key === 'EDGE-SPARE') {
        expect([mount, no_file]).toEqual(['', 'no file system of it is mounted']);
        expect(rounds[0]).not.toHaveProperty('rand_write_iops');
      } else {
        expect(no_file).toBe('');
        const { seq_write_bytes_s, seq_read_bytes_s, rand_read_iops, rand_write_iops, fsync_p50_ns, fsync_p99_ns } =
          rounds[0]!;
        for (const figure of [seq_write_bytes_s, seq_read_bytes_s, rand_read_iops, rand_write_iops]) {
          expect(figure).toBeGreaterThan(0);
        }
        expect(fsync_p99_ns).toBeGreaterThanOrEqual(fsync_p50_ns!);
        // A write and its sync, one after the other: no more of them fit into a second.
        expect(rand_write_iops! * fsync_p50_ns!).toBeLessThan(2e9);
      }
    }
    expect(await leftOver(vm)).toBe(NOTHING_LEFT);

    // The watcher does see who opens a disk for writing.
    await vm.mustSh('d=$(readlink -f /dev/disk/by-id/*EDGE-SPARE); : 5<>"$d"; ls /dev/disk/by-id/ >/dev/null');
    const spare = (await vm.mustSh('readlink -f /dev/disk/by-id/*EDGE-SPARE')).trim();
    await opened.until(`write ${spare}`);
    opened.stop();
    const ours = opened.lines().slice(0, opened.lines().indexOf(`write ${spare}`));
    expect(ours).toContain(`read ${spare}`);
    expect(ours.filter((line) => line.startsWith('write'))).toEqual([]);
  });

  test('the next look tells it all without root, and measuring again after an extension is the control', async () => {
    const before = await evidenceOf(vm, ['verify', 'disk-test'], 'twister');
    const checks = Object.fromEntries(before.steps[0]!.checks.map(({ id, result }) => [id, result]));
    expect(Object.keys(checks).sort()).toEqual([
      'disk_speed.EDGE-SPARE',
      'disk_speed.EDGE-STORAGE',
      'disk_speed.EDGE-SYSTEM',
      'disk_speed.EDGE-WAREHOUSE',
    ]);
    expect(checks['disk_speed.EDGE-SPARE']).toBe('unknown');
    expect(before.steps[0]!.tables!.map(({ rows }) => rows.length)).toEqual([4, 4]);

    await script(vm, '--yes --size 120GiB');
    const again = await evidenceOf(vm, ['apply', 'disk-test', '--set', 'disk_test.disks=[ubuntu-vg]', ...SHORT_CONFIG]);
    expect(again).toMatchObject({ code: 0, steps: [{ outcome: 'done' }] });
    const control = again.steps[0]!.tables!.find(({ title }) => title.startsWith('Negative control'))!;
    expect(control.note).toContain('the volume of / on EDGE-SYSTEM grew from 100 GiB to 120 GiB, which cannot change');
    expect(control.rows.map(([disk, figure]) => `${disk}: ${figure}`)).toEqual([
      'EDGE-SYSTEM: 4 KiB synced writes/s',
      'EDGE-SYSTEM: hdparm -t MiB/s',
    ]);
  });
});

describeOnServer('disk-test that is disturbed', () => {
  let vm: Vm;
  beforeAll(async () => {
    vm = await server();
    await copyDiskTest(vm);
    // Without hdparm, which takes its five seconds whatever it is told, and is not what is disturbed here.
    await vm.mustSh('mv /usr/sbin/hdparm /usr/sbin/hdparm.away');
  });
  afterAll(() => vm?.stop());

  /** A run that goes on for long; `ending` is its answer. */
  const start = (run: string) => ({
    ending: vm.sh(`${DISK_TEST} --disk EDGE-WAREHOUSE --runs 1 --seconds 200 --size 64MiB --run-id ${run}`),
  });
  const untilFioReads = () =>
    vm.mustSh("until pgrep -f 'fio.*name=[s]eq_read' >/dev/null; do sleep 0.3; done", { timeoutSeconds: 120 });

  test('without hdparm its figures are unknown, and that is no failure', async () => {
    const { code, stdout } = await vm.sh(`${DISK_TEST} ${SHORT} --disk /twisterlab/data-warehouse`);
    expect(code).toBe(0);
    expect(stdout).toContain('no figure of hdparm, because hdparm is not installed (apt-get install hdparm)');
    const { rounds, no_hdparm } = await measuredDisk(vm, 'EDGE-WAREHOUSE');
    expect(no_hdparm).toBe('hdparm is not installed (apt-get install hdparm)');
    expect(rounds[0]!.rand_write_iops).toBeGreaterThan(0);
    expect(rounds[0]).not.toHaveProperty('buffered_mib_s');
  });

  test('stopped in the middle it ends at once and leaves nothing, also no result', async () => {
    const before = [await used(vm, '/twisterlab/data-warehouse'), await results(vm)];
    const { ending } = start('stopped');
    await untilFioReads();
    const stop = await vm.sh(`${DISK_TEST} --stop stopped`);
    expect([stop.code, (await ending).code]).toEqual([3, 3]);
    expect((await journal(vm)).at(-1)).toMatchObject({ event: 'stopped', change: 'fio' });
    expect(await leftOver(vm)).toBe(NOTHING_LEFT);
    expect([await used(vm, '/twisterlab/data-warehouse'), await results(vm)]).toEqual(before);
  });

  test('cancelling the command line stops it on the server as well', async () => {
    const args = ['apply', 'disk-test', '--set', 'disk_test.seconds=200', '--set', 'disk_test.disks=[EDGE-WAREHOUSE]'];
    const child = spawn(process.execPath, [join(PROJECT, 'dist/index.js'), ...args, ...hostOptions(vm, 'root')]);
    const ended = new Promise((done) => child.on('close', done));
    await untilFioReads();
    child.kill('SIGINT');
    await ended;
    await vm.mustSh('flock -w 20 /run/edge-phase1/lock true');
    expect((await journal(vm)).at(-1)).toMatchObject({ event: 'stopped' });
    expect(await leftOver(vm)).toBe(NOTHING_LEFT);
  });

  test.each([
    ['the worker', "pkill -9 -f '[-]-worker'"],
    ['all of it', "pkill -9 -f '[-]-worker'; pkill -9 -x fio; true"],
  ])('kill -9 of %s: nothing goes on, the space is free, and the next run measures', async (_, kill) => {
    const before = await used(vm, '/twisterlab/data-warehouse');
    const run = `killed-${kill.length}`;
    const { ending } = start(run);
    await untilFioReads();
    expect((await used(vm, '/twisterlab/data-warehouse')) - before).toBeGreaterThan(60 * 1024 ** 2);
    await vm.sh(kill);
    expect((await ending).stdout).toContain('"event":"lost"');
    await vm.mustSh('while pgrep -x fio; do sleep 0.2; done', { timeoutSeconds: 10 });
    expect(await leftOver(vm)).toBe(NOTHING_LEFT);
    expect(await used(vm, '/twisterlab/data-warehouse')).toBe(before);
    expect((await vm.sh(`${DISK_TEST} ${SHORT} --disk EDGE-WAREHOUSE`)).code).toBe(0);
  });

  test('a disk that works for others meanwhile is told from one that does not', async () => {
    await vm.mustSh('touch /run/busy');
    await vm.mustSh(
      'setsid --fork sh -c "while [ -e /run/busy ]; do dd if=/dev/zero of=/twisterlab/data-warehouse/x bs=4k count=50 oflag=dsync conv=notrunc; done; rm /twisterlab/data-warehouse/x" </dev/null >/dev/null 2>&1',
    );
    const { stdout } = await vm.sh(
      `${DISK_TEST} --runs 1 --seconds 2 --size 16MiB --disk EDGE-WAREHOUSE --disk EDGE-STORAGE`,
    );
    await vm.mustSh('rm /run/busy; until [ ! -e /twisterlab/data-warehouse/x ]; do sleep 0.2; done');
    expect(stdout).toContain('EDGE-WAREHOUSE: BUSY with the work of others in 1 of 1 round(s)');
    expect(stdout).not.toContain('EDGE-STORAGE: BUSY');
    const busy = await measuredDisk(vm, 'EDGE-WAREHOUSE');
    expect(busy.rounds[0]).toMatchObject({ busy: true });
    expect(busy.busy_percent_before).toBeGreaterThanOrEqual(10);
  });

  test('where a file would take what has to stay free, none is written', async () => {
    const fill = '/twisterlab/data-warehouse/fill';
    await vm.mustSh(
      `fallocate -l $(($(df -B1 --output=avail /twisterlab/data-warehouse | tail -n 1) - 3600000000)) ${fill}`,
    );
    const plan = await evidenceOf(vm, ['plan', 'disk-test', ...SHORT_CONFIG]);
    expect(plan.steps[0]!.plan!.notes.join('\n')).toMatch(
      /EDGE-WAREHOUSE: no file is written, because \/twisterlab\/data-warehouse has too little space: \d+ MiB are free, the file takes 16 MiB, and 3499 MiB have to stay free/,
    );
    const { code } = await vm.sh(`${DISK_TEST} ${SHORT} --disk EDGE-WAREHOUSE --disk EDGE-STORAGE`);
    expect(code).toBe(0);
    expect((await measuredDisk(vm, 'EDGE-WAREHOUSE')).no_file).toContain('has too little space');
    const nothing = await vm.sh(`${DISK_TEST} ${SHORT} --disk EDGE-WAREHOUSE`);
    expect(nothing.code).toBe(3);
    expect(nothing.stdout).toContain('"code":"nothing-to-measure"');
    await vm.mustSh(`rm ${fill}`);
  });
});
