import { duration, gib } from '../../units';
import { pluralOf } from '../format';

const plural = pluralOf('en');

export const report = {
  duration,
  cannotPlan: 'cannot be planned: something is not known',
  changesPlanned: (count: number) => `${count} ${plural(count, 'change', 'changes')} planned; nothing was changed`,
  actionsPlanned: (count: number) =>
    `${count} ${plural(count, 'action', 'actions')} of a measurement planned; nothing was changed`,
  stepsWell: 'all steps well',
  stepsNotWell: 'not all steps well',
  cost: (usd: string, minutes: number, price: string) =>
    `${usd} (bought: nothing; ${minutes} runner ${plural(minutes, 'minute', 'minutes')} at ${price})`,
  score: (score: number, of: string, unknown: number) =>
    `${score} of ${of}${unknown > 0 ? `, ${unknown} unknown` : ''}`,
  scoreOfThose: (possible: number, total: number) => `${possible} that apply (${total - possible} of ${total} do not)`,
  needed: (points: number) => `${points} needed`,
  neededShare: (percent: number, points: number) => `${percent} % needed, ${points} points`,
  succeeded: (score: string, target: string, spent: string) =>
    `Phase 1 succeeded: ${score} (${target}), ${spent} spent`,
  notYet: (score: string, target: string, spent: string) =>
    `Phase 1 is not there yet: ${score} (${target}), ${spent} spent`,
  scoreTitle: (score: string) => `Score: ${score}`,
  scoreColumns: ['Check', 'Result', 'Points'],
  notApplicable: 'does not apply',
  points: (earned: number, weight: number) => `${earned} of ${weight}`,
  scoreNote: 'A pass earns its points, anything else none. Unknown is neither a pass nor a failure.',
  forecast: {
    size: (bytes: number) => (bytes < 0 ? `-${gib(Math.round(-bytes))}` : gib(Math.round(bytes))),
    leftOnly: (left: string) => `${left}; not reached at this growth.`,
    unknown: (why: string) => `Forecast for /: unknown (${why}).`,
    growth: (estimate: string, low: string, high: string, values: number, days: number) =>
      `Growth of /: ${estimate} a day (95 %: ${low} to ${high}), from ${values} days with values over ${days} days.`,
    markUnknown: (title: string, why: string) => `${title}: unknown (${why}).`,
    already: (title: string, by: string) => `${title}: already, by ${by}.`,
    left: (title: string, left: string) => `${title}: ${left} left`,
    notReached: 'not reached at this growth',
    never: 'never',
    reached: (left: string, at: string, earliest: string, latest: string) =>
      `${left}; ${at} (earliest ${earliest}, latest ${latest}).`,
    about: (date: string) => `about ${date}`,
  },
  check: 'Check',
  measured: 'Measured',
  target: 'Target',
  after: 'after',
  now: 'now',
  why: 'Why',
  whatToDo: 'What to do',
  costLabel: 'Cost',
  planHash: 'Plan hash',
  theEvidence: 'the evidence',
  wholeIn: (link: string) => `the whole is in ${link}`,
  jobSummary: 'the job summary',
  evidence: 'evidence',
  workflowRun: 'workflow run',
  run: 'run',
  on: (mode: string, host: string) => `${mode} on ${host}`,
  planOf: (changes: number) => `The plan: ${changes} changes`,
  runs: 'runs',
  whyChange: 'why',
  checked: 'checked',
  undo: 'undo',
  environment: 'Environment',
  environmentNames: { host: 'host', name: 'name', system: 'system', kernel: 'kernel' },
  howMeasured: 'How it was measured',
  hostDid: 'What the host did',
  checksPass: (passed: number, all: number, unknown: number) =>
    `${passed} of ${all} checks pass${unknown > 0 ? `, ${unknown} unknown` : ''}`,
  terminal: {
    took: (cost: string, time: string) => `Cost: ${cost}. Took ${time}.`,
    next: 'Nothing was changed. To carry it out:',
    note: 'Note',
    checks: 'Checks',
    target: (target: string) => `(target ${target})`,
    signs: { pass: 'PASS', fail: 'FAIL', unknown: '????', 'not-applicable': 'n/a ' },
  },
};
