// Start of the bundle against a bare Node: `npm run bench:start [rounds]`. Wall time and peak memory, interleaved.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { median } from '../src/stats/summary';
import { spread } from './spread';

const rounds = Number(process.argv[2] ?? 21);
const here = (name: string) => resolve(__dirname, name);
const commands: Record<string, string[]> = {
  'node -e 0': ['-e', '0'],
  'edge-phase1 --version': [here('../dist/index.js'), '--version'],
};

const measured = () => new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
const seconds = measured();
const kibibytes = measured();
for (let round = -1; round < rounds; round++) {
  for (const [name, args] of Object.entries(commands)) {
    const start = process.hrtime.bigint();
    spawnSync(process.execPath, args);
    const took = Number(process.hrtime.bigint() - start) / 1e9;
    const { stderr } = spawnSync(process.execPath, ['--require', here('peak-memory.cjs'), ...args], {
      encoding: 'utf8',
    });
    // The first round only warms the file cache.
    if (round < 0) continue;
    seconds.get(name)!.push(took);
    kibibytes.get(name)!.push(Number(/peak (\d+)/.exec(stderr)![1]));
  }
}

console.log(`Node ${process.version}, ${rounds} rounds each, interleaved\n`);
console.log('| | wall time, median (min to max) | peak memory, median |');
console.log('|---|---|---|');
for (const [name, values] of seconds) {
  const wall = spread(
    values.map((s) => s * 1000),
    'ms',
  );
  console.log(`| \`${name}\` | ${wall} | ${(median(kibibytes.get(name)!) / 1024).toFixed(1)} MiB |`);
}
const [bare, ours] = [...seconds.values()].map(median);
console.log(`\nratio of medians: ${(ours! / bare!).toFixed(2)} (to reach: at most 1.5)`);
