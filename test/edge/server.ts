import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { canRunLab } from '../../lab/machine';
import { prepare } from '../../lab/prepare';
import { startVm, type Vm, type VmOptions } from '../../lab/vm';

const ROOT = join(__dirname, '..', '..');
export const SCRIPT = join(ROOT, 'scripts', 'extend-lvm-phase1.sh');
export const INSTALLED = '/usr/local/lib/edge-phase1/extend-lvm-phase1.sh';
export const GIB = 1024 ** 3;

export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `describe` on a machine that can run the test server; elsewhere the suite is skipped, and says why. */
export function describeOnServer(name: string, body: () => void): void {
  const lab = canRunLab();
  if (lab.ok) describe(name, body);
  else describe.skip(`${name} (skipped: ${lab.why})`, body);
}

/** Starts a test server, hands it to the case, and deletes it afterwards. Without options it resumes from the snapshot. */
export async function onServer(options: Partial<VmOptions>, body: (vm: Vm) => Promise<void>): Promise<void> {
  await prepare('ready');
  const cold = Object.keys(options).length > 0;
  const vm = await startVm({ name: 'edge', ...(cold ? options : { snapshot: 'ready' as const }) });
  try {
    await body(vm);
  } finally {
    await vm.stop();
  }
}

/** Runs the bundle on this machine against the server over SSH, as the operator would. */
export function edgePhase1(vm: Vm, args: readonly string[], user = 'twister'): Promise<Answer> {
  const ssh = vm.ssh(user);
  const where = [
    '--host',
    `ssh://${ssh.user}@${ssh.host}:${ssh.port}`,
    '--ssh-key',
    ssh.keyFile,
    '--known-hosts',
    ssh.knownHosts,
  ];
  return node([join(ROOT, 'dist', 'index.js'), ...args, ...where]);
}

export function node(args: readonly string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => (stdout += data));
    child.stderr.on('data', (data) => (stderr += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Gives twister the rights of the generated sudoers file and the root-owned script, as the doctor says. */
export async function grantRights(vm: Vm): Promise<void> {
  const sudoers = await edgePhase1(vm, ['sudoers']);
  if (sudoers.code !== 0) throw new Error(sudoers.stderr);
  await vm.mustSh('mkdir -p /usr/local/lib/edge-phase1');
  await vm.copyIn(SCRIPT, INSTALLED, '0755');
  await vm.mustSh(
    'cat > /tmp/sudoers && visudo -cf /tmp/sudoers && install -m 0440 /tmp/sudoers /etc/sudoers.d/edge-phase1',
    {
      stdin: sudoers.stdout,
    },
  );
}

export interface ScriptAnswer extends Answer {
  readonly events: readonly Record<string, unknown>[];
}

/** Runs the script on the server as root, as a person without this repository would, but with JSON answers. */
export async function script(vm: Vm, args: string): Promise<ScriptAnswer> {
  const answer = await vm.sh(`bash /root/extend-lvm-phase1.sh --json ${args}`);
  const events = answer.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { ...answer, events };
}

export const copyScript = (vm: Vm) => vm.copyIn(SCRIPT, '/root/extend-lvm-phase1.sh', '0755');

/** Sizes in bytes of the root volume and its file system, by tools that this project does not use for it. */
export async function sizes(vm: Vm): Promise<{ volume: number; fileSystem: number }> {
  const text = await vm.mustSh(
    "blockdev --getsize64 /dev/ubuntu-vg/ubuntu-lv; tune2fs -l /dev/ubuntu-vg/ubuntu-lv | awk -F: '/^Block count/{c=$2} /^Block size/{s=$2} END{print c*s}'",
  );
  const [volume, fileSystem] = text.trim().split('\n').map(Number);
  return { volume: volume!, fileSystem: fileSystem! };
}
