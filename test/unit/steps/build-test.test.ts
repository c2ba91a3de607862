import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildTestResult } from '../../../src/build/result';
import { parseConfig } from '../../../src/config/load';
import type { MachineFacts } from '../../../src/facts/machine';
import type { ReadResult } from '../../../src/host/host';
import { buildTest } from '../../../src/steps/build-test';
import type { BuildTestSituation } from '../../../src/steps/build-test/plan';
import type { Check, Table } from '../../../src/steps/step';

/** Results of real build tests: Docker 26.1.5, buildx 0.13.1. */
const fixture = (name: string) => readFileSync(join(__dirname, '../../fixtures/build', name), 'utf8');

const MACHINE: MachineFacts = {
  id: 'm',
  bootId: 'b',
  name: 'edge',
  kernel: 'Linux 6.12 x86_64',
  os: 'Debian',
  root: true,
};
const DIGEST = 'a'.repeat(64);

interface OnHost {
  readonly config?: string;
  readonly result?: string;
  readonly progress?: string;
  readonly baseline?: string;
  /** Of the result: the other side is this one with a patch. */
  readonly tried?: true;
  /** Reads that fail, with what they say. */
  readonly failing?: Readonly<Record<string, string>>;
}

function situation({ config = '', result, progress, baseline, tried, failing = {} }: OnHost = {}): BuildTestSituation {
  const settings = parseConfig(
    `build_test:\n  context: /srv/app\n  dockerfile: Dockerfile\n${config}`,
    'edge-phase1.yml',
  );
  const output: Record<string, string | undefined> = {
    build_result: result && fixture(result).replace('"against":', tried ? '"tried":true,"against":' : '"against":'),
    build_progress: progress && fixture(progress),
    build_baseline: baseline && fixture(baseline),
    build_docker: '/usr/bin/docker\n',
    build_context: 'directory\n',
    build_dockerfile: `${DIGEST} */srv/app/Dockerfile\n`,
  };
  const results = buildTest.reads(settings).map(({ id, argv }): ReadResult => {
    const stdout = failing[id] === undefined ? output[id] : undefined;
    const stderr = failing[id] ?? (stdout === undefined ? 'cat: x: No such file or directory' : '');
    const code = stdout !== undefined ? 0 : /not found/.test(stderr) ? 127 : 1;
    return { id, argv: argv.map(String), code, stdout: stdout ?? '', stderr };
  });
  const facts = buildTest.facts(results, settings);
  return { machine: MACHINE, facts, journal: [], config: settings, at: new Date('2026-11-25T10:00:00Z') };
}

const check = (s: BuildTestSituation, id: string): Check | undefined => buildTest.verify(s).find((c) => c.id === id);
const table = (s: BuildTestSituation, title: string): Table | undefined =>
  buildTest.tables!(s).find((t) => t.title.startsWith(title));
const row = (t: Table | undefined, first: string) => t?.rows.find(([name]) => name?.includes(first));

describe('a plan', () => {
  it('lists the scenarios in order, and says that nothing is known where nothing was measured', () => {
    const plan = buildTest.plan(situation());
    expect(plan).toMatchObject({
      verdict: 'changes',
      target: 'build times of /srv/app/Dockerfile',
      basis: { machine_id: 'm', context: '/srv/app', dockerfile_sha256: DIGEST },
      summary: expect.stringContaining('never measured here'),
    });
    const changes = plan.verdict === 'changes' ? plan.changes.map((c) => c.id) : [];
    expect(changes).toEqual(['builder', 'base', 'cold', 'warm', 'changed', 'result']);
  });

  it('estimates how long it takes from the last times, and says what it does not know', () => {
    const known = buildTest.plan(situation({ result: 'compared.json' }));
    expect(known.summary).toMatch(
      /about [\d.]+ (s|min).* after the last times, and as long as base takes, which is not known/,
    );
  });

  it('is refused where no context is configured, with what to do', () => {
    const config = parseConfig('', 'edge-phase1.yml');
    const refusal = { code: 'not-configured', wayOut: expect.stringContaining('build_test.context') };
    expect(buildTest.plan({ ...situation(), config })).toMatchObject({ verdict: 'refused', refusal });
  });

  it.each([
    [
      'the context is missing',
      { failing: { build_context: "stat: cannot statx '/srv/app': No such file or directory" } },
      'no-context',
    ],
    [
      'the Dockerfile is missing',
      { failing: { build_dockerfile: 'sha256sum: x: No such file or directory' } },
      'no-dockerfile',
    ],
    ['Docker is not installed', { failing: { build_docker: 'docker: not found' } }, 'no-docker'],
    [
      'nothing is to be measured',
      { config: '  runs: { base: 0, cold: 0, warm: 0, changed: 0 }\n' },
      'nothing-to-measure',
    ],
  ])('is refused where %s, with what to do', (_, host, code) => {
    expect(buildTest.plan(situation(host))).toMatchObject({
      verdict: 'refused',
      refusal: { code, wayOut: expect.any(String) },
    });
  });

  it('goes on where this user may not see the context: the script looks as root', () => {
    const plan = buildTest.plan(
      situation({
        failing: { build_context: 'stat: Permission denied', build_dockerfile: 'sha256sum: Permission denied' },
      }),
    );
    expect(plan.verdict).toBe('changes');
    expect(plan.basis).not.toHaveProperty('dockerfile_sha256');
    expect(plan.notes.join()).toContain('looks as root');
  });

  it("leaves out base images in the server's own builder, and says what cold means there", () => {
    const plan = buildTest.plan(situation({ config: '  builder: own\n' }));
    expect(plan.verdict === 'changes' && plan.changes.map((c) => c.id)).not.toContain('base');
    expect(plan.notes.join()).toContain('cold is --no-cache');
  });

  it('has nothing to take back', () => {
    expect(buildTest.rollback(situation())).toMatchObject({ verdict: 'nothing-to-do' });
  });
});

