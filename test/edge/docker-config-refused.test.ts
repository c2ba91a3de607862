import type { DockerHost } from '../../lab/docker';
import { asOptions, dockerScript, fileText, writeFile } from './docker';
import { describeWithDocker, evidenceOn, nativeDocker, plannedOn } from './native';

const SERVICE = '/run/docker-service';

describeWithDocker('what docker-config leaves in peace', () => {
  let docker: DockerHost;
  beforeAll(async () => {
    docker = await nativeDocker();
  });
  afterAll(() => docker?.stop());

  test('what stands in the way is refused by both planners before anything is written', async () => {
    const refused = async (content: string, settings = {}) => {
      await writeFile(docker, content);
      const code = await plannedOn(docker, settings);
      expect(await fileText(docker)).toBe(content);
      return code;
    };
    expect(await refused('{\n  // by hand\n  "debug": false\n}\n')).toBe('daemon-json-broken');
    expect(await refused('{"log-opts": {"fluentd-address": "x"}}')).toBe('log-clash');
    expect(await refused('{}', { 'builder.gc.defaultMaxUsedSpace': '20GB' })).toBe('key-not-known');
    await docker.mustSh('cp /etc/docker/daemon.json /etc/docker/other && ln -sf other /etc/docker/daemon.json');
    expect(await plannedOn(docker)).toBe('daemon-json-link');
    await docker.mustSh('rm /etc/docker/daemon.json /etc/docker/other');
  });

  test("a file that Docker rejects: its own words, and no password in the evidence or the script's events", async () => {
    await writeFile(docker, '{"debug": false, "nonsense": 1, "proxies": {"http-proxy": "http://me:hunter2@proxy:1"}}');
    const rejected = await dockerScript(docker, '--plan');
    expect(rejected.events.at(-1)).toMatchObject({
      code: 'rejected',
      message: expect.stringContaining("the following directives don't match any configuration option: nonsense"),
    });
    const evidence = JSON.stringify(await evidenceOn(docker, 'plan'));
    expect(evidence).toContain('http-proxy');
    expect(`${evidence}${rejected.stdout}`).not.toContain('hunter2');
    await docker.mustSh('rm /etc/docker/daemon.json');
  });

  test('live-restore in swarm mode, whether it is to be set or stands there: Docker would not start any more', async () => {
    await docker.mustSh('docker swarm init --advertise-addr 127.0.0.1');
    expect(await plannedOn(docker, { 'live-restore': true })).toBe('swarm');
    await writeFile(docker, '{"live-restore": true}');
    expect(await plannedOn(docker)).toBe('swarm');
    expect(await plannedOn(docker, { 'live-restore': false })).toEqual(['backup', 'replace', 'restart']);

    // Docker's own words, which the refusal quotes, are still these.
    const { events } = await dockerScript(docker, '--plan');
    const [, words] = /it says "([^"]*)"/.exec(events.at(-1)!.message!)!;
    expect((await docker.sh('systemctl restart docker.service')).code).not.toBe(0);
    expect(await docker.mustSh('tail -n 5 /var/log/dockerd.log')).toContain(words);
    await docker.mustSh('rm /etc/docker/daemon.json; systemctl restart docker.service; docker swarm leave --force');
  });

  test('a flag of the daemon that says the same as a setting', async () => {
    await docker.mustSh(`echo --max-concurrent-uploads=4 > ${SERVICE}/flags; systemctl restart docker.service`);
    expect(await plannedOn(docker)).toBe('flag-clash');
    expect(await plannedOn(docker, { 'max-concurrent-uploads': null })).toEqual(['backup', 'replace', 'restart']);
    await docker.mustSh(`echo --config-file=/etc/docker/other > ${SERVICE}/flags; echo '{}' > /etc/docker/other`);
    await docker.mustSh('systemctl restart docker.service');
    expect(await plannedOn(docker)).toBe('other-file');
    await docker.mustSh(`rm ${SERVICE}/flags /etc/docker/other; systemctl restart docker.service`);
  });

  test('a runner that lives in a container, which a restart would end', async () => {
    await docker.mustSh(
      `docker run -d --name runner busy /busybox sh -c 'printf Runner.Listener > /proc/self/comm; trap exit TERM; while :; do /busybox usleep 100000; done'`,
    );
    expect(await plannedOn(docker)).toBe('runner-in-container');
    expect(await plannedOn(docker, { 'live-restore': true })).toContain('restart');
    await docker.mustSh('docker rm -f runner');
  });

  test('a container that a restart would delete, and a build that it would end', async () => {
    const plan = async (options = '') => (await dockerScript(docker, `--plan ${options}`)).events.at(-1)!.code;
    await docker.mustSh(
      `docker run -d --rm --name once busy /busybox sh -c 'trap exit TERM; while :; do /busybox usleep 100000; done'`,
    );
    expect(await plan()).toBe('auto-remove');
    await docker.mustSh('docker rm -f once');
    await docker.mustSh(
      `printf 'FROM busy\\nRUN ["/busybox", "sleep", "600"]\\n' > /tmp/image/Dockerfile; (docker build -q --network none /tmp/image >/dev/null 2>&1 &) ; until ls /var/lib/docker/buildkit/executor/*/config.json; do sleep 0.2; done`,
    );
    expect(await plan('--set live-restore=true')).toBe('build-running');
    await docker.mustSh(
      "pkill -f 'docker [b]uild'; while ls /var/lib/docker/buildkit/executor/*/config.json; do sleep 0.2; done",
    );
  });

  test('a Docker that is not configured by this file: of a user, from a snap, or none that systemd knows', async () => {
    await docker.mustSh(`systemctl stop docker.service; cp /bin/busybox /tmp/dockerd`);
    await docker.mustSh(
      `setpriv --reuid 1000 bash -c 'exec -a busybox /tmp/dockerd sleep 600' >/dev/null 2>&1 & until pgrep -U 1000 -x dockerd; do sleep 0.1; done`,
    );
    expect(await plannedOn(docker)).toBe('rootless');
    await docker.mustSh('pkill -U 1000 -x dockerd');
    expect(await plannedOn(docker)).toBe('docker-down');
    await docker.mustSh(`mkdir -p /snap/docker/current; echo not-found > ${SERVICE}/unit`);
    expect(await plannedOn(docker)).toBe('snap');
    await docker.mustSh('rm -r /snap');
    expect(await plannedOn(docker)).toBe('no-unit');
    await docker.mustSh(`touch /.dockerenv`);
    expect(await plannedOn(docker)).toBe('inside-container');
    await docker.mustSh(`rm /.dockerenv ${SERVICE}/unit; systemctl start docker.service`);
  });

  test('in the hands of a person: the first no ends it with nothing changed', async () => {
    await writeFile(docker, '{}\n');
    const { code, stdout } = await docker.sh(
      `bash /root/docker-config-phase1.sh ${asOptions({ 'log-opts.max-size': '50m' })}`,
      { stdin: 'n\n' },
    );
    expect(code).toBe(3);
    expect(stdout).toMatch(/ log-opts\.max-size: .*"50m"/);
    expect(stdout).toContain("STOPPED before 'backup'. Nothing was changed.");
    expect(await fileText(docker)).toBe('{}\n');
  });
});
