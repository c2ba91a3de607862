import type { Vm } from '../../lab/vm';
import { type Cluster, clusterOfVm, kubectlPath } from './cluster';
import {
  asOptions,
  beats,
  dockerScript,
  dockerServer,
  FILE,
  fileText,
  longestGap,
  planned,
  RELOADED,
  startBeat,
  startedAt,
  sumOf,
  writeFile,
} from './docker';
import { describeOnServer, evidenceOf, grantRights, hold, untilHeld } from './server';

describeOnServer('docker-config on a server with running containers', () => {
  let vm: Vm;
  /** Longest time in seconds without a beat of a container: over a reload, and over a restart that stops it. */
  const gaps = { reload: 0, restart: 0 };
  let cluster: Cluster | undefined;
  beforeAll(async () => {
    vm = await dockerServer();
    await grantRights(vm);
    cluster = kubectlPath === undefined ? undefined : await clusterOfVm(vm);
  });
  afterAll(async () => {
    await cluster?.close();
    await vm?.stop();
  });

  test('looking does not start a Docker that is stopped, though its socket would', async () => {
    const states = 'systemctl is-active docker.service docker.socket || true';
    await vm.mustSh('systemctl stop docker.service 2>/dev/null');
    expect(await planned(vm)).toBe('docker-down');
    expect(await vm.mustSh(states)).toBe('inactive\nactive\n');
    await vm.mustSh('mkdir -p /snap/docker/current && systemctl mask --runtime docker.service');
    expect(await planned(vm)).toBe('snap');
    await vm.mustSh('rm -r /snap && systemctl unmask --runtime docker.service');
    expect(await vm.mustSh(states)).toBe('inactive\nactive\n');
    await vm.mustSh('docker info >/dev/null && systemctl is-active docker.service');
    await startBeat(vm, 'always', '--restart unless-stopped');
    await startBeat(vm, 'never', '--restart no');
  });

  test('settings that a reload is enough for: no container is touched, and only once', async () => {
    const before = await startedAt(vm);
    const since = await beats(vm, 'always');
    expect(await planned(vm, RELOADED)).toEqual(['backup', 'replace', 'reload']);
    const { code, stdout } = await dockerScript(vm, `--yes ${asOptions(RELOADED)}`);
    expect(`${code} ${stdout}`).toMatch(/^0 /);
    expect(JSON.parse(await fileText(vm))).toEqual({ 'max-concurrent-downloads': 3, 'max-concurrent-uploads': 3 });
    expect(await planned(vm, RELOADED)).toEqual([]);
    expect(await startedAt(vm)).toBe(before);
    gaps.reload = await longestGap(vm, 'always', since);

    const back = await dockerScript(vm, '--rollback --yes');
    expect(back.code).toBe(0);
    expect(await vm.mustSh('ls -A /etc/docker')).toBe('');
    expect(await startedAt(vm)).toBe(before);
  });

  test("the plan's settings, over SSH with the generated rights only: a restart, and all containers run again", async () => {
    const since = await beats(vm, 'always');
    expect(await planned(vm)).toEqual(['backup', 'replace', 'restart']);
    const first = await evidenceOf(vm, ['apply', 'docker-config', '--yes'], 'twister');
    expect(first).toMatchObject({ code: 0, steps: [{ outcome: 'done' }] });
    expect(first.steps[0]!.checks.map(({ id, result }) => `${id} ${result}`)).toEqual([
      'docker_settings pass',
      'docker_health pass',
      `docker_pods ${cluster ? 'pass' : 'unknown'}`,
    ]);
    expect(first.steps[0]!.checks.at(-1)!.measured).toBe(
      cluster ? '17 pods as before: same pods, no restarts' : 'not compared: neither kubectl nor k3s is installed',
    );
    expect(JSON.parse(await fileText(vm))).toEqual({
      'storage-driver': 'overlay2',
      'log-driver': 'json-file',
      'log-opts': { 'max-size': '10m', 'max-file': '3' },
      'max-concurrent-downloads': 3,
      'max-concurrent-uploads': 3,
    });
    expect(await vm.mustSh("docker ps --format '{{.Names}}' | sort")).toBe('always\nnever\n');
    gaps.restart = await longestGap(vm, 'always', since);
    expect(gaps.reload).toBeLessThan(gaps.restart / 4);

    // What follows is about Docker, and a kubectl costs an emulated processor seconds.
    await vm.mustSh('rm -f /usr/local/bin/kubectl');
    const second = await evidenceOf(vm, ['apply', 'docker-config', '--yes'], 'twister');
    expect(second).toMatchObject({ code: 0, steps: [{ outcome: 'nothing-to-do' }] });
  });

  test('live-restore is switched on before the restart: containers do not notice it', async () => {
    const before = await startedAt(vm);
    const since = await beats(vm, 'always');
    const settings = { 'live-restore': true, 'log-opts.max-size': '20m' };
    expect(await planned(vm, settings)).toEqual(['backup', 'replace', 'live-restore', 'restart']);
    const { code, stdout } = await dockerScript(vm, `--yes ${asOptions(settings)}`);
    expect(`${code} ${stdout}`).toMatch(/^0 /);
    expect(await startedAt(vm)).toBe(before);
    const gap = Math.max(await longestGap(vm, 'always', since), await longestGap(vm, 'never', since));
    expect(gap).toBeLessThan(gaps.restart / 4);
    console.log(
      `Longest time without a beat: reload ${gaps.reload} s, restart ${gaps.restart} s, with live-restore ${gap} s`,
    );
  });

  test('a configuration that Docker accepts and then does not start with is taken back by itself', async () => {
    const text = await fileText(vm);
    await writeFile(vm, text.replace('"max-concurrent-downloads": 3,', ''));
    const sum = await sumOf(vm);
    const before = await startedAt(vm);
    const lines = ['[Service]', `ExecStartPre=/bin/sh -c "! grep -q 30m ${FILE}"`];
    await vm.mustSh(
      'mkdir -p /etc/systemd/system/docker.service.d; cat > /etc/systemd/system/docker.service.d/test.conf',
      {
        stdin: [...lines, 'Environment=DOCKER_OPTS=--max-concurrent-downloads=4', ''].join('\n'),
      },
    );
    await vm.mustSh('systemctl daemon-reload');
    const settings = { 'log-opts.max-size': '30m', 'max-concurrent-downloads': null };
    const { code, events } = await dockerScript(vm, `--yes ${asOptions(settings)}`);
    expect(code).toBe(4);
    expect(events.find(({ event }) => event === 'failed')).toMatchObject({
      way_out: expect.stringContaining('The old file is back, and Docker runs with it as before.'),
    });
    expect(await sumOf(vm)).toBe(sum);
    expect(await startedAt(vm)).toBe(before);

    // Docker runs with the flag of the drop-in since.
    expect(await planned(vm)).toBe('flag-clash');
    await writeFile(vm, text);
    await vm.mustSh(
      'rm -r /etc/systemd/system/docker.service.d && systemctl daemon-reload && systemctl restart docker',
    );
  });

  test('killed with -9 while systemd restarts Docker: one more run ends in the target state', async () => {
    const settings = { 'log-opts.max-size': '40m' };
    const run = dockerScript(vm, `--yes ${asOptions(settings)}`);
    await vm.mustSh(
      'while systemctl is-active --quiet docker.service; do sleep 0.1; done; systemctl kill -s KILL "edge-phase1-docker-config-*"',
    );
    expect((await run).code).toBe(5);
    const { code, stdout } = await dockerScript(vm, `--yes ${asOptions(settings)}`);
    expect(`${code} ${stdout}`).toMatch(/^0 /);
    expect(await planned(vm, settings)).toEqual([]);
    expect(await vm.mustSh("docker ps --format '{{.Names}}' | sort")).toBe('always\nnever\n');
  });

  test('power is lost between replace and restart: Docker starts with the new file, and it can be taken back', async () => {
    const text = await fileText(vm);
    const settings = { 'log-opts.max-size': '60m' };
    const { held } = await hold(vm, 'done-replace');
    const run = dockerScript(vm, `--yes ${asOptions(settings)}`);
    await untilHeld(vm, held, run);
    await vm.powerCut();
    await run;
    await vm.boot();
    expect(await planned(vm, settings)).toEqual([]);
    expect((await dockerScript(vm, '--rollback --yes')).code).toBe(0);
    expect(await fileText(vm)).toBe(text);
    expect(await vm.mustSh("docker ps --format '{{.Names}}'")).toBe('always\n');
  });
});
