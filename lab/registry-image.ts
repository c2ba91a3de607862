import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { standIn } from './stand-in';
import { ownedName } from './state';

/** A file, made by docker save and gzip, with Debian's docker-registry as an image. Made once. */
export async function registryImage(): Promise<{ file: string; sha256: string }> {
  const folder = await standIn();
  const file = `${folder}-registry.tar.gz`;
  if (!existsSync(file)) {
    writeFileSync(ownedName(file), gzipSync(readFileSync(join(folder, 'registry.tar')), { level: 1 }));
    renameSync(ownedName(file), file);
  }
  return { file, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') };
}
