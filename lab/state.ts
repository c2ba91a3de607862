import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const PROJECT = resolve(__dirname, '..');

/** The folder that holds images, snapshots and the disks of running test servers. It can be deleted at any time. */
export function stateFolder(): string {
  const folder = resolve(process.env.EDGE_PHASE1_LAB ?? join(PROJECT, '.lab'));
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A hash over the source files that decide what is built. */
export function sourceHash(...files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(__dirname, file)));
  return hash.digest('hex').slice(0, 12);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A name for a folder that belongs to this process only, and that others may delete once the process is gone. */
export function ownedName(name: string): string {
  return `${name}.pid-${process.pid}`;
}

/** Deletes the folders that interrupted processes have left. */
export function sweep(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const owner = /\.pid-(\d+)$/.exec(name);
    if (owner && !isAlive(Number(owner[1]))) remove(join(folder, name));
  }
}

/** With what a killed builder has mounted in it taken off first: to delete through a mount would delete what is this machine's. */
function remove(folder: string): void {
  const inside = mountPoints().filter((path) => path.startsWith(`${folder}/`));
  for (const path of inside.reverse()) spawnSync('umount', ['--lazy', path]);
  if (mountPoints().some((path) => path.startsWith(`${folder}/`))) return;
  rmSync(folder, { recursive: true, force: true });
}

/** In the order in which they were mounted: see proc_pid_mounts(5), which writes a blank as \040. */
const mountPoints = (): readonly string[] =>
  readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) =>
      (line.split(' ')[1] ?? '').replace(/\\(\d{3})/g, (_, octal) => String.fromCharCode(parseInt(octal, 8))),
    );

/** Does this while no other process does anything under the same file; one that is killed lets go of it. */
export async function alone<T>(file: string, work: () => Promise<T>): Promise<T> {
  const holder = spawn('flock', [file, 'sh', '-c', 'echo held; exec cat'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(holder, 'close');
  try {
    const [said] = await Promise.race([once(holder.stdout, 'data'), ended]);
    if (!Buffer.isBuffer(said)) throw new Error(`flock ${file} ended without the lock`);
    return await work();
  } finally {
    holder.stdin.end();
    await ended;
  }
}

/** A folder that is made once, whole or not at all, also when several processes want it at the same time: they wait for the first. */
export async function madeOnce(folder: string, make: (part: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  return alone(`${folder}.lock`, async () => {
    if (existsSync(folder)) return folder;
    sweep(dirname(folder));
    const part = ownedName(folder);
    try {
      await make(part);
      renameSync(part, folder);
    } finally {
      remove(part);
    }
    return folder;
  });
}
