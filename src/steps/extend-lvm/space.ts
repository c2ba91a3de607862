import { type BlockDevice, type BlockFacts, deviceAt, disksOf } from '../../facts/block';
import type { PhysicalVolume } from '../../facts/lvm';
import { isUnreadable } from '../../facts/reading';
import type { Texts } from '../../texts';
import { refusal } from '../plan';
import type { PlanRefusal } from '../step';
import type { ExtendLvmFacts, Volume } from './facts';

const MIB = 1024 ** 2;

/** Where the missing space comes from, the least invasive place first. All sizes in bytes, whole extents. */
export interface Space {
  /** Everything within reach, the places below included. */
  readonly bytes: number;
  /** Physical volumes whose partition is grown before they are resized. */
  readonly growPartitions: readonly PhysicalVolume[];
  readonly resize: readonly PhysicalVolume[];
  readonly newDisk?: BlockDevice;
}

export interface SpaceChoice {
  readonly otherDisks: boolean;
  /** Path under /dev/disk/by-id (resolved on the host) or serial number. */
  readonly newDisk: string | null;
}

const isAllocatable = (pv: PhysicalVolume) => pv.attributes.startsWith('a');

/** The physical volumes that the volume may take space from. */
export function inReach({ group, logical }: Volume, otherDisks: boolean): readonly PhysicalVolume[] {
  const own = new Set(logical.segments.flatMap((segment) => segment.physicalVolumes));
  return group.physicalVolumes.filter((pv) => (otherDisks || own.has(pv.name)) && isAllocatable(pv));
}

/** Looks for `shortfall` bytes: free in the group, then in its physical volumes, behind their partitions, on a new disk. */
export function findSpace(
  volume: Volume,
  facts: ExtendLvmFacts,
  shortfall: number,
  choice: SpaceChoice,
  say: Texts['extendLvm']['refusals'],
): Space | PlanRefusal {
  const { block } = facts;
  const extent = volume.group.extentBytes;
  const named = choice.newDisk === null ? undefined : diskNamed(block, choice.newDisk);
  // A run that was cut short may have added the disk already.
  const added = volume.group.physicalVolumes.filter((pv) => pv.name === named?.path);
  const pvs = [...new Set([...inReach(volume, choice.otherDisks), ...added])];
  const gains = new Map<PhysicalVolume, number>();
  const growPartitions: PhysicalVolume[] = [];
  let bytes = pvs.reduce((sum, pv) => sum + pv.freeBytes, 0);

  const gainOf = (pv: PhysicalVolume, room: number) =>
    (Math.floor((pv.deviceBytes + room - pv.dataStartBytes) / extent) - pv.extents) * extent - (gains.get(pv) ?? 0);
  const take = (pv: PhysicalVolume, gain: number) => {
    gains.set(pv, (gains.get(pv) ?? 0) + gain);
    bytes += gain;
  };

  for (const pv of pvs) {
    const gain = bytes < shortfall ? gainOf(pv, 0) : 0;
    if (gain > 0) take(pv, gain);
  }
  for (const pv of pvs) {
    const room = bytes < shortfall ? roomBehindPartition(block, pv) : 0;
    const gain = room > 0 ? gainOf(pv, room) : 0;
    if (gain > 0) {
      take(pv, gain);
      growPartitions.push(pv);
    }
  }
  const space = { growPartitions, resize: [...gains.keys()] };
  if (bytes >= shortfall || choice.newDisk === null || added.length > 0) return { ...space, bytes };
  const newDisk = findNewDisk(facts, choice.newDisk, say);
  if ('code' in newDisk) return newDisk;
  return { ...space, newDisk, bytes: bytes + Math.floor((newDisk.bytes - MIB) / extent) * extent };
}

/** Bytes behind the partition of a physical volume; 0 unless it is the last partition of its disk. */
function roomBehindPartition(block: BlockFacts, pv: PhysicalVolume): number {
  const device = deviceAt(block, pv.name);
  const disk = device && block.devices.find((d) => device.parents.includes(d.name));
  if (!device?.partition || !disk) return 0;
  const { startBytes } = device.partition;
  const isLast = block.devices.every(
    (d) => !d.parents.includes(disk.name) || (d.partition?.startBytes ?? 0) <= startBytes,
  );
  // A logical partition can only grow together with the extended one around it.
  const isLogical = disk.partitionTable === 'dos' && Number(/\d+$/.exec(device.name)?.[0]) > 4;
  if (!isLast || isLogical) return 0;
  const limit = disk.partitionTable === 'dos' ? Math.min(disk.bytes, (2 ** 32 - 1) * 512) : disk.bytes;
  // 1 MiB stays free at the end: the second GPT needs 33 sectors of it.
  return Math.max(0, limit - (startBytes + device.bytes) - MIB);
}

/** A name under /dev/disk/by-id ends with the serial number, after the bus and perhaps the vendor and the model. */
const isNamed = ({ serial }: BlockDevice, wanted: string) =>
  serial !== '' &&
  (wanted === serial || (wanted.startsWith('/') && ['-', '_'].some((sign) => wanted.endsWith(sign + serial))));

const diskNamed = (block: BlockFacts, wanted: string): BlockDevice | undefined =>
  block.devices
    .filter((d) => d.type === 'disk' && isNamed(d, wanted))
    .sort((a, b) => b.serial.length - a.serial.length)[0];

function findNewDisk(
  { block, lvm }: ExtendLvmFacts,
  wanted: string,
  say: Texts['extendLvm']['refusals'],
): BlockDevice | PlanRefusal {
  const disk = diskNamed(block, wanted);
  if (!disk) return refusal('new-disk-not-found', say.noDisk(wanted));
  const groups = isUnreadable(lvm) ? [] : lvm.groups;
  const group = groups.find((g) => g.physicalVolumes.some((pv) => pv.name === disk.path));
  if (group) return refusal('new-disk-not-blank', say.diskInGroup(disk.path, wanted, group.name));
  const used = block.devices.some((d) => d.parents.includes(disk.name));
  const found = disk.fileSystem || disk.partitionTable;
  if (used || (found !== '' && found !== 'LVM2_member')) {
    return refusal('new-disk-not-blank', say.diskNotBlank(disk.path, wanted, found));
  }
  return disk;
}

/** Mounted file system with the most space on a disk that the group does not use: the place for the backup's copy. */
export function anotherDisk({ group }: Volume, block: BlockFacts): string | undefined {
  const disksUnder = (path: string) => {
    const device = deviceAt(block, path);
    return device ? disksOf(block, device).map((d) => d.name) : [];
  };
  const used = new Set(group.physicalVolumes.flatMap((pv) => disksUnder(pv.name)));
  return block.mounts
    .filter((m) => /^(ext[34]|xfs|btrfs)$/.test(m.type) && m.options.includes('rw'))
    .filter((m) => {
      const disks = disksUnder(m.source);
      return disks.length > 0 && disks.every((name) => !used.has(name));
    })
    .sort((a, b) => b.availableBytes - a.availableBytes)[0]?.target;
}
