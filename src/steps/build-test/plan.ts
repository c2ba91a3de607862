import { goodRuns, RESULT, SCENARIOS, type Scenario } from '../../build/result';
import { isUnreadable } from '../../facts/reading';
import { median } from '../../stats/summary';
import { type Texts, textsOf } from '../../texts';
import { finished, refusal, refused } from '../plan';
import type { Basis, Change, Plan, PlanRefusal, Situation } from '../step';
import { STEP } from './about';
import { type BuildTestFacts, dockerfileOf } from './facts';

export type BuildTestSituation = Situation<BuildTestFacts>;

/** What would be measured, and about how long it takes. */
export function plan(situation: BuildTestSituation): Plan {
  const inTheWay = refusalFor(situation);
  if (inTheWay) return refused(STEP, 'apply', inTheWay);
  const { config } = situation;
  const texts = textsOf(config);
  const say = texts.buildTest;
  const file = dockerfileOf(config);
  const scenarios = measured(situation);
  const builds = scenarios.reduce((sum, scenario) => sum + timesOf(situation, scenario), 0);
  const estimate = estimateOf(situation, scenarios, say);
  return finished({
    step: STEP,
    intent: 'apply',
    summary: say.summary(file, builds, scenarios, estimate),
    basis: basisOf(situation),
    changes: [begin(situation, say), ...scenarios.map((scenario) => measurement(scenario, situation, texts)), end(say)],
    target: `build times of ${file}`,
    notes: notesOf(situation, say.notes),
  });
}

/** A measurement changes nothing that stays. */
export function rollback({ machine, config }: BuildTestSituation): Plan {
  return finished({
    step: STEP,
    intent: 'rollback',
    summary: textsOf(config).buildTest.nothingToUndo,
    basis: { machine_id: machine.id },
    changes: [],
    target: `build times of ${dockerfileOf(config)}`,
  });
}

export function sides({ config: { build_test } }: BuildTestSituation): 1 | 2 {
  const { against, against_dockerfile } = build_test.baseline;
  return against === null && against_dockerfile === null && build_test.try_files === null ? 1 : 2;
}

/**
 * In the server's own builder the base images are there already, and so is its cache: neither pulling them nor a build with
 * nothing but the registry's cache can be measured.
 */
export function measured({ config: { build_test } }: BuildTestSituation): readonly Scenario[] {
  const able = (name: Scenario) =>
    (build_test.builder === 'throwaway' || (name !== 'base' && name !== 'registry')) &&
    (name !== 'registry' || build_test.registry_cache.ref !== null);
  return SCENARIOS.filter((name) => build_test.runs[name] > 0 && able(name));
}

/** How often it is built: in turn with the other side, but for the cache of the registry, which is one side's. */
const timesOf = (situation: BuildTestSituation, scenario: Scenario) =>
  situation.config.build_test.runs[scenario] * (scenario === 'registry' ? 1 : sides(situation));

function refusalFor(situation: BuildTestSituation): PlanRefusal | undefined {
  const { facts, config } = situation;
  const { context } = config.build_test;
  const { refusals: say } = textsOf(config).buildTest;
  if (context === null) return refusal('not-configured', say.notConfigured);
  if (facts.docker === 'not installed') return refusal('no-docker', say.noDocker);
  if (facts.context === 'missing') return refusal('no-context', say.noContext(context));
  if (facts.dockerfile === 'missing') return refusal('no-dockerfile', say.noDockerfile(dockerfileOf(config)));
  return measured(situation).length === 0 ? refusal('nothing-to-measure', say.nothingToMeasure) : undefined;
}

function basisOf({ machine, facts, config }: BuildTestSituation): Basis {
  const digest = facts.dockerfileSha256;
  return {
    machine_id: machine.id,
    context: config.build_test.context ?? '',
    ...(digest !== '' && { dockerfile_sha256: digest }),
  };
}

/** Seconds of the last good builds of this Dockerfile in a scenario; undefined where there are none. */
function lastSeconds({ facts, config }: BuildTestSituation, scenario: Scenario): number | undefined {
  if (isUnreadable(facts.result)) return undefined;
  const file = dockerfileOf(config);
  for (const set of [facts.result, ...facts.result.earlier]) {
    const runs = set.dockerfile === file ? goodRuns(set, scenario) : [];
    if (runs.length > 0) return median(runs.map((run) => run.seconds));
  }
  return undefined;
}

function estimateOf(
  situation: BuildTestSituation,
  scenarios: readonly Scenario[],
  { estimate: say }: Texts['buildTest'],
): string {
  const times = scenarios.map((scenario) => ({ scenario, seconds: lastSeconds(situation, scenario) }));
  const known = times.filter((t) => t.seconds !== undefined);
  if (known.length === 0) return say.none;
  const total = known.reduce((sum, t) => sum + t.seconds! * timesOf(situation, t.scenario), 0);
  const unknown = times.filter((t) => t.seconds === undefined).map((t) => t.scenario);
  return say.about(total, unknown);
}

function begin({ config: { build_test } }: BuildTestSituation, { changes }: Texts['buildTest']): Change {
  const own = build_test.builder === 'own';
  return {
    id: 'builder',
    command: own ? `cp -a ${build_test.context} …` : `dockerd --data-root … ; cp -a ${build_test.context} …`,
    ...changes.builder(own),
  };
}

function measurement(
  scenario: Scenario,
  { config: { build_test } }: BuildTestSituation,
  { buildTest, common }: Texts,
): Change {
  const { changes } = buildTest;
  const { ref, write } = build_test.registry_cache;
  const withCache = scenario === 'registry' && ref !== null;
  const cache = withCache ? `--cache-from type=registry,ref=${ref} ` : '';
  return {
    id: scenario,
    command: scenario === 'base' ? 'docker pull …' : `docker build --file ${build_test.dockerfile} ${cache}…`,
    why: changes.why[scenario],
    ...changes.measure(common.scenarios[scenario]!, build_test.runs[scenario], withCache && write ? ref : undefined),
  };
}

const end = ({ changes }: Texts['buildTest']): Change => ({ id: 'result', ...changes.result(RESULT) });

function notesOf(situation: BuildTestSituation, say: Texts['buildTest']['notes']): readonly string[] {
  const { facts } = situation;
  const { build_test } = situation.config;
  return [
    ...(build_test.drop_caches ? [say.dropsCaches] : []),
    ...(build_test.builder === 'own' ? [say.ownBuilder] : []),
    ...cacheNotes(situation, say),
    ...(facts.dockerfile === 'not known' || facts.context === 'not known' ? [say.unseen] : []),
  ];
}

function cacheNotes(situation: BuildTestSituation, say: Texts['buildTest']['notes']): readonly string[] {
  const { builder, registry_cache, runs } = situation.config.build_test;
  const { ref, write } = registry_cache;
  if (ref === null || runs.registry === 0) return [];
  if (builder === 'own') return [say.cacheUnmeasured];
  return [...(write ? [say.cacheStays(ref)] : []), ...(sides(situation) === 2 ? [say.cacheOneSide] : [])];
}
