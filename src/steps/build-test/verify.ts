import { goodRuns, SCENARIO_TITLES, SCENARIOS } from '../../build/result';
import { isUnreadable } from '../../facts/reading';
import { median } from '../../stats/summary';
import { duration } from '../../units';
import type { Check } from '../step';
import { comparisonOf, type ScenarioComparison } from './comparison';
import type { BuildTestSituation } from './plan';

export function verify(situation: BuildTestSituation): readonly Check[] {
  return [measuredCheck(situation), ...comparisonChecks(situation)];
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
  if (result.failed !== '') {
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
