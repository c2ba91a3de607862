import { canRunLab } from './machine';
import { runPhase1 } from './phase1';
import { PREPARE_STEPS, prepare } from './prepare';
import type { Snapshot } from './snapshot';
import { sshArguments } from './ssh';
import { startVm, type Vm } from './vm';

const USAGE = `npm run lab                carry out phase 1 on a test server
npm run lab image          build the test server, and save it when it is ready to use
npm run lab image docker   the same with Docker running
npm run lab up             start a test server and leave it running until Ctrl-C
npm run lab up docker      the same with Docker running`;

function stopwatch(): () => string {
  const start = Date.now();
  return () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

async function image(snapshot: Snapshot): Promise<void> {
  const elapsed = stopwatch();
  let step = 0;
  await prepare(snapshot, (title) => {
    step += 1;
    console.log(`[${step}/${PREPARE_STEPS}] ${title} (${elapsed()})`);
  });
  console.log(`The test server is ready (${elapsed()}).`);
}

async function withVm(snapshot: Snapshot, use: (vm: Vm) => Promise<void>): Promise<void> {
  await image(snapshot);
  const elapsed = stopwatch();
  const vm = await startVm({ name: 'lab', snapshot });
  console.log(`It answers (${elapsed()}).`);
  try {
    await use(vm);
  } finally {
    await vm.stop();
  }
}

async function untilInterrupted(vm: Vm): Promise<void> {
  for (const user of ['root', undefined]) console.log(`ssh ${sshArguments(vm.ssh(user)).map(quoted).join(' ')}`);
  console.log('Ctrl-C stops it and deletes its disks.');
  const alive = setInterval(() => {}, 60_000);
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  clearInterval(alive);
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

async function main([command = 'phase1', snapshot = 'ready']: readonly string[]): Promise<void> {
  const ability = canRunLab();
  if (!ability.ok) throw new Error(`This machine cannot run the test server: ${ability.why}.`);
  if (snapshot !== 'ready' && snapshot !== 'docker') throw new Error(USAGE);
  if (command === 'image') return image(snapshot);
  if (command === 'up') return withVm(snapshot, untilInterrupted);
  if (command === 'phase1') return withVm('docker', runPhase1);
  throw new Error(USAGE);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
