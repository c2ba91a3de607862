import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildImage, findImage, IMAGE_STEPS, type Image, type Progress } from './image';
import { installPackages } from './machine';
import { USER } from './recipe';
import { findSnapshot, type Snapshot, snapshotFolder, snapshotState } from './snapshot';
import { ownedName, sweep } from './state';
import { startVm } from './vm';

/** Touches what the first minutes of a test use, so that it is in memory when the state resumes. */
const WARM_UP = [
  'lvs; vgs; pvs; lsblk -bJ; findmnt -J; dumpe2fs -h /dev/ubuntu-vg/ubuntu-lv; df -h /',
  'systemd-run --wait --quiet true; sudo -n true; python3 -c "import json"; node -e 0; ssh -V; vgcfgbackup',
  'sync; true',
].join('\n');

const WARM_UP_DOCKER = [
  'docker info; docker ps -a; docker buildx ls; docker compose version',
  'cd "$(mktemp -d)" && cp /bin/busybox .',
  String.raw`printf 'FROM scratch\nCOPY busybox /\nRUN ["/busybox", "true"]\n' > Dockerfile`,
  'docker build --tag warm-up . && docker run --rm warm-up /busybox true',
  'docker rmi warm-up; docker builder prune --all --force; sync',
].join('\n');

/** Whether `prepare` would have nothing to do. */
export function isPrepared(snapshot: Snapshot): boolean {
  const image = findImage();
  return image !== undefined && findSnapshot(image, snapshot);
}

export const PREPARE_STEPS = IMAGE_STEPS + 2;

/** Makes everything there that `startVm` with this snapshot needs. What is there already is kept. */
export async function prepare(snapshot: Snapshot, progress: Progress = () => {}): Promise<void> {
  progress('install missing packages of this machine');
  await installPackages();
  const image = await buildImage(progress);
  progress(`boot, and save the state "${snapshot}"`);
  await takeSnapshot(image, snapshot);
}

async function takeSnapshot(image: Image, snapshot: Snapshot): Promise<void> {
  if (findSnapshot(image, snapshot)) return;
  sweep(image.folder);
  const docker = snapshot === 'docker';
  const vm = await startVm({ name: snapshot, docker });
  try {
    await vm.sh(WARM_UP);
    if (docker) await vm.mustSh(WARM_UP_DOCKER);
    await vm.mustSh('sync', { user: USER });
    await vm.save();
    const final = snapshotFolder(image, snapshot);
    const folder = ownedName(final);
    mkdirSync(folder);
    for (const file of [...vm.disks.map((disk) => disk.file), join(vm.folder, 'state')]) {
      renameSync(file, join(folder, basename(file)));
    }
    if (existsSync(snapshotState(image, snapshot))) rmSync(folder, { recursive: true });
    else renameSync(folder, final);
  } finally {
    await vm.stop();
  }
}
