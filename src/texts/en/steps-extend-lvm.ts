import { gib } from '../../units';

const BY_HAND = 'Grow it by hand, after a backup: see lvmthin(7), lvmcache(7) or lvmraid(7).';

export const extendLvm = {
  changes: {
    backup: (folders: readonly string[]) => ({
      title: `Back up the LVM metadata to ${folders.join(' and ')}`,
      why: 'If the metadata is ever damaged, this is what it is rebuilt from.',
      check: 'The file and its copy have the same sha256.',
      undo: 'Not needed: it only adds files.',
    }),
    growpart: (volumes: string) => ({
      title: 'Grow the last partition into the free space behind it',
      command: `growpart (the partition of) ${volumes}`,
      why: 'The volume group has not enough free space, but the disk has, behind its last partition.',
      check: 'The kernel sees the larger partition.',
      undo: 'Not undone: a larger partition is harmless. The old table is kept with the backup.',
    }),
    pvresize: {
      title: 'Take the new space into the physical volume',
      why: 'The device is larger than the physical volume on it.',
      check: 'The volume group has the new extents.',
      undo: 'Not undone: free extents are harmless.',
    },
    vgextend: (disk: { path: string; model: string; serial: string; bytes: number }, group: string) => ({
      title: `Add the blank disk ${disk.path} (${disk.model || 'no model'}, serial ${disk.serial}, ${gib(disk.bytes)}) to ${group}`,
      why: 'It was named in the configuration, and the space elsewhere is not enough.',
      check: 'The volume group has the new extents.',
      undo: 'By hand, while nothing lies on it: vgreduce.',
    }),
    lvextend: (bytes: number) => ({
      title: `Extend the logical volume to ${gib(bytes)}`,
      why: 'The file system can only grow into a larger volume.',
      check: 'LVM and the kernel both see the new size.',
      undo: 'With rollback, as long as the file system has not grown.',
    }),
    refresh: {
      title: "Make the kernel see the volume's size",
      why: 'LVM recorded a larger volume, but the running kernel has the old one: an earlier change was cut short.',
      check: 'The kernel sees the size that LVM has recorded.',
      undo: 'Not needed.',
    },
    growfs: {
      title: 'Grow the file system to fill the volume, while mounted',
      why: 'Only then can programs use the new space.',
      check: "The file system's own header has the new size.",
      undo: 'Cannot be undone while in use: shrinking is an offline job, after a backup.',
    },
    lvreduce: (bytes: number) => ({
      title: `Take the logical volume back to ${gib(bytes)}`,
      why: 'Its file system has not grown, so nothing lies in the part that is given back.',
      check: 'LVM and the kernel both see the old size.',
      undo: 'Run apply again.',
    }),
  },
  summary: {
    filled: (name: string, bytes: number) => `${name} has ${gib(bytes)} and its file system fills it.`,
    notFilled: (name: string, bytes: number) =>
      `${name} has ${gib(bytes)}, but its file system does not fill it yet: finish that.`,
    grows: (name: string, from: number, to: number) => `${name}: ${gib(from)} → ${gib(to)}, while it is in use.`,
    noExtension: (name: string, bytes: number) => `${name} has ${gib(bytes)}: there is no extension to take back.`,
    back: (name: string, from: number, to: number) =>
      `${name}: back from ${gib(from)} to ${gib(to)}; its file system has not grown.`,
  },
  notes: {
    lessThanWanted: (wanted: number, bytes: number) =>
      `${gib(wanted)} was asked for; ${gib(bytes)} is the maximum available.`,
    neverSmaller: (wanted: number) => `The target of ${gib(wanted)} is smaller than what is there; nothing is shrunk.`,
  },
  refusals: {
    thin: (name: string) => ({ message: `${name} is a thin volume.`, wayOut: BY_HAND }),
    thinPool: (name: string) => ({ message: `${name} is a thin pool.`, wayOut: BY_HAND }),
    snapshotOrigin: (name: string) => ({
      message: `${name} is the origin of a snapshot.`,
      wayOut: 'Remove or merge the snapshot first (lvs -a), then run this again.',
    }),
    snapshot: (name: string) => ({ message: `${name} is a snapshot.`, wayOut: 'Extend its origin instead.' }),
    cache: (name: string) => ({
      message: `${name} is cached.`,
      wayOut: `Take the cache off first (lvconvert --splitcache ${name}), then run this again.`,
    }),
    raid: (name: string) => ({ message: `${name} is a RAID volume.`, wayOut: BY_HAND }),
    mirror: (name: string) => ({ message: `${name} is a mirror.`, wayOut: BY_HAND }),
    kind: (name: string, attributes: string) => ({
      message: `${name} is of a kind (lv_attr ${attributes}) that this step does not know.`,
      wayOut: BY_HAND,
    }),
    segment: (name: string, type: string) => ({
      message: `${name} has a segment of type ${type}; only linear ones are extended.`,
      wayOut: BY_HAND,
    }),
    lvmUnreadable: (mount: string) => ({
      message: `LVM does not describe '${mount}'.`,
      wayOut: 'See what `lvs` and `findmnt` say.',
    }),
    damaged: (mount: string, damage: string, source: string) => ({
      message: `The file system of '${mount}' has recorded errors (${damage}).`,
      wayOut: `Back up what matters, then repair it offline: boot a rescue system and run e2fsck -f ${source}`,
    }),
    noMount: (mount: string) => ({
      message: `Nothing is mounted at '${mount}'.`,
      wayOut: 'Name a mount point: findmnt lists them.',
    }),
    luksAbove: (mount: string) => ({
      message: `'${mount}' lies on an encrypted volume (LUKS) above its logical volume.`,
      wayOut: 'Grow it by hand: lvextend, then cryptsetup resize, then the file system; take a backup first.',
    }),
    luksBelow: (device: string, group: string, name: string) => ({
      message: `Physical volume ${device} of ${group} lies on an encrypted device (LUKS).`,
      wayOut: `Extend by hand, after a backup: lvextend -r -L SIZE ${name} (and cryptsetup resize first, where the device itself has to grow).`,
    }),
    notLvm: (mount: string, source: string, type: string | undefined) => ({
      message: `'${mount}' lies on '${source}' (${type ?? 'no block device'}), not on a logical volume.`,
      wayOut:
        'This step only grows LVM volumes. Name the mount point of one (extend_lvm.mount), or grow this one with the tools of your hypervisor or distribution.',
    }),
    missing: (group: string, volumes: number) => ({
      message: `Volume group ${group} lacks ${volumes} physical volume(s).`,
      wayOut: 'Bring the disk back (pvs, dmesg), then run this again.',
    }),
    exported: (group: string) => ({
      message: `Volume group ${group} is exported.`,
      wayOut: `Import it first: vgimport ${group}`,
    }),
    groupReadOnly: (group: string) => ({
      message: `Volume group ${group} is read-only.`,
      wayOut: `Allow writing first: vgchange --permission rw ${group}`,
    }),
    fixed: (group: string) => ({
      message: `Volume group ${group} does not allow resizing.`,
      wayOut: `Allow it first: vgchange --resizeable y ${group}`,
    }),
    shared: (group: string, lock: string) => ({
      message: `Volume group ${group} is shared between hosts (${lock}).`,
      wayOut: "Extend it with your cluster's own tools.",
    }),
    suspended: (name: string, source: string) => ({
      message: `${name} is suspended.`,
      wayOut: `Resume it: dmsetup resume ${source}`,
    }),
    readOnly: (name: string, attributes: string) => ({
      message: `${name} is read-only (lv_attr ${attributes}).`,
      wayOut: `Allow writing first: lvchange --permission rw ${name}`,
    }),
    mountedReadOnly: (mount: string) => ({
      message: `'${mount}' is mounted read-only.`,
      wayOut:
        'See why (dmesg; an error makes ext4 go read-only), repair it offline with e2fsck -f or xfs_repair, mount it read-write, and run this again.',
    }),
    fileSystem: (mount: string, type: string) => ({
      message: `'${mount}' is ${type}; this step grows ext4 and xfs.`,
      wayOut: `Grow it by hand with the tools of ${type}, after lvextend.`,
    }),
    noSpace: (name: string, target: number, short: number, ways: readonly string[]) => ({
      message: `${name} cannot grow to ${gib(target)}: ${gib(short)} short, after all free space within reach.`,
      wayOut: `${ways.join(', or ')}.`,
    }),
    noDisk: (disk: string) => ({
      message: `There is no disk '${disk}'.`,
      wayOut: 'See: lsblk -d -o PATH,SIZE,SERIAL and ls /dev/disk/by-id',
    }),
    diskInGroup: (path: string, wanted: string, group: string) => ({
      message: `${path} ('${wanted}') is in the volume group ${group} already.`,
      wayOut: 'Name a disk that holds nothing.',
    }),
    diskNotBlank: (path: string, wanted: string, found: string) => ({
      message: `${path} ('${wanted}') is not blank: ${found || 'it is in use or has partitions'}.`,
      wayOut:
        'Name a disk that holds nothing. This step never wipes one; if it really is not needed, a person can: wipefs -a (this destroys what is on it).',
    }),
    drift: (group: string, sequence: number, recorded: number) => ({
      message: `Volume group ${group} was changed since the extension (sequence number ${sequence}, recorded ${recorded}).`,
      wayOut: 'Finish forward instead: run apply again.',
    }),
    grown: (name: string, bytes: number, recipe: string) => ({
      message: `The file system has grown to ${gib(bytes)}; taking ${name} back now would destroy data, and so would vgcfgrestore.`,
      wayOut: `Keep it (nothing is wrong with a larger volume). ${recipe}`,
    }),
  },
  waysToSpace: {
    askForLess: (mib: number) => `Ask for at most ${mib}MiB (extend_lvm.size)`,
    takeAll: 'set extend_lvm.when_short to max to take what there is',
    otherDisks: (bytes: number, group: string) =>
      `set extend_lvm.other_disks to use ${gib(bytes)} free on other disks of ${group} (the volume then depends on those disks too)`,
    newDisk: 'name a blank disk as extend_lvm.new_disk',
  },
  shrinkXfs:
    'An xfs file system cannot shrink: copy the data away, make a smaller volume and file system, copy it back.',
  shrink: 'If it has to shrink: boot a rescue system, take a backup, then run',
  check: {
    title: (mount: string) => `Logical volume behind ${mount}`,
    target: (bytes: number) => `≥ ${gib(bytes)}, filled by its file system`,
    how: 'lvm fullreport, and the header of the file system',
    notLvm: 'not on LVM',
    measured: (bytes: number, fileSystem: number) => `${gib(bytes)}, file system ${gib(fileSystem)}`,
  },
};
