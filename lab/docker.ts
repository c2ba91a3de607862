import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { attempt, type CommandOptions, type Output, run } from './command';
import { dockerRoot } from './docker-root';
import { type Ability, canRunLab } from './machine';
import { ownedName, stateFolder, sweep } from './state';

/**
 * A Docker host without a VM: Debian's Docker in namespaces of its own, at the full speed of this machine. It has its own
 * root folder, processes and network (loopback only, so no build can reach anything), and its own daemon. What runs in it
 * cannot be seen by, and does not touch, a Docker of this machine. It has no systemd.
 */
export interface DockerHost {
  /** Its first process, as this machine sees it: for what has to enter its network, or to read its files. */
  readonly pid: string;
  /** Runs a shell script in it, as root. */
  sh(script: string, options?: CommandOptions): Promise<Output>;
  /** The same for a script that has to succeed; returns its standard output. */
  mustSh(script: string, options?: CommandOptions): Promise<string>;
  /** Writes a file into it; folders are made. */
  write(path: string, content: string | Buffer, mode?: string): Promise<void>;
  /** Ends all that runs in it, and deletes it. */
  stop(): Promise<void>;
}

export interface DockerHostOptions {
  readonly name: string;
  /** Size of a file system of its own for Docker's data; without it the data lies on this machine's. */
  readonly diskMiB?: number;
  /** Operations a second that this file system's disk can do, as `120` for a hard disk. Only with `diskMiB`. */
  readonly iops?: number;
}

export function canRunDocker(): Ability {
  const lab = canRunLab();
  if (!lab.ok) return lab;
  const has = (name: string) => new RegExp(`\\t${name}$`, 'm').test(readFileSync('/proc/filesystems', 'utf8'));
  return has('overlay') ? { ok: true } : { ok: false, why: 'Docker needs overlayfs (modprobe overlay)' };
}

/** The first process: mounts, then the daemon, and then it waits, so that it takes in orphans. `$1` root, `$2` folder, `$3` device. */
const INIT = `
set -e
mount --make-rprivate /
mount -t overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/work" overlay "$2/root"
mount -t proc proc "$2/root/proc"
mount --rbind /sys "$2/root/sys"
mount --rbind /dev "$2/root/dev"
mount -t tmpfs tmpfs "$2/root/run"
mkdir -p "$2/root/var/lib/docker"
if [ -n "$3" ]; then mount "$3" "$2/data"; fi
mount --bind "$2/data" "$2/root/var/lib/docker"
cd "$2/root"
exec chroot . /bin/bash -c '
ip link set lo up
dockerd --iptables=false --ip6tables=false >/var/log/dockerd.log 2>&1 </dev/null &
while :; do sleep 3600 & wait $!; done'
`;

const ENV = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root', LC_ALL: 'C' };

/** Starts a Docker host; its daemon answers when this returns. */
export async function startDocker(options: DockerHostOptions): Promise<DockerHost> {
  const root = await dockerRoot();
  const parent = join(stateFolder(), 'docker-hosts');
  sweep(parent);
  const folder = join(parent, ownedName(`${options.name}-${Date.now().toString(36)}`));
  for (const name of ['upper', 'work', 'root', 'data']) mkdirSync(join(folder, name), { recursive: true });
  const disk = await makeDisk(folder, options);
  const namespaces = ['--mount', '--pid', '--net', '--ipc', '--uts', '--fork', '--kill-child=KILL'];
  const child = spawn('unshare', [...namespaces, 'bash', '-c', INIT, 'bash', root, folder, disk.device], {
    env: ENV,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));

  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    await disk.remove();
    await removed(folder);
  };
  try {
    const init = await firstProcess(child.pid!);
    const enter = ['nsenter', '-t', init, '-m', '-p', '-n', '-i', '-u', '-r', '-w', 'bash', '-c'];
    const sh = (script: string, more: CommandOptions = {}) => attemptIn([...enter, script], more);
    const host = hostOf(init, sh, stop);
    await host.mustSh('for i in $(seq 600); do docker version >/dev/null 2>&1 && exit 0; sleep 0.1; done; exit 1');
    return host;
  } catch (error) {
    const log = join(folder, 'upper/var/log/dockerd.log');
    const last = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-5).join('\n') : '';
    await stop();
    throw new Error(`The Docker host did not start: ${(error as Error).message}\n${said}${last}`);
  }
}

