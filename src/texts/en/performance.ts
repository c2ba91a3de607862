import { pluralOf } from '../format';

const plural = pluralOf('en');
const builds = (count: number) => `${count} ${plural(count, 'build', 'builds')}`;

export const performance = {
  serverTitle: 'The server, before and after',
  serverColumns: ['', 'Before', 'After'],
  noChange: 'No change was carried out: what stands under “after” is how the server is now.',
  rows: { size: 'Size of /', used: 'In use', free: 'Free for programs', use: 'Use, as df shows it' },
  buildsTitle: 'Builds',
  noBuilds: (command: string) =>
    `No build was measured: nothing is known about build times, neither before nor after. Measure with ${command}.`,
  noBefore:
    'No build was measured before the first change: what is compared with is a time that somebody took by hand and declared, which establishes nothing.',
  buildColumns: ['Scenario', 'Before', 'After', 'Ratio (95 %)', 'Verdict'],
  sample: (median: string, count: number) => `${median} (${builds(count)})`,
  declared: (time: string) => `${time} (declared)`,
  notMeasured: 'not measured',
  reasons: {
    declared: 'one side is declared, not measured',
    few: (p: string) => `with so few runs even the clearest difference has p ≥ ${p}`,
    shown: (p: string) => `p = ${p}, and the interval leaves out 1`,
    open: (p: string) => `p = ${p}; that does not show that they are equal`,
  },
  further: (runs: number) => `${runs} further ${plural(runs, 'run', 'runs')} of each may settle it`,
  otherCommit: 'The builds of before and after are not of one commit: a difference may come from what was built.',
  unknownCommit: 'Of which commit the builds were is not known for all of them.',
  chartTitle: (scenario: string) => `Builds, ${scenario}`,
  seconds: 'seconds',
  minutes: 'minutes',
  diskChart: 'Use of /',
  percentUnit: 'percent of its size',
  buildMethod:
    'Wall time of `docker build`; medians. Before: builds of before the first change; after: of after the last one. An exact two-sided rank test and a 95 % bootstrap interval of the ratio of medians; “faster” and “slower” need both. Below 1 the later builds are faster.',
  alone: 'What each change did alone',
  aloneColumns: ['Change', 'Scenario', 'Before', 'After', 'Ratio (95 %)', 'Verdict'],
  notHelping: 'What did not help',
  lvm: {
    held: (disks: string) =>
      `**Extending the volume did not make a disk faster**, and cannot: the disk is the same one. Measured before and after (${disks}), the figures did not change.`,
    broken: (disks: string) =>
      `**Extending the volume cannot make a disk faster**, yet figures changed between the two measurements (${disks}). Something else changed: do not take a difference between builds for an effect of the extension.`,
    unmeasured:
      '**Extending the volume does not make a disk faster**: the disk is the same one. Here it was not measured both before and after, so that this is reasoned, not shown.',
  },
  docker: {
    measured: (verdicts: string) => `**The Docker settings**, which the plan expects to bring 10 to 20 %: ${verdicts}.`,
    unmeasured:
      '**The Docker settings**, which the plan expects to bring 10 to 20 %, were not measured alone (builds right before and right after them are needed). None of them makes a build faster by itself: they keep logs from filling the disk.',
  },
  nothing: (change: string, scenario: string, verdict: string) => `**${change}**: ${scenario}: ${verdict}.`,
  disksTitle: 'Disks',
  noDisks: (command: string) => `No disk was measured. Measure with ${command}.`,
  diskColumns: ['Disk', '4 KiB synced writes/s', 'fsync, median, ms', 'Sequential read, MiB/s', 'hdparm -t, MiB/s'],
  diskMethod: (rounds: number, when: string) =>
    `Medians of ${rounds} ${plural(rounds, 'round', 'rounds')} and their range, measured on ${when}. Small synced writes are what unpacking layers waits for; \`hdparm -t\` reads in sequence for three seconds and says little about builds.`,
  busy: 'busy with the work of others',
  forecastTitle: 'Forecast',
  forecast: {
    none: 'Nothing is known about growth: the checks were not judged with a history.',
    few: (values: number, days: string) =>
      `Unknown: there are values of ${values} ${plural(values, 'day', 'days')}, over ${days} days; it takes values of 4 days over 3.`,
    other: 'Unknown.',
    growth: (estimate: string, low: string, high: string, days: string) =>
      `/ grows by ${estimate} a day (95 %: ${low} to ${high}), seen over ${days} days.`,
    use: (percent: string) => `${percent} in use`,
    eviction: 'The kubelet evicts pods',
    already: 'already',
    never: 'not reached at this growth',
    about: (date: string, earliest: string, latest: string) => `about ${date} (earliest ${earliest}, latest ${latest})`,
    unknown: 'unknown',
  },
};
