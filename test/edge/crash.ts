import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Vm } from '../../lab/vm';
import { copyScript, GROWN, holdAt, hostOptions, release, script, sizes, untilDone, untilHeld } from './server';
import { startWriter } from './writer';

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

/** What was found after a death and one more run. */
export interface Aftermath {
  /** Sizes in GiB of volume and file system as the next run found them. */
  readonly found: string;
  /** Exit code of the one run afterwards. */
  readonly exit: number | null;
  readonly sizes: { readonly volume: number; readonly fileSystem: number };
  /** What `e2fsck -fn` from outside says, empty when the file system is clean. */
  readonly damage: string;
  /** What was written and synced before and is not there; empty when nothing is lost. */
  readonly lost: string;
}

export const SURVIVED = { exit: 0, sizes: GROWN, damage: '', lost: '' };

const BUNDLE = resolve(__dirname, '../../dist/index.js');

const applyFrom = (vm: Vm): ChildProcess =>
  spawn(process.execPath, [BUNDLE, 'apply', 'extend-lvm', '--yes', ...hostOptions(vm, 'root')], { stdio: 'ignore' });

const kill: Record<Death, (vm: Vm, commandLine: ChildProcess) => Promise<unknown>> = {
  'command line': async (_vm, commandLine) => commandLine.kill('SIGKILL'),
  worker: (vm) => vm.sh('pkill -9 -f -- --worker'),
  'all programs': async (vm, commandLine) => {
    commandLine.kill('SIGKILL');
    // One group after another, so that pkill does not find the shell that runs it.
    await vm.sh(
      "pkill -9 -f '[e]xtend-lvm-phase1.sh|[/]run/edge-phase1'; pkill -9 -x 'lvm|lvextend|resize2fs|vgcfgbackup'; true",
    );
  },
  power: (vm) => vm.powerCut(),
};

/** Lets the run die at this boundary, and runs it once more. */
export async function dieAt(vm: Vm, boundary: string, death: Death): Promise<Aftermath> {
  await holdAt(vm, boundary);
  return aftermath(vm, death, () => untilHeld(vm));
}

/** The same so many seconds after the start, wherever the run is then. */
export const dieAfter = (vm: Vm, seconds: number, death: Death): Promise<Aftermath> =>
  aftermath(vm, death, () => sleep(seconds * 1000));

async function aftermath(vm: Vm, death: Death, moment: () => Promise<unknown>): Promise<Aftermath> {
  await copyScript(vm);
  const writer = await startWriter(vm);
  const commandLine = applyFrom(vm);
  await moment();
  await kill[death](vm, commandLine);
  if (death === 'power') await vm.boot();
  else await release(vm);
  // Without its command line, the worker goes on to its end.
  if (death === 'command line') await untilDone(vm);

  const { volume, fileSystem } = await sizes(vm);
  const again = await script(vm, '--yes');
  const after = await sizes(vm);
  commandLine.kill('SIGKILL');
  const lost = await writer.check();
  await vm.powerCut();
  const { clean, output } = await vm.fsck();
  return {
    found: `${volume / 1024 ** 3} / ${fileSystem / 1024 ** 3}`,
    exit: again.code,
    sizes: after,
    damage: clean ? '' : output,
    lost,
  };
}
