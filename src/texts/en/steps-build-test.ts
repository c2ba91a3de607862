import { formatSize } from '../../config/size';
import { duration } from '../../units';

export const buildTest = {
  summary: (file: string, runs: number, scenarios: readonly string[], estimate: string) =>
    `${file}: ${runs} timed ${runs === 1 ? 'run' : 'runs'} (${scenarios.join(', ')}), ${estimate}.`,
  estimate: {
    none: 'never measured here: how long it takes is not known',
    about: (seconds: number, unknown: readonly string[]) =>
      `about ${duration(seconds)} after the last times${
        unknown.length === 0 ? '' : `, and as long as ${unknown.join(' and ')} takes, which is not known`
      }`,
  },
  nothingToUndo: 'A build test leaves nothing but its result: there is nothing to take back.',
  changes: {
    builder: (own: boolean) => ({
      title: own ? 'Copy the context' : 'Start a throw-away Docker daemon, and copy the context',
      why: own
        ? 'The checkout is never written to.'
        : "Only an empty builder of its own is cold without emptying the server's, and the checkout is never written to.",
      check: own ? 'The copy is complete.' : 'It answers, and has the base images.',
      undo: 'It is removed in the end, also after a failure or a stop.',
    }),
    /** @param cache where the cache of the registry is written to first; undefined where it is not */
    measure: (scenario: string, often: number, cache: string | undefined) => ({
      title: `Measure ${scenario}, ${often === 1 ? 'once' : `${often} times`}${cache === undefined ? '' : '; write that cache first'}`,
      check: 'Its exit code; a build that fails is a result.',
      undo: `Not needed: the image has a name of its own, and is removed.${cache === undefined ? '' : ` Only the cache stays, at ${cache}.`}`,
    }),
    why: {
      base: 'What a new server, or a pruned one, waits for before anything is built.',
      cold: 'The whole cost of the Dockerfile: nothing of it is in the cache.',
      warm: 'What a build costs that does nothing: reading the context, looking everything up, exporting.',
      changed: 'What a developer waits for after changing the source.',
      registry: 'What a machine waits for that never built this, or that had to throw its cache away.',
    },
    result: (file: string) => ({
      title: 'Keep the result, and remove all that was made for it',
      command: `write ${file}`,
      why: 'Reports and later comparisons come from it, also after a lost connection.',
      check: 'The file is complete.',
      undo: 'Delete the file.',
    }),
  },
  notes: {
    dropsCaches: 'The page cache of the whole server is emptied before each cold build.',
    ownBuilder:
      "In the server's own builder, cold is --no-cache, and its cache grows by these builds; cache mounts get names of this run, which are removed.",
    cacheUnmeasured:
      "The cache of the registry is not measured: only a throw-away builder is empty, the server's own is never emptied.",
    cacheOneSide: 'The cache of the registry is measured for this side only.',
    cacheStays: (ref: string) =>
      `The cache is written to ${ref} and stays there, with the layers of all stages. Where Docker has not containerd's store of images, that takes one more cold build.`,
    unseen: 'This user cannot see the context or the Dockerfile; the script on the server looks as root.',
  },
  refusals: {
    notConfigured: {
      message: 'The folder to build is not configured.',
      wayOut:
        'Set build_test.context to the checkout on the server, as /srv/app, and build_test.dockerfile to its Dockerfile.',
    },
    noDocker: {
      message: 'Docker is not installed.',
      wayOut: 'Install it: apt-get install docker.io docker-cli docker-buildx',
    },
    noContext: (folder: string) => ({
      message: `There is no folder '${folder}'.`,
      wayOut: 'Set build_test.context to the checkout on the server.',
    }),
    noDockerfile: (file: string) => ({
      message: `There is no Dockerfile '${file}'.`,
      wayOut: 'Set build_test.dockerfile to its path in the context, or to an absolute path.',
    }),
    nothingToMeasure: {
      message: 'No scenario is to be measured.',
      wayOut: 'Set at least one of build_test.runs above 0.',
    },
  },
  facts: {
    wayOut: 'Measure: edge-phase1 apply build-test',
    nothing: 'nothing was measured yet',
    otherForm: 'the result is of another version, or torn',
  },
  sides: {
    this: 'this side',
    other: 'the other side',
    asItIs: 'as it is',
    patched: 'with the patch',
    now: 'now',
    declared: 'declared',
    declaredMinutes: (minutes: number) => `${minutes} min, declared`,
  },
  differences: {
    host: 'host',
    kernel: 'kernel',
    docker: 'Docker',
    buildx: 'buildx',
    builder: 'builder',
    pageCache: 'page cache',
    network: 'network of RUN',
    storage: 'storage driver',
    device: 'device of the images',
    bases: 'base images',
    dockerfile: 'Dockerfile',
    context: 'context',
    commit: 'commit',
    between: (what: string, before: string, now: string) => `${what}: ${before} before, ${now} now`,
    notSame: (difference: string) => `Not the same: ${difference}.`,
  },
  notKnown: 'not known',
  duration,
  size: formatSize,
  ratio: (ratio: number) => ratio.toFixed(2),
  to: (low: string, high: string) => `${low} to ${high}`,
  check: {
    measured: {
      title: 'Build test',
      target: 'every build ends well',
      how: 'measured: wall time of docker build on the server',
    },
    failed: (what: string, at: string | undefined) => `failed: ${what}${at === undefined ? '' : `, at ${at}`}`,
    none: 'no build was measured',
    tried: { title: 'The patch that was tried', target: 'builds, and is faster' },
    triedFailedHow: 'measured: docker build with the patch ended with an error',
    triedFailed: (what: string) => `the build fails with it: ${what}`,
    triedMeasured: (verdict: string, after: number, before: number, ratio: string, range: string) =>
      `${verdict}: ${duration(after)} with it, ${duration(before)} without, ratio ${ratio}${range}`,
    /** The interval, behind a ratio. */
    range: (low: string, high: string) => ` (95 %: ${low} to ${high})`,
    compared: (name: string, scenario: string) => `Build time against ${name}: ${scenario}`,
    comparedTarget: (fail: number, warn: number) => `not slower by ${fail} % (warns from ${warn} %)`,
    comparedMeasured: (warns: boolean, verdict: string, after: number, before: number, reason: string) =>
      `${warns ? 'WARNING: ' : ''}${verdict}: ${duration(after)} against ${duration(before)}; ${reason}`,
    declared: 'the baseline is declared, not measured',
    runs: (a: number, b: number, paired: boolean) => `${a} and ${b} builds${paired ? ', in turn' : ''}`,
    test: { 'signed-rank': 'signed-rank', 'rank-sum': 'rank-sum' },
    tested: (runs: string, test: string) => `${runs}; exact ${test} test, bootstrap of the ratio of medians`,
  },
  failure: {
    at: (instruction: string) => `The build failed at ${instruction}`,
    title: 'The build failed',
    columns: ['its last lines'],
    after: (seconds: number) => `It failed after ${duration(seconds)} in this instruction.`,
  },
  times: {
    title: 'Build times',
    columns: ['scenario', 'builds', 'median', 'range', 'waiting for the disk', ''],
    failed: (builds: number) => `${builds} failed`,
    share: (percent: number) => `${percent} %`,
    note: (builder: string, uncounted: number) =>
      `Wall time of docker build, ${builder}. Builds that only fill the cache, and warm-ups, do not count: ${uncounted}.`,
    own: "in the server's own builder; cold is --no-cache, with empty cache mounts",
    throwaway: (pageCache: string) => `in a throw-away builder on the same disk, the page cache ${pageCache}`,
  },
  breakdown: {
    title: (scenario: string) => `Where the time goes: ${scenario}`,
    columns: ['instruction', 'time', 'transferred'],
    cached: 'cached',
    told: { rawjson: "from BuildKit's progress", plain: 'from plain progress, to tenths of a second', legacy: '' },
    note: (builds: number, told: string, isCut: boolean) =>
      `Medians of ${builds}, ${told}. Instructions may run side by side, so that they add up to more than the whole.${
        isCut ? ' The progress was too long to be kept whole: some are missing.' : ''
      }`,
  },
  compared: {
    against: (name: string) => `Against ${name}`,
    image: (after: number, before: number) =>
      `The image has ${formatSize(after)} with the patch, ${formatSize(before)} without.`,
    columns: ['scenario', 'before', 'now', 'ratio (95 %)', 'verdict', ''],
    changed: (scenario: string) => `What changed: ${scenario}`,
    changedColumns: ['instruction', 'before', 'now', ''],
    changes: {
      slower: 'slower',
      faster: 'faster',
      'lost its cache': 'lost its cache',
      'now cached': 'now cached',
      new: 'new',
      gone: 'gone',
      same: 'same',
      unknown: 'unknown',
    },
    note: 'The largest loss first. Single instructions are observed: with few builds a small difference is noise.',
  },
  where: {
    title: 'What was built, and where',
    image: 'image',
    noImage: 'none',
    layers: (size: string, layers: number | null) => `${size} in ${layers ?? '?'} layers`,
    base: 'base',
    cache: 'build cache',
    disk: 'disk',
    free: (before: string, after: string) => `${before} free before, ${after} with the builds on it`,
    imagesOn: 'images on',
    spinning: ', spinning',
    notSpinning: ', not spinning',
    noBuildx: 'no buildx',
    noBuildkit: ', no BuildKit',
    machine: (host: string, kernel: string, cpus: number, bytes: number) =>
      `${host}, ${kernel}, ${cpus} processors, ${formatSize(bytes)}`,
    registryCache: 'cache in the registry',
    written: (seconds: number | undefined) =>
      seconds === undefined ? 'not written in this run' : `written in this run by a build of ${duration(seconds)}`,
    changedFile: 'changed file',
  },
};
