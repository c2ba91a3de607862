// extend-lvm against a bare SSH connection, against Ansible, and against a bare lvextend, on one test server each:
// `npm run bench [rounds] [no-change|extension]`. Needs root on Debian or Ubuntu; Ansible is measured where it is installed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { edgePhase1, SCRIPT } from '../lab/operator';
import { prepare } from '../lab/prepare';
import { startVm } from '../lab/vm';
import { STEPS } from '../src/steps';
import { measure, printRatio, printTable } from './contest';
import { ansible, bareSsh, hasAnsible, LVOL } from './peers';

const rounds = Number(process.argv[2] ?? 5);
const part = process.argv[3];
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const extendLvm = STEPS.filter(({ id }) => id === 'extend-lvm');

/** A server where there is nothing left to do. */
async function noChange(): Promise<void> {
  const vm = await startVm({ name: 'bench', snapshot: 'ready' });
  try {
    const { code, stdout, stderr } = await edgePhase1(vm, ['apply', 'extend-lvm', '--yes'], 'root');
    if (code !== 0) throw new Error(stdout + stderr);
    const times = await measure(
      [
        { name: 'edge-phase1 plan', run: () => edgePhase1(vm, ['plan', 'extend-lvm'], 'root') },
        bareSsh(vm, folder, extendLvm),
        { name: 'edge-phase1 apply', run: () => edgePhase1(vm, ['apply', 'extend-lvm', '--yes'], 'root') },
        ...(hasAnsible() ? [ansible(vm, folder, 'Ansible, facts and lvol', `  tasks:\n${LVOL}`)] : []),
      ],
      rounds,
    );
    printTable('Nothing to change, over SSH', times);
    for (const ours of ['edge-phase1 plan', 'edge-phase1 apply']) {
      printRatio(times, ours, 'one ssh, the same reads', 1.3);
      printRatio(times, ours, 'Ansible, facts and lvol', 0.3);
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
    await vm.mustSh('pv=$(pvs --noheadings -o pv_name); growpart /dev/$(lsblk -ndo PKNAME $pv) 3 && pvresize $pv');
    let gib = 100;
    const next = () => {
      gib += 50;
      return gib;
    };
    const times = await measure(
      [
        { name: 'extend-lvm-phase1.sh', run: () => vm.sh(`bash /root/extend-lvm-phase1.sh --yes --size ${next()}GiB`) },
        { name: 'lvextend -r', run: () => vm.sh(`lvextend -r -L ${next()}G ubuntu-vg/ubuntu-lv`) },
      ],
      rounds,
      () => vm.mustSh('udevadm settle; sync'),
    );
    printTable('The real extension by 50 GiB while mounted, backup and verification included', times);
    printRatio(times, 'extend-lvm-phase1.sh', 'lvextend -r', 2);
  } finally {
    await vm.stop();
  }
}

async function main(): Promise<void> {
  await prepare('ready');
  if (part !== 'extension') await noChange();
  if (part !== 'no-change') await extension();
}

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(folder, { recursive: true, force: true }));
