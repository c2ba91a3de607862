import { validate } from '../../../src/steps/validate';
import { edited, failing, type Raws, replacing, saying, settings } from '../steps/variants';
import { ALL, checked, done, HARBOR, pressed } from './raws';

const resultsOf = (raws: Raws, overrides = ALL) =>
  Object.fromEntries(Object.values(checked(raws, overrides)).map(({ id, result }) => [id, result]));

test('after Phase 1 every check passes, with what was measured and how', () => {
  const checks = checked(done);
  expect(
    Object.fromEntries(Object.values(checks).map(({ id, measured, result }) => [id, `${result}: ${measured}`])),
  ).toEqual({
    disk_size: 'pass: 147.1 GiB',
    disk_use: 'pass: 0.6 %',
    disk_pressure:
      'pass: False since 2026-11-20 08:00 (4 d 3 h); none evicted in 1 h 0 min (18 pods and 4 events seen)',
    build_time: 'pass: 45 min 30 s (4 builds, 44 min 0 s to 47 min 0 s, 2026-11-24 03:00)',
    harbor: 'pass: 7 components healthy; push and pull proven on 2026-11-23 10:00',
    pods: 'pass: 17 of 17 Ready',
    preflight_phase_0: 'pass: declared complete',
    preflight_pods: 'pass: 17 of 17 Ready',
    preflight_backup: 'pass: 0.1 GiB written 2026-11-24 00:26 (11 h 33 min ago)',
    preflight_budget: 'pass: a runner minute costs $0',
    preflight_script: 'pass: this version',
  });
  for (const { how } of Object.values(checks)) expect(how).toMatch(/^(measured|observed|declared): /);
});

test('pre-flight informs, and nothing else does', () => {
  for (const { id, informational } of Object.values(checked(done))) {
    expect([id, informational ?? false]).toEqual([id, id.startsWith('preflight_')]);
  }
});

test('without any answer nothing passes but what is declared', () => {
  const silent = done.map((raw) => (raw.id === 'machine_id' ? raw : { ...raw, code: 1, stdout: '', stderr: 'nobody' }));
  const { preflight_phase_0, preflight_budget, ...rest } = resultsOf(silent);
  expect(Object.values(rest)).toEqual(Object.values(rest).map(() => 'unknown'));
});

describe('DiskPressure', () => {
  const of = (raws: Raws, overrides = ALL) => checked(raws, overrides).disk_pressure!;
  const nodes = (from: string | RegExp, to: string) => edited(done, replacing('kube_nodes', from, to));
  const event = (fields: object) => {
    const line = {
      reason: 'Evicted',
      type: 'Warning',
      host: 'edgeserver',
      kind: 'Pod',
      namespace: 'a',
      name: 'b',
      ...fields,
    };
    return edited(done, saying('kube_events', `${JSON.stringify(line)}\n{"total":9}\n`));
  };

  test('True fails', () => {
    expect(of(pressed)).toMatchObject({ result: 'fail', measured: 'True since 2026-11-24 11:39' });
  });

  test('False for less than the window is unknown, and it says when to look again', () => {
    const since = nodes(/("type":"DiskPressure".*?"since":)"[^"]*"/, '$1"2026-11-24T11:30:00Z"');
    expect(of(since)).toMatchObject({
      result: 'unknown',
      measured: 'False since 2026-11-24 11:30 only; what was before is not known. Look again after 2026-11-24 12:30',
    });
  });

  test.each([
    [
      'a kubelet that has been silent',
      nodes(/("type":"DiskPressure".*?"seen":)"[^"]*"/, '$1"2026-11-24T11:30:00Z"'),
      /silent since/,
    ],
    [
      'a condition that the cluster does not know',
      nodes(/("type":"DiskPressure","status":)"False"/, '$1"Unknown"'),
      /does not report/,
    ],
    ['no such condition', nodes('"DiskPressure"', '"Other"'), /does not report/],
    ['a torn answer', nodes('{"total":1}', ''), /torn/],
    ['a node too few', nodes('{"total":1}', '{"total":2}'), /showed 1 of 2/],
    ['no kubectl', edited(done, failing('kube_nodes', 'neither kubectl nor k3s is installed', 127)), /neither/],
    ['pods that cannot be seen', edited(done, failing('kube_pods', 'forbidden')), /evictions not known: forbidden/],
    ['events that cannot be seen', edited(done, failing('kube_events', 'forbidden')), /evictions not known: forbidden/],
  ])('%s is unknown', (_, raws, why) => {
    expect(of(raws)).toMatchObject({ result: 'unknown', measured: expect.stringMatching(why) });
  });

  test.each([
    ['an eviction', { last: '2026-11-24T11:20:00Z' }, 'fail'],
    ['an eviction without a time', {}, 'fail'],
    [
      'an eviction that is told in the newer form',
      { time: '2026-11-24T11:20:00.1Z', host: null, reporter: 'edgeserver' },
      'fail',
    ],
    ['one before the window', { last: '2026-11-24T10:20:00Z' }, 'pass'],
    ['one that was repeated in it', { first: '2026-11-24T10:20:00Z', repeated: '2026-11-24T11:20:00Z' }, 'fail'],
    ['one on another node', { last: '2026-11-24T11:20:00Z', host: 'other' }, 'pass'],
    [
      'a threshold met for memory',
      { reason: 'EvictionThresholdMet', last: '2026-11-24T11:20:00Z', message: 'Attempting to reclaim memory' },
      'pass',
    ],
    [
      'a threshold met for inodes',
      { reason: 'EvictionThresholdMet', last: '2026-11-24T11:20:00Z', message: 'Attempting to reclaim inodes' },
      'fail',
    ],
  ])('%s', (_, fields, result) => {
    expect(of(event(fields)).result).toBe(result);
  });

  test('a pod that was evicted in the window fails also when its event is gone', () => {
    const calm = nodes('', '');
    const pods = pressed.find(({ id }) => id === 'kube_pods')!.stdout;
    expect(of(edited(calm, saying('kube_pods', pods)))).toMatchObject({
      result: 'fail',
      measured: 'False since 2026-11-20 08:00, but evicted: twisterlab/mcp-6d5f7c9b8-ev1ct',
    });
    const longAgo = pods.replaceAll('2026-11-24T11:40', '2026-11-01T11:40');
    expect(of(edited(calm, saying('kube_pods', longAgo))).result).toBe('pass');
  });

  test('the clock of the host counts, not that of whoever looks', () => {
    expect(of(edited(done, saying('host_time', '2026-11-24T13:00:00Z\n')))).toMatchObject({ result: 'unknown' });
  });
});

