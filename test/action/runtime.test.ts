import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt } from '../../lab/command';
import { annotations, JobFolder, onPath, PROJECT, runEntry } from './entry';

/** An input that is refused at once: the answer proves that the program ran. */
const WRONG = { mode: 'destroy' };
const RAN = "mode: 'destroy' is not allowed";

let job: JobFolder;
beforeEach(() => {
  job = new JobFolder();
});
afterEach(() => job.remove());

/** A PATH with what a shell script needs, and no Node. */
function pathWithoutNode(): string {
  const folder = job.folder('bin');
  for (const tool of ['bash', 'readlink']) symlinkSync(onPath(tool)!, join(folder, tool));
  return folder;
}

/** A Node that leaves a note when it is the one that becomes the program. */
function nodeAt(file: string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n[ "$1" = -p ] || echo "started $0"\nexec '${process.execPath}' "$@"\n`);
  chmodSync(file, 0o755);
  return `started ${file}`;
}

function oldNodeAt(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n[ "$1" = -p ] || echo "started too old"\necho 18\n');
  chmodSync(file, 0o755);
}

describe('the Node runtime of the action', () => {
  it('is the one on the PATH', async () => {
    const note = nodeAt(join(job.path, 'bin', 'node'));
    const { code, log } = await runEntry(job, WRONG, { PATH: pathWithoutNode() });
    expect(log).toContain(note);
    expect(log).toContain(RAN);
    expect(code).toBe(2);
  });

  it.each(['RUNNER_TEMP', 'RUNNER_WORKSPACE'])(
    "is the runner's own, above %s, where the PATH has none",
    async (name) => {
      const runner = job.folder('runner');
      const note = nodeAt(join(runner, 'externals', 'node24', 'bin', 'node'));
      const work = { RUNNER_TEMP: undefined, [name]: job.folder('runner/_work/_temp') };
      const { code, log } = await runEntry(job, WRONG, { PATH: pathWithoutNode(), ...work });
      expect(log).toContain(`started ${job.path}/runner/_work/_temp/../../externals/node24/bin/node`);
      expect(note).toContain('externals/node24');
      expect(log).toContain(RAN);
      expect(code).toBe(2);
    },
  );

  it("is the one beside the runner's worker, wherever its work folder lies", async () => {
    const runner = job.folder('runner');
    const note = nodeAt(join(runner, 'externals', 'node20', 'bin', 'node'));
    const worker = join(job.folder('runner/bin'), 'Runner.Worker');
    copyFileSync(onPath('bash')!, worker);
    const entry = join(PROJECT, 'scripts', 'action.sh');
    const { code, stdout } = await attempt([worker, '-c', `bash '${entry}'; exit $?`], {
      env: { PATH: pathWithoutNode(), INPUT_MODE: 'destroy' },
    });
    expect(stdout).toContain(note);
    expect(stdout).toContain(RAN);
    expect(code).toBe(2);
  });

  it.each(['later on the PATH', 'of the runner'])('passes over one that is too old, for one %s', async (where) => {
    oldNodeAt(join(job.path, 'old', 'node'));
    const bin = pathWithoutNode();
    const later = where === 'later on the PATH';
    const good = later ? join(bin, 'node') : join(job.path, 'externals', 'node24', 'bin', 'node');
    nodeAt(good);
    const env = { PATH: `${job.folder('old')}:${bin}`, RUNNER_TEMP: job.folder('_work/_temp') };
    const { code, log } = await runEntry(job, WRONG, env);
    expect(log).not.toContain('too old');
    expect(log).toContain(RAN);
    expect(code).toBe(2);
  });

  it.each([false, true])('is named as missing, with the way out (an old one is there: %s)', async (old) => {
    const bin = pathWithoutNode();
    if (old) oldNodeAt(join(bin, 'node'));
    const { code, log } = await runEntry(job, WRONG, { PATH: bin });
    const [error, ...others] = annotations(log);
    expect(others).toEqual([]);
    expect(error).toMatchObject({ level: 'error', title: 'edge-phase1' });
    expect(error?.text).toContain('No Node runtime of version 20 or newer');
    expect(error?.text).toContain('apt-get install nodejs');
    if (old) expect(error?.text).toContain(`${bin}/node is version 18`);
    expect(code).toBe(2);
  });

  it('needs nothing but dist and scripts beside it, from any folder', async () => {
    const { code, log } = await runEntry(job, { mode: 'verify', host: 'nonsense' });
    expect(log).toContain('The field `host`');
    expect(code).toBe(3);
  });
});
