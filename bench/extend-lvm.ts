// extend-lvm against a bare SSH connection, against Ansible, and against a bare lvextend, on one test server each:
// `npm run bench [rounds]`. Needs root on Debian or Ubuntu; Ansible is measured where it is installed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempt } from '../lab/command';
import { edgePhase1, SCRIPT } from '../lab/operator';
import { prepare } from '../lab/prepare';
import { sshArguments } from '../lab/ssh';
import { startVm, type Vm } from '../lab/vm';
import { loadConfig } from '../src/config/load';
import { batchProgram } from '../src/host/batch';
import { readsOf } from '../src/look';
import { STEPS } from '../src/steps';
import { median, spread } from './median';

const rounds = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'bench-'));

interface Contender {
  readonly name: string;
  run(): Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** Runs all contenders in turn, one warm-up round first; wall times in seconds. */
async function measure(contenders: readonly Contender[]): Promise<Map<string, number[]>> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round++) {
    for (const { name, run } of contenders) {
      const start = process.hrtime.bigint();
      const { code, stdout, stderr } = await run();
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      if (code !== 0) throw new Error(`${name} ended with ${code}:\n${stdout}\n${stderr}`);
      if (round >= 0) times.get(name)!.push(seconds);
    }
  }
  return times;
}

function table(title: string, times: Map<string, number[]>): void {
  console.log(`\n${title}: ${rounds} rounds each, interleaved\n\n| | wall time, median (min to max) |\n|---|---|`);
  for (const [name, seconds] of times) console.log(`| ${name} | ${spread(seconds, 's')} |`);
}

function ratio(times: Map<string, number[]>, ours: string, theirs: string, target: number): void {
  const [a, b] = [times.get(ours), times.get(theirs)];
  if (a && b) console.log(`\n${ours} / ${theirs}: ${(median(a) / median(b)).toFixed(2)} (to reach: at most ${target})`);
}

function bareSsh(vm: Vm): Contender {
  const reads = readsOf([STEPS[0]!], loadConfig({ dir: folder }).config);
  const program = batchProgram(reads, { boundary: '0'.repeat(32), root: true });
  return {
    name: 'one ssh, the same reads',
    run: () => attempt(['ssh', ...sshArguments(vm.ssh('root')), 'exec /bin/sh -s'], { stdin: program }),
  };
}

function ansible(vm: Vm): Contender {
  const { host, port, keyFile } = vm.ssh('root');
  const options = sshArguments(vm.ssh('root'))
    .slice(0, -1)
    .filter((word) => word !== '-T')
    .join(' ');
  const inventory = join(folder, 'inventory');
  const playbook = join(folder, 'playbook.yml');
  writeFileSync(
    inventory,
    `server ansible_host=${host} ansible_port=${port} ansible_user=root ansible_ssh_private_key_file=${keyFile} ansible_ssh_common_args='${options.replaceAll('"', '')}'\n`,
  );
  writeFileSync(
    playbook,
    `- hosts: server
  gather_facts: true
  tasks:
    - community.general.lvol: { vg: ubuntu-vg, lv: ubuntu-lv, size: 150g, resizefs: true }
`,
  );
  let run = 0;
  return {
    name: 'Ansible, facts and lvol',
    run: () => {
      run += 1;
      // A control path of its own, so that no run reuses the connection of the one before.
      const env = {
        ...process.env,
        ANSIBLE_PIPELINING: 'True',
        ANSIBLE_SSH_CONTROL_PATH_DIR: join(folder, `cp${run}`),
        ANSIBLE_SSH_ARGS: '-o ControlMaster=auto -o ControlPersist=5s',
        ANSIBLE_LOCALHOST_WARNING: 'False',
      };
      return attempt(['ansible-playbook', '-i', inventory, playbook], { env });
    },
  };
}

/** A server where there is nothing left to do. */
async function noChange(): Promise<void> {
  const vm = await startVm({ name: 'bench', snapshot: 'ready' });
  try {
    const { code, stdout, stderr } = await edgePhase1(vm, ['apply', 'extend-lvm', '--yes'], 'root');
    if (code !== 0) throw new Error(stdout + stderr);
    const hasAnsible = spawnSync('ansible-playbook', ['--version']).status === 0;
    const times = await measure([
      { name: 'edge-phase1 plan', run: () => edgePhase1(vm, ['plan', 'extend-lvm'], 'root') },
      bareSsh(vm),
      { name: 'edge-phase1 apply', run: () => edgePhase1(vm, ['apply', 'extend-lvm', '--yes'], 'root') },
      ...(hasAnsible ? [ansible(vm)] : []),
    ]);
    table('Nothing to change, over SSH', times);
    for (const ours of ['edge-phase1 plan', 'edge-phase1 apply']) {
      ratio(times, ours, 'one ssh, the same reads', 1.3);
      ratio(times, ours, 'Ansible, facts and lvol', 0.3);
    }
  } finally {
    await vm.stop();
  }
}

/** The real extension by 50 GiB, in two ways in turn on one server whose disk is large enough for all rounds. */
async function extension(): Promise<void> {
  const vm = await startVm({ name: 'bench', snapshot: 'ready' });
  try {
    await vm.copyIn(SCRIPT, '/root/extend-lvm-phase1.sh', '0755');
    await vm.growDisk('system', 200 + 100 * (rounds + 1));
    await vm.mustSh('pv=$(pvs --noheadings -o pv_name); growpart /dev/$(lsblk -no PKNAME $pv) 3 && pvresize $pv');
    let gib = 100;
    const next = () => {
      gib += 50;
      return gib;
    };
    const times = await measure([
      { name: 'extend-lvm-phase1.sh', run: () => vm.sh(`bash /root/extend-lvm-phase1.sh --yes --size ${next()}GiB`) },
      { name: 'lvextend -r', run: () => vm.sh(`lvextend -r -L ${next()}G ubuntu-vg/ubuntu-lv`) },
    ]);
    table('The real extension by 50 GiB while mounted, backup and verification included', times);
    ratio(times, 'extend-lvm-phase1.sh', 'lvextend -r', 2);
  } finally {
    await vm.stop();
  }
}

async function main(): Promise<void> {
  await prepare('ready');
  await noChange();
  await extension();
}

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(folder, { recursive: true, force: true }));
