import { documentsOf } from '../../../src/documents';
import { diskShares, effectsOfChanges, wholeEffect } from '../../../src/documents/builds';
import { changesOf, unseenRuns } from '../../../src/documents/changes';
import { AFTER, BEFORE, builds, LAB, lab, read } from './lab';

const SLOW = [4200, 4260, 4150, 4300, 4230];
const FAST = [2700, 2640, 2760, 2710, 2690];
const cold = (...args: Parameters<typeof lab>) =>
  wholeEffect(lab(...args)).find(({ scenario }) => scenario === 'cold')!;

describe('before and after', () => {
  test('the changes are those of the server’s own journal, in their order', () => {
    expect(changesOf(lab()).map(({ step, intent }) => `${intent} ${step}`)).toEqual([
      'apply extend-lvm',
      'apply docker-config',
    ]);
    expect(unseenRuns(lab())).toEqual([]);
  });

  test('a run whose evidence is not here is known from the journal', () => {
    const without = LAB.filter(({ steps }) => steps[0]!.step !== 'extend-lvm' || steps.length > 1);
    expect(changesOf(lab({}, without)).map(({ step }) => step)).toEqual(['extend-lvm', 'docker-config']);
    expect(unseenRuns(lab({}, without))).toMatchObject([{ step: 'extend-lvm', mode: 'apply', end: 'success' }]);
    expect(read(documentsOf(lab({}, without), 'en')['execution-log.md'])).toContain('In the server’s journal alone');
  });

  test('one whose evidence is gone, too, is known from the history', () => {
    const applied = {
      at: AFTER,
      host: 'edgeserver',
      run: 'r9',
      step: 'harbor',
      mode: 'apply',
      outcome: 'done',
      title: '',
    };
    const changes = changesOf(lab({ applied: [applied, { ...applied, run: 'r10', outcome: 'undone' }] }));
    expect(changes.map(({ run, step }) => [run, step]).at(-1)).toEqual(['r9', 'harbor']);
    expect(changes).toHaveLength(3);
  });

  test('five builds against five that lie apart are established', () => {
    const effect = cold({ builds: [...builds(BEFORE, SLOW), ...builds(AFTER, FAST)] });
    // The lab's own two cold builds came after the changes, too.
    expect(effect).toMatchObject({ comparison: { verdict: 'faster', a: { runs: 5 } }, sameCommit: undefined });
    expect(effect.comparison!.interval!.high).toBeLessThan(1);
    const report = read(documentsOf(lab({ builds: builds(BEFORE, SLOW) }), 'en')['performance-report.md']);
    expect(report).toContain('1 h 10 min (5 builds)');
    expect(report).not.toContain('declared');
  });

  test('so few runs are observed, not established', () => {
    expect(cold({ builds: builds(BEFORE, [4200]) }).comparison).toMatchObject({ verdict: 'observed, not established' });
  });

  test('without a build before, it is compared with what was declared, and says so', () => {
    expect(cold().comparison).toMatchObject({ a: { how: 'declared', median: 4200 } });
    expect(read(documentsOf(lab(), 'en')['performance-report.md'])).toContain(
      'No build was measured before the first change',
    );
  });

  test('without anything measured nothing is claimed', () => {
    const nothing = LAB.slice(0, 0).concat(LAB.filter(({ steps }) => steps[0]!.step === 'docker-config'));
    const documents = documentsOf(lab({}, nothing), 'en');
    expect(read(documents['performance-report.md'])).toContain('nothing is known about build times');
    expect(read(documents['performance-report.md'])).toContain('No disk was measured');
    expect(read(documents['phase-2-recommendations.md'])).toContain('**Unknown.** How long builds wait for the disk');
    expect(read(documents['completion-report.md'])).toContain('Whether Phase 1 succeeded is unknown');
  });

  test('builds of two commits are told apart', () => {
    const two = {
      builds: [...builds(BEFORE, SLOW, { scenario: 'x' }), ...builds(AFTER, FAST, { scenario: 'x', commit: 'c2' })],
    };
    expect(wholeEffect(lab(two)).find(({ scenario }) => scenario === 'x')).toMatchObject({ sameCommit: false });
    expect(read(documentsOf(lab(two), 'en')['performance-report.md'])).toContain('are not of one commit');
  });

  test('what one change did alone is measured right before and right after it', () => {
    const [lvm, docker] = changesOf(lab());
    const between = builds(new Date((Date.parse(lvm!.at) + Date.parse(docker!.at)) / 2).toISOString(), [4200]);
    const history = { builds: [...builds(BEFORE, [4300]), ...between] };
    const effects = effectsOfChanges(lab(history)).map(({ change, effects: of }) => [
      change.step,
      of.map(({ scenario, before, after }) => [scenario, before.length, after.length]),
    ]);
    expect(effects).toEqual([
      ['extend-lvm', [['cold', 1, 1]]],
      ['docker-config', [['cold', 1, 2]]],
    ]);
    const report = read(documentsOf(lab(history), 'en')['performance-report.md']);
    expect(report).toContain('What each change did alone');
    expect(report).toMatch(/\*\*The Docker settings\*\*.*: cold: \*\*observed, not established\*\*/);
  });
});

describe('how long builds wait for the disk', () => {
  test('is measured by the kernel, and bounds what a faster disk brings', () => {
    const [share] = diskShares(lab());
    expect(share).toMatchObject({ scenario: 'cold', builds: 2 });
    expect(share!.full).toBeLessThanOrEqual(share!.some);
    expect(share!.some).toBeGreaterThan(0);
    expect(share!.some).toBeLessThan(0.1);
    expect(read(documentsOf(lab(), 'en')['phase-2-recommendations.md'])).toContain(
      '**Not for the builds.** At most 7%',
    );
  });

  test.each([
    [0.5, 0.6, 3000, 'Worth it for the builds; an estimate.** Between 50% and 60%', 'cannot reach that'],
    [0.2, 0.95, 3000, 'Perhaps; an estimate.** Between 20% and 95%', 'do not rule it out (at best 2 min 30 s)'],
  ])('full %d and some %d of %d s', (full, some, seconds, advice, plan) => {
    const text = read(documentsOf(waiting(full, some, seconds), 'en')['phase-2-recommendations.md']);
    expect(text).toContain(advice);
    expect(text).toContain(plan);
  });

  test('counters that the kernel does not keep are unknown, not zero', () => {
    expect(diskShares(waiting(null, null, 3000))).toEqual([]);
  });
});

/** The lab's result, with these counters in its cold builds, and none in others. */
function waiting(full: number | null, some: number | null, seconds: number) {
  const change = (text: string) => {
    const result = JSON.parse(text) as { runs: { scenario: string }[] };
    const micro = (share: number | null) => (share === null ? null : share * seconds * 1e6);
    const runs = result.runs
      .filter(({ scenario }) => scenario === 'cold')
      .map((run) => ({ ...run, seconds, io_some_us: micro(some), io_full_us: micro(full) }));
    return JSON.stringify({ ...result, runs });
  };
  const edited = LAB.map((one) => ({
    ...one,
    steps: one.steps.map((record) => {
      const look = record.before && {
        ...record.before,
        raw: record.before.raw.map((raw) =>
          /build_(result|test)/.test(raw.id) && raw.code === 0 ? { ...raw, stdout: change(raw.stdout) } : raw,
        ),
      };
      const { after: _, ...rest } = record;
      return look ? { ...rest, before: look } : rest;
    }),
  }));
  return lab({}, edited);
}
