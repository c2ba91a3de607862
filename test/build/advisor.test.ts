import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { canRunDocker, type DockerHost, startDocker } from '../../lab/docker';
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

  test.each(cases)('%s', async (name, project, { after }) => {
    // What the ignore file keeps away is left out of both: the advice says that the image will not have it.
    await docker.mustSh(`mkdir -p '/srv/${name}' && tar -x -C '/srv/${name}'`, {
      stdin: contextOf({ ...project, ignoreFile: after.ignoreFile }),
    });
    const before = await filesOf(name, project.dockerfile.text);
    expect(before.length).toBeGreaterThan(1000);
    expect(await filesOf(name, after.dockerfile.text)).toEqual(before);
  });

  /** Builds the image and lists its files: type, mode, owner, path, link, and the sha256 of those that the build wrote. */
  async function filesOf(name: string, dockerfile: string): Promise<readonly string[]> {
    // Beside the context, or a copy of the whole context would also take the Dockerfile, which is another one.
    await docker.write('/srv/Dockerfile', dockerfile);
    const listing = await docker.mustSh(`
      docker build --network none --no-cache -q -t subject -f /srv/Dockerfile '/srv/${name}' >/dev/null &&
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
