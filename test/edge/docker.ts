import { resolve } from 'node:path';
import { prepare } from '../../lab/prepare';
import { startVm, type Vm } from '../../lab/vm';
import type { Evidence } from '../../src/evidence/evidence';
import { evidenceOf, type ScriptAnswer, type ScriptEvent } from './server';

export const FILE = '/etc/docker/daemon.json';
export const SCRIPT = resolve(__dirname, '../../scripts/docker-config-phase1.sh');

/** A server with Docker: a virtual one, or Docker in namespaces of its own. */
export type Server = Pick<Vm, 'sh' | 'mustSh'>;

/** Makes an image of nothing but busybox. */
export const imageScript = [
  'mkdir -p /beats /tmp/image && cp /bin/busybox /tmp/image',
  "printf 'FROM scratch\\nCOPY busybox /\\n' > /tmp/image/Dockerfile && docker build -q -t busy /tmp/image",
].join('\n');

/** A test server with Docker, an image of nothing but busybox, and the script. The caller stops it. */
export async function dockerServer(): Promise<Vm> {
  await prepare('docker');
  const vm = await startVm({ name: 'docker', snapshot: 'docker' });
  await vm.copyIn(SCRIPT, '/root/docker-config-phase1.sh', '0755');
  await vm.mustSh(imageScript);
  return vm;
}

/** Starts a container that writes the time of the server's clock since boot, in seconds, every 100 ms. */
export const startBeat = (vm: Server, name: string, options: string) =>
  vm.mustSh(
    `docker run -d --name ${name} ${options} -v /beats:/beats busy /busybox sh -c '` +
      `trap exit TERM; while :; do /busybox cut -d" " -f1 /proc/uptime >> /beats/${name}; /busybox usleep 100000; done'`,
  );

/** The longest time in seconds without a beat since this many beats were there. */
export async function longestGap(vm: Server, name: string, since: number): Promise<number> {
  const text = await vm.mustSh(`tail -n +${Math.max(1, since)} /beats/${name}`);
  const beats = text.split('\n').filter(Boolean).map(Number);
  return Math.max(...beats.slice(1).map((beat, i) => beat - beats[i]!));
}

export const beats = async (vm: Server, name: string) => Number(await vm.mustSh(`wc -l < /beats/${name}`));

/** Since when each container runs; another time after each start of it. */
export const startedAt = (vm: Server) =>
  vm.mustSh("docker inspect --format '{{.Name}} {{.State.Running}} {{.State.StartedAt}}' $(docker ps -aq) | sort");

export async function dockerScript(vm: Server, args: string): Promise<ScriptAnswer> {
  const answer = await vm.sh(`bash /root/docker-config-phase1.sh --json ${args}`);
  const events = answer.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as ScriptEvent);
  return { ...answer, events };
}

/** Settings as the configuration has them and as the script's options; `null` leaves one as it is. */
export type Settings = Readonly<Record<string, string | number | boolean | null>>;

export const asFlags = (settings: Settings): readonly string[] =>
  Object.entries(settings).flatMap(([key, value]) => ['--set', `docker_config.settings.${key}=${value}`]);
export const asOptions = (settings: Settings): string =>
  Object.entries(settings)
    .map(([key, value]) => `--set ${key}=${value ?? 'keep'}`)
    .join(' ');

/** Only what a reload is enough for. */
export const RELOADED: Settings = {
  'storage-driver': null,
  'log-driver': null,
  'log-opts.max-size': null,
  'log-opts.max-file': null,
};

/** What both planners, the one in TypeScript and the one in the script, say to these settings. */
export const planned = async (vm: Vm, settings: Settings = {}) =>
  samePlan(vm, settings, await evidenceOf(vm, ['plan', 'docker-config', ...asFlags(settings)]));

/** The changes, or the code of the refusal, once the script's plan has been found to be the same. */
export async function samePlan(
  vm: Server,
  settings: Settings,
  { steps }: Pick<Evidence, 'steps'>,
): Promise<readonly string[] | string> {
  const plan = steps[0]!.plan!;
  const answer = await dockerScript(vm, `--plan ${asOptions(settings)}`);
  const refused = answer.events.find((e) => e.event === 'refused');
  if (refused || 'refusal' in plan) {
    expect('refusal' in plan && plan.refusal.code).toBe(refused?.code);
    return refused!.code!;
  }
  const said = answer.events.find((e) => e.event === 'plan') as (ScriptEvent & Record<string, unknown>) | undefined;
  const changes = plan.verdict === 'changes' ? plan.changes.map((change) => change.id) : [];
  expect(said).toMatchObject({ changes, file_sha256: plan.basis.file_sha256, settings: plan.basis.settings });
  return changes;
}

export const fileText = (vm: Server) => vm.mustSh(`cat ${FILE} 2>/dev/null || true`);
export const sumOf = async (vm: Server) =>
  (await vm.mustSh(`sha256sum ${FILE} 2>/dev/null || echo none`)).split(' ')[0]!.trim();
export const writeFile = (vm: Server, text: string) =>
  vm.mustSh(`mkdir -p /etc/docker && cat > ${FILE}`, { stdin: text });
