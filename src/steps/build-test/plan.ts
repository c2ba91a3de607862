import { goodRuns, RESULT, SCENARIO_TITLES, SCENARIOS, type Scenario } from '../../build/result';
import { isUnreadable } from '../../facts/reading';
import { median } from '../../stats/summary';
import { duration } from '../../units';
import { finished, refused } from '../plan';
import type { Basis, Change, Plan, PlanRefusal, Situation } from '../step';
import { STEP } from './about';
import { type BuildTestFacts, dockerfileOf } from './facts';

export type BuildTestSituation = Situation<BuildTestFacts>;

/** What would be measured, and about how long it takes. */
export function plan(situation: BuildTestSituation): Plan {
  const refusal = refusalFor(situation);
  if (refusal) return refused(STEP, 'apply', refusal);
  const { config } = situation;
  const file = dockerfileOf(config);
  const scenarios = measured(situation);
  const builds = scenarios.reduce((sum, scenario) => sum + timesOf(situation, scenario), 0);
  const estimate = estimateOf(situation, scenarios);
  return finished({
    step: STEP,
    intent: 'apply',
    summary: `${file}: ${builds} timed ${builds === 1 ? 'run' : 'runs'} (${scenarios.join(', ')}), ${estimate}.`,
    basis: basisOf(situation),
    changes: [begin(situation), ...scenarios.map((scenario) => measurement(scenario, situation)), end],
    target: `build times of ${file}`,
    notes: notesOf(situation),
  });
}

/** A measurement changes nothing that stays. */
export function rollback({ machine, config }: BuildTestSituation): Plan {
  return finished({
    step: STEP,
    intent: 'rollback',
    summary: 'A build test leaves nothing but its result: there is nothing to take back.',
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
  if (context === null) {
    return {
      code: 'not-configured',
      message: 'The folder to build is not configured.',
      wayOut:
        'Set build_test.context to the checkout on the server, as /srv/app, and build_test.dockerfile to its Dockerfile.',
    };
  }
  if (facts.docker === 'not installed') {
    return {
      code: 'no-docker',
      message: 'Docker is not installed.',
      wayOut: 'Install it: apt-get install docker.io docker-cli docker-buildx',
    };
  }
  if (facts.context === 'missing') {
    return {
      code: 'no-context',
      message: `There is no folder '${context}'.`,
      wayOut: 'Set build_test.context to the checkout on the server.',
    };
  }
  if (facts.dockerfile === 'missing') {
    return {
      code: 'no-dockerfile',
      message: `There is no Dockerfile '${dockerfileOf(config)}'.`,
      wayOut: 'Set build_test.dockerfile to its path in the context, or to an absolute path.',
    };
  }
  if (measured(situation).length === 0) {
    return {
      code: 'nothing-to-measure',
      message: 'No scenario is to be measured.',
      wayOut: 'Set at least one of build_test.runs above 0.',
    };
  }
  return undefined;
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

function estimateOf(situation: BuildTestSituation, scenarios: readonly Scenario[]): string {
  const times = scenarios.map((scenario) => ({ scenario, seconds: lastSeconds(situation, scenario) }));
  const known = times.filter((t) => t.seconds !== undefined);
  if (known.length === 0) return 'never measured here: how long it takes is not known';
  const total = known.reduce((sum, t) => sum + t.seconds! * timesOf(situation, t.scenario), 0);
  const unknown = times.filter((t) => t.seconds === undefined).map((t) => t.scenario);
  const rest = unknown.length === 0 ? '' : `, and as long as ${unknown.join(' and ')} takes, which is not known`;
  return `about ${duration(total)} after the last times${rest}`;
}

function begin({ config: { build_test } }: BuildTestSituation): Change {
  const own = build_test.builder === 'own';
  return {
    id: 'builder',
    title: own ? 'Copy the context' : 'Start a throw-away Docker daemon, and copy the context',
    command: own ? `cp -a ${build_test.context} …` : `dockerd --data-root … ; cp -a ${build_test.context} …`,
    why: own
      ? 'The checkout is never written to.'
      : "Only an empty builder of its own is cold without emptying the server's, and the checkout is never written to.",
    check: own ? 'The copy is complete.' : 'It answers, and has the base images.',
    undo: 'It is removed in the end, also after a failure or a stop.',
  };
}

function measurement(scenario: Scenario, { config: { build_test } }: BuildTestSituation): Change {
  const often = build_test.runs[scenario];
  const { ref, write } = build_test.registry_cache;
  const writes = scenario === 'registry' && write;
  return {
    id: scenario,
    title: `Measure ${SCENARIO_TITLES[scenario]}, ${often === 1 ? 'once' : `${often} times`}${writes ? '; write that cache first' : ''}`,
    command:
      scenario === 'base'
        ? 'docker pull …'
        : `docker build --file ${build_test.dockerfile} ${scenario === 'registry' ? `--cache-from type=registry,ref=${ref} ` : ''}…`,
    why: WHY[scenario],
    check: 'Its exit code; a build that fails is a result.',
    undo: `Not needed: the image has a name of its own, and is removed.${writes ? ` Only the cache stays, at ${ref}.` : ''}`,
  };
}

const WHY: Readonly<Record<Scenario, string>> = {
  base: 'What a new server, or a pruned one, waits for before anything is built.',
  cold: 'The whole cost of the Dockerfile: nothing of it is in the cache.',
  warm: 'What a build costs that does nothing: reading the context, looking everything up, exporting.',
  changed: 'What a developer waits for after changing the source.',
  registry: 'What a machine waits for that never built this, or that had to throw its cache away.',
};

const end: Change = {
  id: 'result',
  title: 'Keep the result, and remove all that was made for it',
  command: `write ${RESULT}`,
  why: 'Reports and later comparisons come from it, also after a lost connection.',
  check: 'The file is complete.',
  undo: 'Delete the file.',
};

function notesOf(situation: BuildTestSituation): readonly string[] {
  const { facts } = situation;
  const { build_test } = situation.config;
  return [
    ...(build_test.drop_caches ? ['The page cache of the whole server is emptied before each cold build.'] : []),
    ...(build_test.builder === 'own'
      ? [
          "In the server's own builder, cold is --no-cache, and its cache grows by these builds; cache mounts get names of this run, which are removed.",
        ]
      : []),
    ...cacheNotes(situation),
    ...(facts.dockerfile === 'not known' || facts.context === 'not known'
      ? ['This user cannot see the context or the Dockerfile; the script on the server looks as root.']
      : []),
  ];
}

function cacheNotes(situation: BuildTestSituation): readonly string[] {
  const { builder, registry_cache, runs } = situation.config.build_test;
  const { ref, write } = registry_cache;
  if (ref === null || runs.registry === 0) return [];
  if (builder === 'own') {
    return [
      "The cache of the registry is not measured: only a throw-away builder is empty, the server's own is never emptied.",
    ];
  }
  const second = sides(situation) === 2 ? ['The cache of the registry is measured for this side only.'] : [];
  if (!write) return second;
  return [
    `The cache is written to ${ref} and stays there, with the layers of all stages. Where Docker has not containerd's store of images, that takes one more cold build.`,
    ...second,
  ];
}
