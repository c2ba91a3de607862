import { join, resolve } from 'node:path';
import type { Vm } from '../../lab/vm';
import type { DiskTestResult, MeasuredDisk } from '../../src/steps/disk-test/result';

const SCRIPT = resolve(__dirname, '../../scripts/disk-test-phase1.sh');
export const BUNDLE = join(__dirname, '../../dist/index.js');

/** The script on the server, as a person would start it, but with JSON answers. */
export const DISK_TEST = 'bash /root/disk-test-phase1.sh --json --yes';
export const SHORT = '--runs 1 --seconds 1 --size 16MiB';
export const SHORT_CONFIG = ['runs=1', 'seconds=1', 'size=16MiB'].flatMap((set) => ['--set', `disk_test.${set}`]);

export const copyDiskTest = (vm: Vm) => vm.copyIn(SCRIPT, '/root/disk-test-phase1.sh', '0755');

/** All that the runs have kept, the newest first. */
export async function results(vm: Vm): Promise<readonly DiskTestResult[]> {
  const text = await vm.mustSh('cat /var/lib/edge-phase1/disk-test.json 2>/dev/null || echo \'{"results":[]}\'');
  return (JSON.parse(text) as { results: DiskTestResult[] }).results;
}

export const measuredDisk = async (vm: Vm, key: string): Promise<MeasuredDisk> =>
  (await results(vm))[0]!.disks.find((disk) => disk.key === key)!;

/** Files that a measurement could have left anywhere, and programs that still measure. */
export const leftOver = (vm: Vm) =>
  vm.mustSh("find / -xdev -name '.edge-phase1-disk-test*'; ls -A /twisterlab/*; pgrep -ax 'fio|hdparm' || :");
export const NOTHING_LEFT = '/twisterlab/ai-storage:\nlost+found\n\n/twisterlab/data-warehouse:\nlost+found\n';

/** MiB that are used on the data warehouse's file system; files without a name count. */
export const usedMib = async (vm: Vm) =>
  Number(await vm.mustSh('sync; df -B1 --output=used /twisterlab/data-warehouse | tail -n 1')) / 1024 ** 2;
