import { type BuildTestResult, goodRuns, SCENARIOS } from '../../build/result';
import { isUnreadable } from '../../facts/reading';
import { median } from '../../stats/summary';
import { type Texts, textsOf } from '../../texts';
import type { Check } from '../step';
import { comparisonOf, type ScenarioComparison, trialOf } from './comparison';
import type { BuildTestSituation } from './plan';

export function verify(situation: BuildTestSituation): readonly Check[] {
  return [measuredCheck(situation), ...trialChecks(situation), ...comparisonChecks(situation)];
}

/** Whether the newest build test came to its end. What its time means for Phase 1 is judged by the scorecard. */
function measuredCheck({ facts, config }: BuildTestSituation): Check {
  const { buildTest, checks, common } = textsOf(config);
  const { check: say } = buildTest;
  const about = { id: 'build_measured', ...say.measured };
  const { result } = facts;
  if (isUnreadable(result)) return { ...about, measured: checks.notKnown(result.unreadable), result: 'unknown' };
  if (result.failed !== '' && !onlyThePatchFailed(result)) {
    const why = facts.builds.findLast((b) => b.progress.failure)?.progress.failure?.vertex.name;
    return { ...about, measured: say.failed(result.failed, why), result: 'fail' };
  }
  const times = SCENARIOS.flatMap((scenario) => {
    const runs = goodRuns(result, scenario).map((run) => run.seconds);
    return runs.length === 0
      ? []
      : [`${common.scenarios[scenario]} ${buildTest.duration(median(runs))} (${runs.length})`];
  });
  if (times.length === 0) return { ...about, measured: say.none, result: 'unknown' };
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
  const { buildTest, common } = textsOf(situation.config);
  const { check: say } = buildTest;
  const about = { ...say.tried, informational: true } as const;
  if (onlyThePatchFailed(result)) {
    const measured = say.triedFailed(result.failed);
    return [{ ...about, id: 'build_tried', measured, how: say.triedFailedHow, result: 'fail' }];
  }
  return trial.map(({ scenario, comparison }) => {
    const { a, b, ratio, interval, verdict } = comparison;
    const range = interval ? say.range(buildTest.ratio(interval.low), buildTest.ratio(interval.high)) : '';
    const said = common.verdicts[verdict];
    return {
      ...about,
      id: `build_tried_${scenario}`,
      title: `${about.title}${common.colon} ${common.scenarios[scenario]}`,
      measured: say.triedMeasured(said, b.median, a.median, buildTest.ratio(ratio), range),
      how: howOf(comparison, say),
      result: verdict === 'faster' ? 'pass' : verdict === 'slower' ? 'fail' : 'unknown',
    };
  });
}

function comparisonChecks(situation: BuildTestSituation): readonly Check[] {
  const comparison = comparisonOf(situation);
  if (!comparison) return [];
  const { buildTest, common } = textsOf(situation.config);
  const { check: say } = buildTest;
  const { warn_percent, fail_percent } = situation.config.build_test.compare;
  return comparison.scenarios.map(({ scenario, comparison: found, judgement }) => ({
    id: `build_compared_${scenario}`,
    title: say.compared(comparison.name, common.scenarios[scenario]!),
    target: say.comparedTarget(fail_percent, warn_percent),
    measured: measuredWords({ comparison: found, judgement }, textsOf(situation.config)),
    how: howOf(found, say),
    result: judgement.result === 'warn' ? 'pass' : judgement.result,
  }));
}

function measuredWords(
  { comparison, judgement }: Pick<ScenarioComparison, 'comparison' | 'judgement'>,
  { buildTest, common }: Texts,
): string {
  const { a, b, verdict } = comparison;
  const warns = judgement.result === 'warn';
  return buildTest.check.comparedMeasured(warns, common.verdicts[verdict], b.median, a.median, judgement.reason);
}

function howOf({ paired, test, a, b }: ScenarioComparison['comparison'], say: Texts['buildTest']['check']): string {
  if (a.how === 'declared') return say.declared;
  const runs = say.runs(a.runs, b.runs, paired);
  return test === null ? runs : say.tested(runs, say.test[test.name]);
}
