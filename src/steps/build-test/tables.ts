import { type BuildSet, goodRuns, SCENARIOS, type Scenario } from '../../build/result';
import { stepOf, type Vertex } from '../../build/vertex';
import { isUnreadable } from '../../facts/reading';
import type { StepComparison } from '../../stats/steps';
import { median } from '../../stats/summary';
import { type Texts, textsOf } from '../../texts';
import type { Table } from '../step';
import { comparisonOf, type ScenarioComparison, trialOf } from './comparison';
import type { ExplainedBuild } from './facts';
import type { BuildTestSituation } from './plan';

/** Rows of a table of instructions: the rest is a handful of quick ones. */
const ROWS = 15;

export function tables(situation: BuildTestSituation): readonly Table[] {
  const { result, builds } = situation.facts;
  if (isUnreadable(result)) return [];
  const texts = textsOf(situation.config);
  const say = texts.buildTest;
  const [comparison, trial] = [comparisonOf(situation), trialOf(situation)];
  return [
    ...failure(builds, say),
    times(result, texts),
    ...breakdown(builds, 'cold', texts),
    ...breakdown(builds, 'changed', texts),
    ...breakdown(builds, 'registry', texts),
    ...(trial ? compared(say.check.tried.title, trial, imageNotes(result, say), texts) : []),
    ...(comparison
      ? compared(say.compared.against(comparison.name), comparison.scenarios, differences(comparison, say), texts)
      : []),
    surroundings(result, say),
  ];
}

function failure(builds: readonly ExplainedBuild[], { failure: say }: Texts['buildTest']): readonly Table[] {
  const failed = builds.findLast(({ progress }) => progress.failure || progress.words.includes('ERROR: '));
  // A base image that cannot be pulled and a cache that cannot be written are told where the times are.
  if (!failed || failed.scenario === 'base' || failed.scenario === 'export') return [];
  const { failure: why, words } = failed.progress;
  const lines = why ? why.log : words.split('\n');
  return [
    {
      title: why ? say.at(why.vertex.name) : say.title,
      columns: say.columns,
      rows: lines.slice(-12).map((line) => [line]),
      ...(why?.vertex.seconds != null && { note: say.after(why.vertex.seconds) }),
    },
  ];
}

function times(set: BuildSet, { buildTest, common }: Texts): Table {
  const { times: say, duration, to } = buildTest;
  const rows = SCENARIOS.flatMap((scenario) => {
    const all = set.runs.filter((run) => run.scenario === scenario);
    if (all.length === 0) return [];
    const seconds = goodRuns(set, scenario).map((run) => run.seconds);
    const failed = all.length - seconds.length;
    const middle = seconds.length === 0 ? '–' : duration(median(seconds));
    const range = seconds.length < 2 ? '–' : to(duration(Math.min(...seconds)), duration(Math.max(...seconds)));
    return [
      [
        common.scenarios[scenario]!,
        String(seconds.length),
        middle,
        range,
        waiting(set, scenario, buildTest),
        failed === 0 ? '' : say.failed(failed),
      ],
    ];
  });
  const skipped = set.skipped.map(({ scenario, why }) => [common.scenarios[scenario]!, '0', '–', '–', '–', why]);
  return {
    title: say.title,
    columns: say.columns,
    rows: [...rows, ...skipped],
    note: say.note(builderWords(set, say), set.uncounted.length),
  };
}

/** Share of the builds' time in which something waited for a disk, as /proc/pressure/io counts it. */
function waiting(set: BuildSet, scenario: Scenario, { times: say, notKnown }: Texts['buildTest']): string {
  const shares = goodRuns(set, scenario).flatMap((run) =>
    run.io_some_us === null ? [] : [run.io_some_us / 1e6 / run.seconds],
  );
  return shares.length === 0 ? notKnown : say.share(Math.round(100 * median(shares)));
}

const builderWords = ({ environment }: BuildSet, say: Texts['buildTest']['times']): string =>
  environment.builder === 'own' ? say.own : say.throwaway(environment.page_cache);

/** Where the time of a scenario goes: medians over its builds, the longest first. */
function breakdown(
  builds: readonly ExplainedBuild[],
  scenario: 'cold' | 'changed' | 'registry',
  { buildTest, common }: Texts,
): readonly Table[] {
  const { breakdown: say, duration, size } = buildTest;
  const counted = builds.filter((b) => b.side === 'a' && b.scenario === scenario && b.counts && !b.progress.failure);
  const rows = medians(counted.map((b) => b.progress.vertices));
  if (rows.length === 0) return [];
  const last = counted.at(-1)!;
  return [
    {
      title: say.title(common.scenarios[scenario]!),
      columns: say.columns,
      rows: rows
        .slice(0, ROWS)
        .map(({ name, seconds, cached, bytes }) => [
          name,
          cached ? say.cached : duration(seconds),
          bytes === null || bytes < 1024 ** 2 ? '' : size(bytes),
        ]),
      note: say.note(
        counted.length,
        say.told[last.progress.format],
        counted.some((b) => b.truncated),
      ),
    },
  ];
}

interface InstructionTime {
  readonly name: string;
  readonly seconds: number;
  readonly cached: boolean;
  readonly bytes: number | null;
}

