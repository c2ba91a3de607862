import { type BuildSet, goodRuns, SCENARIO_TITLES, SCENARIOS, type Scenario } from '../../build/result';
import { stepOf, type Vertex } from '../../build/vertex';
import { formatSize } from '../../config/size';
import { isUnreadable } from '../../facts/reading';
import type { StepComparison } from '../../stats/steps';
import { median } from '../../stats/summary';
import { duration } from '../../units';
import type { Table } from '../step';
import { comparisonOf, type ScenarioComparison, trialOf } from './comparison';
import type { ExplainedBuild } from './facts';
import type { BuildTestSituation } from './plan';

/** Rows of a table of instructions: the rest is a handful of quick ones. */
const ROWS = 15;

export function tables(situation: BuildTestSituation): readonly Table[] {
  const { result, builds } = situation.facts;
  if (isUnreadable(result)) return [];
  const [comparison, trial] = [comparisonOf(situation), trialOf(situation)];
  return [
    ...failure(builds),
    times(result),
    ...breakdown(builds, 'cold'),
    ...breakdown(builds, 'changed'),
    ...breakdown(builds, 'registry'),
    ...(trial ? compared('The patch that was tried', trial, imageNotes(result)) : []),
    ...(comparison ? compared(`Against ${comparison.name}`, comparison.scenarios, differences(comparison)) : []),
    surroundings(result),
  ];
}

function failure(builds: readonly ExplainedBuild[]): readonly Table[] {
  const failed = builds.findLast(({ progress }) => progress.failure || progress.words.includes('ERROR: '));
  // A base image that cannot be pulled and a cache that cannot be written are told where the times are.
  if (!failed || failed.scenario === 'base' || failed.scenario === 'export') return [];
  const { failure: why, words } = failed.progress;
  const lines = why ? why.log : words.split('\n');
  return [
    {
      title: why ? `The build failed at ${why.vertex.name}` : 'The build failed',
      columns: ['its last lines'],
      rows: lines.slice(-12).map((line) => [line]),
      ...(why?.vertex.seconds != null && {
        note: `It failed after ${duration(why.vertex.seconds)} in this instruction.`,
      }),
    },
  ];
}

function times(set: BuildSet): Table {
  const rows = SCENARIOS.flatMap((scenario) => {
    const all = set.runs.filter((run) => run.scenario === scenario);
    if (all.length === 0) return [];
    const seconds = goodRuns(set, scenario).map((run) => run.seconds);
    const failed = all.length - seconds.length;
    const middle = seconds.length === 0 ? '–' : duration(median(seconds));
    const range = seconds.length < 2 ? '–' : `${duration(Math.min(...seconds))} to ${duration(Math.max(...seconds))}`;
    return [
      [
        SCENARIO_TITLES[scenario],
        String(seconds.length),
        middle,
        range,
        waiting(set, scenario),
        failed === 0 ? '' : `${failed} failed`,
      ],
    ];
  });
  const skipped = set.skipped.map(({ scenario, why }) => [SCENARIO_TITLES[scenario], '0', '–', '–', '–', why]);
  return {
    title: 'Build times',
    columns: ['scenario', 'builds', 'median', 'range', 'waiting for the disk', ''],
    rows: [...rows, ...skipped],
    note: `Wall time of docker build, ${builderWords(set)}. Builds that only fill the cache, and warm-ups, do not count: ${set.uncounted.length}.`,
  };
}

/** Share of the builds' time in which something waited for a disk, as /proc/pressure/io counts it. */
function waiting(set: BuildSet, scenario: Scenario): string {
  const shares = goodRuns(set, scenario).flatMap((run) =>
    run.io_some_us === null ? [] : [run.io_some_us / 1e6 / run.seconds],
  );
  return shares.length === 0 ? 'not known' : `${Math.round(100 * median(shares))} %`;
}

function builderWords({ environment }: BuildSet): string {
  if (environment.builder === 'own') return "in the server's own builder; cold is --no-cache, with empty cache mounts";
  return `in a throw-away builder on the same disk, the page cache ${environment.page_cache}`;
}

