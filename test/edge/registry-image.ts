import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDocker } from '../../lab/docker';
import { ownedName, stateFolder } from '../../lab/state';

const BUILD = join(__dirname, 'harbor-installer/build.sh');
const PROGRAMS = ['harbor.py', 'prepare.py'].map((name) => join(__dirname, 'harbor-installer', name));

/** A file, made by docker save and gzip, with Debian's docker-registry as an image. Made once. */
export async function registryImage(): Promise<{ file: string; sha256: string }> {
  const of = createHash('sha256').update(readFileSync(BUILD)).digest('hex').slice(0, 12);
  const file = join(stateFolder(), `registry-${of}.tar.gz`);
  if (!existsSync(file)) {
    const docker = await startDocker({ name: 'registry-image' });
    try {
      for (const path of [BUILD, ...PROGRAMS]) {
        await docker.write(`/root/build/${path.split('/').at(-1)}`, readFileSync(path));
      }
      const text = await docker.mustSh(
        'bash /root/build/build.sh /srv/files && gzip -1 -c /srv/files/registry.tar | base64 -w 0',
      );
      writeFileSync(ownedName(file), Buffer.from(text, 'base64'));
      renameSync(ownedName(file), file);
    } finally {
      await docker.stop();
    }
  }
  return { file, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') };
}
