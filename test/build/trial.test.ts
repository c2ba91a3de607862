import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseProgress } from '../../src/build/progress';
import { goodRuns, splitProgress } from '../../src/build/result';
import type { Evidence } from '../../src/evidence/evidence';
import { describeWithDocker, type Host } from './host';

const APP = '/srv/my app';
const CHECKSUMS = `cd '${APP}' && find . -type f -printf '%p %m %T@ ' -exec sha256sum {} +`;

/** This Node with its libraries, and the program, in a folder of the host: the command line runs there as it would anywhere. */
async function installProgram({ docker }: Host): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  try {
    const libraries = [
      ...execFileSync('ldd', [process.execPath], { encoding: 'utf8' }).matchAll(/(?:=> |^\s*)(\/\S+)/gm),
    ].map(([, file]) => file!);
    execFileSync('cp', ['-L', process.execPath, ...libraries, folder]);
    const root = join(__dirname, '../..');
    execFileSync('cp', ['-r', join(root, 'dist'), join(root, 'scripts'), join(root, 'package.json'), folder]);
    const tar = execFileSync('tar', ['-c', '-C', folder, '.'], { maxBuffer: 1024 ** 3 });
    await docker.mustSh('mkdir /opt/edge && tar -x -C /opt/edge', { stdin: tar });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PROGRAM = '/opt/edge/ld-linux-x86-64.so.2 --library-path /opt/edge /opt/edge/node /opt/edge/dist/index.js';

describeWithDocker('advise --try', {}, (on) => {
  const tryPatch = (words: string) =>
    on().docker.sh(`cd / && ${PROGRAM} advise --context '${APP}' --set build_test.network=none ${words}`);

  beforeAll(async () => {
    await installProgram(on());
    await on().sh(`
      mkdir -p /srv/base && cd /srv/base && printf '#!/bin/sh\\nsleep 1; mkdir -p /site; cp requirements.txt /site\\n' > pip && chmod +x pip
      printf 'FROM base:1\\nCOPY pip /bin/pip\\n' > Dockerfile && docker build --network none -q -t python:1 .`);
  });
  beforeEach(async () => {
    await on().sh(`
      rm -rf /srv/my* /var/lib/edge-phase1; mkdir -p '${APP}/deploy' '${APP}/.git' && cd '${APP}'
      printf 'FROM python:1\\nWORKDIR /app\\nCOPY . .\\nRUN pip install -r requirements.txt\\n' > deploy/Dockerfile
      echo flask > requirements.txt; echo 'print(1)' > main.py; echo ref > .git/HEAD; chmod 640 deploy/Dockerfile`);
  });

  it('builds with and without all patches in turn, and tells what they gain', async () => {
    const before = [await on().sh(CHECKSUMS), await on().ownThings()];
    const { code, stdout, stderr } = await tryPatch(`--dockerfile '${APP}/deploy/Dockerfile' --try all --runs 2`);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    expect(stderr).toContain('dependencies are installed again whenever any file changes');
    expect(stdout).toMatch(/The patch that was tried: cold: observed, not established: [\d.]+ s with it, /);
    expect(stdout).toMatch(/The patch that was tried:\n +scenario +before +now +ratio/);
    expect(stdout).toMatch(/The image has [\d.]+ \w+ with the patch/);

    const result = await on().result();
    expect(result).toMatchObject({ tried: true, failed: '', label: '' });
    const named = (runs: typeof result.runs) => runs.map(({ scenario, k }) => `${scenario} ${k}`);
    expect(named(result.runs)).toEqual(['cold 1', 'cold 2', 'changed 1', 'changed 2']);
    expect(named(result.against!.runs)).toEqual(named(result.runs));
    // To the second: several builds may have the same.
    const times = result.runs.flatMap((run, place) => [run.at, result.against!.runs[place]!.at]);
    expect(times).toEqual([...times].sort());
    expect(result.against!.context_bytes).not.toBe(result.context_bytes);

    // What the gain comes from: with the patch, the install is not made again for a changed line.
    const parts = splitProgress(await on().sh('cat /var/lib/edge-phase1/build-test/latest.progress'));
    const installs = parts
      .filter(({ scenario }) => scenario === 'changed')
      .map(({ side, text }) => [side, parseProgress(text).vertices.find(({ name }) => name.includes('pip'))?.cached]);
    expect(installs).toEqual([
      ['a', false],
      ['b', true],
      ['a', false],
      ['b', true],
    ]);
    expect([await on().sh(CHECKSUMS), await on().ownThings()]).toEqual(before);
    expect([await on().leftovers(), await on().sh('ls /tmp | grep edge-phase1 || true')]).toEqual([[], '']);
  });

  it('says so where a build fails with the patch; the times of the build as it is stay', async () => {
    await on().sh(`cd '${APP}' && printf '[ -s .git/HEAD ] || { echo no version; exit 9; }\\n' > version
      printf 'FROM python:1\\nWORKDIR /app\\nCOPY . .\\nRUN sh version\\n' > deploy/Dockerfile`);
    const { code, stdout } = await tryPatch(`--dockerfile '${APP}/deploy/Dockerfile' --try 1 --runs 1 --json`);
    expect(code).toBe(1);
    const { checks } = (JSON.parse(stdout) as Evidence).steps[0]!;
    expect(checks.map(({ id, result }) => [id, result])).toEqual(
      expect.arrayContaining([
        ['build_measured', 'pass'],
        ['build_tried', 'fail'],
      ]),
    );
    expect(checks.find(({ id }) => id === 'build_tried')?.measured).toMatch(
      /^the build fails with it: cold of the other side, after [\d.]+ s$/,
    );
    const result = await on().result();
    expect(goodRuns(result, 'cold')).toHaveLength(1);
    expect(result.against?.runs[0]?.why).toContain('no version');
    expect(await on().leftovers()).toEqual([]);
  });

  it('tries a Dockerfile outside of the context, with its own ignore file', async () => {
    await on().sh(
      `mkdir /srv/my-files && cd /srv/my-files && mv '${APP}/deploy/Dockerfile' . && echo .git > Dockerfile.dockerignore`,
    );
    const { code, stdout } = await tryPatch(
      '--dockerfile /srv/my-files/Dockerfile --try all --json --set build_test.runs.changed=0',
    );
    expect(code).toBe(0);
    const result = await on().result();
    expect(result.against?.dockerfile_sha256).not.toBe(result.dockerfile_sha256);
    expect((JSON.parse(stdout) as Evidence).steps[0]?.checks.map(({ id }) => id)).toContain('build_tried_cold');
    expect(await on().sh('cd /srv/my-files && ls -A')).toBe('Dockerfile\nDockerfile.dockerignore\n');
  });

  it('writes through no link of the context', async () => {
    await on().sh(`cd '${APP}' && echo mine > /srv/my-ignore && ln -s /srv/my-ignore .dockerignore`);
    await on().sh(`mkdir -p /srv/my-patch && echo .git > /srv/my-patch/.dockerignore`);
    const run = await on().script(
      `--context '${APP}' --dockerfile deploy/Dockerfile --network none --runs cold=1 --try-files /srv/my-patch`,
    );
    expect(run.code).toBe(0);
    const { context_sha256, against } = await on().result();
    expect(against?.context_sha256).not.toBe(context_sha256);
    expect(await on().sh('cat /srv/my-ignore')).toBe('mine\n');
  });
});
