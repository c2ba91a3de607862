import { concluded, withBefore } from '../../../src/evidence/conclusion';
import { type Evidence, parseEvidence } from '../../../src/evidence/evidence';
import { failingChecks, finalExitCode } from '../../../src/evidence/failing';
import { historyOf } from '../../../src/evidence/history-of';
import { commentText } from '../../../src/report/comment';
import { markdownReport } from '../../../src/report/markdown';
import { terminalReport } from '../../../src/report/terminal';
import { STEPS } from '../../../src/steps';
import { extendLvm } from '../../../src/steps/extend-lvm';
import type { Step } from '../../../src/steps/step';
import { validate } from '../../../src/steps/validate';
import { ALL, done, look, pressed } from '../checks/raws';
import { edited, failing, hashOf, type Raws, settings, situation } from '../steps/variants';
import { EVENTS, server } from './server';

const only = [validate as Step<unknown>];
const both = [extendLvm as Step<unknown>, ...only];
const config = settings(ALL);
const verified = (raws: Raws, more = {}) =>
  server({ looks: [raws] }).start({ mode: 'verify', steps: only, config, ...more });
const letters = (markdown: string) =>
  markdown.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)).replaceAll('\u200b', '');

test('it is the last of the steps, and runs nothing on the host', () => {
  expect(STEPS.at(-1)).toBe(validate);
  expect(validate).toMatchObject({ kind: 'look' });
  expect(validate.script).toBeUndefined();
  expect(validate.rootReads(look(done))).toEqual([]);
});

test('a finished Phase 1 says so first, in both reports', async () => {
  const evidence = await verified(done);
  expect(evidence.scorecard).toMatchObject({ score: 100, success: true, spentUsd: 0 });
  const verdict = 'Phase 1 succeeded: 100 of 100 (85 needed), $0.00 spent';
  expect(letters(markdownReport(evidence)).split('\n')[0]).toBe(`### ✅ ${verdict}`);
  expect(terminalReport(evidence).split('\n')[2]).toBe(verdict);
  expect(terminalReport(evidence)).toContain('    Build time      pass    25 of 25\n');
});

test('one that is not there yet fails the run only for what fails, and pre-flight fails nothing', async () => {
  const evidence = await verified(
    edited(done, failing('validate_harbor_proof', 'No such file'), failing('kube_pods', 'x')),
  );
  expect(evidence.scorecard).toMatchObject({ score: 55, unknown: 45 });
  expect(finalExitCode(evidence, 'fail')).toBe(0);
  expect(finalExitCode(evidence, 'unknown')).toBe(1);
  const stale = await verified(done, { config: settings({ ...ALL, 'preflight.backup.max_age_hours': '1' }) });
  expect(stale.steps[0]!.checks.find(({ id }) => id === 'preflight_backup')!.result).toBe('fail');
  expect(failingChecks(stale, 'unknown')).toEqual([]);
  expect(letters(markdownReport(evidence)).split('\n')[0]).toMatch(
    /^### ❌ Phase 1 is not there yet: 55 of 100, 45 unknown/,
  );
});

test('minutes that were paid for are no success', async () => {
  const trigger = { repository: 'me/edge', commit: 'c', actor: 'me', url: 'https://github.com/me/edge/actions/runs/1' };
  const priced = {
    ...(await verified(done)),
    trigger,
    seconds: 61,
    config: settings({ 'cost.runner_minute_usd': '1' }),
  };
  expect(concluded(priced).scorecard).toMatchObject({ score: 100, spentUsd: 2, success: false });
});

test('the evidence is read back as it was written', async () => {
  const evidence = await verified(done, { history: HISTORY });
  expect(parseEvidence(JSON.stringify(evidence))).toEqual(JSON.parse(JSON.stringify(evidence)));
});

test('there is nothing to plan and nothing to take back', async () => {
  const [planned] = (await server({ looks: [done] }).start({ mode: 'plan', steps: only, config })).steps;
  expect(planned).toMatchObject({ outcome: 'planned', plan: { verdict: 'nothing-to-do' } });
  const [back] = (await server({ looks: [done] }).start({ mode: 'rollback', steps: only, config })).steps;
  expect(back).toMatchObject({ outcome: 'refused', refusal: { code: 'nothing-to-undo' } });
});

describe('before and after', () => {
  const planHash = hashOf(extendLvm.plan(situation(pressed)))!;
  const applied = () =>
    server({ looks: [pressed, done], answers: [{ events: EVENTS, end: { code: 0 } }] }).start({
      ...{ mode: 'apply', steps: both, config, planHash },
    });
  const ROWS = [
    ['Disk', '97.9 GiB, 0.9 %', '147.1 GiB, 0.6 %'],
    ['Risk', 'True since 2026-11-24 11:39', expect.stringMatching(/^False since 2026-11-20 08:00/)],
    ['Builds', expect.stringContaining('45 min 30 s'), expect.stringContaining('45 min 30 s')],
    ['Registry', expect.stringContaining('7 components healthy'), expect.stringContaining('7 components healthy')],
    [
      'Pods',
      '17 of 18 Ready; twisterlab/worker-7c9d8f6b5-q8s7t CrashLoopBackOff',
      '17 of 17 Ready; missing: twisterlab/worker-7c9d8f6b5-q8s7t',
    ],
    ['Cost', 'n/a', '$0.00'],
  ];

  test('a run that changes something compares its end with its beginning', async () => {
    const { steps, scorecard } = await applied();
    const record = steps[1]!;
    expect(steps.map(({ outcome }) => outcome)).toEqual(['done', 'verified']);
    expect(scorecard!.score).toBe(100);
    expect([record.before!.facts, record.after!.facts]).toEqual([look(pressed).facts, look(done).facts]);
    expect(record.tables).toEqual([expect.objectContaining({ title: 'Before and after', rows: ROWS })]);
  });

  test('a run that only looks has nothing to compare', async () => {
    const [record] = (await verified(done)).steps;
    expect(record).not.toHaveProperty('after');
    expect(record).not.toHaveProperty('tables');
  });

  test('two documents are compared, also after both were stored', async () => {
    const [then, now] = [await verified(pressed), await verified(done)].map((e) => parseEvidence(JSON.stringify(e)));
    const compared = withBefore(now!, then!);
    expect(compared.steps[0]!.tables![0]!.rows).toEqual(ROWS);
    expect(letters(markdownReport(compared))).toContain('| Disk | 97.9 GiB, 0.9 % | 147.1 GiB, 0.6 % |');
  });

  test('a document without validate cannot be compared, and it says so', async () => {
    const other = await server({}).start({ mode: 'plan', config });
    const now = await verified(done);
    expect(() => withBefore(now, other)).toThrow('both runs have to have validate among their steps');
    expect(() => withBefore(other, now)).toThrow('both runs have to have validate among their steps');
  });
});