/** Where the time of a scenario goes: medians over its builds, the longest first. */
function breakdown(builds: readonly ExplainedBuild[], scenario: 'cold' | 'changed' | 'registry'): readonly Table[] {
  const counted = builds.filter((b) => b.side === 'a' && b.scenario === scenario && b.counts && !b.progress.failure);
  const rows = medians(counted.map((b) => b.progress.vertices));
  if (rows.length === 0) return [];
  const last = counted.at(-1)!;
  const told = { rawjson: "from BuildKit's progress", plain: 'from plain progress, to tenths of a second', legacy: '' };
  return [
    {
      title: `Where the time goes: ${SCENARIO_TITLES[scenario]}`,
      columns: ['instruction', 'time', 'transferred'],
      rows: rows
        .slice(0, ROWS)
        .map(({ name, seconds, cached, bytes }) => [
          name,
          cached ? 'cached' : duration(seconds),
          bytes === null || bytes < 1024 ** 2 ? '' : formatSize(bytes),
        ]),
      note: `Medians of ${counted.length}, ${told[last.progress.format]}. Instructions may run side by side, so that they add up to more than the whole.${
        counted.some((b) => b.truncated) ? ' The progress was too long to be kept whole: some are missing.' : ''
      }`,
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

const differences = (comparison: { readonly differences: readonly string[] }) =>
  comparison.differences.map((difference) => `Not the same: ${difference}.`);

/** What a patch does to the image, where both were built. */
function imageNotes({ image_bytes: before, against }: BuildSet): readonly string[] {
  const after = against?.image_bytes ?? null;
  return before === null || after === null
    ? []
    : [`The image has ${formatSize(after)} with the patch, ${formatSize(before)} without.`];
}

function compared(title: string, scenarios: readonly ScenarioComparison[], notes: readonly string[]): readonly Table[] {
  if (scenarios.length === 0) return [];
  const rows = scenarios.map(({ scenario, comparison: { a, b, ratio, interval, verdict, further } }) => [
    SCENARIO_TITLES[scenario],
    `${duration(a.median)} (${a.how === 'declared' ? 'declared' : a.runs})`,
    `${duration(b.median)} (${b.runs})`,
    interval ? `${ratio.toFixed(2)} (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})` : ratio.toFixed(2),
    verdict,
    further ? (further.runs === null ? further.method : `${further.runs} further runs of each may settle it`) : '',
  ]);
  const doubts = [...new Set(scenarios.flatMap(({ comparison }) => comparison.warnings.map((w) => w.message)))];
  const note = [...doubts, ...notes].join(' ');
  return [
    {
      title,
      columns: ['scenario', 'before', 'now', 'ratio (95 %)', 'verdict', ''],
      rows,
      ...(note !== '' && { note }),
    },
    ...scenarios.flatMap(({ scenario, steps }) => {
      const moved = steps.filter(matters).slice(0, ROWS);
      if (moved.length === 0) return [];
      const time = (seconds: number | null) => (seconds === null ? '–' : duration(seconds));
      return [
        {
          title: `What changed: ${SCENARIO_TITLES[scenario]}`,
          columns: ['instruction', 'before', 'now', ''],
          rows: moved.map((s) => [
            s.stage === '' ? s.instruction : `[${s.stage}] ${s.instruction}`,
            time(s.before),
            time(s.after),
            s.change,
          ]),
          note: 'The largest loss first. Single instructions are observed: with few builds a small difference is noise.',
        },
      ];
    }),
  ];
}

/** Whether a line in the table of changed instructions is worth its place. */
const matters = ({ change, seconds }: StepComparison) =>
  change === 'lost its cache' || (change !== 'same' && (seconds === null || Math.abs(seconds) >= 0.05));

function surroundings(set: BuildSet): Table {
  const { environment: e } = set;
  const size = (bytes: number | null) => (bytes === null ? 'not known' : formatSize(bytes));
  const spinning = e.rotational === null ? '' : e.rotational === 1 ? ', spinning' : ', not spinning';
  return {
    title: 'What was built, and where',
    columns: ['', ''],
    rows: [
      ['Dockerfile', `${set.dockerfile} (sha256 ${set.dockerfile_sha256.slice(0, 12)})`],
      ['context', `${set.context}, ${size(set.context_bytes)} (sha256 ${set.context_sha256.slice(0, 12)})`],
      ...(set.commit === '' ? [] : [['commit', set.commit]]),
      ['image', set.image === '' ? 'none' : `${size(set.image_bytes)} in ${set.image_layers ?? '?'} layers`],
      ...e.bases.map(({ image, digest, id }) => ['base', `${image} ${digest.trim() || id}`]),
      ['build cache', e.cache_size || 'not known'],
      ['disk', `${size(e.disk_free_before)} free before, ${size(e.disk_free_after)} with the builds on it`],
      [
        'images on',
        `${e.data_root} (${[e.device, e.disk_model || e.disk].filter(Boolean).join(', ')}${spinning}), ${e.storage_driver}`,
      ],
      [
        'Docker',
        `${e.docker}, ${e.buildx === '' ? 'no buildx' : `buildx ${e.buildx}`}${e.buildkit ? '' : ', no BuildKit'}`,
      ],
      ['host', `${e.host}, ${e.kernel}, ${e.cpus} processors, ${formatSize(e.memory_kib * 1024)}`],
      ...(set.registry_cache === undefined
        ? []
        : [['cache in the registry', `${set.registry_cache}, ${writtenWords(set)}`]]),
      ...(set.changed_file === '' ? [] : [['changed file', set.changed_file]]),
    ],
  };
}

/** The time of writing it is a build's with the export, in a builder that may have had everything: it only informs. */
function writtenWords({ cache_written, uncounted }: BuildSet): string {
  const seconds = uncounted.find(({ scenario, ok }) => scenario === 'export' && ok)?.seconds;
  if (!cache_written || seconds === undefined) return 'not written in this run';
  return `written in this run by a build of ${duration(seconds)}`;
}