describe('build time', () => {
  const of = (data: unknown, overrides = ALL) =>
    checked(edited(done, saying('validate_build_test', JSON.stringify(data))), overrides).build_time!;
  const runs = (...minutes: number[]) => ({
    schema: 'edge-phase1/build-test/1',
    runs: minutes.map((m) => ({ scenario: 'cold', seconds: Math.abs(m) * 60, at: '2026-11-24T10:00:00Z', ok: m > 0 })),
  });

  test('the median counts, and exactly the target is too long', () => {
    expect(of(runs(59, 70, 58))).toMatchObject({ result: 'pass' });
    expect(of(runs(60))).toMatchObject({ result: 'fail' });
    expect(of(runs(59, 61))).toMatchObject({ result: 'fail' });
  });

  test('with few builds it is observed, not established', () => {
    expect(of(runs(45)).measured).toBe('45 min 0 s (1 build, 2026-11-24 10:00, observed, not established)');
  });

  test('builds that failed have no time, and are told', () => {
    expect(of(runs(-1, 50)).measured).toContain('1 failed');
    expect(of(runs(-1, -2))).toMatchObject({ result: 'unknown', measured: 'none of 2 builds ended well' });
  });

  test.each([
    ['another schema', { schema: 'edge-phase1/build-test/2', runs: [] }],
    ['no runs', { schema: 'edge-phase1/build-test/1' }],
    ['rows that are none', { schema: 'edge-phase1/build-test/1', runs: [null, 3, { scenario: 'cold', seconds: '5' }] }],
    [
      'a time that is no number of seconds',
      {
        schema: 'edge-phase1/build-test/1',
        runs: [{ scenario: 'cold', seconds: 0, at: '2026-11-24T10:00:00Z', ok: true }],
      },
    ],
    ['something else', 'null'],
    ['nothing', null],
  ])('a result with %s is unknown', (_, data) => {
    expect(of(data).result).toBe('unknown');
  });

  test('only the scenario asked for counts', () => {
    expect(of(runs(45), { ...ALL, 'checks.build_time.scenario': 'warm' } as never)).toMatchObject({
      ...{ result: 'unknown', measured: 'no build of the scenario warm' },
    });
  });

  test('a declared time is shown as declared, and never passes', () => {
    const none = edited(done, failing('validate_build_test', 'cat: x: No such file or directory'));
    const declared = { ...ALL, 'checks.build_time.declared_minutes': '45' } as never;
    expect(checked(none, declared).build_time).toMatchObject({
      ...{ result: 'unknown', measured: 'not measured yet; 45 min declared, which is no measurement' },
    });
  });
});

