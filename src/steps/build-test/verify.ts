import { type BuildTestResult, goodRuns, SCENARIO_TITLES, SCENARIOS } from '../../build/result';
import { isUnreadable } from '../../facts/reading';
import { median } from '../../stats/summary';
import { duration } from '../../units';
import type { Check } from '../step';
import { comparisonOf, type ScenarioComparison, trialOf } from './comparison';
import type { BuildTestSituation } from './plan';

export function verify(situation: BuildTestSituation): readonly Check[] {
  return [measuredCheck(situation), ...trialChecks(situation), ...comparisonChecks(situation)];
}

/** Whether the newest build test came to its end. What its time means for Phase 1 is judged by the scorecard. */
function measuredCheck({ facts }: BuildTestSituation): Check {
  const about = {
    id: 'build_measured',
    title: 'Build test',
    target: 'every build ends well',
    how: 'measured: wall time of docker build on the server',
  };
  const { result } = facts;
  if (isUnreadable(result)) return { ...about, measured: `not known: ${result.unreadable}`, result: 'unknown' };
  if (result.failed !== '' && !onlyThePatchFailed(result)) {
    const why = facts.builds.findLast((b) => b.progress.failure)?.progress.failure?.vertex.name;
    const at = why === undefined ? '' : `, at ${why}`;
    return { ...about, measured: `failed: ${result.failed}${at}`, result: 'fail' };
  }
  const times = SCENARIOS.flatMap((scenario) => {
    const runs = goodRuns(result, scenario).map((run) => run.seconds);
    return runs.length === 0 ? [] : [`${SCENARIO_TITLES[scenario]} ${duration(median(runs))} (${runs.length})`];
  });
  if (times.length === 0) return { ...about, measured: 'no build was measured', result: 'unknown' };
  return { ...about, measured: times.join('; '), result: 'pass' };
}

/** Then the build itself is as good as it was, and its times hold. */
const onlyThePatchFailed = ({ tried, runs, uncounted, against }: BuildTestResult): boolean =>
  tried === true &&
  [...runs, ...uncounted].every((run) => run.ok || run.scenario === 'base') &&
  [...(against?.runs ?? []), ...(against?.uncounted ?? [])].some((run) => !run.ok);

/** What a patch gains tells nothing about the server, so that it only informs. */
function trialChecks(situation: BuildTestSituation): readonly Check[] {
  const { result } = situation.facts;
  const trial = trialOf(situation);
  if (!trial || isUnreadable(result)) return [];
  const about = { title: 'The patch that was tried', target: 'builds, and is faster', informational: true } as const;
  if (onlyThePatchFailed(result)) {
    const how = 'measured: docker build with the patch ended with an error';
    return [
      { ...about, id: 'build_tried', measured: `the build fails with it: ${result.failed}`, how, result: 'fail' },
    ];
  }
  return trial.map(({ scenario, comparison }) => {
    const { a, b, ratio, interval, verdict } = comparison;
    const range = interval ? ` (95 %: ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})` : '';
    return {
      ...about,
      id: `build_tried_${scenario}`,
      title: `${about.title}: ${SCENARIO_TITLES[scenario]}`,
      measured: `${verdict}: ${duration(b.median)} with it, ${duration(a.median)} without, ratio ${ratio.toFixed(2)}${range}`,
      how: howOf(comparison),
      result: verdict === 'faster' ? 'pass' : verdict === 'slower' ? 'fail' : 'unknown',
    };
  });
}

function comparisonChecks(situation: BuildTestSituation): readonly Check[] {
  const comparison = comparisonOf(situation);
  if (!comparison) return [];
  const { warn_percent, fail_percent } = situation.config.build_test.compare;
  return comparison.scenarios.map(({ scenario, comparison: found, judgement }) => ({
    id: `build_compared_${scenario}`,
    title: `Build time against ${comparison.name}: ${SCENARIO_TITLES[scenario]}`,
    target: `not slower by ${fail_percent} % (warns from ${warn_percent} %)`,
    measured: measuredWords({ comparison: found, judgement }),
    how: howOf(found),
    result: judgement.result === 'warn' ? 'pass' : judgement.result,
  }));
}

function measuredWords({ comparison, judgement }: Pick<ScenarioComparison, 'comparison' | 'judgement'>): string {
  const { a, b, verdict } = comparison;
  const warning = judgement.result === 'warn' ? 'WARNING: ' : '';
  return `${warning}${verdict}: ${duration(b.median)} against ${duration(a.median)}; ${judgement.reason}`;
}

function howOf({ paired, test, a, b }: ScenarioComparison['comparison']): string {
  if (a.how === 'declared') return 'the baseline is declared, not measured';
  const runs = `${a.runs} and ${b.runs} builds${paired ? ', in turn' : ''}`;
  return test === null ? runs : `${runs}; exact ${test.name} test, bootstrap of the ratio of medians`;
}
