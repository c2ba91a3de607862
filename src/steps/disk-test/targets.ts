import type { Config } from '../../config/schema';
import { type BlockFacts, deviceAt, type Mount, mountAt, stackOf } from '../../facts/block';
import { disksUnder, type PhysicalDisk, volumeNames } from '../../facts/disks';
import { type Texts, textsOf } from '../../texts';
import { refusal } from '../plan';
import type { PlanRefusal } from '../step';
import type { DiskTestFacts } from './facts';

const GIB = 1024 ** 3;

/** What is done to one disk. It is always read; a file is written where there is a place for one. */
export interface Target {
  readonly disk: PhysicalDisk;
  /** The file system that the file is written to; it lies on this disk alone. */
  readonly mount?: Mount;
  /** Why no file is written; empty where one is. */
  readonly noFile: string;
}

type Say = Texts['diskTest']['noFile'];

/** The disks that the configuration names, or all of them, each with the place for its file. */
export function targetsOf(facts: DiskTestFacts, config: Config): readonly Target[] | PlanRefusal {
  const { disk_test: wish } = config;
  const { noFile: say, refusals } = textsOf(config).diskTest;
  const disks = chosenDisks(facts, wish.disks, refusals);
  if ('code' in disks) return disks;
  return disks.map((disk) => {
    const place = placeOn(facts, disk, wish.size, say);
    const forbidden = wish.fio ? !facts.tools.fio && say.noFio : say.notAllowed;
    return { disk, ...place, noFile: forbidden || place.noFile };
  });
}

function chosenDisks(
  { disks, block }: DiskTestFacts,
  wanted: readonly string[],
  say: Texts['diskTest']['refusals'],
): readonly PhysicalDisk[] | PlanRefusal {
  if (disks.length === 0) return refusal('no-disk', say.noDisk);
  if (wanted.length === 0) return disks;
  const found = new Set<PhysicalDisk>();
  for (const name of wanted) {
    const named = disksNamed(disks, block, name);
    if (named.length === 0) return refusal('disk-not-found', say.notFound(name));
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
function placeOn({ disks, block }: DiskTestFacts, disk: PhysicalDisk, size: number, say: Say): Omit<Target, 'disk'> {
  const seen = [...new Map(block.mounts.map((mount) => [mount.target, mount])).values()];
  const here = seen
    .map((mount) => ({ mount, on: disksOfMount(disks, block, mount) }))
    .filter(({ on }) => on.includes(disk))
    .sort((a, b) => b.mount.bytes - a.mount.bytes || (a.mount.target < b.mount.target ? -1 : 1));
  const [largest] = here;
  if (!largest) return { noFile: say.notMounted };
  const fit = here.find(({ mount, on }) => reasonAgainst(mount, on.length, say) === '');
  if (!fit) return { noFile: reasonAgainst(largest.mount, largest.on.length, say) };
  return { mount: fit.mount, noFile: spaceShort(fit.mount, size, say) };
}

function disksOfMount(disks: readonly PhysicalDisk[], block: BlockFacts, { source }: Mount): readonly PhysicalDisk[] {
  const device = deviceAt(block, source);
  return device ? disksUnder(disks, block, device) : [];
}

function reasonAgainst({ target, type, options }: Mount, disks: number, say: Say): string {
  if (type !== 'ext4' && type !== 'xfs') return say.type(target, type);
  if (!options.includes('rw')) return say.readOnly(target);
  return disks > 1 ? say.otherDisks(target) : '';
}

/** 5 % of the file system, and at least 1 GiB, stay free: the test must not be what brings a server to its limits. */
function spaceShort({ target, bytes, availableBytes }: Mount, size: number, say: Say): string {
  const stays = Math.max(Math.floor(bytes / 20), GIB);
  if (availableBytes >= size + stays) return '';
  return say.tooLittle(target, availableBytes, size, stays);
}

/** What lies between the file system and the disk and costs time of its own, as `crypt`. */
export function layersUnder({ block }: DiskTestFacts, { mount }: Target): readonly string[] {
  const device = mount && deviceAt(block, mount.source);
  if (!device) return [];
  return [...new Set(stackOf(block, device).map(({ type }) => type))].filter(
    (t) => !['disk', 'part', 'lvm'].includes(t),
  );
}
