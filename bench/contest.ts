import { median } from '../src/stats/summary';
import { spread } from './spread';

export interface Contender {
  readonly name: string;
  run(): Promise<{ code: number | null; stdout: string; stderr: string }>;
}

export type Times = ReadonlyMap<string, readonly number[]>;

/**
 * Runs all contenders in turn, one warm-up round first; wall times in seconds. Every other round goes backwards, so that
 * nobody always comes after the same one.
 *
 * @param before untimed, before each run: lets what the run before has left going come to its end
 */
export async function measure(
  contenders: readonly Contender[],
  rounds: number,
  before: () => Promise<unknown> = async () => {},
): Promise<Times> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round++) {
    for (const { name, run } of round % 2 === 0 ? contenders : [...contenders].reverse()) {
      await before();
      const start = process.hrtime.bigint();
      const { code, stdout, stderr } = await run();
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      if (code !== 0) throw new Error(`${name} ended with ${code}:\n${stdout}\n${stderr}`);
      if (round >= 0) times.get(name)!.push(seconds);
    }
  }
  return times;
}

export function printTable(title: string, times: Times): void {
  const rounds = Math.max(...[...times.values()].map((seconds) => seconds.length));
  console.log(`\n${title}: ${rounds} rounds each, interleaved\n\n| | wall time, median (min to max) |\n|---|---|`);
  for (const [name, seconds] of times) console.log(`| ${name} | ${spread(seconds, 's')} |`);
}

export function printRatio(times: Times, ours: string, theirs: string, target: number): void {
  const [a, b] = [times.get(ours), times.get(theirs)];
  if (a && b) console.log(`\n${ours} / ${theirs}: ${(median(a) / median(b)).toFixed(2)} (to reach: at most ${target})`);
}
