import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Image } from './image';
import { Qmp } from './qmp';
import { kernelCommandLine } from './recipe';

export interface AttachedDisk {
  readonly name: string;
  readonly serial: string;
  /** A qcow2 file. */
  readonly file: string;
}

export interface Hardware {
  readonly cpus: number;
  readonly memoryMiB: number;
  readonly docker: boolean;
  readonly iops: number | undefined;
}

/**
 * A saved state resumes only in a machine of the same kind. One processor: QEMU must not emulate several in parallel,
 * because a kernel that patches its own code then runs into stale translations and panics, about once in 25 boots.
 */
export const SNAPSHOT_HARDWARE = { cpus: 1, memoryMiB: 2048 };

/**
 * What costs an emulated processor most is left out: with ERMS the kernel clears and copies memory byte by byte, SMAP ends a
 * translated block at every access to user memory, and AVX is emulated by calls. Measured on one boot each: to SSH 34 s
 * instead of 48, a hundred programs 2.9 s instead of 5.2.
 */
const CPU = 'max,la57=off,svm=off,erms=off,avx=off,avx2=off,smap=off,smep=off';

/** Drive options: this machine's page cache keeps what the guest wrote when QEMU is killed; flushes are honoured. */
function drive(disk: AttachedDisk, iops: number | undefined): string {
  const throttle = iops === undefined ? '' : `,throttling.iops-total=${iops}`;
  const file = disk.file.replaceAll(',', ',,');
  return `if=none,id=${disk.name},file=${file},format=qcow2,cache=writeback,discard=unmap${throttle}`;
}

function driveAndDevice(disk: AttachedDisk, scsiId: number, iops: number | undefined): string[] {
  const device = `scsi-hd,bus=scsi.0,scsi-id=${scsiId},drive=${disk.name},serial=${disk.serial}`;
  return ['-drive', drive(disk, iops), '-device', device];
}

export function qemuArguments(image: Image, hardware: Hardware, disks: readonly AttachedDisk[]): string[] {
  return [
    ...['-nodefaults', '-no-user-config', '-display', 'none', '-qmp', 'stdio', '-serial', 'file:console.log'],
    ...['-machine', 'pc', '-accel', 'tcg,thread=single,tb-size=512', '-cpu', CPU],
    ...['-smp', String(hardware.cpus), '-m', String(hardware.memoryMiB), '-rtc', 'base=utc,clock=host'],
    ...['-kernel', image.kernel, '-initrd', image.initrd, '-append', kernelCommandLine(hardware.docker)],
    // A new generation id tells the kernel of a resumed machine to draw new random numbers.
    ...['-device', 'virtio-rng-pci', '-device', 'vmgenid,guid=auto'],
    ...['-netdev', 'user,id=net,restrict=on,hostfwd=tcp:127.0.0.1:0-:22'],
    ...['-device', 'virtio-net-pci,netdev=net,romfile='],
    ...['-device', 'virtio-scsi-pci,id=scsi'],
    ...disks.flatMap((disk, index) => driveAndDevice(disk, index, hardware.iops)),
  ];
}

/** Plugs a disk into a running machine. */
export async function plugDisk(qmp: Qmp, disk: AttachedDisk, scsiId: number, iops: number | undefined): Promise<void> {
  await qmp.human(`drive_add dummy ${drive(disk, iops)}`);
  const device = { driver: 'scsi-hd', bus: 'scsi.0', 'scsi-id': scsiId, drive: disk.name, serial: disk.serial };
  await qmp.execute('device_add', device);
}

/** A running QEMU. */
export interface Qemu {
  readonly qmp: Qmp;
  readonly exited: Promise<void>;
  kill(): Promise<void>;
}

export interface Launch {
  /** Working folder: console.log and qemu.log lie here. */
  readonly folder: string;
  readonly args: readonly string[];
  /** File with the saved state to resume from. */
  readonly resume: string | undefined;
}

export async function launch({ folder, args, resume }: Launch): Promise<Qemu> {
  const log = openSync(join(folder, 'qemu.log'), 'a');
  const state = resume === undefined ? [] : [openSync(resume, 'r')];
  const incoming = resume === undefined ? [] : ['-incoming', 'fd:3'];
  // setpriv: QEMU ends with this process, even when this process is killed and cannot clean up.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', 'qemu-system-x86_64', ...args, ...incoming], {
    cwd: folder,
    stdio: ['pipe', 'pipe', log, ...state],
  });
  for (const descriptor of [log, ...state]) closeSync(descriptor);
  const exited = once(child, 'exit').then(() => {});
  return {
    qmp: new Qmp(child.stdin!, child.stdout!),
    exited,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** The port of 127.0.0.1 that leads to the guest's port 22. */
export async function forwardedPort(qmp: Qmp): Promise<number> {
  const answer = await qmp.human('info usernet');
  const port = parseForwardedPort(answer);
  if (port === undefined) throw new Error(`QEMU forwards no port:\n${answer}`);
  return port;
}

export function parseForwardedPort(usernet: string): number | undefined {
  const match = /TCP\[HOST_FORWARD\]\s+\d+\s+127\.0\.0\.1\s+(\d+)/.exec(usernet);
  return match ? Number(match[1]) : undefined;
}
