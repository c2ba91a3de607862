// All steps together where there is nothing left to change, against a bare SSH connection and against Ansible:
// `npm run bench:all [rounds]`. Needs root on Debian or Ubuntu; Ansible is measured where it is installed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { edgePhase1 } from '../lab/operator';
import { prepare } from '../lab/prepare';
import { startVm } from '../lab/vm';
import { STEPS } from '../src/steps';
import { measure, printRatio, printTable } from './contest';
import { ansible, bareSsh, hasAnsible, LVOL } from './peers';

const rounds = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const CHANGES = ['extend-lvm', 'docker-config'];

async function main(): Promise<void> {
  await prepare('docker');
  const vm = await startVm({ name: 'bench', snapshot: 'docker' });
  try {
    for (const step of CHANGES) {
      const { code, stdout, stderr } = await edgePhase1(vm, ['apply', step, '--yes', '--fail-on', 'never'], 'root');
      if (code !== 0) throw new Error(stdout + stderr);
    }
    // Ansible gets the file that lies there now, so that it has nothing to change either.
    const file = join(folder, 'daemon.json');
    writeFileSync(file, await vm.mustSh('cat /etc/docker/daemon.json'));
    const tasks = `  tasks:
${LVOL}    - copy: { src: ${file}, dest: /etc/docker/daemon.json, mode: "0644" }
      notify: docker
  handlers:
    - name: docker
      service: { name: docker, state: restarted }
`;
    const apply = ['apply', ...CHANGES, '--yes', '--fail-on', 'never'];
    const two = STEPS.filter(({ id }) => CHANGES.includes(id));
    const times = await measure(
      [
        { name: 'plan of all steps', run: () => edgePhase1(vm, ['plan'], 'root') },
        { ...bareSsh(vm, folder, STEPS), name: 'one ssh, the reads of all steps' },
        { name: 'apply of both changes', run: () => edgePhase1(vm, apply, 'root') },
        { ...bareSsh(vm, folder, two), name: 'one ssh, the reads of both' },
        ...(hasAnsible() ? [ansible(vm, folder, 'Ansible, facts, lvol, copy and handler', tasks)] : []),
      ],
      rounds,
    );
    printTable('Nothing to change, over SSH', times);
    printRatio(times, 'plan of all steps', 'one ssh, the reads of all steps', 1.3);
    printRatio(times, 'plan of all steps', 'Ansible, facts, lvol, copy and handler', 0.3);
    printRatio(times, 'apply of both changes', 'one ssh, the reads of both', 1.3);
    printRatio(times, 'apply of both changes', 'Ansible, facts, lvol, copy and handler', 0.3);
  } finally {
    await vm.stop();
  }
}

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(folder, { recursive: true, force: true }));
