import { pluralOf } from '../format';

const plural = pluralOf('en');

export const common = {
  /** Between a label and what it says. */
  colon: ':',
  unknown: 'unknown',
  none: 'none',
  yes: 'yes',
  no: 'no',
  server: 'Server',
  system: 'System',
  period: 'Period',
  /** Times, dates and numbers are formatted already. */
  from: (start: string, end: string) => (start === end ? start : `${start} to ${end}`),
  madeFrom: (documents: number) =>
    `Rendered by edge-phase1 from ${documents} ${plural(documents, 'run', 'runs')} and the history; times are UTC, sizes are powers of 1024.`,
  stepWords: '',
  noEvidence: 'There is no evidence of this.',
  titles: {
    log: 'Phase 1 execution log',
    performance: 'Performance report',
    harbor: 'Registry setup guide',
    completion: 'Phase 1 completion report',
    phase2: 'Phase 2 recommendations',
  },
  steps: {
    'extend-lvm': 'Extend the logical volume',
    'docker-config': 'Configure Docker',
    'disk-test': 'Measure the disks',
    harbor: 'Set up the registry',
    'build-test': 'Measure builds',
    validate: 'Judge the checks',
  } as Readonly<Record<string, string>>,
  checks: {
    disk_size: 'Disk size of /',
    disk_use: 'Disk use of /',
    disk_pressure: 'DiskPressure',
    build_time: 'Build time',
    harbor: 'Registry (Harbor)',
    pods: 'Pods',
  } as Readonly<Record<string, string>>,
  targets: {
    disk_size: (size: string) => `at least ${size}`,
    disk_use: (percent: string) => `less than ${percent}`,
    disk_pressure: (time: string) => `False, and no eviction, for ${time}`,
    build_time: (time: string) => `less than ${time}, measured`,
    harbor: 'all components healthy, a push and a pull proven',
    pods: (count: string) => `${count} ready, none unready`,
    allPods: 'all that are there ready',
  },
  how: {
    disk_size: 'measured: `statfs`, as `df` shows it',
    disk_use: 'measured: used of what programs can use, as `df` shows it',
    disk_pressure: 'observed: the condition of the node, evicted pods, and events by their exact reason',
    build_time: 'measured: the builds of `build-test`',
    harbor: 'observed: the components on its health page, and the proof of the step `harbor`',
    pods: 'observed: Ready and every container of each pod',
  } as Readonly<Record<string, string>>,
  buildTime: (median: string, builds: number, range: string, when: string, established: boolean) =>
    `${median} (${builds} ${plural(builds, 'build', 'builds')}${range === '' ? '' : `, ${range}`}, ${when}${established ? '' : ', observed, not established'})`,
  range: (least: string, most: string) => `${least} to ${most}`,
  results: { pass: 'pass', fail: 'fail', unknown: 'unknown', 'not-applicable': 'does not apply' },
  outcomes: {
    planned: 'planned; nothing was changed',
    verified: 'looked at; nothing was changed',
    'nothing-to-do': 'nothing to do; nothing was changed',
    done: 'done and verified',
    measured: 'measured; nothing was changed',
    refused: 'refused; nothing was changed',
    undone: 'failed and undone',
    'needs-person': 'stopped half way; a person is needed',
    unknown: 'outcome unknown: the connection was lost',
  },
  scenarios: {
    base: 'base images pulled',
    cold: 'cold',
    warm: 'warm, nothing changed',
    changed: 'warm, one source line changed',
    registry: 'empty builder, cache from the registry',
  } as Readonly<Record<string, string>>,
  verdicts: {
    faster: 'faster',
    slower: 'slower',
    'no difference shown': 'no difference shown',
    'observed, not established': 'observed, not established',
  },
  chart: {
    in: (title: string, unit: string) => `${title}, in ${unit}`,
    target: (figure: string) => `flat line: target ${figure}`,
    missing: (runs: number) => `runs without a figure, left out: ${runs}`,
  },
};
