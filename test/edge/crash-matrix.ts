// Every way to die at every boundary, and 20 power cuts at random moments, each on a server of its own:
// `npm run test:crash-matrix [boundary...]`. Writes docs/crash-matrix.md, after each row, so that a cut-off run is kept.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { prepare } from '../../lab/prepare';
import { startVm, type Vm } from '../../lab/vm';
import { type Aftermath, BOUNDARIES, DEATHS, dieAfter, dieAt, survived } from './crash';
import { startWriter } from './writer';

const FILE = resolve(__dirname, '../../docs/crash-matrix.md');
const MOMENTS = 20;
const LONGEST_SECONDS = 30;
/** Servers at a time: one alone leaves half of two processors idle, on a machine that has nothing else to do. */
const AT_ONCE = Number(process.env.EDGE_PHASE1_SERVERS ?? 2);

interface Row {
  readonly who: string;
  readonly where: string;
  readonly found: string;
  readonly end: string;
  readonly verdict: string;
}

async function die(who: string, where: string, how: (vm: Vm) => Promise<Aftermath>): Promise<Row> {
  const vm = await startVm({ name: 'matrix', snapshot: 'ready' });
  try {
    const writer = await startWriter(vm);
    const aftermath = await how(vm);
    const files = writer.synced();
    const lost = await writer.check();
    await vm.powerCut();
    const { clean } = await vm.fsck();
    const expected = survived(150);
    const well = aftermath.exit === expected.exit && aftermath.end === expected.end && clean && lost === '';
    const damage = `exit ${aftermath.exit}, ${clean ? 'clean' : 'NOT CLEAN'}, ${lost || 'nothing lost'}`;
    return { who, where, ...aftermath, verdict: well ? `✅ clean, ${files} files kept` : `❌ ${damage}` };
  } finally {
    await vm.stop();
  }
}

function write(rows: readonly Row[], version: string, started: Date, total: number): void {
  const well = rows.filter((row) => row.verdict.startsWith('✅')).length;
  const lines = rows.map(
    ({ who, where, found, end, verdict }) => `| ${who} | ${where} | ${found} | ${end} | ${verdict} |`,
  );
  writeFileSync(
    FILE,
    `# Crash matrix

**${well} of ${rows.length} survived**${rows.length < total ? `; ${total - rows.length} of ${total} were not run` : ''}. Version ${version}, ${started.toISOString().slice(0, 10)}, by \`npm run test:crash-matrix\`.

A run grows the root volume of the test server from 100 to 150 GiB while a program writes to it and syncs. It dies at a
boundary, then one more run is made. Survived means: that run ends with 0 in the target state, \`e2fsck -fn\` from outside finds
nothing, and every file that was synced before is there with its content.

| who dies | where | volume / file system found, GiB | after one more run | |
|---|---|---|---|---|
${lines.join('\n')}
`,
  );
}

const isPower = ({ who }: { readonly who: string }) => who === 'power';

async function main(only: readonly string[]): Promise<void> {
  await prepare('ready');
  const started = new Date();
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
  const boundaries = BOUNDARIES.flatMap((boundary) =>
    DEATHS.map((death) => ({ who: death, where: boundary, how: (vm: Vm) => dieAt(vm, boundary, death, 150) })),
  );
  const moments = Array.from({ length: MOMENTS }, () => {
    const seconds = Number((Math.random() * LONGEST_SECONDS).toFixed(2));
    return {
      who: 'power',
      where: `${seconds} s after the start`,
      how: (vm: Vm) => dieAfter(vm, seconds, 'power', 150),
    };
  });
  // Power cuts first: they are the hardest, and a run may be cut off.
  const all = [...boundaries.filter(isPower), ...moments, ...boundaries.filter((death) => !isPower(death))];
  const cases = all.filter(({ where }) => only.length === 0 || only.includes(where));
  const rows: Row[] = [];
  const waiting = [...cases.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, { who, where, how }] = next;
      const row = await die(who, where, how).catch((error: Error) => ({
        ...{ who, where, found: '', end: '' },
        verdict: `❌ ${error.message.split('\n')[0]}`,
      }));
      rows[index] = row;
      console.log(`[${index + 1}/${cases.length}] ${who} dies: ${where}: ${row.verdict}`);
      write(Object.values(rows), version, started, cases.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (rows.some((row) => !row.verdict.startsWith('✅'))) process.exitCode = 1;
}

main(process.argv.slice(2));
