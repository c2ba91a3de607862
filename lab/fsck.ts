import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { attempt, run } from './command';
import { LV, PV_START } from './recipe';

export interface FsckResult {
  /** Whether `e2fsck` found nothing to complain about. */
  readonly clean: boolean;
  readonly output: string;
  /** The size of the root volume as LVM's metadata have it. */
  readonly volumeBytes: number;
}

interface Segment {
  readonly startBytes: number;
  readonly bytes: number;
}

/**
 * Checks the root file system inside a disk of a server that is off. After a power cut the journal has to be replayed
 * first, as the next boot would; this is done on a throw-away copy, so the disk stays as it is.
 */
export async function fsckRoot(systemDisk: string, folder: string): Promise<FsckResult> {
  const copy = join(folder, 'fsck.qcow2');
  await run(['qemu-img', 'create', '-q', '-f', 'qcow2', '-b', systemDisk, '-F', 'qcow2', copy]);
  try {
    return await withRawView(copy, join(folder, 'fsck.raw'), checkRoot);
  } finally {
    rmSync(copy, { force: true });
  }
}

async function checkRoot(raw: string): Promise<FsckResult> {
  const segment = await withLoop(raw, { startBytes: PV_START }, readRootSegment);
  const start = PV_START + segment.startBytes;
  return withLoop(raw, { startBytes: start, bytes: segment.bytes }, async (device) => {
    const replay = await attempt(['e2fsck', '-y', '-E', 'journal_only', device]);
    const check = await attempt(['e2fsck', '-f', '-n', device]);
    return {
      clean: check.code === 0,
      output: [replay, check].map(({ stdout, stderr }) => `${stdout}${stderr}`).join('\n'),
      volumeBytes: segment.bytes,
    };
  });
}

async function readRootSegment(device: string): Promise<Segment> {
  const report = await run([
    ...['pvs', '--segments', '--devices', device, '--driverloaded', 'n', '--reportformat', 'json'],
    ...['--units', 'b', '--nosuffix', '-o', 'lv_name,pe_start,pvseg_start,pvseg_size,vg_extent_size', device],
  ]);
  return rootSegment(report);
}

/** Where the root volume lies in its physical volume. Only a volume in one piece can be read without device mapper. */
export function rootSegment(pvsReport: string): Segment {
  const rows: Record<string, string>[] = JSON.parse(pvsReport).report[0].pvseg;
  const [row, ...more] = rows.filter(({ lv_name }) => lv_name === LV);
  if (!row || more.length > 0) throw new Error(`The root volume is not in one piece:\n${pvsReport}`);
  const extent = Number(row.vg_extent_size);
  return {
    startBytes: Number(row.pe_start) + Number(row.pvseg_start) * extent,
    bytes: Number(row.pvseg_size) * extent,
  };
}

async function withLoop<T>(
  file: string,
  { startBytes, bytes }: { startBytes: number; bytes?: number },
  use: (device: string) => Promise<T>,
): Promise<T> {
  const limit = bytes === undefined ? [] : ['--sizelimit', String(bytes)];
  const device = (await run(['losetup', '--find', '--show', '--offset', String(startBytes), ...limit, file])).trim();
  try {
    return await use(device);
  } finally {
    await run(['losetup', '--detach', device]);
  }
}

/** Shows a qcow2 file as a raw one while `use` runs. */
async function withRawView<T>(qcow2: string, raw: string, use: (raw: string) => Promise<T>): Promise<T> {
  writeFileSync(raw, '');
  const daemon = spawn('setpriv', [
    ...['--pdeathsig', 'TERM', 'qemu-storage-daemon'],
    ...['--blockdev', JSON.stringify({ driver: 'file', 'node-name': 'file', filename: qcow2 })],
    ...['--blockdev', JSON.stringify({ driver: 'qcow2', 'node-name': 'disk', file: 'file' })],
    ...['--export', JSON.stringify({ type: 'fuse', id: 'raw', 'node-name': 'disk', mountpoint: raw, writable: true })],
  ]);
  const ended = once(daemon, 'exit');
  try {
    await appears(raw);
    return await use(raw);
  } finally {
    daemon.kill('SIGTERM');
    await ended;
    await attempt(['umount', raw]);
    rmSync(raw, { force: true });
  }
}

async function appears(file: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (statSync(file).size > 0) return;
    await sleep(50);
  }
  throw new Error(`qemu-storage-daemon did not show ${file}.`);
}
