import type { Vm } from '../../lab/vm';
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
import { describeOnServer, evidenceOf, grantRights } from './server';

describeOnServer('docker-config on a server with running containers', () => {
  let vm: Vm;
  /** Longest time in seconds without a beat of a container: over a reload, and over a restart that stops it. */
  const gaps = { reload: 0, restart: 0 };
  beforeAll(async () => {
    vm = await dockerServer();
    await grantRights(vm);
    await startBeat(vm, 'always', '--restart unless-stopped');
    await startBeat(vm, 'never', '--restart no');
  });
  afterAll(() => vm?.stop());

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
    ]);
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
    const sum = await sumOf(vm);
    const before = await startedAt(vm);
    await vm.mustSh(
      [
        'mkdir -p /etc/systemd/system/docker.service.d',
        `printf '[Service]\\nExecStartPre=/bin/sh -c "! grep -q 30m ${FILE}"\\n' > /etc/systemd/system/docker.service.d/test.conf`,
        'systemctl daemon-reload',
      ].join('\n'),
    );
    const { code, events } = await dockerScript(vm, `--yes ${asOptions({ 'log-opts.max-size': '30m' })}`);
    expect(code).toBe(4);
    expect(events.find(({ event }) => event === 'failed')).toMatchObject({
      way_out: expect.stringContaining('The old file is back, and Docker runs with it as before.'),
    });
    expect(await sumOf(vm)).toBe(sum);
    expect(await startedAt(vm)).toBe(before);
    await vm.mustSh('rm -r /etc/systemd/system/docker.service.d && systemctl daemon-reload');
  });

  test('what stands in the way is refused by both planners before anything is written', async () => {
    const text = await fileText(vm);
    const refused = async (content: string, settings = {}) => {
      await writeFile(vm, content);
      const code = await planned(vm, settings);
      expect(await fileText(vm)).toBe(content);
      return code;
    };
    expect(await refused('{\n  // by hand\n  "debug": false\n}\n')).toBe('daemon-json-broken');
    expect(await refused('{"log-opts": {"fluentd-address": "x"}}')).toBe('log-clash');
    expect(await refused(text, { 'builder.gc.defaultMaxUsedSpace': '20GB' })).toBe('key-not-known');

    await writeFile(vm, '{"debug": false, "nonsense": 1, "proxies": {"http-proxy": "http://me:hunter2@proxy:1"}}');
    const rejected = await dockerScript(vm, '--plan');
    expect(rejected.events.at(-1)).toMatchObject({
      code: 'rejected',
      message: expect.stringContaining("the following directives don't match any configuration option: nonsense"),
    });
    const evidence = JSON.stringify(await evidenceOf(vm, ['plan', 'docker-config']));
    expect(evidence).toContain('http-proxy');
    expect(`${evidence}${rejected.stdout}`).not.toContain('hunter2');
    await writeFile(vm, text);
  });

  test('in the hands of a person: the first no ends it with nothing changed', async () => {
    const text = await fileText(vm);
    const { code, stdout } = await vm.sh(
      `bash /root/docker-config-phase1.sh ${asOptions({ 'log-opts.max-size': '50m' })}`,
      {
        stdin: 'n\n',
      },
    );
    expect(code).toBe(3);
    expect(stdout).toMatch(/ log-opts\.max-size: .*"50m"/);
    expect(stdout).toContain("STOPPED before 'backup'. Nothing was changed.");
    expect(await fileText(vm)).toBe(text);
  });

  test('a build that runs, or a container that a restart would delete, is left in peace', async () => {
    await vm.mustSh(
      `printf 'FROM busy\\nRUN ["/busybox", "sleep", "600"]\\n' > /tmp/image/Dockerfile; (docker build -q /tmp/image >/dev/null 2>&1 &) ; until ls /var/lib/docker/buildkit/executor/*/config.json; do sleep 1; done`,
    );
    const options = '--plan --set log-opts.max-size=40m --set live-restore=false';
    expect((await dockerScript(vm, options)).events.at(-1)!.code).toBe('build-running');
    await vm.mustSh(
      "pkill -f 'docker [b]uild'; while ls /var/lib/docker/buildkit/executor/*/config.json; do sleep 1; done",
    );
  });
});
