import { readFileSync } from 'node:fs';
import type { DockerHost } from '../../lab/docker';
import { healthy, type PodJson } from '../integration/kubernetes/cluster';
import { type Cluster, clusterOfDocker, kubectlPath } from './cluster';
import { asOptions, dockerScript, fileText, RELOADED, startBeat, sumOf, writeFile } from './docker';
import { describeWithDocker, evidenceOn, nativeDocker, plannedOn } from './native';
import { hold, journal, release, untilHeld } from './server';

/** The worker alone, or all that it has started too. */
const KILL = {
  worker: "pkill -9 -f '[-]-worker'",
  'all programs': `kill -9 $(pgrep -f '[-]-worker' | while read -r p; do ps -o pid= -s "$(ps -o sid= -p "$p" | tr -d ' ')"; done | sort -u)`,
} as const;

describeWithDocker('docker-config that is cut short', () => {
  let docker: DockerHost;
  beforeAll(async () => {
    docker = await nativeDocker();
    await startBeat(docker, 'always', '--restart unless-stopped');
    await startBeat(docker, 'never', '--restart no');
    await writeFile(docker, '{\n    "debug": false\n}\n');
  });
  afterAll(() => docker?.stop());

  const running = () => docker.mustSh("docker ps --format '{{.Names}}' | sort");

  /** Kills a run with these options while it stands still at a boundary. */
  async function killAt(boundary: string, options: string, what: keyof typeof KILL = 'worker'): Promise<void> {
    const { held } = await hold(docker, boundary);
    const run = dockerScript(docker, `--yes ${options}`);
    await untilHeld(docker, held, run);
    await docker.mustSh(KILL[what]);
    await release(docker);
    expect((await run).code).toBe(5);
  }

  test('killed with -9 at one boundary after the other, one more run ends in the target state', async () => {
    const settings = { ...RELOADED, 'max-concurrent-uploads': 4 };
    for (const boundary of ['begin', 'done-backup', 'intent-replace']) {
      const sum = await sumOf(docker);
      await killAt(boundary, asOptions(settings));
      expect(await sumOf(docker)).toBe(sum);
    }
    await killAt('acted-replace', asOptions(settings));
    expect(await plannedOn(docker, settings)).toEqual(['reload']);
    await killAt('intent-reload', asOptions(settings));
    expect((await dockerScript(docker, `--yes ${asOptions(settings)}`)).code).toBe(0);
    expect(await plannedOn(docker, settings)).toEqual([]);
  });

  /** Shell conditions that hold while a run is at that point. */
  const POINTS = {
    'during the restart': '[ -e /run/docker-service/job ]',
    'between restart and health':
      '[ ! -e /run/docker-service/job ] && [ "$(systemctl show -p InvocationID --value docker.service)" != "$(cat /tmp/invocation)" ]',
  };

  /** Kills a run with these options once it is at that point. */
  async function killWhen(point: keyof typeof POINTS, options: string, what: keyof typeof KILL = 'worker') {
    await docker.mustSh('systemctl show -p InvocationID --value docker.service > /tmp/invocation');
    const run = dockerScript(docker, `--yes ${options}`);
    await docker.mustSh(`until ${POINTS[point]}; do sleep 0.05; done; ${KILL[what]}`, { timeoutSeconds: 120 });
    expect((await run).code).toBe(5);
  }

  test.each([
    ['between replace and restart', 'worker'],
    ['just before the restart', 'all programs'],
    ['during the restart', 'worker'],
    ['during the restart', 'all programs'],
    ['between restart and health', 'worker'],
    ['between restart and health', 'all programs'],
  ] as const)(
    'killed with -9 %s (%s): one more run ends in the target state, and all containers run',
    async (point, what) => {
      const settings = { 'log-opts.max-size': `${11 + Math.floor(Math.random() * 900)}m` };
      if (point === 'between replace and restart') await killAt('done-replace', asOptions(settings), what);
      else if (point === 'just before the restart') await killAt('intent-restart', asOptions(settings), what);
      else await killWhen(point, asOptions(settings), what);
      const { code, stdout } = await dockerScript(docker, `--yes ${asOptions(settings)}`);
      expect(`${code} ${stdout}`).toMatch(/^0 /);
      expect(JSON.parse(await fileText(docker))['log-opts']['max-size']).toBe(settings['log-opts.max-size']);
      expect(await running()).toBe('always\nnever\n');
      expect(await plannedOn(docker, settings)).toEqual([]);
    },
  );

  test('a rollback that was killed is finished by the next one, which takes nothing older back', async () => {
    const kept = { 'log-opts.max-size': '51m' };
    expect((await dockerScript(docker, `--yes ${asOptions(kept)}`)).code).toBe(0);
    const sum = await sumOf(docker);
    for (const [kill, left] of [
      [() => killAt('done-restore', '--rollback'), 'restart'],
      [() => killWhen('between restart and health', '--rollback'), 'containers'],
    ] as const) {
      expect((await dockerScript(docker, `--yes ${asOptions({ 'log-opts.max-size': '52m' })}`)).code).toBe(0);
      await kill();
      expect(await sumOf(docker)).toBe(sum);
      const { code, events } = await dockerScript(docker, '--rollback --yes');
      expect([code, events.find(({ event }) => event === 'plan')]).toMatchObject([0, { changes: [left] }]);
      expect(await sumOf(docker)).toBe(sum);
      expect(await running()).toBe('always\nnever\n');
      expect(await plannedOn(docker, kept)).toEqual([]);
    }
  });

  test('pods that were not compared after a restart are said to be so, and why', async () => {
    const { checks } = (await evidenceOn(docker, 'verify')).steps[0]!;
    expect(checks.find(({ id }) => id === 'docker_pods')).toMatchObject({
      ...{ result: 'unknown', informational: true },
      measured: 'not compared: neither kubectl nor k3s is installed',
    });
  });

  test('the disk is full while the new file is written: nothing is changed', async () => {
    const text = await fileText(docker);
    const large = text.replace('{', `{\n  "labels": ["note=${'x'.repeat(5000)}"],`);
    await docker.mustSh('mount -t tmpfs -o size=8k tmpfs /etc/docker');
    await writeFile(docker, large);
    const { code, events } = await dockerScript(
      docker,
      `--yes ${asOptions({ ...RELOADED, 'max-concurrent-uploads': 7 })}`,
    );
    expect(code).toBe(4);
    expect(events.find(({ event }) => event === 'failed')!.message).toContain('No space left on device');
    expect(await fileText(docker)).toBe(large);
    expect(await docker.mustSh('ls -A /etc/docker')).toBe('daemon.json\n');
    await docker.mustSh('umount /etc/docker');
    expect(await fileText(docker)).toBe(text);
  });

  (kubectlPath ? describe : describe.skip)('on a node of a cluster (needs kubectl here)', () => {
    let cluster: Cluster;
    beforeAll(async () => {
      cluster = await clusterOfDocker(docker);
    });
    afterAll(() => cluster?.close());

    const inside = (file: string) => readFileSync(`/proc/${docker.pid}/root${file}`, 'utf8');

    /** One pod is not ready once Docker has been started anew with this in its file. */
    const notWith = (text: string) => {
      const start = inside('/run/docker-service/invocation');
      return () => {
        const pods = healthy().pods as readonly PodJson[];
        const [status] = pods[0]!.status.containerStatuses as { ready: boolean }[];
        const isNew = inside('/run/docker-service/invocation') !== start;
        status!.ready = !(isNew && inside('/etc/docker/daemon.json').includes(text));
        return pods;
      };
    };

    test('pods that do not come back after the restart: the old file comes back by itself', async () => {
      cluster.api.state = Object.defineProperty(healthy(), 'pods', { get: notWith('77m') });
      const sum = await sumOf(docker);
      const settings = asOptions({ 'log-opts.max-size': '77m' });
      const { code, events } = await dockerScript(docker, `--yes --pod-patience 20 ${settings}`);
      expect(code).toBe(4);
      expect(events.find(({ event }) => event === 'failed')).toMatchObject({
        message: 'Pods are not as before within 20 s: not ready any more: twisterlab/mcp-6d5f7c9b8-x2x01.',
        way_out: expect.stringContaining('The old file is back, and Docker runs with it as before.'),
      });
      expect(await sumOf(docker)).toBe(sum);
      expect(await running()).toBe('always\nnever\n');
      expect((await journal(docker)).at(-1)).toMatchObject({ event: 'failed', change: 'restart' });
    });

    /** A container of one pod has been started once more since Docker was. */
    const restartedOnce = () => {
      const start = inside('/run/docker-service/invocation');
      return () => {
        const pods = healthy().pods as readonly PodJson[];
        const [status] = pods[0]!.status.containerStatuses as { restartCount: number }[];
        status!.restartCount += inside('/run/docker-service/invocation') === start ? 0 : 1;
        return pods;
      };
    };

    test('killed after the restart: one more run compares the pods with those from before the first', async () => {
      cluster.api.state = Object.defineProperty(healthy(), 'pods', { get: restartedOnce() });
      const settings = { 'log-opts.max-size': '78m' };
      await killWhen('between restart and health', asOptions(settings));
      expect(await plannedOn(docker, settings)).toEqual(['containers']);
      expect((await dockerScript(docker, `--yes ${asOptions(settings)}`)).code).toBe(0);
      const [done] = (await journal(docker)).filter(({ event }) => event === 'done').slice(-1);
      expect(done).toMatchObject({ change: 'containers', pods: 'restarted: twisterlab/mcp-6d5f7c9b8-x2x01 (1 more)' });
      expect(await plannedOn(docker, settings)).toEqual([]);
    });

    test('killed after the restart, and pods stay away: one more run puts the file of before the first back', async () => {
      cluster.api.state = Object.defineProperty(healthy(), 'pods', { get: notWith('79m') });
      const sum = await sumOf(docker);
      const settings = { 'log-opts.max-size': '79m' };
      await killWhen('between restart and health', asOptions(settings));
      expect(await plannedOn(docker, settings)).toEqual(['containers']);
      const { code, events } = await dockerScript(docker, `--yes --pod-patience 20 ${asOptions(settings)}`);
      expect(code).toBe(4);
      expect(events.find(({ event }) => event === 'failed')).toMatchObject({
        ...{
          change: 'containers',
          message: expect.stringContaining('not ready any more: twisterlab/mcp-6d5f7c9b8-x2x01.'),
        },
        way_out: expect.stringContaining('The old file is back, and Docker runs with it as before.'),
      });
      expect(await sumOf(docker)).toBe(sum);
      expect(await running()).toBe('always\nnever\n');
      expect(await plannedOn(docker, settings)).toEqual(['backup', 'replace', 'restart']);
    });
  });
});
