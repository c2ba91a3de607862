import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Vm } from '../../lab/vm';
import { copyScript, GIB, hold, hostOptions, release, script, sizes, untilDone, untilHeld } from './server';

/** Every place between two actions of a run that grows the root volume. */
export const BOUNDARIES = [
  'begin',
  ...['backup', 'lvextend', 'growfs'].flatMap((change) => [`intent-${change}`, `acted-${change}`, `done-${change}`]),
  'success',
] as const;

/**
 * Who dies: the command line on the operator's machine; the worker on the server; both with every program that they
 * started; or the whole server, by its plug.
 */
export const DEATHS = ['command line', 'worker', 'all programs', 'power'] as const;
export type Death = (typeof DEATHS)[number];

/** What was found after a death, and after the one run that followed. */
export interface Aftermath {
  /** Sizes of volume and file system in GiB as the next run found them. */
  readonly found: string;
  /** Exit code of the one run afterwards. */
  readonly exit: number | null;
  /** Sizes of volume and file system in GiB after it. */
  readonly end: string;
}

const BUNDLE = resolve(__dirname, '../../dist/index.js');

function applyFrom(vm: Vm, gib: number): ChildProcess {
  const set = ['--set', `extend_lvm.size=${gib}GiB`];
  return spawn(process.execPath, [BUNDLE, 'apply', 'extend-lvm', '--yes', ...set, ...hostOptions(vm, 'root')], {
    stdio: 'ignore',
  });
}

const kill: Record<Death, (vm: Vm, commandLine: ChildProcess) => Promise<unknown>> = {
  'command line': async (_vm, commandLine) => commandLine.kill('SIGKILL'),
  worker: (vm) => vm.sh("pkill -9 -f '[-]-worker'"),
  'all programs': async (vm, commandLine) => {
    commandLine.kill('SIGKILL');
    await vm.sh(
      "pkill -9 -f '[e]xtend-lvm-phase1.sh|[/]run/edge-phase1'; pkill -9 -x 'lvm|lvextend|resize2fs|vgcfgbackup'; true",
    );
  },
  power: (vm) => vm.powerCut(),
};

/** Lets a run to this size die at this boundary, and runs it once more. */
export async function dieAt(vm: Vm, boundary: string, death: Death, gib: number): Promise<Aftermath> {
  const { held } = await hold(vm, boundary);
  return aftermath(vm, death, gib, () => untilHeld(vm, held));
}

/** The same so many seconds after the start, wherever the run is then. */
export const dieAfter = (vm: Vm, seconds: number, death: Death, gib: number): Promise<Aftermath> =>
  aftermath(vm, death, gib, () => sleep(seconds * 1000));

async function aftermath(vm: Vm, death: Death, gib: number, moment: () => Promise<unknown>): Promise<Aftermath> {
  const commandLine = applyFrom(vm, gib);
  await moment();
  await kill[death](vm, commandLine);
  if (death === 'power') await vm.boot();
  else await release(vm);
  // Without its command line, the worker goes on to its end.
  if (death === 'command line') await untilDone(vm);
  const found = await inGib(vm);
  await copyScript(vm);
  const { code } = await script(vm, `--yes --size ${gib}GiB`);
  commandLine.kill('SIGKILL');
  return { found, exit: code, end: await inGib(vm) };
}

async function inGib(vm: Vm): Promise<string> {
  const { volume, fileSystem } = await sizes(vm);
  return `${volume / GIB} / ${fileSystem / GIB}`;
}

export const survived = (gib: number) => ({ exit: 0, end: `${gib} / ${gib}` });
