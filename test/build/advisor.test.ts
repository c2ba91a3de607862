import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { canRunDocker, type DockerHost, startDocker } from '../../lab/docker';
import { wheelMaker } from '../../lab/wheels';
import { type Trial, trialOf } from '../../src/build/advisor/trial';
import type { Project } from '../../src/build/advisor/types';
import { fixtures } from '../unit/build/fixture';
import { packageManagers } from './package-managers';

jest.setTimeout(10 * 60 * 1000);

/** Projects for which there is a patch of the Dockerfile itself, with all their patches. */
const cases = fixtures.flatMap(({ name, project }): [string, Project, Trial][] => {
  const trial = trialOf(project, 'all');
  const changed = typeof trial !== 'string' && trial.after.dockerfile.text !== project.dockerfile.text;
  return changed ? [[name, project, trial]] : [];
});

const ability = canRunDocker();
const describeReal = ability.ok ? describe : describe.skip;

describeReal(`a patched Dockerfile builds the same files${ability.ok ? '' : ` (skipped: ${ability.why})`}`, () => {
  let docker: DockerHost;

  beforeAll(async () => {
    docker = await startDocker({ name: 'advisor' });
    await docker.mustSh(packageManagers);
    const images = new Set(cases.flatMap(([, project]) => basesOf(project.dockerfile.text)));
    await docker.mustSh([...images].map((image) => `docker tag tools:1 '${image}'`).join(' && '));
  });
  afterAll(async () => {
    await docker?.stop();
  });

  test('with the real pip and apt', async () => {
    await docker.write('/srv/real/wheels.py', wheelMaker({ framework: 5, client: 3 }));
    await docker.mustSh(`
      cd /srv/real && mkdir wheels && echo 'VALUE = 1' > module.txt && python3 wheels.py
      printf '%s\\n' 'FROM tools:1' 'COPY wheels /wheels' 'RUN rm -rf /usr/local/bin/pip* /usr/lib/python3*/EXTERNALLY-MANAGED && touch /began' \\
        'ENV PIP_NO_INDEX=1 PIP_FIND_LINKS=/wheels' > Dockerfile && docker build --network none -q -t python:real .`);
    const files = {
      'requirements.txt': 'framework==1.0\nclient==1.0\n',
      'app/main.py': 'print(1)\n',
      '.git/HEAD': 'x\n',
    };
    const project: Project = {
      dockerfile: {
        path: 'Dockerfile',
        text: 'FROM python:real\nWORKDIR /app\nCOPY . .\nRUN apt-get update && apt-get install -y gcc\nRUN pip install --no-cache-dir -r requirements.txt\n',
      },
      ignoreFile: undefined,
      listing: {
        files: Object.entries(files).map(([path, text]) => ({ path, bytes: text.length, mode: 0o644 })),
        complete: true,
      },
      read: (path) => (files as Record<string, string>)[path],
      vertices: undefined,
      registry: undefined,
    };
    const trial = trialOf(project, 'all') as Trial;
    expect(trial.findings.map(({ rule }) => rule).sort()).toEqual([
      'cache-mount',
      'cache-mount',
      'ignore-file-missing',
      'install-behind-copy',
    ]);
    const asItIs = await putDown('real pip', project).then(() => filesOf('real pip', project.dockerfile.text));
    const ignoring = await putDown('real pip', trial.after).then(() => filesOf('real pip', project.dockerfile.text));
    expect(await filesOf('real pip', trial.after.dockerfile.text)).toEqual(ignoring);
    // The ignore file takes away what the advice names, and nothing else; it is copied itself, and so is the Dockerfile.
    // Sums are left out: whether a file of the context counts as written by the build is a matter of its time here.
    const told = (lines: readonly string[]) => lines.filter((line) => !/^[0-9a-f]{64} |\/app\/Dockerfile/.test(line));
    const notIn = (some: readonly string[]) => (line: string) => !some.includes(line);
    const lost = told(asItIs).filter(notIn(ignoring));
    const paths = new Set(lost.map((line) => line.replace(/^.* (?=\/)/, '').trim()));
    expect([...paths]).toEqual(['/app/.git', '/app/.git/HEAD']);
    const gained = told(ignoring).filter(notIn(asItIs));
    expect(gained.filter((line) => !line.includes('/app/.dockerignore'))).toEqual([]);
    expect(ignoring.some((line) => line.includes('/framework/m4.py'))).toBe(true);
  });

  test.each(cases)('%s', async (name, project, { after }) => {
    // What the ignore file keeps away is left out of both: the advice says that the image will not have it.
    await putDown(name, { ...project, ignoreFile: after.ignoreFile });
    const before = await filesOf(name, project.dockerfile.text);
    expect(before.length).toBeGreaterThan(1000);
    expect(await filesOf(name, after.dockerfile.text)).toEqual(before);
  });

  async function putDown(name: string, project: Project): Promise<void> {
    const folder = `/srv/contexts/${name}`;
    await docker.mustSh(`rm -rf '${folder}' && mkdir -p '${folder}' && tar -x -C '${folder}'`, {
      stdin: contextOf(project),
    });
  }

  /** Builds the image and lists its files: type, mode, owner, path, link, and the sha256 of those that the build wrote. */
  async function filesOf(name: string, dockerfile: string): Promise<readonly string[]> {
    // Beside the context, or a copy of the whole context would also take the Dockerfile, which is another one.
    await docker.write('/srv/Dockerfile', dockerfile);
    const listing = await docker.mustSh(`
      docker build --network none --no-cache -q -t subject -f /srv/Dockerfile '/srv/contexts/${name}' >/dev/null &&
      docker run --rm --network none --user 0 --entrypoint list-files subject`);
    return listing.split('\n');
  }
});

/** Variables of the fixtures, as their Dockerfiles set them. */
const VARIABLES: Readonly<Record<string, string>> = { REGISTRY: 'registry.example.org', PYTHON: '3.12' };

const basesOf = (dockerfile: string) =>
  [...dockerfile.matchAll(/^FROM (\S+)/gm)]
    .map(([, image]) => image!.replace(/\$\{(\w+)\}/g, (_, variable) => VARIABLES[variable]!))
    .filter((image) => /^[a-z0-9./:-]+$/.test(image) && !['scratch', 'base', 'build', 'deps'].includes(image));

function contextOf({ listing, read, dockerfile, ignoreFile }: Project): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-build-'));
  try {
    for (const { path, bytes, mode } of listing!.files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      const text = read!(path) ?? `${path}\n`.repeat(Math.min(20, Math.ceil(bytes / 100)));
      writeFileSync(join(folder, path), text, { mode: mode! });
    }
    for (const file of [dockerfile, ignoreFile]) if (file) writeFileSync(join(folder, file.path), file.text);
    return execFileSync('tar', ['-c', '-C', folder, '.'], { maxBuffer: 64 * 1024 ** 2 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
