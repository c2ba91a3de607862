// Start of the bundle against a bare Node: `node bench/start.mjs [rounds]`. Wall time and peak memory, interleaved.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, spread } from './median.mjs';

const rounds = Number(process.argv[2] ?? 21);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const commands = {
  'node -e 0': ['-e', '0'],
  'edge-phase1 --version': [here('../dist/index.js'), '--version'],
};

const seconds = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
const kibibytes = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
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
    seconds[name].push(took);
    kibibytes[name].push(Number(/peak (\d+)/.exec(stderr)[1]));
  }
}

console.log(`Node ${process.version}, ${rounds} rounds each, interleaved\n`);
console.log('| | wall time, median (min to max) | peak memory, median |');
console.log('|---|---|---|');
for (const name of Object.keys(commands)) {
  console.log(
    `| \`${name}\` | ${spread(
      seconds[name].map((s) => s * 1000),
      'ms',
    )} | ${(median(kibibytes[name]) / 1024).toFixed(1)} MiB |`,
  );
}
const [bare, ours] = Object.values(seconds).map(median);
console.log(`\nratio of medians: ${(ours / bare).toFixed(2)} (to reach: at most 1.5)`);
