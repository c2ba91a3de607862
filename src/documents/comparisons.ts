import { chart } from '../report/chart';
import { cell } from '../report/defuse';
import type { Comparison } from '../stats/compare';
import { leastP } from '../stats/rank-sum';
import { median } from '../stats/summary';
import type { Build, Effect } from './builds';
import { named } from './markdown';
import type { Page } from './material';

/** Scenario, before, after, ratio with its interval, verdict with its reason. */
export function effectCells(page: Page, effect: Effect): readonly string[] {
  const { performance, common } = page.speech.texts;
  const { comparison, before, after, scenario } = effect;
  const declared = comparison?.a.how === 'declared';
  return [
    named(common.scenarios, scenario),
    declared ? performance.declared(page.speech.format.duration(comparison.a.median)) : sampleText(page, before),
    sampleText(page, after),
    comparison ? ratioText(page, comparison) : '–',
    judged(page, effect),
  ];
}

function sampleText({ speech }: Page, builds: readonly Build[]): string {
  const { performance } = speech.texts;
  if (builds.length === 0) return performance.notMeasured;
  return performance.sample(speech.format.duration(median(builds.map(({ seconds }) => seconds))), builds.length);
}

function ratioText({ speech }: Page, { ratio, interval }: Comparison): string {
  const two = (value: number) => speech.format.number(value, 2);
  return interval ? `${two(ratio)} (${two(interval.low)}–${two(interval.high)})` : two(ratio);
}

/** The verdict and why it is that one; unknown where one side is missing. */
export function judged({ speech }: Page, { comparison, before, after }: Effect): string {
  const { performance, common } = speech.texts;
  if (!comparison) return common.unknown;
  const { verdict, test, further } = comparison;
  const p = (value: number) => speech.format.number(value, value < 0.01 ? 4 : 3);
  const { reasons } = performance;
  const least = leastP(before.length, after.length);
  const why =
    comparison.a.how === 'declared' || !test
      ? reasons.declared
      : verdict === 'observed, not established'
        ? reasons.few(p(least))
        : verdict === 'no difference shown'
          ? reasons.open(p(test.p))
          : reasons.shown(p(test.p));
  const more = further?.runs ? `; ${performance.further(further.runs)}` : '';
  return `**${common.verdicts[verdict] ?? cell(verdict)}** (${why}${more})`;
}

const MINUTES_FROM = 180;

/** Empty with fewer than two builds. */
export function buildChart({ speech }: Page, scenario: string, builds: readonly Build[]): string {
  const { performance, common } = speech.texts;
  const own = builds.filter((build) => build.scenario === scenario);
  const long = own.some(({ seconds }) => seconds >= MINUTES_FROM);
  const points = own.map(({ at, seconds }) => ({ at, value: long ? seconds / 60 : seconds }));
  const title = performance.chartTitle(common.scenarios[scenario] ?? scenario);
  return chart({ title, unit: long ? performance.minutes : performance.seconds, points }, speech.language);
}

/** Of the size: a history keeps no reserve of the file system. */
export function diskChart({ speech, material }: Page): string {
  const { performance } = speech.texts;
  const points = material.history.disks.map(({ at, used_bytes, size_bytes }) => ({
    at,
    value: size_bytes > 0 ? (100 * used_bytes) / size_bytes : undefined,
  }));
  return chart({ title: performance.diskChart, unit: performance.percentUnit, points }, speech.language);
}
