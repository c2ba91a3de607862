import type { Read, ReadResult } from '../host/host';
import { outputOf } from './reading';

/** Who the host is: enough to tell two hosts, and two boots of one host, apart. */
export interface MachineFacts {
  /** `/etc/machine-id`: stays the same over reboots and renamings. */
  readonly id: string;
  readonly bootId: string;
  readonly name: string;
  /** Kernel name, release and machine, as `uname -srm` prints them. */
  readonly kernel: string;
  readonly os: string;
  readonly root: boolean;
}

export const machineReads: readonly Read[] = [
  { id: 'machine_id', argv: ['cat', '/etc/machine-id'] },
  { id: 'boot_id', argv: ['cat', '/proc/sys/kernel/random/boot_id'] },
  { id: 'uname', argv: ['uname', '-nsrm'] },
  { id: 'os_release', argv: ['cat', '/etc/os-release'] },
  { id: 'uid', argv: ['id', '-u'] },
  { id: 'user', argv: ['id', '-un'] },
];

export function machineFacts(results: readonly ReadResult[]): MachineFacts {
  const text = (id: string) => outputOf(results, id)?.trim() ?? '';
  const [kernelName = '', name = '', ...kernel] = text('uname').split(' ');
  return {
    id: text('machine_id'),
    bootId: text('boot_id'),
    name,
    kernel: [kernelName, ...kernel].join(' '),
    os: /^PRETTY_NAME="?([^"\n]*)/m.exec(text('os_release'))?.[1] ?? 'unknown',
    root: text('uid') === '0',
  };
}
