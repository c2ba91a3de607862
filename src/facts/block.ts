import type { Read, ReadResult } from '../host/host';
import { ENGLISH, type FactTexts, jsonOf, lastWords, outputOf, resultOf, type Unreadable } from './reading';

/** One block device, as `lsblk` and `/sys/class/block` describe it now. Names as sdb belong to one boot. */
export interface BlockDevice {
  /** Kernel name, as `dm-0`. */
  readonly name: string;
  readonly path: string;
  /** `disk`, `part`, `lvm`, `crypt`, `raid1`, ... */
  readonly type: string;
  readonly bytes: number;
  /** Kernel names of the devices it lies on; none for a disk, more than one for a volume on several. */
  readonly parents: readonly string[];
  readonly fileSystem: string;
  readonly model: string;
  readonly serial: string;
  readonly rotational: boolean;
  readonly readOnly: boolean;
  /** `gpt`, `dos` or empty. */
  readonly partitionTable: string;
  /** Only for partitions: number, and first byte on its disk. */
  readonly partition?: { readonly number: number; readonly startBytes: number };
}

export interface Mount {
  readonly target: string;
  readonly source: string;
  readonly type: string;
  readonly options: readonly string[];
  readonly bytes: number;
  readonly usedBytes: number;
  readonly availableBytes: number;
}

export interface BlockFacts {
  readonly devices: readonly BlockDevice[];
  readonly mounts: readonly Mount[];
  /** Set when a list above could not be read: what is not in it may be there all the same. */
  readonly gap?: Unreadable;
}

const SYSFS = 'grep -H . /sys/class/block/*/start /sys/class/block/*/partition 2>/dev/null; :';

const COLUMNS = 'TARGET,SOURCE,FSTYPE,OPTIONS,SIZE,USED,AVAIL';

/** Only local file systems are measured: a network mount whose server is gone would hang. */
export const MOUNTS_READ: Read = {
  id: 'mounts',
  argv: ['findmnt', '-J', '-b', '-l', '-o', COLUMNS, '-t', 'ext2,ext3,ext4,xfs,btrfs'],
};

/** All local file systems, and the one asked for. */
export const blockReads = (mountPoint: string): readonly Read[] => [
  {
    id: 'lsblk',
    argv: ['lsblk', '-J', '-b', '-l', '-o', 'KNAME,PATH,PKNAME,TYPE,SIZE,FSTYPE,MODEL,SERIAL,ROTA,RO,PTTYPE'],
  },
  { id: 'partitions', argv: ['sh', '-c', SYSFS], inShell: true },
  MOUNTS_READ,
  mountRead('mount', mountPoint),
];

/** What is mounted at one place, of any type. */
export const mountRead = (id: string, mountPoint: string): Read => ({
  id,
  argv: ['findmnt', '-J', '-b', '-l', '-o', COLUMNS, '--mountpoint', mountPoint],
});

/** The file system that a folder lies on or will lie on; the shell program leaves its path in `path`, empty for none. */
export const mountUnderRead = (id: string, program: string, ...args: readonly string[]): Read => ({
  id,
  argv: ['sh', '-c', `${program}\n${UNDER}`, id, ...args],
  inShell: true,
});

const UNDER = `[ -n "$path" ] || exit 0
while [ ! -e "$path" ]; do path=\${path%/*}; [ -n "$path" ] || path=/; done
exec findmnt -J -b -l -o ${COLUMNS} -T "$path"`;

/** `null` and numbers as text are what older util-linux prints; `true` and `1` both stand for yes. */
const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
const bytes = (value: unknown) => Number(value ?? 0);
const yes = (value: unknown) => value === true || value === 1 || value === '1';

type Row = Record<string, unknown>;
const rows = (value: unknown, key: string) => ((value as Record<string, Row[]> | undefined)?.[key] ?? []) as Row[];

export function blockFacts(results: readonly ReadResult[], say = ENGLISH): BlockFacts {
  const partitions = readPartitions(outputOf(results, 'partitions') ?? '');
  const devices = new Map<string, BlockDevice>();
  for (const row of rows(jsonOf(results, 'lsblk'), 'blockdevices')) {
    const name = text(row.kname);
    const seen = devices.get(name)?.parents ?? [];
    const parent = text(row.pkname);
    const partition = partitions.get(name);
    devices.set(name, {
      name,
      path: text(row.path),
      type: text(row.type),
      bytes: bytes(row.size),
      parents: parent && !seen.includes(parent) ? [...seen, parent] : seen,
      fileSystem: text(row.fstype),
      model: text(row.model),
      serial: text(row.serial),
      rotational: yes(row.rota),
      readOnly: yes(row.ro),
      partitionTable: text(row.pttype),
      ...(partition && { partition }),
    });
  }
  const mounts = ['mounts', 'mount'].flatMap((id) => mountsIn(results, id));
  const gap = gapIn(results, say);
  return { devices: [...devices.values()], mounts, ...(gap && { gap }) };
}

/** The mounts that a read lists; none where it failed. */
export const mountsIn = (results: readonly ReadResult[], id: string): readonly Mount[] =>
  rows(jsonOf(results, id), 'filesystems').map((row) => ({
    target: text(row.target),
    source: text(row.source),
    type: text(row.fstype),
    options: text(row.options).split(','),
    bytes: bytes(row.size),
    usedBytes: bytes(row.used),
    availableBytes: bytes(row.avail),
  }));

function gapIn(results: readonly ReadResult[], say: FactTexts): Unreadable | undefined {
  const failed = ['lsblk', 'mounts', 'mount'].find((id) => {
    const { code, stderr } = resultOf(results, id);
    // Where there is nothing of the kind asked for, findmnt ends with 1 and says nothing.
    const nothingFound = id !== 'lsblk' && code === 1 && stderr.trim() === '';
    return !nothingFound && jsonOf(results, id) === undefined;
  });
  if (failed === undefined) return undefined;
  const result = resultOf(results, failed);
  return say.block(String(result.argv[0]), lastWords(result, say));
}

function readPartitions(lines: string): Map<string, { number: number; startBytes: number }> {
  const found = new Map<string, { number: number; startBytes: number }>();
  const starts = new Map<string, number>();
  for (const [, name, , sectors] of lines.matchAll(/block\/([^/]+)\/(start):(\d+)/g)) {
    starts.set(name!, Number(sectors) * 512);
  }
  for (const [, name, number] of lines.matchAll(/block\/([^/]+)\/partition:(\d+)/g)) {
    found.set(name!, { number: Number(number), startBytes: starts.get(name!) ?? 0 });
  }
  return found;
}

/** The mount that is seen at a mount point: the last one, where several lie over each other. */
export const mountAt = ({ mounts }: BlockFacts, target: string) => mounts.findLast((m) => m.target === target);

export const deviceAt = ({ devices }: BlockFacts, path: string) => devices.find((d) => d.path === path);

/** A device and everything it lies on, down to the disks. */
export function stackOf(facts: BlockFacts, device: BlockDevice): BlockDevice[] {
  const parents = facts.devices.filter((d) => device.parents.includes(d.name));
  return [device, ...parents.flatMap((p) => stackOf(facts, p))];
}

export const disksOf = (facts: BlockFacts, device: BlockDevice) =>
  stackOf(facts, device).filter((d) => d.parents.length === 0);
