// Records test/fixtures anew from a test server, fresh and extended: `npm run capture`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { edgePhase1, grantRights } from '../../lab/operator';
import { prepare } from '../../lab/prepare';
import { startVm } from '../../lab/vm';
import { type Evidence, parseEvidence } from '../../src/evidence/evidence';

const FIXTURES = join(__dirname, '../../test/fixtures');

const looked = ({ steps }: Evidence) => `${JSON.stringify(steps[0]!.before!.raw, null, 2)}\n`;

async function main(): Promise<void> {
  await prepare('ready');
  const vm = await startVm({ name: 'capture', snapshot: 'ready' });
  try {
    await grantRights(vm);
    const answer = async (args: readonly string[]) => parseEvidence((await edgePhase1(vm, [...args, '--json'])).stdout);
    const fresh = await answer(['plan', 'extend-lvm']);
    const plan = fresh.steps[0]!.plan!;
    if (plan.verdict !== 'changes') throw new Error(`the plan is ${plan.verdict}`);
    const applied = join(FIXTURES, 'evidence/applied.json');
    await answer(['apply', 'extend-lvm', '--plan-hash', plan.hash, '--evidence', applied]);
    parseEvidence(readFileSync(applied, 'utf8'));
    writeFileSync(join(FIXTURES, 'server/fresh.json'), looked(fresh));
    writeFileSync(join(FIXTURES, 'server/extended.json'), looked(await answer(['plan', 'extend-lvm'])));
  } finally {
    await vm.stop();
  }
}

main();