function hostOf(pid: string, sh: DockerHost['sh'], stop: DockerHost['stop']): DockerHost {
  const mustSh: DockerHost['mustSh'] = async (script, options) => {
    const { code, stdout, stderr } = await sh(script, options);
    if (code === 0) return stdout;
    throw new Error(`On the Docker host, this ended with ${code}:\n${script}\n${stderr}`);
  };
  const write: DockerHost['write'] = async (path, content, mode = '0644') => {
    const quoted = `'${path.replaceAll("'", "'\\''")}'`;
    await mustSh(`mkdir -p "$(dirname ${quoted})" && cat > ${quoted} && chmod ${mode} ${quoted}`, { stdin: content });
  };
  return { pid, sh, mustSh, write, stop };
}

const attemptIn = (argv: readonly string[], options: CommandOptions): Promise<Output> =>
  attempt(argv, { timeoutSeconds: 300, ...options, env: { ...ENV, ...options.env } });

/** The child of unshare, once it has entered its root folder. */
async function firstProcess(unshare: number): Promise<string> {
  for (let k = 0; k < 100; k++) {
    const pid = (await attemptIn(['pgrep', '-P', String(unshare)], {})).stdout.trim();
    if (pid && (await attemptIn(['readlink', `/proc/${pid}/root`], {})).stdout.trim().endsWith('/root')) return pid;
    await sleep(50);
  }
  throw new Error('its first process did not begin');
}

interface PrivateDisk {
  /** Empty where Docker's data lies in a plain folder. */
  readonly device: string;
  remove(): Promise<void>;
}

async function makeDisk(folder: string, { diskMiB, iops }: DockerHostOptions): Promise<PrivateDisk> {
  if (diskMiB === undefined) return { device: '', remove: async () => {} };
  const file = join(folder, 'disk');
  writeFileSync(file, '');
  truncateSync(file, diskMiB * 1024 * 1024);
  await run(['mke2fs', '-q', '-F', '-t', 'ext4', '-E', 'assume_storage_prezeroed=1', file]);
  const slow = iops === undefined ? undefined : await throttled(file, join(folder, 'slow'), iops);
  const device = (await run(['losetup', '--find', '--show', slow?.file ?? file])).trim();
  return {
    device,
    remove: async () => {
      await attemptIn(['losetup', '--detach', device], {});
      await slow?.end();
    },
  };
}

/** The same bytes as those of `raw`, through a file that does so many operations a second: QEMU's throttle over FUSE. */
async function throttled(raw: string, file: string, iops: number) {
  writeFileSync(file, '');
  const child = spawn(
    'qemu-storage-daemon',
    [
      ...['--object', `throttle-group,id=slow,limits.iops-total=${iops}`],
      ...['--blockdev', `driver=file,node-name=raw,filename=${raw}`],
      ...['--blockdev', 'driver=throttle,node-name=throttled,throttle-group=slow,file=raw'],
      ...['--export', `type=fuse,id=slow,node-name=throttled,mountpoint=${file},writable=on`],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  for (let k = 0; readFileSync('/proc/mounts', 'utf8').includes(` ${file} `) === false; k++) {
    if (k === 100) throw new Error('the slow disk did not appear');
    await sleep(50);
  }
  const end = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { file, end };
}

/** Mounts of a namespace that has just ended may take a moment to go. */
async function removed(folder: string): Promise<void> {
  for (let k = 0; ; k++) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (error) {
      if (k === 20) throw error;
      await sleep(250);
    }
  }
}

/** An image to build on that needs no network: BusyBox in an empty image. */
export async function baseImage(host: DockerHost, tag = 'base:1'): Promise<void> {
  await host.mustSh(`
    cd "$(mktemp -d)" && cp /bin/busybox . &&
    printf 'FROM scratch\\nCOPY busybox /bin/busybox\\nRUN ["/bin/busybox", "--install", "-s", "/bin"]\\n' > Dockerfile &&
    docker build --network none --tag ${tag} . && docker builder prune --all --force`);
}
