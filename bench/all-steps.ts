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
const TWO = 'Ansible, facts, lvol, copy and handler';
const SIX = 'Ansible, the same and what the other four steps ask';

/** What `plan` asks for disk-test, harbor, build-test and validate, as one writes it for Ansible: what fails is an answer too. */
const QUESTIONS = `    - stat: { path: "{{ item }}" }
      loop:
        - /usr/local/lib/edge-phase1
        - /var/lib/edge-phase1/disk-test.json
        - /var/lib/edge-phase1/build-test.json
        - /opt/edge-phase1/harbor/installed
        - /etc/rancher/k3s
    - command: "{{ item }}"
      loop:
        - docker info --format json
        - docker ps --all --no-trunc
        - docker compose version --short
        - ss -Hltn sport = :8085
        - kubectl get nodes,pods,services,events --all-namespaces
        - journalctl --unit k3s --unit kubelet --since -24h
      changed_when: false
      failed_when: false
    - uri: { url: "http://127.0.0.1:8085/api/v2.0/health" }
      failed_when: false
`;

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
    const playbook = (questions: string) => `  tasks:
${LVOL}    - copy: { src: ${file}, dest: /etc/docker/daemon.json, mode: "0644" }
      notify: docker
${questions}  handlers:
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
        ...(hasAnsible()
          ? [ansible(vm, folder, TWO, playbook('')), ansible(vm, folder, SIX, playbook(QUESTIONS))]
          : []),
      ],
      rounds,
    );
    printTable('Nothing to change, over SSH', times);
    printRatio(times, 'plan of all steps', 'one ssh, the reads of all steps', 1.3);
    printRatio(times, 'plan of all steps', SIX, 0.3);
    printRatio(times, 'plan of all steps', TWO, 0.3);
    printRatio(times, 'apply of both changes', 'one ssh, the reads of both', 1.3);
    printRatio(times, 'apply of both changes', TWO, 0.3);
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
