import { canRunLab } from '../../lab/machine';
import { type Answer, edgePhase1, grantRights, hostOptions, node, SCRIPT } from '../../lab/operator';
import { prepare } from '../../lab/prepare';
import { startVm, type Vm, type VmOptions } from '../../lab/vm';
import type { Evidence } from '../../src/evidence/evidence';

export { type Answer, edgePhase1, grantRights, hostOptions, node, SCRIPT };
export const GIB = 1024 ** 3;

/** `describe` on a machine that can run the test server; elsewhere the suite is skipped, and says why. */
export function describeOnServer(name: string, body: () => void): void {
  jest.setTimeout(15 * 60 * 1000);
  const lab = canRunLab();
  if (lab.ok) describe(name, body);
  else describe.skip(`${name} (skipped: ${lab.why})`, body);
}

/** Starts a test server, hands it to the case, and deletes it afterwards. Without options it resumes from the snapshot. */
export async function onServer(options: Partial<VmOptions>, body: (vm: Vm) => Promise<void>): Promise<void> {
  const vm = await server(options);
  try {
    await body(vm);
  } finally {
    await vm.stop();
  }
}

/** A test server that the caller stops. */
export async function server(options: Partial<VmOptions> = {}): Promise<Vm> {
  await prepare('ready');
  const cold = Object.keys(options).length > 0;
  return startVm({ name: 'edge', ...(cold ? options : { snapshot: 'ready' as const }) });
}

export interface ScriptAnswer extends Answer {
  readonly events: readonly ScriptEvent[];
}

export interface ScriptEvent {
  readonly event: string;
  readonly code?: string;
  readonly message?: string;
  readonly way_out?: string;
  readonly changes?: readonly string[];
  readonly target_bytes?: number;
}

/** Runs the script on the server as root, as a person without this repository would, but with JSON answers. */
export async function script(vm: Vm, args: string): Promise<ScriptAnswer> {
  const answer = await vm.sh(`bash /root/extend-lvm-phase1.sh --json ${args}`);
  const events = answer.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as ScriptEvent);
  return { ...answer, events };
}

export const copyScript = (vm: Vm) => vm.copyIn(SCRIPT, '/root/extend-lvm-phase1.sh', '0755');

/** Runs the bundle with `--json`, and reads the evidence it prints. */
export async function evidenceOf(vm: Vm, args: readonly string[], user = 'root'): Promise<Evidence & { code: number }> {
  const { code, stdout, stderr } = await edgePhase1(vm, [...args, '--json'], user);
  if (!stdout.startsWith('{')) throw new Error(`edge-phase1 ${args.join(' ')} ended with ${code}: ${stderr}`);
  return { ...(JSON.parse(stdout) as Evidence), code: code ?? -1 };
}

/** The hash of what `plan` would do now. */
export async function planHash(vm: Vm, user = 'root', options: readonly string[] = []): Promise<string> {
  const plan = (await evidenceOf(vm, ['plan', 'extend-lvm', ...options], user)).steps[0]?.plan;
  if (plan?.verdict !== 'changes') throw new Error(`The plan is not one with changes: ${JSON.stringify(plan)}`);
  return plan.hash;
}

/** Sizes in bytes of the root volume and its file system, by tools that this project does not use for it. */
export async function sizes(vm: Vm): Promise<{ volume: number; fileSystem: number }> {
  const text = await vm.mustSh(
    "blockdev --getsize64 /dev/ubuntu-vg/ubuntu-lv; tune2fs -l /dev/ubuntu-vg/ubuntu-lv | awk -F: '/^Block count/{c=$2} /^Block size/{s=$2} END{print c*s}'",
  );
  const [volume, fileSystem] = text.trim().split('\n').map(Number);
  return { volume: volume!, fileSystem: fileSystem! };
}

export const GROWN = { volume: 150 * GIB, fileSystem: 150 * GIB };
export const AS_BEFORE = { volume: 100 * GIB, fileSystem: 100 * GIB };

/** Lets the next worker stand still at this boundary, as `intent-lvextend`, until `release`. */
export async function hold(vm: Pick<Vm, 'mustSh'>, boundary: string): Promise<{ held: number }> {
  const count = await vm.mustSh(
    `mkdir -p -m 700 /run/edge-phase1 && echo ${boundary} > /run/edge-phase1/hold-at; ${COUNT_HELD}`,
  );
  return { held: Number(count) };
}

const COUNT_HELD = `cat /run/edge-phase1/*.jsonl 2>/dev/null | grep -c '"event":"held"' || true`;

export const release = (vm: Pick<Vm, 'mustSh'>) => vm.mustSh('rm -f /run/edge-phase1/hold-at');

/** Until one more run stands still than `hold` has seen. The run, where it is given, must not end before. */
export async function untilHeld(vm: Pick<Vm, 'mustSh'>, before: number, run?: Promise<Answer>): Promise<void> {
  const held = vm.mustSh(`until [ "$(${COUNT_HELD})" -gt ${before} ]; do sleep 0.5; done`, { timeoutSeconds: 600 });
  const ended = run?.then(({ code, stdout, stderr }) => {
    throw new Error(`The run ended with ${code} before it stood still:\n${stdout}${stderr}`);
  });
  await Promise.race([held, ...(ended ? [ended] : [])]);
}

/** Until no worker is left. */
export const untilDone = (vm: Pick<Vm, 'mustSh'>) => vm.mustSh('flock -w 120 /run/edge-phase1/lock true');

/** The events of all runs in the journal, one line each. */
export async function journal(vm: Pick<Vm, 'mustSh'>): Promise<readonly Record<string, unknown>[]> {
  const text = await vm.mustSh('cat /var/lib/edge-phase1/journal.jsonl 2>/dev/null || true');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
