import type { Vm } from '../../lab/vm';
import { copyDiskTest, DISK_TEST, leftOver, NOTHING_LEFT, results, SHORT, SHORT_CONFIG } from './disk-test';
import { watchOpened } from './opened';
import { copyScript, describeOnServer, evidenceOf, script, server } from './server';

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