function medians(builds: readonly (readonly Vertex[])[]): readonly InstructionTime[] {
  const byName = new Map<string, Vertex[]>();
  for (const vertex of builds.flat()) byName.set(vertex.name, [...(byName.get(vertex.name) ?? []), vertex]);
  return [...byName]
    .flatMap(([name, vertices]) => {
      const seconds = vertices.flatMap((v) => v.seconds ?? []);
      const cached = vertices.filter((v) => v.cached).length * 2 > vertices.length;
      const worth = stepOf(name) !== undefined || seconds.some((s) => s >= 0.1);
      if (seconds.length === 0 || !worth) return [];
      const bytes = vertices.flatMap((v) => v.bytes ?? []);
      return [
        { name, seconds: cached ? 0 : median(seconds), cached, bytes: bytes.length === 0 ? null : median(bytes) },
      ];
    })
    .sort((a, b) => b.seconds - a.seconds);
}

const differences = (comparison: { readonly differences: readonly string[] }, say: Texts['buildTest']) =>
  comparison.differences.map(say.differences.notSame);

/** What a patch does to the image, where both were built. */
function imageNotes({ image_bytes: before, against }: BuildSet, say: Texts['buildTest']): readonly string[] {
  const after = against?.image_bytes ?? null;
  return before === null || after === null ? [] : [say.compared.image(after, before)];
}

function compared(
  title: string,
  scenarios: readonly ScenarioComparison[],
  notes: readonly string[],
  { buildTest, common, comparison: words }: Texts,
): readonly Table[] {
  const { compared: say, sides, duration, ratio: written, to } = buildTest;
  if (scenarios.length === 0) return [];
  const rows = scenarios.map(({ scenario, comparison: { a, b, ratio, interval, verdict, further } }) => [
    common.scenarios[scenario]!,
    `${duration(a.median)} (${a.how === 'declared' ? sides.declared : a.runs})`,
    `${duration(b.median)} (${b.runs})`,
    interval ? `${written(ratio)} (${to(written(interval.low), written(interval.high))})` : written(ratio),
    common.verdicts[verdict],
    further ? (further.runs === null ? further.method : words.moreRuns(further.runs)) : '',
  ]);
  const doubts = [...new Set(scenarios.flatMap(({ comparison }) => comparison.warnings.map((w) => w.message)))];
  const note = [...doubts, ...notes].join(' ');
  return [
    {
      title,
      columns: say.columns,
      rows,
      ...(note !== '' && { note }),
    },
    ...scenarios.flatMap(({ scenario, steps }) => {
      const moved = steps.filter(matters).slice(0, ROWS);
      if (moved.length === 0) return [];
      const time = (seconds: number | null) => (seconds === null ? '–' : duration(seconds));
      return [
        {
          title: say.changed(common.scenarios[scenario]!),
          columns: say.changedColumns,
          rows: moved.map((s) => [
            s.stage === '' ? s.instruction : `[${s.stage}] ${s.instruction}`,
            time(s.before),
            time(s.after),
            say.changes[s.change],
          ]),
          note: say.note,
        },
      ];
    }),
  ];
}

/** Whether a line in the table of changed instructions is worth its place. */
const matters = ({ change, seconds }: StepComparison) =>
  change === 'lost its cache' || (change !== 'same' && (seconds === null || Math.abs(seconds) >= 0.05));

function surroundings(set: BuildSet, { where: say, differences, notKnown, size: sizeOf }: Texts['buildTest']): Table {
  const { environment: e } = set;
  const size = (bytes: number | null) => (bytes === null ? notKnown : sizeOf(bytes));
  const spinning = e.rotational === null ? '' : e.rotational === 1 ? say.spinning : say.notSpinning;
  return {
    title: say.title,
    columns: ['', ''],
    rows: [
      [differences.dockerfile, `${set.dockerfile} (sha256 ${set.dockerfile_sha256.slice(0, 12)})`],
      [differences.context, `${set.context}, ${size(set.context_bytes)} (sha256 ${set.context_sha256.slice(0, 12)})`],
      ...(set.commit === '' ? [] : [[differences.commit, set.commit]]),
      [say.image, set.image === '' ? say.noImage : say.layers(size(set.image_bytes), set.image_layers)],
      ...e.bases.map(({ image, digest, id }) => [say.base, `${image} ${digest.trim() || id}`]),
      [say.cache, e.cache_size || notKnown],
      [say.disk, say.free(size(e.disk_free_before), size(e.disk_free_after))],
      [
        say.imagesOn,
        `${e.data_root} (${[e.device, e.disk_model || e.disk].filter(Boolean).join(', ')}${spinning}), ${e.storage_driver}`,
      ],
      [
        differences.docker,
        `${e.docker}, ${e.buildx === '' ? say.noBuildx : `buildx ${e.buildx}`}${e.buildkit ? '' : say.noBuildkit}`,
      ],
      [differences.host, say.machine(e.host, e.kernel, e.cpus, e.memory_kib * 1024)],
      ...(set.registry_cache === undefined
        ? []
        : [[say.registryCache, `${set.registry_cache}, ${say.written(writtenSeconds(set))}`]]),
      ...(set.changed_file === '' ? [] : [[say.changedFile, set.changed_file]]),
    ],
  };
}

/** The time of writing it is a build's with the export, in a builder that may have had everything: it only informs. */
const writtenSeconds = ({ cache_written, uncounted }: BuildSet): number | undefined =>
  cache_written ? uncounted.find(({ scenario, ok }) => scenario === 'export' && ok)?.seconds : undefined;
