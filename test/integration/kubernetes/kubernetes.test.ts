/** A real kubectl, on this machine as the host, against an API server that answers as a K3s does. */

import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Evidence } from '../../../src/evidence/evidence';
import { placeFacts, placeReads } from '../../../src/facts/harbor-place';
import { kubernetesFacts, kubernetesReads } from '../../../src/facts/kubernetes';
import { comparePods, comparisonText, snapshotOf } from '../../../src/facts/pods';
import { isUnreadable } from '../../../src/facts/reading';
import type { Host, Read } from '../../../src/host/host';
import { localHost } from '../../../src/host/local';
import { HOST_PATH } from '../../../src/host/quote';
import { run } from '../../../src/run';
import type { Step } from '../../../src/steps/step';
import { validate } from '../../../src/steps/validate';
import type { ValidateFacts } from '../../../src/steps/validate/facts';
import { settings } from '../../unit/steps/variants';
import { type ApiServer, startApiServer } from './api-server';
import {
  calmAgain,
  completed,
  crashLooping,
  evicted,
  healthy,
  MACHINE_ID,
  NOW,
  restarted,
  running,
  underPressure,
} from './cluster';

const there = HOST_PATH.split(':').some((folder) => existsSync(join(folder, 'kubectl')));
const why = there ? '' : ' (skipped: no kubectl here; apt-get install kubernetes-client)';

/** This machine, but for who it is and what time it is there. */
function host(): Host {
  const local = localHost();
  const said: Readonly<Record<string, string>> = { machine_id: MACHINE_ID, host_time: NOW };
  const instead = (read: Read): Read => ({ ...read, ...(said[read.id] && { argv: ['echo', said[read.id]!] }) });
  return { ...local, batch: (reads) => local.batch(reads.map(instead)) };
}

const verify = (overrides = {}): Promise<Evidence> =>
  run(
    { mode: 'verify', steps: [validate as Step<unknown>], config: settings(overrides) },
    {
      open: async () => host(),
      now: () => new Date(NOW),
      approve: async () => false,
      progress: () => {},
      version: '0.1.0',
      patienceSeconds: 0,
    },
  );

const checkOf = ({ steps }: Evidence, id: string) => steps[0]!.checks.find((check) => check.id === id)!;
const factsOf = ({ steps }: Evidence) => (steps[0]!.before!.facts as ValidateFacts).kubernetes!;

