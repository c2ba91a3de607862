import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from '../lab/command';
import { sshArguments } from '../lab/ssh';
import type { Vm } from '../lab/vm';
import { loadConfig } from '../src/config/load';
import { batchProgram } from '../src/host/batch';
import { readsOf } from '../src/look';
import type { Step } from '../src/steps/step';
import type { Contender } from './contest';

/** The floor: one SSH connection that runs the same reads, and nothing else. */
export function bareSsh(vm: Vm, folder: string, steps: readonly Step<unknown>[]): Contender {
  const reads = readsOf(steps, loadConfig({ dir: folder }).config);
  const program = batchProgram(reads, { boundary: '0'.repeat(32), root: true });
  return {
    name: 'one ssh, the same reads',
    run: () => attempt(['ssh', ...sshArguments(vm.ssh('root')), 'exec /bin/sh -s'], { stdin: program }),
  };
}

export const hasAnsible = () => spawnSync('ansible-playbook', ['--version']).status === 0;

/** Ansible with pipelining, as its users set it up; each run makes a connection of its own. */
export function ansible(vm: Vm, folder: string, name: string, tasks: string): Contender {
  const { host, port, keyFile } = vm.ssh('root');
  const options = sshArguments(vm.ssh('root'))
    .slice(0, -1)
    .filter((word) => word !== '-T')
    .join(' ');
  const own = mkdtempSync(join(folder, 'ansible-'));
  const inventory = join(own, 'inventory');
  const playbook = join(own, 'playbook.yml');
  writeFileSync(
    inventory,
    `server ansible_host=${host} ansible_port=${port} ansible_user=root ansible_ssh_private_key_file=${keyFile} ansible_ssh_common_args='${options.replaceAll('"', '')}'\n`,
  );
  writeFileSync(playbook, `- hosts: server\n  gather_facts: true\n${tasks}`);
  let run = 0;
  return {
    name,
    run: () => {
      run += 1;
      const env = {
        ...process.env,
        ANSIBLE_PIPELINING: 'True',
        ANSIBLE_SSH_CONTROL_PATH_DIR: join(own, `cp${run}`),
        ANSIBLE_SSH_ARGS: '-o ControlMaster=auto -o ControlPersist=5s',
        ANSIBLE_LOCALHOST_WARNING: 'False',
      };
      return attempt(['ansible-playbook', '-i', inventory, playbook], { env });
    },
  };
}

export const LVOL = '    - community.general.lvol: { vg: ubuntu-vg, lv: ubuntu-lv, size: 150g, resizefs: true }\n';
