import { canRunLab } from '../../lab/machine';
import { type Answer, edgePhase1, grantRights, node, SCRIPT } from '../../lab/operator';
import { prepare } from '../../lab/prepare';
import { startVm, type Vm, type VmOptions } from '../../lab/vm';

export { type Answer, edgePhase1, grantRights, node, SCRIPT };
export const GIB = 1024 ** 3;

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