(there ? describe : describe.skip)(`kubectl${why}`, () => {
  let api: ApiServer;
  let home: string;
  const before = { KUBECONFIG: process.env.KUBECONFIG, HOME: process.env.HOME };

  beforeAll(async () => {
    api = await startApiServer(healthy());
    home = mkdtempSync(join(tmpdir(), 'kube-'));
    const file = join(home, 'kubeconfig');
    writeFileSync(file, kubeconfig(api.url), { mode: 0o600 });
    Object.assign(process.env, { KUBECONFIG: file, HOME: home });
  });
  afterAll(async () => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await api.close();
    rmSync(home, { recursive: true });
  });
  beforeEach(() => {
    api.state = healthy();
    api.asked.length = 0;
  });

  test('a quiet cluster passes; an event whose name only resembles NodeHasDiskPressure does not count', async () => {
    const evidence = await verify();
    expect(checkOf(evidence, 'disk_pressure')).toMatchObject({
      result: 'pass',
      measured: 'False since 2026-11-20 08:00 (4 d 3 h); none evicted in 1 h 0 min (18 pods and 4 events seen)',
    });
    expect(checkOf(evidence, 'pods')).toMatchObject({ result: 'pass', measured: '17 of 17 Ready' });
    expect(factsOf(evidence)).toMatchObject({
      here: { name: 'edgeserver', runtime: 'containerd://2.1.4-k3s1' },
      thresholds: { hard: { 'nodefs.available': '5%', 'imagefs.available': '5%' } },
      events: { total: 4, found: [] },
    });
  });

  test('nothing but the named fields reaches the evidence, and looking only reads', async () => {
    api.state = { ...underPressure(), pods: [...underPressure().pods, crashLooping()] };
    const evidence = await verify();
    expect(JSON.stringify(evidence)).not.toMatch(/SECRET|TOKEN/);
    expect(api.asked).toEqual(expect.arrayContaining(['GET /api/v1/pods', 'GET /api/v1/events']));
    expect(api.asked.filter((line) => !line.startsWith('GET '))).toEqual([]);
    expect(readdirSync(home)).toEqual(['kubeconfig']);
  });

  test('the ports that services take of the node are seen, also those without a listener', async () => {
    const config = settings();
    const look = async () => placeFacts(await host().batch(placeReads(config)), config).services;
    expect(await look()).toEqual([
      { name: 'kube-system/traefik', type: 'LoadBalancer', ports: [80, 31080, 443, 31443] },
      { name: 'twisterlab/mcp', type: 'NodePort', ports: [30080] },
    ]);
    api.state = { ...healthy(), forbidden: ['services'] };
    expect(await look()).toMatchObject({ unreadable: expect.stringContaining('forbidden') });
  });

  test('a node under pressure fails, with what it says itself', async () => {
    api.state = underPressure();
    const evidence = await verify();
    expect(checkOf(evidence, 'disk_pressure')).toMatchObject({
      ...{ result: 'fail', measured: 'True since 2026-11-24 11:39' },
    });
    expect(factsOf(evidence).events).toMatchObject({
      found: [
        { reason: 'NodeHasDiskPressure', type: 'Normal', about: 'Node edgeserver' },
        { reason: 'EvictionThresholdMet', message: 'Attempting to reclaim ephemeral-storage' },
        { reason: 'Evicted', about: 'Pod twisterlab/mcp-6d5f7c9b8-ev1ct' },
      ],
    });
  });

  test('a pressure that is over fails as long as it lies in the window', async () => {
    api.state = calmAgain();
    expect(checkOf(await verify(), 'disk_pressure')).toMatchObject({
      result: 'fail',
      measured:
        'False since 2026-11-24 11:46, but NodeHasDiskPressure at 2026-11-24 11:39; EvictionThresholdMet at 2026-11-24 11:39; evicted: twisterlab/mcp-6d5f7c9b8-ev1ct',
    });
    expect(checkOf(await verify({ 'checks.disk_pressure.window_hours': '0.1' }), 'disk_pressure').result).toBe('pass');
  });

  test('Running is not Ready: CrashLoopBackOff fails, and is named', async () => {
    api.state = { ...healthy(), pods: [...running(16), crashLooping(), completed()] };
    expect(checkOf(await verify(), 'pods')).toMatchObject({
      ...{ result: 'fail', measured: '16 of 17 Ready; twisterlab/worker-7c9d8f6b5-q8s7t CrashLoopBackOff' },
    });
  });

  test('one pod too few fails, though all that are there are Ready', async () => {
    api.state = { ...healthy(), pods: running(16) };
    expect(checkOf(await verify(), 'pods')).toMatchObject({ result: 'fail', measured: '16 of 16 Ready' });
    expect(checkOf(await verify({ 'checks.pods.expected': 'auto' }), 'pods').result).toBe('pass');
  });

  test('what an eviction left of a pod is not one of those that should run', async () => {
    api.state = { ...healthy(), pods: [...running(17), evicted()] };
    expect(checkOf(await verify(), 'pods')).toMatchObject({ result: 'pass', measured: '17 of 17 Ready' });
  });

  test('what a user may not see is unknown, and the rest is seen', async () => {
    api.state = { ...healthy(), forbidden: ['events', 'nodes/proxy'] };
    const evidence = await verify();
    expect(checkOf(evidence, 'disk_pressure')).toMatchObject({
      ...{ result: 'unknown', measured: expect.stringContaining('evictions not known: Error from server (Forbidden)') },
    });
    expect(factsOf(evidence)).toMatchObject({
      thresholds: { unreadable: expect.stringContaining('Forbidden') },
      events: { wayOut: expect.stringContaining('docs/validate.md') },
    });
    expect(checkOf(evidence, 'pods').result).toBe('pass');
  });

  test('the nodes of another cluster say nothing about this host', async () => {
    const state = healthy();
    state.nodes.items[0]!.status.nodeInfo.machineID = 'f'.repeat(32);
    api.state = state;
    expect(checkOf(await verify(), 'disk_pressure')).toMatchObject({
      result: 'unknown',
      measured: "not known: this host is none of the cluster's nodes (edgeserver)",
    });
  });

  test('an API server that is not there is unknown', async () => {
    const { KUBECONFIG } = process.env;
    const file = join(home, 'nobody');
    writeFileSync(file, kubeconfig('http://127.0.0.1:9'));
    process.env.KUBECONFIG = file;
    try {
      const evidence = await verify();
      expect(checkOf(evidence, 'pods')).toMatchObject({
        ...{ result: 'unknown', measured: expect.stringContaining('127.0.0.1:9 was refused') },
      });
    } finally {
      process.env.KUBECONFIG = KUBECONFIG;
      rmSync(file);
    }
  });

  test('without a cluster, as configured, nothing is asked, and the score says of how many points it is', async () => {
    const evidence = await verify({ 'kubernetes.cluster': 'none' });
    expect(api.asked).toEqual([]);
    expect(checkOf(evidence, 'pods').result).toBe('not-applicable');
    expect(evidence.scorecard).toMatchObject({ possible: 70, total: 100 });
  });

  test('pods before and after a change are compared by name, UID and restarts', async () => {
    const look = async () => {
      const reads = [{ id: 'machine_id', argv: ['echo', MACHINE_ID] }, ...kubernetesReads(settings())];
      const { pods } = kubernetesFacts(await localHost().batch(reads), settings())!;
      if (isUnreadable(pods)) throw new Error(pods.unreadable);
      return pods;
    };
    const snapshot = snapshotOf(await look());
    expect(comparisonText(comparePods(snapshot, await look()), snapshot)).toBe(
      '17 pods as before: same pods, no restarts',
    );
    api.state = { ...healthy(), pods: [...restarted(running(16)), completed()] };
    expect(comparisonText(comparePods(snapshot, await look()), snapshot)).toBe(
      'missing: twisterlab/mcp-6d5f7c9b8-x2x17; restarted: twisterlab/mcp-6d5f7c9b8-x2x01 (1 more)',
    );
  });
});

const kubeconfig = (url: string) =>
  JSON.stringify({
    ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'edge' },
    clusters: [{ name: 'edge', cluster: { server: url } }],
    contexts: [{ name: 'edge', context: { cluster: 'edge', user: 'looker' } }],
    users: [{ name: 'looker', user: { token: 'KUBECONFIG-TOKEN' } }],
  });
