import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Output, run } from './command';
import { type FsckResult, fsckRoot } from './fsck';
import { clientKey, diskFile, findImage, type Image } from './image';
import {
  type AttachedDisk,
  forwardedPort,
  type Hardware,
  launch,
  plugDisk,
  type Qemu,
  qemuArguments,
  SNAPSHOT_HARDWARE,
} from './qemu';
import type { Qmp } from './qmp';
import { DISK_NAMES, DISKS, type DiskName, GIB, USER } from './recipe';
import { Relay } from './relay';
import { findSnapshot, type Snapshot, snapshotDisk, snapshotState } from './snapshot';
import { greets, knownHostsLine, type SshTarget, ssh } from './ssh';
import { ownedName, stateFolder, sweep } from './state';

export interface VmOptions {
  readonly name: string;
  /** Resume from this saved state; without it, boot from disks that have never been booted. */
  readonly snapshot?: Snapshot;
  /** Whether Docker starts with a cold boot. Default: as in the snapshot, and no Docker without one. */
  readonly docker?: boolean;
  /** Operations a second that each disk can do; without it they are as fast as this machine. */
  readonly iops?: number;
  /** Not together with a snapshot, which resumes only in the hardware it was taken in. */
  readonly cpus?: number;
  readonly memoryMiB?: number;
}

export interface ShellOptions {
  /** Default: root. */
  readonly user?: string;
  readonly stdin?: string | Buffer;
  /** Default: 300. */
  readonly timeoutSeconds?: number;
}

const BOOT_SECONDS = 600;
/** A resumed server answers within seconds. Once in some hundred times it never wakes up under emulation: it is resumed anew. */
const RESUME_SECONDS = 120;
const RESUMES = 3;
const BOOTS = 3;

/** Creates a test server and starts it; it answers SSH when this returns. */
export async function startVm(options: VmOptions): Promise<Vm> {
  for (let tries = options.snapshot ? RESUMES : 1; ; tries--) {
    const vm = await createVm(options);
    try {
      await vm.boot(tries > 1 ? RESUME_SECONDS : BOOT_SECONDS);
      return vm;
    } catch (error) {
      await vm.stop();
      if (tries === 1) throw error;
    }
  }
}

/** Creates a test server that is switched off. */
export async function createVm(options: VmOptions): Promise<Vm> {
  const { name, snapshot, docker = snapshot === 'docker', iops } = options;
  const image = checkedImage(options);
  const parent = join(stateFolder(), 'vm');
  sweep(parent);
  const folder = join(parent, ownedName(`${name}-${randomBytes(6).toString('hex')}`));
  mkdirSync(folder, { recursive: true });

  const { cpus = SNAPSHOT_HARDWARE.cpus, memoryMiB = SNAPSHOT_HARDWARE.memoryMiB } = options;
  const disks = await Promise.all(DISK_NAMES.map((disk) => overlay(image, folder, disk, snapshot)));
  const resume = snapshot && snapshotState(image, snapshot);
  return new Vm(image, folder, disks, { cpus, memoryMiB, docker, iops }, resume);
}

function checkedImage({ name, snapshot, cpus, memoryMiB }: VmOptions): Image {
  if (!/^[\w-]+$/.test(name)) throw new Error(`"${name}" is no name for a test server: letters, digits, _ and - only.`);
  if (snapshot && (cpus ?? memoryMiB) !== undefined) {
    throw new Error(
      `The snapshot "${snapshot}" resumes only in the hardware it was taken in: leave out one of the two.`,
    );
  }
  const image = findImage();
  if (image && (!snapshot || findSnapshot(image, snapshot))) return image;
  throw new Error(`The test server is not built yet. Build it: npm run lab image ${snapshot ?? ''}`.trim());
}

async function overlay(
  image: Image,
  folder: string,
  name: DiskName,
  snapshot: Snapshot | undefined,
): Promise<AttachedDisk> {
  const file = join(folder, `${name}.qcow2`);
  const base = snapshot
    ? ['-b', snapshotDisk(image, snapshot, name), '-F', 'qcow2']
    : ['-b', diskFile(image, name), '-F', 'raw'];
  await run(['qemu-img', 'create', '-q', '-f', 'qcow2', ...base, file]);
  return { name, serial: DISKS[name].serial, file };
}

