// Timings of a piece of work as builds do it, for bench/calibration.ts: `npx tsx bench/record-timings.ts FOLDER [runs] > FILE`.
// It copies FOLDER into a new folder beside it, file by file, packs the copy, and flushes both to disk: what unpacking
// and exporting a layer do. The folder must lie on a disk, not in memory.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

const [folder, count = '60'] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder to copy.');
const copy = `${folder}.copy`;
const work = 'cp -r "$1" "$2/" && tar -C "$2" -cf - . | gzip -1 > "$2.tgz" && sync -f "$2.tgz"';

const runs: { seconds: number; loadPerCpu: number }[] = [];
for (let run = -1; run < Number(count); run++) {
  rmSync(copy, { recursive: true, force: true });
  const loadPerCpu = loadavg()[0]! / cpus().length;
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync('bash', ['-c', `mkdir "$2" && ${work}`, 'work', folder, copy]);
  if (status !== 0) throw new Error(String(stderr));
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  // The first only fills the file cache.
  if (run >= 0) runs.push({ seconds: Number(seconds.toFixed(4)), loadPerCpu: Number(loadPerCpu.toFixed(2)) });
}
for (const left of [copy, `${copy}.tgz`]) rmSync(left, { recursive: true, force: true });
const about = `copy a folder of small files, pack it, flush it; ${cpus().length} processors, other work on the machine`;
console.log(JSON.stringify({ about, runs }, null, 1));