/** Ten days of 2 GB more each. */
const HISTORY = Array.from({ length: 10 }, (_, i) =>
  JSON.stringify({
    ...{ at: `2026-11-${14 + i}T03:00:00Z`, host: 'edgeserver', used_bytes: 1e9 + i * 2e9, size_bytes: 1.5e11 },
  }),
).join('\n');

describe('the forecast', () => {
  test('says when the target and the kubelet’s own threshold are reached', async () => {
    const evidence = await verified(done, { history: HISTORY });
    expect(evidence.forecast!.growth!.estimate).toBeCloseTo(2e9, -1);
    expect(evidence.forecast!.marks.map(({ title }) => title)).toEqual(['60 % in use', 'pods are evicted (5% left)']);
    const report = terminalReport(evidence);
    expect(report).toMatch(
      /Growth of \/: 1\.9 GiB a day \(95 %: 1\.9 GiB to 1\.9 GiB\), from 10 days with values over 9 days\./,
    );
    expect(report).toMatch(
      /60 % in use: \d+\.\d GiB left; about 2027-01-0\d \(earliest 2027-01-0\d, latest 2027-01-0\d\)\./,
    );
    expect(letters(markdownReport(evidence))).toContain('- pods are evicted (5% left): ');
  });

  test.each([
    [
      'too short',
      HISTORY.split('\n').slice(0, 3).join('\n'),
      /unknown \(3 days with values over 2 days; it needs 4 over 3\)/,
    ],
    [
      'about others',
      `${HISTORY.replaceAll('edgeserver', 'a')}\n${HISTORY.replaceAll('edgeserver', 'b')}`,
      /unknown \(the history is about a, b, not this host\)/,
    ],
    ['empty', '', /unknown \(0 days/],
  ])('is unknown when the history is %s', async (_, history, said) => {
    expect(terminalReport(await verified(done, { history }))).toMatch(said);
  });

  test('does not know the kubelet’s threshold when it may not be read', async () => {
    const evidence = await verified(edited(done, failing('kube_configz', 'nodes/proxy is forbidden')), {
      history: HISTORY,
    });
    expect(terminalReport(evidence)).toContain('pods are evicted: unknown (nodes/proxy is forbidden).');
  });
});

describe('for the doctor', () => {
  const lacks = (raws: Raws, overrides = {}) => validate.lacks!(look(raws, { ...ALL, ...overrides }));

  test('nothing is missing where everything can be seen, or there is nothing to see', () => {
    expect(lacks(done)).toEqual([]);
    expect(lacks(done, { 'kubernetes.cluster': 'none' })).toEqual([]);
  });

  test('a kubeconfig that may not be read is one thing missing, with the way to get it', () => {
    const reason = '/etc/rancher/k3s/k3s.yaml may not be read by deploy';
    const blind = edited(done, ...['kube_nodes', 'kube_pods', 'kube_events'].map((id) => failing(id, reason, 78)));
    expect(lacks(blind)).toEqual([
      {
        ...{ title: 'right to look at the cluster: nodes, pods, events', found: reason },
        fix: 'Make a kubeconfig that may only look (docs/validate.md has the commands) and name it in kubernetes.kubeconfig.',
      },
    ]);
  });

  test('without any tool there may be no cluster, and nothing is missing', () => {
    const reason = 'neither kubectl nor k3s is installed';
    const bare = edited(done, ...['kube_nodes', 'kube_pods', 'kube_events'].map((id) => failing(id, reason, 127)));
    expect(lacks(bare)).toEqual([]);
  });
});

const headOf = (evidence: Evidence) => commentText(evidence).head;

describe('what others make of it', () => {
  test('a comment begins with the score, and pre-flight does not turn its sign', async () => {
    const stale = settings({ ...ALL, 'preflight.backup.max_age_hours': '1' });
    const [first] = letters(headOf(await verified(done, { config: stale }))).split('\n');
    expect(first).toContain('✅');
    expect(first).toContain('Phase 1 succeeded: 100 of 100 (85 needed), $0.00 spent, on edgeserver');
    expect(letters(headOf(await verified(pressed)))).toContain('Phase 1 is not there yet');
  });

  test('the history gets the score and how full the disk was', async () => {
    const { disks, scores } = historyOf(await verified(done));
    expect(scores).toEqual([{ at: '2026-11-24T10:05:17.329Z', host: 'edgeserver', score: 100, unknown: 0 }]);
    expect(disks).toMatchObject([{ host: 'edgeserver', size_bytes: look(done).facts.root!.bytes }]);
  });
});
