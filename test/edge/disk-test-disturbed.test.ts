import { spawn } from 'node:child_process';
import type { Vm } from '../../lab/vm';
import {
  BUNDLE,
  copyDiskTest,
  DISK_TEST,
  leftOver,
  measuredDisk,
  NOTHING_LEFT,
  results,
  SHORT,
  SHORT_CONFIG,
  usedMib,
} from './disk-test';
import { describeOnServer, evidenceOf, hostOptions, journal, server } from './server';

/** For toBeCloseTo: within 5 MiB, which the file system may need for itself. */
const ABOUT = -1;

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
    const [before, kept] = [await usedMib(vm), await results(vm)];
    const { ending } = start('stopped');
    await untilFioReads();
    const stop = await vm.sh(`${DISK_TEST} --stop stopped`);
    expect([stop.code, (await ending).code]).toEqual([3, 3]);
    expect((await journal(vm)).at(-1)).toMatchObject({ event: 'stopped', change: 'fio' });
    expect(await leftOver(vm)).toBe(NOTHING_LEFT);
    expect(await usedMib(vm)).toBeCloseTo(before, ABOUT);
    expect(await results(vm)).toEqual(kept);
  });

  test('cancelling the command line stops it on the server as well', async () => {
    const args = ['apply', 'disk-test', '--set', 'disk_test.seconds=200', '--set', 'disk_test.disks=[EDGE-WAREHOUSE]'];
    const child = spawn(process.execPath, [BUNDLE, ...args, ...hostOptions(vm, 'root')]);
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
  ])('kill -9 of %s: nothing goes on, and the space is free', async (_, kill) => {
    const before = await usedMib(vm);
    const run = `killed-${kill.length}`;
    const { ending } = start(run);
    await untilFioReads();
    expect((await usedMib(vm)) - before).toBeCloseTo(64, ABOUT);
    await vm.sh(kill);
    expect((await ending).stdout).toContain('"event":"lost"');
    await vm.mustSh('while pgrep -x fio; do sleep 0.2; done', { timeoutSeconds: 10 });
    expect(await leftOver(vm)).toBe(NOTHING_LEFT);
    expect(await usedMib(vm)).toBeCloseTo(before, ABOUT);
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
