import type { BlockDevice } from '../../facts/block';
import type { PhysicalVolume } from '../../facts/lvm';
import { gib } from '../../units';
import type { Change } from '../step';
import type { Volume } from './facts';

const names = (pvs: readonly PhysicalVolume[]) => pvs.map((pv) => pv.name).join(' ');

/** The changes that this step knows, in the words of the host script. */
export const change = {
  backup: (folders: readonly string[]): Change => ({
    id: 'backup',
    title: `Back up the LVM metadata to ${folders.join(' and ')}`,
    command: `vgcfgbackup -f ${folders[0]}/…`,
    why: 'If the metadata is ever damaged, this is what it is rebuilt from.',
    check: 'The file and its copy have the same sha256.',
    undo: 'Not needed: it only adds files.',
  }),
  growpart: (pvs: readonly PhysicalVolume[]): Change => ({
    id: 'growpart',
    title: 'Grow the last partition into the free space behind it',
    command: `growpart (the partition of) ${names(pvs)}`,
    why: 'The volume group has not enough free space, but the disk has, behind its last partition.',
    check: 'The kernel sees the larger partition.',
    undo: 'Not undone: a larger partition is harmless. The old table is kept with the backup.',
  }),
  pvresize: (pvs: readonly PhysicalVolume[]): Change => ({
    id: 'pvresize',
    title: 'Take the new space into the physical volume',
    command: `pvresize ${names(pvs)}`,
    why: 'The device is larger than the physical volume on it.',
    check: 'The volume group has the new extents.',
    undo: 'Not undone: free extents are harmless.',
  }),
  vgextend: ({ group }: Volume, disk: BlockDevice): Change => ({
    id: 'vgextend',
    title: `Add the blank disk ${disk.path} (${disk.model || 'no model'}, serial ${disk.serial}, ${gib(disk.bytes)}) to ${group.name}`,
    command: `vgextend ${group.name} ${disk.path}`,
    why: 'It was named in the configuration, and the space elsewhere is not enough.',
    check: 'The volume group has the new extents.',
    undo: 'By hand, while nothing lies on it: vgreduce.',
    takes: disk.serial,
  }),
  lvextend: ({ group, logical }: Volume, bytes: number): Change => ({
    id: 'lvextend',
    title: `Extend the logical volume to ${gib(bytes)}`,
    command: `lvextend --size ${bytes}b ${group.name}/${logical.name}`,
    why: 'The file system can only grow into a larger volume.',
    check: 'LVM and the kernel both see the new size.',
    undo: 'With rollback, as long as the file system has not grown.',
  }),
  refresh: ({ group, logical }: Volume): Change => ({
    id: 'refresh',
    title: "Make the kernel see the volume's size",
    command: `lvchange --refresh ${group.name}/${logical.name}`,
    why: 'LVM recorded a larger volume, but the running kernel has the old one: an earlier change was cut short.',
    check: 'The kernel sees the size that LVM has recorded.',
    undo: 'Not needed.',
    continuation: true,
  }),
  growfs: ({ mount }: Volume): Change => ({
    id: 'growfs',
    title: 'Grow the file system to fill the volume, while mounted',
    command: mount.type === 'xfs' ? `xfs_growfs ${mount.target}` : `resize2fs ${mount.source}`,
    why: 'Only then can programs use the new space.',
    check: "The file system's own header has the new size.",
    undo: 'Cannot be undone while in use: shrinking is an offline job, after a backup.',
  }),
  lvreduce: ({ group, logical }: Volume, bytes: number): Change => ({
    id: 'lvreduce',
    title: `Take the logical volume back to ${gib(bytes)}`,
    command: `lvreduce --size ${bytes}b ${group.name}/${logical.name}`,
    why: 'Its file system has not grown, so nothing lies in the part that is given back.',
    check: 'LVM and the kernel both see the old size.',
    undo: 'Run apply again.',
  }),
};