/** A test server. Switched off it keeps its disks; `stop` deletes them. */
export class Vm {
  private readonly relay = new Relay(() => this.directPort);
  private relayPort: number | undefined;
  private directPort: number | undefined;
  private qemu: Qemu | undefined;

  constructor(
    private readonly image: Image,
    /** Disks, console.log, qemu.log and known_hosts. */
    readonly folder: string,
    readonly disks: AttachedDisk[],
    private readonly hardware: Hardware,
    /** Only the first boot resumes a saved state; afterwards the disks have moved on. */
    private resume: string | undefined,
  ) {}

  /** How the software under test reaches the server: through a network that `cutNetwork` can cut. */
  ssh(user: string = USER): SshTarget {
    if (this.relayPort === undefined) throw new Error('The test server has never been switched on.');
    return this.target(user, this.relayPort);
  }

  get qmp(): Qmp {
    return this.running().qmp;
  }

  /** Switches the server on, and waits until it has settled. */
  async boot(seconds: number = BOOT_SECONDS): Promise<void> {
    const resumed = await this.powerOn();
    for (let tries = BOOTS; !(await this.answers(seconds, tries === 1)); tries--) {
      await this.powerCut();
      await this.powerOn();
    }
    // After a resume the clock is behind by the time that the state lay on disk; the emulated hardware clock is not.
    if (resumed) await this.mustSh('date --set "@$(cat /sys/class/rtc/rtc0/since_epoch)"', { timeoutSeconds: seconds });
    else await this.sh('systemctl is-system-running --wait');
  }

  /** Switches the server on, and waits for nothing. Returns whether it resumed a saved state. */
  async powerOn(): Promise<boolean> {
    if (this.qemu) throw new Error('The test server is already running.');
    const { resume } = this;
    this.resume = undefined;
    const args = qemuArguments(this.image, this.hardware, this.disks);
    const qemu = await launch({ folder: this.folder, args, resume });
    this.qemu = qemu;
    qemu.exited.then(() => this.off(qemu));
    this.relayPort ??= await this.relay.listen();
    this.directPort = await forwardedPort(qemu.qmp).catch((error: Error) => {
      throw new Error(`${error.message}\n${readFileSync(join(this.folder, 'qemu.log'), 'utf8')}`);
    });
    this.writeKnownHosts(this.relayPort, this.directPort);
    if (resume) await qemu.qmp.execute('cont');
    return resume !== undefined;
  }

  /** No where the kernel fell over before it had seen a disk: the emulator's fault, and nothing has happened to the server yet. */
  private async answers(seconds: number, isLast: boolean): Promise<boolean> {
    try {
      await this.waitForSsh(seconds);
      return true;
    } catch (error) {
      if (isLast || !/^\[ +[0-4]\.\d+\] Kernel panic/m.test(this.console())) throw error;
      return false;
    }
  }

  async waitForSsh(seconds: number = BOOT_SECONDS): Promise<void> {
    const deadline = Date.now() + seconds * 1000;
    while (this.directPort !== undefined && Date.now() < deadline) {
      if (await greets(this.directPort, 2000)) return;
      if (this.console().includes('Kernel panic')) break;
      await sleep(100);
    }
    const lastLines = this.console().split('\n').slice(-40).join('\n');
    throw new Error(`The test server did not answer (at most ${seconds} s). Its console says:\n${lastLines}`);
  }

  /** Runs a shell script on the server, by a way that `cutNetwork` does not cut. */
  sh(script: string, { user = 'root', stdin = '', timeoutSeconds = 300 }: ShellOptions = {}): Promise<Output> {
    if (this.directPort === undefined) throw new Error('The test server is switched off.');
    const target = {
      ...this.target(user, this.directPort),
      controlPath: join(this.folder, `${user}-${this.directPort}`),
    };
    return ssh(target, script, { stdin, timeoutSeconds });
  }

  /** The same for a script that has to succeed; returns its standard output. */
  async mustSh(script: string, options: ShellOptions = {}): Promise<string> {
    const { code, stdout, stderr } = await this.sh(script, options);
    if (code === 0) return stdout;
    throw new Error(`On the test server, this ended with ${code}:\n${script}\n${stderr}`);
  }

  /** Copies a file onto the server as root, with these permissions (like "0755"). */
  async copyIn(local: string, remote: string, mode: string): Promise<void> {
    await this.mustSh(`install -D -m ${mode} /dev/stdin '${remote}'`, { stdin: readFileSync(local) });
  }

