import type { Config } from '../../config/schema';
import { type BlockFacts, deviceAt, type Mount, mountAt, stackOf } from '../../facts/block';
import { disksUnder, type PhysicalDisk, volumeNames } from '../../facts/disks';
import type { PlanRefusal } from '../step';
import type { DiskTestFacts } from './facts';
import { mib } from './figures';

const GIB = 1024 ** 3;

/** What is done to one disk. It is always read; a file is written where there is a place for one. */
export interface Target {
  readonly disk: PhysicalDisk;
  /** The file system that the file is written to; it lies on this disk alone. */
  readonly mount?: Mount;
  /** Why no file is written; empty where one is. */
  readonly noFile: string;
}

/** The disks that the configuration names, or all of them, each with the place for its file. */
export function targetsOf(facts: DiskTestFacts, { disk_test: wish }: Config): readonly Target[] | PlanRefusal {
  const disks = chosenDisks(facts, wish.disks);
  if ('code' in disks) return disks;
  return disks.map((disk) => {
    const place = placeOn(facts, disk, wish.size);
    const forbidden = wish.fio
      ? !facts.tools.fio && 'fio is not installed (apt-get install fio)'
      : 'writing a file was not allowed (disk_test.fio)';
    return { disk, ...place, noFile: forbidden || place.noFile };
  });
}

function chosenDisks(
  { disks, block }: DiskTestFacts,
  wanted: readonly string[],
): readonly PhysicalDisk[] | PlanRefusal {
  if (disks.length === 0) {
    return { code: 'no-disk', message: 'No physical disk is seen.', wayOut: 'See: lsblk -d -o PATH,TYPE,SIZE,SERIAL' };
  }
  if (wanted.length === 0) return disks;
  const found = new Set<PhysicalDisk>();
  for (const name of wanted) {
    const named = disksNamed(disks, block, name);
    if (named.length === 0) {
      return {
        code: 'disk-not-found',
        message: `There is no disk '${name}': no serial number, no volume group with an active volume, no mount point on a disk.`,
        wayOut: 'See: lsblk -o NAME,SIZE,SERIAL,MOUNTPOINTS and ls -l /dev/disk/by-id',
      };
    }
    for (const disk of named) found.add(disk);
  }
  return disks.filter((disk) => found.has(disk));
}

function disksNamed(disks: readonly PhysicalDisk[], block: BlockFacts, name: string): readonly PhysicalDisk[] {
  if (name.startsWith('/dev/')) return disks.filter(({ ids }) => ids.includes(name));
  if (name.startsWith('/')) {
    const device = deviceAt(block, mountAt(block, name)?.source ?? '');
    return device ? disksUnder(disks, block, device) : [];
  }
  const bySerial = disks.filter(({ key, device }) => key === name && device.serial === name);
  if (bySerial.length > 0) return bySerial;
  return block.devices
    .filter(({ type, path }) => type === 'lvm' && volumeNames(path)?.group === name)
    .flatMap((device) => disksUnder(disks, block, device));
}

/** The largest mounted file system that lies on this disk alone. The host script chooses by the same rules. */
function placeOn({ disks, block }: DiskTestFacts, disk: PhysicalDisk, size: number): Omit<Target, 'disk'> {
  const seen = [...new Map(block.mounts.map((mount) => [mount.target, mount])).values()];
  const here = seen
    .map((mount) => ({ mount, on: disksOfMount(disks, block, mount) }))
    .filter(({ on }) => on.includes(disk))
    .sort((a, b) => b.mount.bytes - a.mount.bytes || (a.mount.target < b.mount.target ? -1 : 1));
  const [largest] = here;
  if (!largest) return { noFile: 'no file system of it is mounted' };
  const fit = here.find(({ mount, on }) => reasonAgainst(mount, on.length) === '');
  if (!fit) return { noFile: reasonAgainst(largest.mount, largest.on.length) };
  return { mount: fit.mount, noFile: spaceShort(fit.mount, size) };
}

function disksOfMount(disks: readonly PhysicalDisk[], block: BlockFacts, { source }: Mount): readonly PhysicalDisk[] {
  const device = deviceAt(block, source);
  return device ? disksUnder(disks, block, device) : [];
}

function reasonAgainst({ target, type, options }: Mount, disks: number): string {
  if (type !== 'ext4' && type !== 'xfs') return `${target} is ${type}; only ext4 and xfs are measured`;
  if (!options.includes('rw')) return `${target} is mounted read-only`;
  return disks > 1 ? `${target} lies on other disks as well` : '';
}

/** 5 % of the file system, and at least 1 GiB, stay free: the test must not be what brings a server to its limits. */
function spaceShort({ target, bytes, availableBytes }: Mount, size: number): string {
  const stays = Math.max(Math.floor(bytes / 20), GIB);
  if (availableBytes >= size + stays) return '';
  return `${target} has too little space: ${mib(availableBytes)} are free, the file takes ${mib(size)}, and ${mib(stays)} have to stay free`;
}

/** What lies between the file system and the disk and costs time of its own, as `crypt`. */
export function layersUnder({ block }: DiskTestFacts, { mount }: Target): readonly string[] {
  const device = mount && deviceAt(block, mount.source);
  if (!device) return [];
  return [...new Set(stackOf(block, device).map(({ type }) => type))].filter(
    (t) => !['disk', 'part', 'lvm'].includes(t),
  );
}
