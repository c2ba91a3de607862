import type { Read, ReadResult } from '../host/host';
import { type BlockDevice, type BlockFacts, deviceAt, disksOf, stackOf } from './block';
import { outputOf } from './reading';

/** A disk that can be touched, under whatever name it has in this boot. */
export interface PhysicalDisk {
  /** Its serial number; the kernel's name where it has none of its own. Stays the same over boots in the first case. */
  readonly key: string;
  readonly device: BlockDevice;
  /** Names under /dev/disk/by-id. */
  readonly ids: readonly string[];
  /** The I/O scheduler in use, as `mq-deadline`; empty where the kernel does not say. */
  readonly scheduler: string;
}

const SYSFS = 'for d in /sys/block/*/device; do echo "$d"; done; grep -H . /sys/block/*/queue/scheduler 2>/dev/null; :';

/** Beside those of `blockReads`. */
export const disksReads: readonly Read[] = [
  { id: 'disks_sysfs', argv: ['sh', '-c', SYSFS], inShell: true },
  { id: 'disks_ids', argv: ['find', '/dev/disk/by-id', '-type', 'l', '-printf', '%p %l\\n'] },
];

/** The physical disks among the block devices, in the order of their keys. */
export function physicalDisks(results: readonly ReadResult[], { devices }: BlockFacts): readonly PhysicalDisk[] {
  const sysfs = outputOf(results, 'disks_sysfs') ?? '';
  const physical = new Set([...sysfs.matchAll(/^\/sys\/block\/([^/\n]+)\/device$/gm)].map(([, name]) => name));
  const schedulers = new Map(
    [...sysfs.matchAll(/^\/sys\/block\/([^/\n]+)\/queue\/scheduler:.*\[(.+)\]/gm)].map(([, name, used]) => [
      name,
      used,
    ]),
  );
  const ids = readIds(outputOf(results, 'disks_ids') ?? '');
  // What has no device behind it, as zram or a loop, is no disk of its own.
  const disks = devices.filter(
    ({ type, name, bytes }) =>
      type === 'disk' && physical.has(name) && bytes > 0 && !/^(fd\d|mmcblk\d+(boot|rpmb))/.test(name),
  );
  const serials = disks.map(({ serial }) => serial);
  const isOwn = (serial: string) => serial !== '' && serials.filter((other) => other === serial).length === 1;
  return disks
    .map((device) => ({
      key: isOwn(device.serial) ? device.serial : device.name,
      device,
      ids: ids.get(device.name) ?? [],
      scheduler: schedulers.get(device.name) ?? '',
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function readIds(text: string): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const [, path, name] of text.matchAll(/^(\S+) (?:.*\/)?([^/\s]+)$/gm)) {
    ids.set(name!, [...(ids.get(name!) ?? []), path!]);
  }
  return ids;
}

/** The disks that a device lies on. */
export const disksUnder = (disks: readonly PhysicalDisk[], block: BlockFacts, device: BlockDevice) => {
  const names = disksOf(block, device).map(({ name }) => name);
  return disks.filter((disk) => names.includes(disk.device.name));
};

/** Everything that lies on a disk, the disk itself not counted. */
export const devicesOn = (block: BlockFacts, { device }: PhysicalDisk): readonly BlockDevice[] =>
  block.devices.filter(
    (other) => other.name !== device.name && stackOf(block, other).some(({ name }) => name === device.name),
  );

/** `/dev/mapper/ubuntu--vg-root` -> `ubuntu-vg` and `root`: a dash in a name is doubled, a single one stands between. */
export function volumeNames(path: string): { readonly group: string; readonly logical: string } | undefined {
  const names = /^\/dev\/mapper\/((?:[^-]|--)+)-((?:[^-]|--)+)$/.exec(path);
  if (!names) return undefined;
  const [, group, logical] = names.map((name) => name.replaceAll('--', '-'));
  return { group: group!, logical: logical! };
}

/** What lies on a disk, for people: mount points and volume groups. */
export function contentsOf(block: BlockFacts, disk: PhysicalDisk): readonly string[] {
  const devices = devicesOn(block, disk);
  const mounted = block.mounts.flatMap((mount) => {
    const device = deviceAt(block, mount.source);
    const isHere = device?.name === disk.device.name || (device && devices.includes(device));
    if (!device || !isHere) return [];
    const names = volumeNames(device.path);
    const volume = names && device.type === 'lvm' ? `, ${names.group}/${names.logical}` : '';
    return [`${mount.target} (${mount.type}${volume})`];
  });
  const swap = devices.filter(({ fileSystem }) => fileSystem === 'swap').map(({ path }) => `swap (${path})`);
  return [...new Set([...mounted, ...swap])];
}
