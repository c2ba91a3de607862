/** What two sets of timings say when they are compared. Times in seconds, shares from 0 to 1. */
export const comparison = {
  declared: (names: readonly string[]) => `${names.join(' and ')}: declared, not measured here.`,
  noRunsSettle: 'No number of runs settles it: the declared side would have to be measured.',
  tooFew: (p: number, alpha: number) =>
    `With so few runs even the clearest difference has ${probability(p)} or more, above ${alpha}.`,
  apart: (p: number) => `${probability(p)}, and the interval leaves out 1.`,
  /** Why no difference is shown. */
  unlikely: (p: number, alpha: number) =>
    `${probability(p)} is above ${alpha}. That does not show that they are equal.`,
  reachesOne: (p: number) => `${probability(p)}, but the interval reaches 1. That does not show that they are equal.`,
  judged: {
    slower: (share: number, warn: number, fail: number) =>
      `slower by ${percent(share)} (warns from ${warn} %, fails from ${fail} %)`,
    faster: (share: number) => `faster by ${percent(share)}`,
    excluded: (fail: number, most: number) => `a slow-down of ${fail} % or more is excluded (at most ${percent(most)})`,
    open: (fail: number, more: number) =>
      `neither shown nor excluded that it is slower by ${fail} %${more > 0 ? `; ${moreRuns(more)}` : ''}`,
  },
  moreRuns,
  further: {
    fewest: (floor: number) =>
      `${floor} runs of each are the fewest with which the exact test can establish anything; how many it really takes can only be told from at least 3.`,
    tooSmall: (most: number) =>
      `What was observed is so small against the noise that more than ${most} runs of each would be needed: take them as equal for this purpose, or quieten the machine.`,
    noether: (size: number) =>
      `Noether's formula for 80 % power at the difference observed (${size} runs of each in all); if the real difference is smaller, it takes more.`,
  },
  warnings: {
    notInTurn:
      'The two were not run in turn: what changed on the machine in between counts as a difference. Run both in turn where that is possible.',
    slowFirst: (name: string, first: number, middle: number) =>
      `${name}: the first run took ${seconds(first)}, the others about ${seconds(middle)}. Add a warm-up run, or clear the caches before every run.`,
    outliers: (name: string, middle: number, far: readonly { readonly run: number; readonly took: number }[]) =>
      `${name}: far from the median of ${seconds(middle)}: ${far.map(({ run, took }) => `run ${run} (${seconds(took)})`).join(', ')}. They were kept; see what else ran then.`,
    busy: (name: string, runs: readonly number[], all: number, load: number, wait: number) =>
      `${name}: the machine was busy with other work before ${runs.length} of ${all} runs (${runs.join(', ')}): load above ${load} per processor, or waiting for disks more than ${wait * 100} % of the time. Run it again when it is quiet.`,
    noisy: (name: string, noise: number) =>
      `${name}: from run to run it varies by about ${(noise * 100).toFixed(0)} %. Small differences cannot be seen through that.`,
  },
};

const probability = (p: number) => `p = ${p.toPrecision(2)}`;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const seconds = (value: number) => `${value.toPrecision(3)} s`;

function moreRuns(runs: number): string {
  return `${runs} further runs of each may settle it`;
}
