import {
  type BuildSet,
  type BuiltSide,
  goodRuns,
  type MeasuredBuild,
  type Scenario,
  setLabelled,
} from '../../build/result';
import type { Vertex } from '../../build/vertex';
import { isUnreadable } from '../../facts/reading';
import { type Comparison, compare, type Run, type Sample } from '../../stats/compare';
import { type Judgement, judge } from '../../stats/judge';
import { compareSteps, type StepComparison } from '../../stats/steps';
import { type Texts, textsOf } from '../../texts';
import type { ExplainedBuild } from './facts';
import type { BuildTestSituation } from './plan';

/** One scenario of the newest set against its baseline. */
export interface ScenarioComparison {
  readonly scenario: Scenario;
  readonly comparison: Comparison;
  readonly judgement: Judgement;
  /** The largest loss first; empty where the progress of one side was not kept. */
  readonly steps: readonly StepComparison[];
}

export interface BaselineComparison {
  /** What the newest set is compared with. */
  readonly name: string;
  readonly scenarios: readonly ScenarioComparison[];
  /** What else differs between the two, so that a difference in time may come from it. */
  readonly differences: readonly string[];
}

const COMPARED: readonly Scenario[] = ['cold', 'warm', 'changed', 'registry'];

/**
 * Against the side that was built in turn; else against the named set; else against the declared time. A patch that was tried
 * is no baseline: see `trialOf`.
 */
export function comparisonOf(situation: BuildTestSituation): BaselineComparison | undefined {
  const { facts, config } = situation;
  const { result } = facts;
  if (isUnreadable(result)) return undefined;
  const { label, declared_minutes } = config.build_test.baseline;
  if (result.against && !result.tried) return withOtherSide(situation, result, result.against);
  const named = label === null ? undefined : setLabelled(result, label);
  if (named && named.set !== result.set) return withNamed(situation, result, named);
  return declared_minutes === null ? undefined : withDeclared(situation, result, declared_minutes);
}

function withOtherSide(situation: BuildTestSituation, set: BuildSet, other: BuiltSide): BaselineComparison {
  const name = other.context === set.context ? other.dockerfile : other.context;
  const { sides: say } = textsOf(situation.config).buildTest;
  const names = { a: say.this, b: say.other };
  return { name, scenarios: inTurn(situation, [set, other], ['b', 'a'], names), differences: [] };
}

/** What a patch that was tried gains: the newest set as it is against the same with the patch, built in turn. */
export function trialOf(situation: BuildTestSituation): readonly ScenarioComparison[] | undefined {
  const { result } = situation.facts;
  if (isUnreadable(result) || !result.tried || !result.against) return undefined;
  const { sides: say } = textsOf(situation.config).buildTest;
  return inTurn(situation, [result, result.against], ['a', 'b'], { a: say.asItIs, b: say.patched });
}

function inTurn(
  situation: BuildTestSituation,
  [set, other]: readonly [BuildSet, BuiltSide],
  [before, after]: readonly ['a' | 'b', 'a' | 'b'],
  names: Readonly<Record<'a' | 'b', string>>,
): readonly ScenarioComparison[] {
  const { builds } = situation.facts;
  return COMPARED.flatMap((scenario) => {
    const pairs = goodRuns(set, scenario).flatMap((a) => {
      const b = goodRuns(other, scenario).find((run) => run.k === a.k);
      return b ? [{ a, b }] : [];
    });
    const side = (name: 'a' | 'b') =>
      sample(
        names[name],
        set,
        pairs.map((pair) => pair[name]),
      );
    return compared(situation, scenario, [side(before), side(after)], true, [
      verticesOf(builds, before, scenario),
      verticesOf(builds, after, scenario),
    ]);
  });
}

