import { execFileSync, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { STEP_IDS } from '../src/steps';
import type { Vm } from './vm';

const PROJECT = resolve(__dirname, '..');
const SCRIPTS = resolve(PROJECT, 'scripts');
export const SCRIPT = join(SCRIPTS, 'extend-lvm-phase1.sh');
const INSTALLED = '/usr/local/lib/edge-phase1';

export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the bundle on this machine against the server over SSH, as the operator would. */
export function edgePhase1(vm: Vm, args: readonly string[], user = 'twister'): Promise<Answer> {
  return node([resolve(PROJECT, 'dist', 'index.js'), ...args, ...hostOptions(vm, user)]);
}

export function hostOptions(vm: Vm, user = 'twister'): readonly string[] {
  const { host, port, user: name, keyFile, knownHosts } = vm.ssh(user);
  return ['--host', `ssh://${name}@${host}:${port}`, '--ssh-key', keyFile, '--known-hosts', knownHosts];
}

/** Runs Node without blocking this process, through which the server's network passes. */
export function node(args: readonly string[], onText: (text: string) => void = () => {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
      onText(String(data));
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

/** Gives twister the rights of the generated sudoers file and the root-owned scripts, as the doctor says. Also those that are as good as root. */
export async function grantRights(vm: Vm): Promise<void> {
  const sudoers = await edgePhase1(vm, ['sudoers', ...STEP_IDS]);
  if (sudoers.code !== 0) throw new Error(sudoers.stderr);
  const names = readdirSync(SCRIPTS).filter((file) => file.endsWith('-phase1.sh'));
  await vm.mustSh(`mkdir -p ${INSTALLED} && tar -xz -C ${INSTALLED} --no-same-owner && chmod 0755 ${INSTALLED}/*`, {
    stdin: execFileSync('tar', ['-cz', '-C', SCRIPTS, ...names]),
  });
  await vm.mustSh(
    'cat > /tmp/sudoers && visudo -cf /tmp/sudoers && install -m 0440 /tmp/sudoers /etc/sudoers.d/edge-phase1',
    { stdin: sudoers.stdout },
  );
}
