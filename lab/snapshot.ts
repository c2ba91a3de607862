import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Image } from './image';
import type { DiskName } from './recipe';
import { sourceHash } from './state';

/** `ready` has SSH and no Docker; in `docker` its daemon runs as well. */
export type Snapshot = 'ready' | 'docker';

/** A saved state belongs to QEMU's arguments and to the disks of that moment; all lie in one folder. */
export function snapshotFolder(image: Image, snapshot: Snapshot): string {
  return join(image.folder, `${snapshot}-${sourceHash('qemu.ts', 'prepare.ts')}`);
}

export function snapshotDisk(image: Image, snapshot: Snapshot, disk: DiskName): string {
  return join(snapshotFolder(image, snapshot), `${disk}.qcow2`);
}

export function snapshotState(image: Image, snapshot: Snapshot): string {
  return join(snapshotFolder(image, snapshot), 'state');
}

export function findSnapshot(image: Image, snapshot: Snapshot): boolean {
  return existsSync(snapshotState(image, snapshot));
}
