import { NOT_RUN, type Read, type ReadResult } from '../host/host';
import { type DaemonFile, daemonFile, daemonFileReads } from './daemon-file';
import {
  ENGLISH,
  type FactTexts,
  isNotInstalled,
  jsonOf,
  lastWords,
  outputOf,
  resultOf,
  rightWayOut,
  type Unreadable,
} from './reading';

/** What the running daemon says of itself (`docker info`). */
export interface Daemon {
  readonly version: string;
  /** `overlay2`, or `overlayfs` where containerd keeps the images. */
  readonly storageDriver: string;
  readonly logDriver: string;
  readonly liveRestore: boolean;
  readonly rootFolder: string;
  readonly rootless: boolean;
  /** `inactive` without swarm mode. */
  readonly swarm: string;
  readonly running: number;
}

export interface Container {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  /** In Docker's words: `running`, `exited`, `restarting`, ... */
  readonly state: string;
  /** For people: `Up 3 hours (healthy)`. */
  readonly status: string;
}

/** How Docker was installed and is started. */
export interface DockerUnit {
  /** False where systemd does not know `docker.service`. */
  readonly loaded: boolean;
  readonly active: boolean;
  readonly file: string;
  readonly dropIns: readonly string[];
  /** Another one after each start; empty where it is not known. */
  readonly invocation: string;
  readonly canReload: boolean;
}

export interface DockerFacts {
  readonly daemon: Daemon | Unreadable;
  readonly containers: readonly Container[] | Unreadable;
  readonly file: DaemonFile;
  readonly unit: DockerUnit;
  /** Names of the flags of the running daemon, and for `--config-file` its value too. Other values may be secrets. */
  readonly flags: readonly string[] | Unreadable;
  /** Docker from a snap has its files elsewhere and mends them itself. */
  readonly snap: boolean;
  /** A daemon that runs for another user than root; it has its files in the home of that user. */
  readonly usersOwn: boolean;
  /** What reads this is in a container itself: neither its files nor its systemd are the host's. */
  readonly insideContainer: boolean;
  /** GitHub runners on the host that live in a Docker container, and so end with Docker. */
  readonly runnersInContainers: number;
  /** Whether Kubernetes (K3s) runs its pods in Docker; they are then restarted with it. */
  readonly kubernetesOnDocker: boolean;
}

// Named, so that a context or DOCKER_HOST of the user does not lead to another machine.
export const DOCKER_SOCKET = 'unix:///run/docker.sock';

/** Written without a space, because it has to stand in a sudoers line. */
const INFO = ['info', '--format', '{{.|json}}'];
/** Neither commands nor labels: passwords stand in them at times. */
const PS = [...['ps', '--all', '--no-trunc', '--format'], '{{.ID}}|{{.Names}}|{{.Image}}|{{.State}}|{{.Status}}'];

/** As they run, for the sudoers file. */
export const DOCKER_INFO_READ: readonly string[] = ['docker', '-H', DOCKER_SOCKET, ...INFO];
export const DOCKER_PS_READ: readonly string[] = ['docker', '-H', DOCKER_SOCKET, ...PS];

/** Asking a Docker that does not run would start it, through its socket: the address is only told where it runs. */
export const DOCKER_ADDRESS: Read = {
  id: 'dockerd_socket',
  argv: ['sh', '-c', `systemctl is-active --quiet docker.service && echo ${DOCKER_SOCKET}`],
};
/** A command of Docker's client that is not run where Docker does not run; after `DOCKER_ADDRESS` in the batch. */
export const asking = (words: readonly string[]): Read['argv'] => [
  'docker',
  '-H',
  { from: DOCKER_ADDRESS.id },
  ...words,
];

const UNIT_FIELDS = 'LoadState,ActiveState,FragmentPath,DropInPaths,InvocationID,CanReload';

/** The command line of the running daemon, one word a line, without the values of its flags. */
const FLAGS = [
  `tr '\\0' '\\n' < "/proc/$(systemctl show -p MainPID --value docker.service)/cmdline" |`,
  `sed -E -e 1d -e '/^--config-file$/{n;b}' -e '/^--config-file=/b'`,
  `-e 's/^(--[^=]+)=.*/\\1/' -e 's/^(-[^-]).+/\\1/' -e '/^[^-]/d'`,
].join(' ');

const RUNNERS = 'for p in $(pgrep -x Runner.Listener); do grep -qs docker "/proc/$p/cgroup" && echo "$p"; done; true';

const USERS_OWN = 'for p in $(pgrep -x dockerd); do stat -c %u "/proc/$p"; done | grep -vx 0; true';

/** Only whether the flag is there: the command line of K3s holds its token. */
const K3S = [
  `systemctl show -p ExecStart k3s.service k3s-agent.service 2>/dev/null | grep -o -e ' --docker[ ;=]'`,
  `grep -Eos '^docker: *"?true' /etc/rancher/k3s/config.yaml`,
  'true',
].join('; ');

