import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DockerHost } from '../../lab/docker';
import { copyStandIn, STAND_IN_VERSIONS } from '../../lab/stand-in';
import { describeOn, type Event, eventsIn } from './host';

const ROOT = join(__dirname, '../..');
/** An address that is not 127.0.0.1 and lies on the loopback interface. */
export const ADDRESS = '10.0.85.1';
export const [OLD, NEW] = STAND_IN_VERSIONS;

jest.setTimeout(5 * 60 * 1000);

export const describeWithHarbor = (name: string, body: (on: () => HarborHost) => void) =>
  describeOn(name, { name: 'harbor' }, HarborHost.prepared, body);

export interface Outcome {
  readonly code: number | null;
  readonly events: readonly Event[];
  /** Everything that was printed. */
  readonly text: string;
}

export class HarborHost {
  private readonly sums = new Map<string, string>();

  private constructor(readonly docker: DockerHost) {}

  /** With the script, and the stand-in's installers. */
  static async prepared(docker: DockerHost): Promise<HarborHost> {
    const host = new HarborHost(docker);
    await copyStandIn(docker, '/srv/files');
    await docker.write('/root/harbor-phase1.sh', readFileSync(join(ROOT, 'scripts/harbor-phase1.sh')));
    await docker.write('/root/harbor-files.py', readFileSync(join(__dirname, 'harbor-files.py')));
    await host.sh(`ip addr add ${ADDRESS}/32 dev lo`);
    for (const line of (await host.sh('cd /srv/files && sha256sum *')).trim().split('\n')) {
      const [sum, name] = line.split(/\s+/);
      host.sums.set(name!, sum!);
    }
    return host;
  }

  sh = (script: string) => this.docker.mustSh(script);

  sha256 = (file: string) => this.sums.get(file)!;

  /** Options for Harbor of a version from a local file, on a small machine. */
  options = (version: string = OLD, file = `harbor-offline-installer-v${version}.tgz`) =>
    [
      `--release ${version} --source /srv/files/${file} --sha256 ${this.sha256(file)}`,
      `--host ${ADDRESS} --data /srv/harbor --install /opt/harbor --min-free 1GB --min-memory 1GB --min-cpus 1`,
      '--trust docker --patience 90',
    ].join(' ');

  distribution = () =>
    `--registry distribution --source /srv/files/registry.tar --sha256 ${this.sha256('registry.tar')} ` +
    `--host ${ADDRESS} --data /srv/plain --install /opt/harbor --min-free 1GB --trust docker --patience 60`;

  async script(args: string, before = ''): Promise<Outcome> {
    const { code, stdout, stderr } = await this.docker.sh(`${before} bash /root/harbor-phase1.sh --json --yes ${args}`);
    return { code, events: eventsIn(stdout), text: stdout + stderr };
  }

  async apply(args: string, before = ''): Promise<Outcome> {
    const outcome = await this.script(args, before);
    if (outcome.code !== 0) throw new Error(`It ended with ${outcome.code}:\n${outcome.text.slice(-3000)}`);
    return outcome;
  }

  async planned(args: string): Promise<readonly string[] | string> {
    const { events, text } = await this.script(`--plan ${args}`);
    const refused = events.find((e) => e.event === 'refused');
    const plan = events.find((e) => e.event === 'plan');
    if (!refused && !plan) throw new Error(text);
    return refused?.code ?? plan!.changes!;
  }

  /** Runs it in the background, and kills its worker at this boundary, as the power would. */
  async killAt(boundary: string, args: string): Promise<void> {
    await this.sh(`
      mkdir -p -m 700 /run/edge-phase1 && echo ${boundary} > /run/edge-phase1/hold-at
      rm -f /run/edge-phase1/kill-*.jsonl /tmp/killed
      bash /root/harbor-phase1.sh --json --yes --run-id kill-$RANDOM ${args} > /tmp/killed 2>&1 &
      for i in $(seq 900); do grep -qs '"event":"held"' /tmp/killed && break; grep -qs '"event":"end"' /tmp/killed && break; sleep 0.1; done
      grep -qs '"event":"held"' /tmp/killed || { rm /run/edge-phase1/hold-at; tail -n 5 /tmp/killed >&2; exit 1; }
      pid=$(sed 's/.*"pid":\\([0-9]*\\).*/\\1/' /run/edge-phase1/lock)
      kill -9 -- -$pid; wait; rm -f /run/edge-phase1/hold-at`);
  }

  async result(): Promise<Record<string, unknown>> {
    return JSON.parse(await this.sh('cat /var/lib/edge-phase1/harbor.json')) as Record<string, unknown>;
  }

  /** Which containers run since when. */
  containers = () =>
    this.sh(
      `docker ps -a --format '{{.Names}}' | sort | xargs -r docker inspect --format '{{.Name}} {{.State.Running}} {{.State.StartedAt}}'`,
    );

  /** Pushes an image with a mark in it as the account for CI; pulls it again as the same one. */
  push = (name: string) =>
    this.sh(
      `${this.login} mkdir -p /tmp/i && echo ${name} > /tmp/i/mark && tar -C /tmp/i -c mark | docker import - ${name} && docker --config /tmp/login push -q ${name} && docker rmi ${name}`,
    );
  pull = (name: string) =>
    this.docker.sh(`${this.login} docker --config /tmp/login pull -q ${name} && docker rmi ${name}`);

  /** In the background, as long as /tmp/pulling is there; /tmp/pulls then has a line for each pull. */
  pullAllTheTime = (name: string) =>
    this.sh(`${this.login} docker --config /tmp/login pull -q ${name}; touch /tmp/pulling; rm -f /tmp/pulls /tmp/pulled
      (while [ -e /tmp/pulling ]; do docker --config /tmp/login pull -q ${name} && echo ok >> /tmp/pulls || echo failed >> /tmp/pulls; done
      touch /tmp/pulled) >/dev/null 2>&1 </dev/null &`);

  /** What Harbor's API tells the administrator. */
  api = async <T>(path: string): Promise<T> =>
    JSON.parse(
      await this.sh(
        `curl -sf -u "admin:$(cat /var/lib/edge-phase1/harbor/admin-password)" 'http://127.0.0.1:8085/api/v2.0/${path}'`,
      ),
    );

  /** What K3s would read, with the permissions of the file. */
  registries = async (): Promise<unknown> =>
    JSON.parse(
      await this.sh(`python3 -c '
import json, os, yaml
file = "/etc/rancher/k3s/registries.yaml"
print(json.dumps({"mode": oct(os.stat(file).st_mode)[-3:], **yaml.safe_load(open(file))}))'`),
    );

  robot = async (): Promise<{ name: string; secret: string }> =>
    JSON.parse(await this.sh('cat /var/lib/edge-phase1/harbor/robot.json'));

  restartDocker = (flags = '') =>
    this.sh(`
      pkill -x dockerd; while pgrep -x dockerd >/dev/null; do sleep 0.1; done
      setsid dockerd --iptables=false --ip6tables=false ${flags} >>/var/log/dockerd.log 2>&1 </dev/null &
      for i in $(seq 300); do docker version >/dev/null 2>&1 && exit 0; sleep 0.1; done; exit 1`);

  private readonly login = `
    set -e; mkdir -p /tmp/login
    python3 -c 'import base64, json; r = json.load(open("/var/lib/edge-phase1/harbor/robot.json")); print(json.dumps({"auths": {r["registry"]: {"auth": base64.b64encode((r["name"] + ":" + r["secret"]).encode()).decode()}}}))' > /tmp/login/config.json
  `;
}