describe('Harbor', () => {
  const of = (raws: Raws, overrides: object = ALL) => checked(raws, overrides as never).harbor!;
  const health = (stdout: string) => edited(done, saying('harbor_health', stdout));
  const proof = (from: string | RegExp, to: string) => edited(done, replacing('validate_harbor_proof', from, to));

  test('an ill component fails, and is named, though the page answers 200', () => {
    const raws = edited(
      done,
      replacing(
        'harbor_health',
        '{"name":"registry","status":"healthy"}',
        '{"name":"registry","status":"unhealthy","error":"x"}',
      ),
    );
    expect(of(raws)).toMatchObject({ result: 'fail', measured: 'not healthy: registry' });
  });

  test.each([
    [
      'nothing listening',
      edited(done, failing('harbor_health', 'curl: (7) Failed to connect', 7)),
      'fail',
      /nothing listens there/,
    ],
    ['another program', health('404 page not found\n\n404'), 'fail', /HTTP 404\) is not Harbor/],
    [
      'the health page of another program',
      health('{"components":[{"name":"db","status":"healthy"}]}\n200'),
      'fail',
      /is not Harbor/,
    ],
    ['a page of another program', health('{"ok":true}\n200'), 'fail', /is not Harbor/],
    ['an answer that is no object', health('null\n200'), 'fail', /is not Harbor/],
    ['a redirect', health('\n308'), 'unknown', /redirects \(308\)/],
    [
      'a certificate that is not trusted',
      edited(done, failing('harbor_health', 'curl: (60) SSL certificate problem', 60)),
      'unknown',
      /SSL/,
    ],
    ['no curl', edited(done, failing('harbor_health', 'sh: 1: exec: curl: not found', 127)), 'unknown', /not found/],
    [
      'no proof',
      edited(done, failing('validate_harbor_proof', 'cat: x: No such file or directory')),
      'unknown',
      /not proven: not measured yet/,
    ],
    ['a proof without digests', proof('pushed_digest', 'x'), 'unknown', /lacks a digest/],
    ['another digest pulled', proof(/("pulled_digest":")sha256:ab/, '$1sha256:cd'), 'fail', /is not what was pushed/],
    ['a digest that is none', proof(/sha256:[a-f0-9]+/g, 'latest'), 'fail', /is not what was pushed/],
    [
      'a proof about another registry',
      proof('edge.example:8443', 'elsewhere:5000'),
      'unknown',
      /is about elsewhere:5000/,
    ],
    ['an old proof', proof('2026-11-23', '2026-11-01'), 'unknown', /not from the last 168 h/],
    ['a proof from the future', proof('2026-11-23', '2026-11-29'), 'unknown', /not from the last 168 h/],
  ])('%s', (_, raws, result, measured) => {
    expect(of(raws)).toMatchObject({ result, measured: expect.stringMatching(measured) });
  });

  test('without an address it is that of what the step harbor has installed', () => {
    expect(of(done, {})).toMatchObject({ result: 'pass' });
    const proofOfStep = validate.reads(settings()).find(({ id }) => id === 'harbor_health');
    expect(proofOfStep?.argv).toContain('/var/lib/edge-phase1/harbor.json');
  });

  test('without an address and without an installation it is unknown', () => {
    expect(of(edited(done, failing('harbor_health', '', 66)), {})).toMatchObject({
      result: 'unknown',
      measured: expect.stringContaining('checks.harbor.url'),
    });
  });

  test.each([
    ['a registry that wants a login', '401 light', 'pass', /1 components healthy/],
    ['one that lets everyone in', '200 light', 'fail', /lets everyone in/],
    ['another program', '404 light', 'fail', /HTTP 404\) is no registry/],
  ])('the light registry has no health page; it answers its own API: %s', (_, status, result, measured) => {
    expect(of(health(`{"errors":[]}\n${status}`))).toMatchObject({
      result,
      measured: expect.stringMatching(measured),
    });
  });

  test.each(['edge.example', 'edge.example:443'])(
    'the default port may stand in the name of a registry: %s',
    (name) => {
      const overrides = { ...ALL, 'checks.harbor.url': 'https://edge.example:443' };
      expect(of(proof('edge.example:8443', name), overrides).result).toBe('pass');
      expect(HARBOR).toContain('8443');
    },
  );
});

describe('pre-flight', () => {
  test.each([
    ['an old backup', saying('backup', '1795000000.5 1\n'), 'fail'],
    ['an empty folder', saying('backup', ''), 'fail'],
    ['a folder that may not be read', failing('backup', "find: '/srv/backup': Permission denied"), 'unknown'],
  ])('%s', (_, edit, result) => {
    expect(resultsOf(edited(done, edit)).preflight_backup).toBe(result);
  });

  test('what is not declared or configured is unknown', () => {
    expect(resultsOf(done, {} as typeof ALL)).toMatchObject({
      preflight_phase_0: 'unknown',
      preflight_backup: 'unknown',
    });
  });

  test('another version of the script fails, none is unknown', () => {
    expect(
      resultsOf(edited(done, saying('digest_extend_lvm_phase1_sh', `${'0'.repeat(64)}  x`))).preflight_script,
    ).toBe('fail');
    expect(
      resultsOf(edited(done, failing('digest_extend_lvm_phase1_sh', 'sha256sum: No such file'))).preflight_script,
    ).toBe('unknown');
  });

  test('minutes that cost something are over the budget', () => {
    expect(resultsOf(done, { ...ALL, 'cost.runner_minute_usd': '0.008' } as typeof ALL).preflight_budget).toBe('fail');
  });
});

test('without a cluster, as configured, its checks do not apply; an unseen one is unknown', () => {
  const { disk_pressure, pods } = resultsOf(done, { ...ALL, 'kubernetes.cluster': 'none' } as typeof ALL);
  expect([disk_pressure, pods]).toEqual(['not-applicable', 'not-applicable']);
});
