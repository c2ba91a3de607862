// How often the comparison is wrong: `npx tsx bench/calibration.ts [trials]`. Simulated and recorded timings whose truth is
// known. Seeded, so that it always answers the same. Ends with 1 when a promise is broken.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compare, type Verdict } from '../src/stats/compare';
import { normal, pick, type Random, seeded } from '../src/stats/random';
import { median } from '../src/stats/summary';

const TRIALS = Number(process.argv[2] ?? 4000);
const ROUNDS = 500;
const NOISE = 0.05;

type Draw = (random: Random) => number;

const recorded = recordedTimings();
const usual = median(recorded);
const deviations = recorded.map((seconds) => Math.log(seconds / usual));
const size = Math.sqrt(deviations.reduce((sum, d) => sum + d * d, 0) / deviations.length);

const sources: [string, Draw][] = [
  [`log-normal, ${NOISE * 100} % noise`, (random) => Math.exp(NOISE * normal(random))],
  [`recorded, as they are (${(size * 100).toFixed(1)} % noise)`, (random) => pick(recorded, random) / usual],
  [`recorded, their noise scaled to ${NOISE * 100} %`, (random) => Math.exp((pick(deviations, random) * NOISE) / size)],
];

let kept = true;
console.log(`${TRIALS} trials a line, ${ROUNDS} rounds of the bootstrap, Node ${process.version}\n`);
console.log(
  '| timings | runs of each | design | false alarms, A against A | 10 % slower: found | interval holds the truth |',
);
console.log('|---|---|---|---|---|---|');
for (const [name, draw] of sources) {
  for (const runs of [4, 5, 6, 8, 10, 20]) {
    for (const paired of [false, true]) line(name, draw, runs, paired);
  }
}
replay();
console.log(
  `\n${kept ? 'All promises hold' : 'A PROMISE IS BROKEN'}: at most 5 % false alarms; at least 90 % found at 5 % noise with 10 runs of each.`,
);
process.exitCode = kept ? 0 : 1;

function line(name: string, draw: Draw, runs: number, paired: boolean): void {
  const same = trial(draw, runs, paired, 1);
  const slower = trial(draw, runs, paired, 1.1);
  // Two standard errors: a rate of exactly 5 % would otherwise fail every second time.
  const slack = 2 * Math.sqrt((0.05 * 0.95) / TRIALS);
  if (same.alarms > 0.05 + slack) kept = false;
  if (runs === 10 && !name.includes('as they are') && slower.found < 0.9) kept = false;
  const cells = [
    name,
    runs,
    paired ? 'in turn (pairs)' : 'apart',
    ...[same.alarms, slower.found, slower.held].map(percent),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

function trial(draw: Draw, runs: number, paired: boolean, factor: number) {
  const random = seeded(runs * 1000 + (paired ? 1 : 0));
  const side = (name: string, times: number) => ({
    name,
    how: 'measured' as const,
    runs: Array.from({ length: runs }, () => ({ seconds: draw(random) * times })),
  });
  const counts: Partial<Record<Verdict, number>> = {};
  let held = 0;
  for (let i = 0; i < TRIALS; i++) {
    const { verdict, interval } = compare(side('a', 1), side('b', factor), { paired, rounds: ROUNDS, seed: i });
    counts[verdict] = (counts[verdict] ?? 0) + 1;
    if (interval && interval.low <= factor && factor <= interval.high) held++;
  }
  const [slower, faster] = [counts.slower ?? 0, counts.faster ?? 0];
  return { alarms: (slower + faster) / TRIALS, found: slower / TRIALS, held: held / TRIALS };
}

/** The recorded runs in the order in which they were made: every second one is A, the others B, in windows of 20. */
function replay(): void {
  let alarms = 0;
  const windows = recorded.length - 19;
  for (let first = 0; first < windows; first++) {
    const half = (odd: number) =>
      recorded.slice(first, first + 20).flatMap((seconds, i) => (i % 2 === odd ? [{ seconds }] : []));
    const { verdict } = compare(
      { name: 'a', how: 'measured', runs: half(0) },
      { name: 'b', how: 'measured', runs: half(1) },
      { paired: true },
    );
    if (verdict === 'slower' || verdict === 'faster') alarms++;
  }
  console.log(
    `\nThe recorded runs in their own order, in turn, 10 against 10, in ${windows} overlapping windows: ${alarms} false alarms (${percent(alarms / windows)}).`,
  );
}

function recordedTimings(): number[] {
  const file = resolve(__dirname, 'recorded/small-files.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { runs: { seconds: number }[] }).runs.map((run) => run.seconds);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
