import { type Captured, NOT_RUN, type Read, type ReadResult } from '../host/host';
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

/** What the running daemon says of itself. */
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
  /** The Compose project that it belongs to; empty for none. */
  readonly project: string;
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
const SOCKET = '/run/docker.sock';

type Words = readonly (string | Captured)[];

/** Through Docker's API: `docker info` says the same, but starts each plugin of the client first, which takes seconds. */
const info = (socket: string | Captured): Words => [
  ...['curl', '-q', '-sS', '--noproxy', 'docker', '--max-time', '60', '--unix-socket', socket, 'http://docker/info'],
];

/**
 * The API would tell commands and labels too, and passwords stand in them at times. Written without a space, because it has
 * to stand in a sudoers line; the label is quoted as in an address, so that it can hold no line end and no `|`.
 */
const CONTAINER =
  '{{.ID}}|{{.Names}}|{{.Image}}|{{.State}}|{{.Status}}|{{`com.docker.compose.project`|.Label|urlquery}}';
const ps = (host: string | Captured): Words => [
  'docker',
  '-H',
  host,
  'ps',
  '--all',
  '--no-trunc',
  '--format',
  CONTAINER,
];

/** As they run, for the sudoers file. */
export const DOCKER_ROOT_READS = [info(SOCKET), ps(`unix://${SOCKET}`)] as readonly (readonly string[])[];

const UNIT_FIELDS = 'LoadState,ActiveState,FragmentPath,DropInPaths,InvocationID,CanReload,MainPID,ExecStart';

/**
 * How systemd runs Docker, and then one line where K3s is told to run its pods in it. Commands are not shown: that of K3s
 * holds its token.
 */
const UNIT = [
  `systemctl show docker.service k3s.service k3s-agent.service -p ${UNIT_FIELDS} |`,
  `sed -E -e '1,/^$/{/^ExecStart=/d;b}' -e '/^ExecStart=.* --docker[ ;=]/!d' -e 's/.*/K3s=docker/'`,
].join(' ');

/** Asking a Docker that does not run would start it, through its socket: the address is only told where it runs. */
const ADDRESS = `case $1 in *ActiveState=active* | *ActiveState=reloading*) echo ${SOCKET};; *) exit 3;; esac`;

/** The command line of the running daemon, one word a line, without the values of its flags. */
const FLAGS = [
  `pid=\${1#*MainPID=}; tr '\\0' '\\n' < "/proc/\${pid%%[!0-9]*}/cmdline" |`,
  `sed -E -e 1d -e '/^--config-file$/{n;b}' -e '/^--config-file=/b'`,
  `-e 's/^(--[^=]+)=.*/\\1/' -e 's/^(-[^-]).+/\\1/' -e '/^[^-]/d'`,
].join(' ');

/** Owner, name and control group of daemons and of GitHub's runners. Ends with 1 where there are none. */
const PROCESSES = ['ps', '-ww', '-C', 'dockerd,Runner.Listener', '-o', 'uid=,comm=,cgroup='];

export const dockerReads: readonly Read[] = [
  { id: 'dockerd_unit', argv: ['sh', '-c', UNIT], inShell: true },
  { id: 'dockerd_socket', argv: ['sh', '-c', ADDRESS, 'socket', { from: 'dockerd_unit' }], inShell: true },
  { id: 'dockerd_info', argv: info({ from: 'dockerd_socket' }), root: true },
  { id: 'dockerd_ps', argv: ps({ from: 'dockerd_socket', prefix: 'unix://' }), root: true },
  { id: 'dockerd_snap', argv: ['test', '-e', '/snap/docker/current'], inShell: true },
  { id: 'dockerd_flags', argv: ['sh', '-c', FLAGS, 'flags', { from: 'dockerd_unit' }], inShell: true },
  ...daemonFileReads,
  { id: 'in_container', argv: ['sh', '-c', 'test -e /.dockerenv || test -e /run/.containerenv'], inShell: true },
  { id: 'dockerd_processes', argv: PROCESSES },
  { id: 'dockerd_k3s', argv: ['grep', '-Eos', '^docker: *"?true', '/etc/rancher/k3s/config.yaml'] },
];

export function dockerFacts(results: readonly ReadResult[], say = ENGLISH): DockerFacts {
  const daemon = daemonOf(results, say);
  const containers = containersOf(results, say);
  const names = 'unreadable' in containers ? [] : containers.map(({ name }) => name);
  const processes = (outputOf(results, 'dockerd_processes') ?? '').split('\n');
  return {
    daemon,
    containers,
    file: daemonFile(results, say),
    unit: unitOf(results),
    flags: flagsOf(results, say),
    snap: outputOf(results, 'dockerd_snap') !== undefined,
    usersOwn: processes.some((line) => /^ *[1-9]\d* +dockerd /.test(line)),
    insideContainer: outputOf(results, 'in_container') !== undefined,
    runnersInContainers: processes.filter((line) => /^ *\d+ +Runner\.Listener .*docker/.test(line)).length,
    kubernetesOnDocker:
      /^K3s=docker$/m.test(outputOf(results, 'dockerd_unit') ?? '') ||
      (outputOf(results, 'dockerd_k3s') ?? '') !== '' ||
      names.some((name) => /^k8s_/.test(name)),
  };
}

function daemonOf(results: readonly ReadResult[], say: FactTexts): Daemon | Unreadable {
  const info = jsonOf(results, 'dockerd_info') as Record<string, unknown> | undefined;
  // What the API says when something is wrong is JSON too.
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
      const [id = '', name = '', image = '', state = '', status = '', project = ''] = line.split('|');
      return { id, name, image, state, status, project };
    });
}

function silent(results: readonly ReadResult[], id: string, texts: FactTexts): Unreadable {
  const say = texts.docker;
  const result = resultOf(results, id);
  if (result.code === NOT_RUN) return say.notAsked;
  if (isNotInstalled(result)) return { ...(result.argv[0] === 'curl' ? say.noCurl : say.noCommand), noTool: true };
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