test('the arguments of the script are those of the configuration, each value one argument', () => {
  const s = situation({
    config:
      '  target: web\n  build_args: [A=1 2, B=]\n  runs: { base: 0, cold: 2 }\n  drop_caches: true\n  label: before-1\n  changed_file: src/a b.py\n  time_limit_minutes: 90\n  baseline: { against: /srv/the base }\n',
  });
  expect(buildTest.scriptArguments(buildTest.plan(s), s.config)).toEqual([
    ...[
      '--context',
      '/srv/app',
      '--dockerfile',
      'Dockerfile',
      '--target',
      'web',
      '--build-arg',
      'A=1 2',
      '--build-arg',
      'B=',
      '--against',
      '/srv/the base',
    ],
    ...['--runs', 'base=0,cold=2,warm=4,changed=4', '--warmups', '0', '--changed-file', 'src/a b.py'],
    ...['--time-limit', '5400', '--drop-caches', '--builder', 'throwaway', '--network', 'host', '--label', 'before-1'],
    ...['--expect', 'changes=builder,cold,warm,changed,result', '--expect', 'context=/srv/app'],
    ...['--expect', `dockerfile_sha256=${DIGEST}`],
  ]);
});

describe('a cache in the registry', () => {
  const REF = '10.0.0.5:8085/ci/cache:app';
  const cached = (more = '') =>
    situation({
      config: `  runs: { base: 0, cold: 1, warm: 0, changed: 0, registry: 3 }\n  registry_cache: { ref: '${REF}'${more} }\n`,
    });
  const idsOf = (s: BuildTestSituation) => {
    const plan = buildTest.plan(s);
    return plan.verdict === 'changes' ? plan.changes.map(({ id }) => id) : [];
  };

  it('is measured last, in a scenario of its own, and read only', () => {
    const s = cached();
    expect(idsOf(s)).toEqual(['builder', 'cold', 'registry', 'result']);
    const args = buildTest.scriptArguments(buildTest.plan(s), s.config);
    const runs = args.indexOf('--runs');
    expect(args.slice(runs, runs + 5)).toEqual([
      ...['--runs', 'base=0,cold=1,warm=0,changed=0,registry=3', '--registry-cache', REF, '--warmups'],
    ]);
  });

  it('is written only where that is asked for, and then the plan says that it stays', () => {
    const s = cached(', write: true');
    const plan = buildTest.plan(s);
    expect(buildTest.scriptArguments(plan, s.config)).toContain('--write-registry-cache');
    expect(plan.notes).toEqual([expect.stringContaining(`is written to ${REF} and stays there`)]);
    expect(plan.verdict === 'changes' && plan.changes.find(({ id }) => id === 'registry')).toMatchObject({
      title: expect.stringMatching(/, 3 times; write that cache first$/),
      command: expect.stringContaining(`--cache-from type=registry,ref=${REF} `),
      undo: expect.stringContaining(`Only the cache stays, at ${REF}.`),
    });
    expect(buildTest.plan(cached()).notes).toEqual([]);
  });

  it('is measured of one side, also where two are built in turn', () => {
    const s = situation({
      config: `  runs: { base: 0, cold: 1, warm: 0, changed: 0, registry: 3 }\n  registry_cache: { ref: '${REF}' }\n  baseline: { against: /srv/base }\n`,
    });
    expect(buildTest.plan(s).summary).toContain('5 timed runs (cold, registry)');
    expect(buildTest.plan(s).notes).toEqual([expect.stringContaining('for this side only')]);
  });

  it('is told as a scenario of its own: with its time, what was cached, and which cache it was', () => {
    const s = situation({ result: 'registry.json', progress: 'registry.progress' });
    expect(check(s, 'build_measured')?.measured).toMatch(
      /^cold [\d.]+ s \(1\); empty builder, cache from the registry [\d.]+ s \(2\)$/,
    );
    const steps = (title: string) => row(table(s, title), 'RUN echo compiling')?.[1];
    expect(steps('Where the time goes: cold')).toMatch(/ s$/);
    expect(steps('Where the time goes: empty builder')).toBe('cached');
    expect(row(table(s, 'What was built'), 'cache in the registry')?.[1]).toMatch(
      /^127\.0\.0\.1:5000\/ci\/cache:app, written in this run by a build of [\d.]+ s$/,
    );
  });

  it('that could not be written leaves the builds as good as they were, and says why it is not measured', () => {
    const s = situation({ result: 'registry.json', progress: 'registry.progress' });
    const whole = s.facts.result as BuildTestResult;
    const result = {
      ...whole,
      runs: whole.runs.filter(({ scenario }) => scenario !== 'registry'),
      skipped: [{ scenario: 'registry' as const, why: 'the cache could not be written: 401 Unauthorized' }],
      cache_written: false,
    };
    const failed = { ...s, facts: { ...s.facts, result } };
    expect(check(failed, 'build_measured')?.result).toBe('pass');
    expect(row(table(failed, 'Build times'), 'empty builder')?.at(-1)).toContain('401 Unauthorized');
    expect(row(table(failed, 'What was built'), 'cache in the registry')?.[1]).toContain('not written in this run');
  });

  it("is left out where none is configured, and in the server's own builder, which is never empty", () => {
    expect(idsOf(situation())).not.toContain('registry');
    const own = situation({ config: `  builder: own\n  registry_cache: { ref: '${REF}' }\n` });
    expect(idsOf(own)).not.toContain('registry');
    expect(buildTest.plan(own).notes.join()).toContain('only a throw-away builder is empty');
  });
});

