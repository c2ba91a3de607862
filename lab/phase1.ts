import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { STEPS } from '../src/steps';
import { edgePhase1, grantRights, hostOptions, node } from './operator';
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

const SETTINGS = {
  'disk-test': ['disk_test.runs=2', 'disk_test.seconds=1', 'disk_test.size=16MiB'],
  'build-test': [
    'build_test.context=/srv/app',
    'build_test.dockerfile=Dockerfile',
    'build_test.network=none',
    'build_test.builder=own',
    'build_test.changed_file=src/main.py',
    'build_test.runs.base=0',
    'build_test.runs.cold=2',
    'build_test.runs.warm=2',
    'build_test.runs.changed=2',
  ],
} as Readonly<Record<string, readonly string[]>>;

/** Carries out all of Phase 1 that the steps can do, on a test server that stands in for the real one. */
export async function runPhase1(vm: Vm): Promise<void> {
  const folder = join(stateFolder(), 'report');
  mkdirSync(folder, { recursive: true });
  await vm.mustSh(APP);
  const carriedOut = STEPS.filter(({ kind }) => kind !== 'look');
  const parts = carriedOut.length + 3;
  let part = 0;
  const title = (text: string) => console.log(`\n=== ${++part} of ${parts}: ${text}\n`);
  const settings = Object.values(SETTINGS).flat();

  title('What is missing, and giving twister just those rights');
  await grantRights(vm);
  await show(vm, ['doctor']);
  title('The plan of all steps (read only)');
  await show(vm, ['plan', ...set(settings)]);
  for (const { id, kind, title: what } of carriedOut) {
    title(what);
    const own = set(SETTINGS[id] ?? []);
    const approval = kind === 'change' ? ['--plan-hash', await planHash(vm, id, own)] : [];
    const evidence = join(folder, `${id}.json`);
    await show(vm, ['apply', id, ...own, ...approval, '--fail-on', 'never', '--evidence', evidence]);
  }
  title('Verify everything, and the scorecard');
  const evidence = join(folder, 'evidence.json');
  await show(vm, ['verify', ...set(settings), '--fail-on', 'never', '--evidence', evidence]);

  const report = join(folder, 'report.md');
  const { stdout } = await node([BUNDLE, 'report', '--from', evidence]);
  writeFileSync(report, stdout);
  console.log(`\nThe report: ${relative('.', report)}\nThe evidence: ${relative('.', folder)}`);
}

const set = (settings: readonly string[]) => settings.flatMap((setting) => ['--set', setting]);

async function planHash(vm: Vm, step: string, settings: readonly string[]): Promise<string> {
  const { stdout } = await edgePhase1(vm, ['plan', step, ...settings, '--json']);
  return (JSON.parse(stdout) as { steps: { plan: { hash: string } }[] }).steps[0]!.plan.hash;
}

async function show(vm: Vm, args: readonly string[]): Promise<void> {
  console.log(`$ edge-phase1 ${args.join(' ')}`);
  const { code, stdout, stderr } = await node([BUNDLE, ...args, ...hostOptions(vm)], (text) =>
    process.stdout.write(text),
  );
  console.log(stdout);
  if (code !== 0) throw new Error(`This ended with exit code ${code}: ${stderr}`);
}
