import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type DockerHost, startDocker } from './docker';
import { dockerRoot } from './docker-root';
import { madeOnce, stateFolder } from './state';

const SOURCE = join(__dirname, 'harbor-installer');
/** Of the installers: one, and the next minor version. */
export const STAND_IN_VERSIONS = ['2.14.0', '2.15.0'] as const;

/**
 * A folder with `harbor-offline-installer-vVERSION.tgz` of each version and `registry.tar`, see docs/harbor-stand-in.md. Made
 * once from what lies in `harbor-installer`, also when several processes want it at the same time: they wait for the first.
 */
export async function standIn(): Promise<string> {
  const sources = filesIn(SOURCE).map((file) => [file, readFileSync(join(SOURCE, file))] as const);
  const hash = createHash('sha256').update([basename(await dockerRoot()), ...STAND_IN_VERSIONS].join('\n'));
  for (const [file, content] of sources) hash.update(`\n${file}\n`).update(content);
  return madeOnce(join(stateFolder(), `stand-in-${hash.digest('hex').slice(0, 12)}`), async (folder) => {
    const docker = await startDocker({ name: 'stand-in' });
    try {
      for (const [file, content] of sources) await docker.write(`/root/stand-in/${file}`, content, '0755');
      await docker.mustSh(`bash /root/stand-in/build.sh /srv/files ${STAND_IN_VERSIONS.join(' ')}`);
      mkdirSync(folder);
      cpSync(insideOf(docker, '/srv/files'), folder, { recursive: true });
    } finally {
      await docker.stop();
    }
  });
}

/** Puts those files into a folder of a Docker host. */
export async function copyStandIn(docker: DockerHost, to: string): Promise<void> {
  const from = await standIn();
  await docker.mustSh(`mkdir -p ${to}`);
  cpSync(from, insideOf(docker, to), { recursive: true });
}

const insideOf = ({ pid }: DockerHost, path: string) => `/proc/${pid}/root${path}`;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