export const dockerReads: readonly Read[] = [
  DOCKER_ADDRESS,
  { id: 'dockerd_info', argv: asking(INFO), root: true },
  { id: 'dockerd_ps', argv: asking(PS), root: true },
  { id: 'dockerd_unit', argv: ['systemctl', 'show', 'docker.service', '-p', UNIT_FIELDS] },
  { id: 'dockerd_snap', argv: ['test', '-e', '/snap/docker/current'] },
  { id: 'dockerd_users_own', argv: ['sh', '-c', USERS_OWN] },
  { id: 'dockerd_flags', argv: ['sh', '-c', FLAGS] },
  ...daemonFileReads,
  { id: 'in_container', argv: ['sh', '-c', 'test -e /.dockerenv || test -e /run/.containerenv'] },
  { id: 'dockerd_runners', argv: ['sh', '-c', RUNNERS] },
  { id: 'dockerd_k3s', argv: ['sh', '-c', K3S] },
];

export function dockerFacts(results: readonly ReadResult[], say = ENGLISH): DockerFacts {
  const daemon = daemonOf(results, say);
  const containers = containersOf(results, say);
  const names = 'unreadable' in containers ? [] : containers.map(({ name }) => name);
  return {
    daemon,
    containers,
    file: daemonFile(results, say),
    unit: unitOf(results),
    flags: flagsOf(results, say),
    snap: outputOf(results, 'dockerd_snap') !== undefined,
    usersOwn: (outputOf(results, 'dockerd_users_own') ?? '') !== '',
    insideContainer: outputOf(results, 'in_container') !== undefined,
    runnersInContainers: (outputOf(results, 'dockerd_runners') ?? '').split('\n').filter(Boolean).length,
    kubernetesOnDocker: (outputOf(results, 'dockerd_k3s') ?? '') !== '' || names.some((name) => /^k8s_/.test(name)),
  };
}

function daemonOf(results: readonly ReadResult[], say: FactTexts): Daemon | Unreadable {
  const info = jsonOf(results, 'dockerd_info') as Record<string, unknown> | undefined;
  // Without a daemon, the client still answers, with code 0 in older versions.
  if (typeof info?.ServerVersion !== 'string' || info.ServerVersion === '') return silent(results, 'dockerd_info', say);
  const text = (name: string) => (typeof info[name] === 'string' ? info[name] : '');
  return {
    version: info.ServerVersion,
    storageDriver: text('Driver'),
    logDriver: text('LoggingDriver'),
    liveRestore: info.LiveRestoreEnabled === true,
    rootFolder: text('DockerRootDir'),
    rootless: Array.isArray(info.SecurityOptions) && info.SecurityOptions.includes('name=rootless'),
    swarm: stateOfSwarm(info.Swarm),
    running: Number(info.ContainersRunning ?? 0),
  };
}

const stateOfSwarm = (swarm: unknown): string =>
  String((swarm as { LocalNodeState?: string } | undefined)?.LocalNodeState || 'inactive');

function containersOf(results: readonly ReadResult[], say: FactTexts): readonly Container[] | Unreadable {
  const text = outputOf(results, 'dockerd_ps');
  if (text === undefined) return silent(results, 'dockerd_ps', say);
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [id = '', name = '', image = '', state = '', ...status] = line.split('|');
      return { id, name, image, state, status: status.join('|') };
    });
}

function silent(results: readonly ReadResult[], id: string, texts: FactTexts): Unreadable {
  const say = texts.docker;
  const result = resultOf(results, id);
  if (result.code === NOT_RUN) return say.notAsked;
  if (isNotInstalled(result)) return say.noCommand;
  return {
    unreadable: say.silent(result.code === 0 ? say.noVersion : lastWords(result, texts)),
    wayOut: rightWayOut(results, id, texts) ?? say.seeUnit,
  };
}

function unitOf(results: readonly ReadResult[]): DockerUnit {
  const text = outputOf(results, 'dockerd_unit') ?? '';
  const field = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1] ?? '';
  return {
    loaded: field('LoadState') === 'loaded',
    active: field('ActiveState') === 'active',
    file: field('FragmentPath'),
    dropIns: field('DropInPaths').split(' ').filter(Boolean),
    invocation: field('InvocationID'),
    canReload: field('CanReload') === 'yes',
  };
}

function flagsOf(results: readonly ReadResult[], say: FactTexts): readonly string[] | Unreadable {
  const text = outputOf(results, 'dockerd_flags');
  if (text !== undefined) return text.split('\n').filter(Boolean);
  const result = resultOf(results, 'dockerd_flags');
  return say.docker.flags(lastWords(result, say));
}