  /** Adds a blank disk, also to a running server, which has found it when this returns. Its serial is `EDGE-` and the name in capitals. */
  async addDisk(name: string, gib: number): Promise<void> {
    const disk = { name, serial: `EDGE-${name.toUpperCase()}`, file: join(this.folder, `${name}.qcow2`) };
    await run(['qemu-img', 'create', '-q', '-f', 'qcow2', disk.file, String(gib * GIB)]);
    this.disks.push(disk);
    if (!this.qemu) return;
    await plugDisk(this.qemu.qmp, disk, this.disks.length - 1, this.hardware.iops);
    await this.mustSh(`until ls /dev/disk/by-id/*${disk.serial} && udevadm settle; do sleep 0.2; done`);
  }

  /** Makes a disk larger, also under a running server: there is space behind its last partition now. */
  async growDisk(name: string, gib: number): Promise<void> {
    if (!this.qemu) {
      await run(['qemu-img', 'resize', '-q', this.disk(name).file, String(gib * GIB)]);
      return;
    }
    await this.qemu.qmp.execute('block_resize', { device: name, size: gib * GIB });
    await this.mustSh('for device in /sys/class/scsi_device/*; do echo 1 > $device/device/rescan; done');
  }

  /** Pulls the plug: memory is lost, what had reached the disks stays. */
  async powerCut(): Promise<void> {
    const qemu = this.running();
    await qemu.kill();
    this.off(qemu);
  }

  /** Shuts down as an operator would. */
  async shutdown(): Promise<void> {
    const qemu = this.running();
    await this.sh('systemctl poweroff --no-block');
    await qemu.exited;
    this.off(qemu);
  }

  /** `reset` breaks connections at once and refuses new ones; `stall` keeps them without passing a byte. */
  cutNetwork(how: 'reset' | 'stall'): void {
    if (how === 'reset') this.relay.sever();
    else this.relay.stall();
  }

  restoreNetwork(): void {
    this.relay.restore();
  }

  /** Checks the root file system from outside, on a copy with its journal replayed. The server has to be off. */
  async fsck(): Promise<FsckResult> {
    if (this.qemu) throw new Error('Switch the test server off before its file system is checked from outside.');
    return fsckRoot(this.disk('system').file, this.folder);
  }

  /** Switches off with the memory saved in the file `state` of the folder, and leaves the disks as they are then. */
  async save(): Promise<void> {
    const qemu = this.running();
    await qemu.qmp.execute('stop');
    await qemu.qmp.execute('migrate-set-parameters', { 'max-bandwidth': 64 * GIB });
    await qemu.qmp.execute('migrate', { uri: 'exec:cat > state' });
    for (;;) {
      const { status } = await qemu.qmp.execute<{ status: string }>('query-migrate');
      if (status === 'completed') break;
      if (status === 'failed') throw new Error('QEMU could not save the state of the test server.');
      await sleep(100);
    }
    await qemu.qmp.execute('quit');
    await qemu.exited;
  }

  /** Kills the server, and deletes its disks. */
  async stop(): Promise<void> {
    await this.qemu?.kill();
    this.relay.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private running(): Qemu {
    if (!this.qemu) throw new Error('The test server is switched off.');
    return this.qemu;
  }

  private off(qemu: Qemu): void {
    if (this.qemu !== qemu) return;
    this.qemu = undefined;
    this.directPort = undefined;
  }

  private console(): string {
    return readFileSync(join(this.folder, 'console.log'), 'utf8');
  }

  private disk(name: string): AttachedDisk {
    const disk = this.disks.find((candidate) => candidate.name === name);
    if (!disk) throw new Error(`The test server has no disk "${name}".`);
    return disk;
  }

  private get knownHosts(): string {
    return join(this.folder, 'known_hosts');
  }

  private target(user: string, port: number): SshTarget {
    return { host: '127.0.0.1', port, user, keyFile: clientKey(this.image, user), knownHosts: this.knownHosts };
  }

  private writeKnownHosts(...ports: readonly number[]): void {
    const publicKey = readFileSync(this.image.hostKey, 'utf8');
    writeFileSync(this.knownHosts, ports.map((port) => knownHostsLine('127.0.0.1', port, publicKey)).join(''));
  }
}