describe('a result', () => {
  it('is unknown, not zero, where nothing was measured or the file is torn', () => {
    expect(check(situation(), 'build_measured')).toMatchObject({
      result: 'unknown',
      measured: 'not known: nothing was measured yet',
    });
    expect(check(situation({ result: 'now.progress' }), 'build_measured')?.result).toBe('unknown');
    expect(buildTest.tables!(situation())).toEqual([]);
  });

  it('is told for each scenario, with median, range and number', () => {
    const s = situation({ result: 'compared.json', progress: 'now.progress' });
    expect(check(s, 'build_measured')).toMatchObject({
      result: 'pass',
      measured: expect.stringMatching(/^cold [\d.]+ s \(2\); warm/),
    });
    expect(row(table(s, 'Build times'), 'cold')).toEqual([
      'cold',
      '2',
      expect.stringMatching(/^[\d.]+ s$/),
      expect.stringMatching(/^[\d.]+ s to [\d.]+ s$/),
      expect.stringMatching(/ %$|not known/),
      '',
    ]);
  });

  it('shows where the time goes, the longest instruction first', () => {
    const s = situation({ result: 'compared.json', progress: 'now.progress' });
    const rows = table(s, 'Where the time goes: cold')!.rows;
    const seconds = rows.map(([, time]) => Number.parseFloat(time!));
    expect(seconds).toEqual([...seconds].sort((a, b) => b - a));
    expect(row(table(s, 'Where the time goes: cold'), 'RUN echo compiling')).toBeDefined();
    expect(row(table(s, 'Where the time goes: warm, one'), 'RUN echo compiling')?.[1]).toBe('cached');
  });

  it('tells what was built, and where', () => {
    const s = situation({ result: 'compared.json', progress: 'now.progress' });
    const told = table(s, 'What was built')!;
    expect(row(told, 'image')?.[1]).toMatch(/MiB in \d layers$/);
    expect(row(told, 'base')?.[1]).toMatch(/^base:1 sha256:/);
    expect(told.rows.find(([name]) => name === 'Docker')?.[1]).toBe('26.1.5+dfsg1, buildx 0.13.1');
  });

  it('of a failed build names the instruction, its last lines and how long it took to fail', () => {
    const s = situation({ result: 'failed.json', progress: 'failed.progress' });
    expect(check(s, 'build_measured')).toMatchObject({
      result: 'fail',
      measured: expect.stringMatching(/^failed: cold, after [\d.]+ s, at \[build 2\/4\] RUN echo compiling/),
    });
    const told = table(s, 'The build failed at [build 2/4] RUN')!;
    expect(told.rows.flat()).toContain('no such package: left-pad');
    expect(told.note).toMatch(/^It failed after [\d.]+ s/);
    expect(row(table(s, 'Build times'), 'cold')?.at(-1)).toBe('1 failed');
  });
});

