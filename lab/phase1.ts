import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { edgePhase1, grantRights, hostOptions, node } from './operator';
import { stateFolder } from './state';
import type { Vm } from './vm';

const BUNDLE = resolve(__dirname, '..', 'dist', 'index.js');

/** Carries out all of Phase 1 that the steps can do, on a test server that stands in for the real one. */
export async function runPhase1(vm: Vm): Promise<void> {
  const folder = join(stateFolder(), 'report');
  mkdirSync(folder, { recursive: true });
  const evidence = join(folder, 'evidence.json');
  const report = join(folder, 'report.md');

  title(1, 'What is missing, and giving twister just those rights');
  await grantRights(vm);
  await show(vm, ['doctor']);
  title(2, 'The plan (read only)');
  await show(vm, ['plan']);
  const plan = JSON.parse((await edgePhase1(vm, ['plan', 'extend-lvm', '--json'])).stdout) as {
    steps: { plan: { hash: string } }[];
  };
  title(3, 'Apply, with the hash of the plan as the approval');
  const hash = plan.steps[0]!.plan.hash;
  await show(vm, ['apply', 'extend-lvm', '--plan-hash', hash, '--evidence', evidence]);
  title(4, 'Verify');
  await show(vm, ['verify']);

  const { stdout } = await node([BUNDLE, 'report', '--from', evidence]);
  writeFileSync(report, stdout);
  console.log(`\nThe report: ${relative('.', report)}\nThe evidence: ${relative('.', evidence)}`);
}

const STEPS = 4;
const title = (step: number, text: string) => console.log(`\n=== ${step} of ${STEPS}: ${text}\n`);

async function show(vm: Vm, args: readonly string[]): Promise<void> {
  console.log(`$ edge-phase1 ${args.join(' ')}`);
  const { code, stdout, stderr } = await node([BUNDLE, ...args, ...hostOptions(vm)], (text) =>
    process.stdout.write(text),
  );
  console.log(stdout);
  if (code !== 0) throw new Error(`This ended with exit code ${code}: ${stderr}`);
}
