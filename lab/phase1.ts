import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import { STEPS } from '../src/steps';
import { edgePhase1, grantRights, hostOptions, node } from './operator';
import { registryImage } from './registry-image';
import { stateFolder } from './state';
import type { Vm } from './vm';

const BUNDLE = resolve(__dirname, '..', 'dist', 'index.js');

/** A small image from what the server has itself, as it can fetch none. */
const APP = `set -e; mkdir -p /srv/app/src; cd /srv/app; cp /bin/busybox .
printf 'print("hello")\\n' > src/main.py
cat > Dockerfile <<'END'
FROM scratch
COPY busybox /bin/busybox
RUN ["/bin/busybox", "--install", "-s", "/bin"]
RUN i=0; while [ $i -lt 200 ]; do echo $i > /$i; i=$((i+1)); done
COPY src /src
RUN sha256sum /src/main.py > /sum
END`;

const REGISTRY = '/srv/registry.tar.gz';

/** What differs from the plan, because this server is small, slow, offline, and has no Kubernetes. */
const settings = (registrySha256: string) => ({
  kubernetes: { cluster: 'none' },
  preflight: { phase_0_complete: true },
  disk_test: { runs: 2, seconds: 1, size: '16MiB' },
  harbor: {
    registry: 'distribution',
    source: REGISTRY,
    sha256: registrySha256,
    data: '/twisterlab/data-warehouse/registry',
    min_free: '1GB',
    trust: ['docker'],
  },
  build_test: {
    context: '/srv/app',
    dockerfile: 'Dockerfile',
    network: 'none',
    builder: 'own',
    changed_file: 'src/main.py',
    runs: { base: 0, cold: 2, warm: 1, changed: 1 },
  },
});

/** Carries out all of Phase 1, from the pre-flight to the completion report, on a test server that stands in for the real one. */
export async function runPhase1(vm: Vm): Promise<void> {
  const folder = join(stateFolder(), 'report');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const config = relative('.', join(folder, 'edge-phase1.yml'));
  const { file, sha256 } = await registryImage();
  await vm.copyIn(file, REGISTRY, '0644');
  await vm.mustSh(APP);
  writeFileSync(config, stringify(settings(sha256)));
  let runs = 0;
  const evidence = (name: string) => join(relative('.', folder), `${String(++runs).padStart(2, '0')}-${name}.json`);
  const common = ['--config', config, '--fail-on', 'never'];
  const changing = STEPS.filter(({ kind }) => kind !== 'look');
  const parts = changing.length + 5;
  let part = 0;
  const title = (text: string) => console.log(`\n=== ${++part} of ${parts}: ${text}\n`);

  title('What is missing, and giving twister just those rights');
  await grantRights(vm);
  await show(vm, ['doctor', '--config', config]);
  title('Before: pre-flight and the plan of all steps (read only)');
  await show(vm, ['plan', '--config', config, '--evidence', evidence('plan')]);
  title('Before: how long a build takes');
  await show(vm, ['apply', 'build-test', ...common, '--evidence', evidence('build-test-before')]);
  for (const { id, kind, title: what } of changing) {
    title(what);
    const approval = kind === 'change' ? ['--plan-hash', await planHash(vm, id, config)] : [];
    await show(vm, ['apply', id, ...common, ...approval, '--evidence', evidence(id)]);
  }
  title('After: verify everything, and the scorecard');
  await show(vm, ['verify', ...common, '--evidence', evidence('verify')]);
  title('The five documents and the dashboard, from the evidence');
  for (const language of ['en', 'fr']) {
    const to = join(relative('.', folder), `documents-${language}`);
    await show(undefined, ['documents', '--evidence', relative('.', folder), '--language', language, '--to', to]);
  }
  const page = join(relative('.', folder), 'dashboard.html');
  await show(undefined, ['dashboard', '--evidence', relative('.', folder), '--to', page]);
  console.log(
    `To open: ${page}, and the documents in ${readdirSync(folder)
      .filter((name) => !name.includes('.'))
      .join(' and ')} beside it.`,
  );
}

async function planHash(vm: Vm, step: string, config: string): Promise<string> {
  const { stdout } = await edgePhase1(vm, ['plan', step, '--config', config, '--json']);
  return (JSON.parse(stdout) as { steps: { plan: { hash: string } }[] }).steps[0]!.plan.hash;
}

/** Runs the program as an operator would, on the server where there is one. */
async function show(vm: Vm | undefined, args: readonly string[]): Promise<void> {
  console.log(`$ edge-phase1 ${args.join(' ')}`);
  const { code, stdout, stderr } = await node([BUNDLE, ...args, ...(vm ? hostOptions(vm) : [])], (text) =>
    process.stdout.write(text),
  );
  console.log(stdout);
  if (code !== 0) throw new Error(`This ended with exit code ${code}: ${stderr}`);
}