describe('a comparison', () => {
  it('with a declared time establishes nothing', () => {
    const s = situation({ result: 'compared.json', progress: 'now.progress' });
    expect(check(s, 'build_compared_cold')).toMatchObject({
      title: 'Build time against 70 min, declared: cold',
      result: 'unknown',
      measured: expect.stringContaining('observed, not established'),
      how: 'the baseline is declared, not measured',
    });
    expect(check(s, 'build_compared_warm')).toBeUndefined();
  });

  it('with a named set shows what changed, which instruction, and what else differs', () => {
    const s = situation({
      result: 'compared.json',
      progress: 'now.progress',
      baseline: 'before.progress',
      config: '  baseline: { label: before }\n',
    });
    expect(check(s, 'build_compared_cold')).toMatchObject({
      title: 'Build time against before: cold',
      result: 'unknown',
    });
    expect(row(table(s, 'Against before'), 'cold')?.[4]).toBe('observed, not established');
    expect(table(s, 'Against before')?.note).toMatch(/Not the same: Dockerfile: \w{19}… before/);
    expect(row(table(s, 'What changed: cold'), 'sleep 0.5')?.at(-1)).toBe('new');
    expect(row(table(s, 'What changed: cold'), 'RUN echo compiling; dd')?.at(-1)).toBe('gone');
  });

  it('with a side that was built in turn is paired, and can establish a slow-down', () => {
    const s = situation({ result: 'against.json', progress: 'against.progress' });
    const cold = check(s, 'build_compared_cold');
    expect(cold).toMatchObject({
      result: 'fail',
      how: expect.stringMatching(/^6 and 6 builds, in turn; exact signed-rank/),
    });
    expect(cold?.measured).toMatch(/^slower: /);
    expect(table(s, 'Against /srv/app/Dockerfile')?.columns).toContain('ratio (95 %)');
  });

  it('with a name that no set has says nothing but the declared time', () => {
    const s = situation({ result: 'compared.json', config: '  baseline: { label: never }\n' });
    expect(check(s, 'build_compared_cold')?.title).toContain('declared');
  });

  it('is left out where nothing is declared', () => {
    const s = situation({ result: 'compared.json', config: '  baseline: { declared_minutes: ~ }\n' });
    expect(buildTest.verify(s).map((c) => c.id)).toEqual(['build_measured']);
  });
});

describe('a patch that was tried', () => {
  const tried = (more: OnHost = {}) =>
    situation({ result: 'against.json', progress: 'against.progress', tried: true, ...more });

  it('is told as with and without it, in turn; it only informs', () => {
    const found = check(tried(), 'build_tried_cold');
    // In the fixture the other side is the quicker one.
    expect(found).toMatchObject({
      title: 'The patch that was tried: cold',
      result: 'pass',
      informational: true,
      measured: expect.stringMatching(
        /^faster: [\d.]+ s with it, [\d.]+ s without, ratio 0\.\d\d \(95 %: 0\.\d\d to 0\.\d\d\)$/,
      ),
      how: expect.stringMatching(/^6 and 6 builds, in turn; exact signed-rank/),
    });
    const shown = table(tried(), 'The patch that was tried');
    expect(row(shown, 'cold')?.[4]).toBe('faster');
    expect(shown?.note).toMatch(/The image has [\d.]+ \w+ with the patch, [\d.]+ \w+ without\./);
  });

  it('is no baseline: the build is still compared with what is configured', () => {
    expect(check(tried(), 'build_compared_cold')?.title).toBe('Build time against 70 min, declared: cold');
    expect(table(tried(), 'Against /srv/app')).toBeUndefined();
  });

  it('is built from a copy with the files that are named, as the other side', () => {
    const s = situation({ config: '  try_files: /tmp/a b\n  runs: { base: 0, cold: 1, warm: 0, changed: 0 }\n' });
    const plan = buildTest.plan(s);
    expect(plan.summary).toContain('2 timed runs');
    const args = buildTest.scriptArguments(plan, s.config);
    expect(args.slice(args.indexOf('--try-files'))).toEqual(expect.arrayContaining(['--try-files', '/tmp/a b']));
  });

  it('with which the build fails leaves the build as good as it was', () => {
    const s = tried();
    const result = s.facts.result as BuildTestResult;
    const [first] = result.against!.runs;
    const against = { ...result.against!, runs: [{ ...first!, ok: false }] };
    const failed = {
      ...s,
      facts: { ...s.facts, result: { ...result, against, failed: 'cold of the other side, after 0.2 s' } },
    };
    expect(check(failed, 'build_measured')?.result).toBe('pass');
    expect(check(failed, 'build_tried')).toMatchObject({
      result: 'fail',
      informational: true,
      measured: 'the build fails with it: cold of the other side, after 0.2 s',
    });
  });
});