function withNamed(situation: BuildTestSituation, set: BuildSet, named: BuildSet): BaselineComparison {
  const { builds, baselineBuilds } = situation.facts;
  const say = textsOf(situation.config).buildTest;
  const scenarios = COMPARED.flatMap((scenario) =>
    compared(
      situation,
      scenario,
      [sample(named.label, named, goodRuns(named, scenario)), sample(say.sides.now, set, goodRuns(set, scenario))],
      false,
      [verticesOf(baselineBuilds, 'a', scenario), verticesOf(builds, 'a', scenario)],
    ),
  );
  return { name: named.label, scenarios, differences: differencesOf(named, set, say) };
}

function withDeclared(situation: BuildTestSituation, set: BuildSet, minutes: number): BaselineComparison | undefined {
  const { sides: say } = textsOf(situation.config).buildTest;
  const declared: Sample = { name: say.declared, how: 'declared', runs: [{ seconds: minutes * 60 }] };
  const now = sample(say.now, set, goodRuns(set, 'cold'));
  const scenarios = compared(situation, 'cold', [declared, now], false, [[], []]);
  return scenarios.length === 0 ? undefined : { name: say.declaredMinutes(minutes), scenarios, differences: [] };
}

function compared(
  { config }: BuildTestSituation,
  scenario: Scenario,
  [before, after]: readonly [Sample, Sample],
  paired: boolean,
  [old, now]: readonly [readonly (readonly Vertex[])[], readonly (readonly Vertex[])[]],
): readonly ScenarioComparison[] {
  if (before.runs.length === 0 || after.runs.length === 0) return [];
  const comparison = compare(before, after, { paired, language: config.language });
  const steps = old.length > 0 && now.length > 0 ? compareSteps(old, now) : [];
  return [
    {
      scenario,
      comparison,
      judgement: judge(comparison, config.build_test.compare, textsOf(config).comparison),
      steps,
    },
  ];
}

function sample(name: string, { environment }: BuildSet, runs: readonly MeasuredBuild[]): Sample {
  const { load_before, io_avg10_before, cpus } = environment;
  const before = {
    loadPerCpu: load_before === null ? null : load_before / cpus,
    ioWait: io_avg10_before === null ? null : io_avg10_before / 100,
  };
  return {
    name,
    how: 'measured',
    runs: runs.map(({ seconds }, place): Run => (place === 0 ? { seconds, before } : { seconds })),
  };
}

const verticesOf = (builds: readonly ExplainedBuild[], side: 'a' | 'b', scenario: Scenario) =>
  builds
    .filter((b) => b.side === side && b.scenario === scenario && b.counts && !b.truncated && !b.progress.failure)
    .map((b) => b.progress.vertices);

function differencesOf(before: BuildSet, now: BuildSet, texts: Texts['buildTest']): readonly string[] {
  const { differences: say, notKnown } = texts;
  const [a, b] = [before.environment, now.environment];
  const facts: readonly (readonly [string, string | number, string | number])[] = [
    [say.host, a.host, b.host],
    [say.kernel, a.kernel, b.kernel],
    [say.docker, a.docker, b.docker],
    [say.buildx, a.buildx, b.buildx],
    [say.builder, a.builder, b.builder],
    [say.pageCache, a.page_cache, b.page_cache],
    [say.network, a.network, b.network],
    [say.storage, a.storage_driver, b.storage_driver],
    [say.device, a.device, b.device],
    [say.bases, a.bases.map((base) => base.id).join(' '), b.bases.map((base) => base.id).join(' ')],
    [say.dockerfile, before.dockerfile_sha256, now.dockerfile_sha256],
    [say.context, before.context_sha256, now.context_sha256],
    [say.commit, before.commit, now.commit],
  ];
  return facts
    .filter(([, x, y]) => x !== y)
    .map(([name, x, y]) => say.between(name, short(x, notKnown), short(y, notKnown)));
}

const short = (value: string | number, notKnown: string) => {
  const text = String(value) || notKnown;
  return text.length > 40 ? `${text.slice(0, 19)}…` : text;
};
