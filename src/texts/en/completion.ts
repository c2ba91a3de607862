import { pluralOf } from '../format';

const plural = pluralOf('en');

export const completion = {
  succeeded: (points: string, needed: string, spent: string) =>
    `✅ **Phase 1 succeeded:** ${points} (${needed} needed), ${spent} spent.`,
  notYet: (points: string, needed: string, spent: string) =>
    `❌ **Phase 1 is not there yet:** ${points} (${needed} needed), ${spent} spent.`,
  notJudged:
    '❔ **Whether Phase 1 succeeded is unknown:** the checks were never judged (`edge-phase1 verify validate`).',
  points: (score: string, possible: string, unknown: string) =>
    unknown === '0' ? `${score} of ${possible} points` : `${score} of ${possible} points, ${unknown} unknown`,
  judgedOn: (when: string) => `The checks were judged last on ${when}.`,
  staleJudgement: 'That was before the last change: judge them again.',
  definitionTitle: 'The success definition, point by point',
  definitionColumns: ['', 'The plan says', 'Measured', 'How'],
  definition: {
    disk_size: (target: string) => `Disk space increased to ${target} or more`,
    disk_pressure: 'DiskPressure risk eliminated',
    build_time: (target: string) => `Build time reduced to less than ${target}`,
    harbor: 'Registry operational',
    pods: 'All services stable',
    budget: 'Zero budget spent',
    score: (target: string) => `Score of ${target} or more`,
  },
  ofPoints: 'of the points of all checks that apply',
  costHow: 'computed, see below',
  scoreTitle: 'Scorecard',
  scoreColumns: ['', 'Check', 'Target', 'Measured', 'Points'],
  earned: (points: string, weight: string) => `${points} of ${weight}`,
  scoreNote: 'A pass earns its points, anything else none. Unknown is neither a pass nor a failure.',
  costTitle: 'Cost',
  cost: (usd: string, runs: number, minutes: string, price: string) =>
    `${usd}, computed: ${runs} ${plural(runs, 'run', 'runs')} on GitHub with ${minutes} runner minutes at ${price} a minute. A run from a command line costs no runner minutes.`,
  bought: 'edge-phase1 buys nothing. Whether somebody bought something by other ways, it cannot see.',
  risksTitle: 'The plan’s risks',
  riskColumns: ['Risk', 'Came true?', 'Basis'],
  risks: {
    lvm: 'LVM extension failure (5 %)',
    docker: 'Docker restart issues (10 %)',
    performance: 'Performance not improved enough (30 %)',
  },
  riskStates: { happened: '**yes**', avoided: 'no', untested: 'not put to the test', unknown: 'unknown' },
  riskBasis: {
    never: 'the step was never carried out',
    ended: (outcomes: string) => `how the runs of the step ended: ${outcomes}`,
    health: (measured: string) => `Docker afterwards: ${measured}`,
    pods: (measured: string) => `pods afterwards: ${measured}`,
    build: (measured: string) => `build time: ${measured}`,
    notJudged: 'the checks were never judged',
  },
  deviationsTitle: 'Deviations from the plan',
  noDeviations: 'None that the evidence shows.',
  deviations: {
    notDone: (step: string) => `“${step}” was not carried out.`,
    rolledBack: (step: string, when: string) => `“${step}” was taken back on ${when}.`,
    late: (days: number, last: string, due: string) =>
      `The last run is of ${last}, ${days} ${plural(days, 'day', 'days')} after the plan’s end (${due}).`,
    setting: (key: string, plan: string, used: string) => `\`${key}\`: ${plan} in the plan, ${used} here.`,
    more: (count: number) => `${count} further ${plural(count, 'setting differs', 'settings differ')} from the plan’s.`,
    distribution: 'The registry is Distribution, not Harbor.',
    harborVersion: (version: string) => `Harbor is version ${version}, not 2.10.0, which is out of support.`,
    noBaseline: 'No build was measured before the first change; the plan’s “70 minutes” is a declared figure.',
    byHand: (runs: number) =>
      `${runs} ${plural(runs, 'run stands', 'runs stand')} in the server’s journal alone (see the execution log).`,
    restore:
      'The plan’s recovery (`vgcfgrestore`) is never used: after the file system has grown it destroys data. Taking back is `lvreduce` to the recorded size, and only while the file system has not grown.',
  },
  openTitle: 'What is open',
  nothingOpen: 'Nothing: all checks that apply pass.',
};
