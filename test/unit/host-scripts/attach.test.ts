import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whoever attaches to a run that asks: a worker that asks two questions, and fronts that may answer them. */

const SCRIPT = join(__dirname, '../../../scripts/extend-lvm-phase1.sh');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attach-'));
  // The functions of the script, for any user and in a folder of this test.
  const functions = readFileSync(SCRIPT, 'utf8')
    .replace(/^(main|start) "\$@".*$/gm, '')
    .replaceAll('/run/edge-phase1', folder)
    .replace('((EUID == 0))', 'true');
  writeFileSync(
    join(folder, 'worker.sh'),
    `${functions}
    sync_journal() { :; }
    run_id=r boot_id=b worker=1 ask=1 out_file=$RUNS/r.jsonl
    exec 8<>"$RUNS/r.go"; exec 7<"$RUNS/r.go"; exec 8>&-
    take_lock
    k=0
    for change in lvextend growfs; do
      k=$((k + 1))
      may_go_on $change $k 2 "do $change" || { emit stopped "stopped before $change"; finish 3; }
      emit done "did $change"
    done
    finish 0`,
  );
  writeFileSync(join(folder, 'front.sh'), `${functions}\nstart --attach r`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The worker runs; this bash is the front that started it, with the pipe for answers as its descriptor 6. */
function session(commands: string): string {
  const { stdout, stderr } = spawnSync('bash', ['-s'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    input: `
      mkfifo r.go && : >r.jsonl && exec 6<>r.go
      until_said() { until grep -q "$1" r.jsonl; do sleep 0.05; done; }
      attach() { bash front.sh 2>&1 6>&-; echo "exit $?"; }
      bash worker.sh --worker --run-id r 6>&- &
      until_said '"change":"lvextend"'
      ${commands}
      wait`,
  });
  expect(stderr).toBe('');
  return stdout;
}
const PROMPT = /Do this now\? \[y\/N\]/g;

test('can answer what it asks', () => {
  const said = session(`printf 'y\\ny\\n' | attach`);
  expect(said).toMatch(/did lvextend.*did growfs.*exit 0/s);
  expect(said.match(PROMPT)).toHaveLength(2);
});

test('is not asked again what has been answered', () => {
  const said = session(`echo 'go lvextend' >&6; until_said growfs; echo y | attach`);
  expect(said).toMatch(/did growfs.*exit 0/s);
  expect(said.match(PROMPT)).toHaveLength(1);
});

test('a no ends it before the change, as that of whoever started it', () => {
  expect(session(`printf 'y\\nn\\n' | attach`)).toMatch(/did lvextend.*stopped before growfs.*exit 3/s);
});

test('who cannot answer only watches', () => {
  const said = session(`
    attach </dev/null >watched &
    until grep -q 'Do this now' watched; do sleep 0.05; done
    echo 'go lvextend' >&6; until_said growfs; echo 'go growfs' >&6
    wait; cat watched`);
  expect(said).toMatch(/did growfs.*exit 0/s);
});

test('of two answers to one question the second is none to the next', () => {
  const said = session(`
    echo 'go lvextend' >&6; echo 'go lvextend' >&6
    until_said '"change":"growfs"'; echo 'no growfs' >&6
    attach </dev/null`);
  expect(said).toMatch(/did lvextend.*stopped before growfs.*exit 3/s);
});

test('a run that was killed while it asked is said to be lost, and asks nobody', () => {
  const said = session(`kill -9 %1; wait %1 2>/dev/null; echo y | attach 2>&1`);
  expect(said).toContain('ended without a result');
  expect(said).not.toMatch(PROMPT);
});
