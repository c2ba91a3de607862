import type { BlockDevice } from '../../facts/block';
import type { PhysicalVolume } from '../../facts/lvm';
import type { Texts } from '../../texts';
import type { Change } from '../step';
import type { Volume } from './facts';

const names = (pvs: readonly PhysicalVolume[]) => pvs.map((pv) => pv.name).join(' ');

/** The changes that this step knows, in the words of the host script. */
export const changesIn = ({ changes: say }: Texts['extendLvm']) => ({
  backup: (folders: readonly string[]): Change => ({
    id: 'backup',
    command: `vgcfgbackup -f ${folders[0]}/…`,
    ...say.backup(folders),
  }),
  growpart: (pvs: readonly PhysicalVolume[]): Change => ({ id: 'growpart', ...say.growpart(names(pvs)) }),
  pvresize: (pvs: readonly PhysicalVolume[]): Change => ({
    id: 'pvresize',
    command: `pvresize ${names(pvs)}`,
    ...say.pvresize,
  }),
  vgextend: ({ group }: Volume, disk: BlockDevice): Change => ({
    id: 'vgextend',
    command: `vgextend ${group.name} ${disk.path}`,
    ...say.vgextend(disk, group.name),
    takes: disk.serial,
  }),
  lvextend: ({ group, logical }: Volume, bytes: number): Change => ({
    id: 'lvextend',
    command: `lvextend --size ${bytes}b ${group.name}/${logical.name}`,
    ...say.lvextend(bytes),
  }),
  refresh: ({ group, logical }: Volume): Change => ({
    id: 'refresh',
    command: `lvchange --refresh ${group.name}/${logical.name}`,
    ...say.refresh,
    continuation: true,
  }),
  growfs: ({ mount }: Volume): Change => ({
    id: 'growfs',
    command: mount.type === 'xfs' ? `xfs_growfs ${mount.target}` : `resize2fs ${mount.source}`,
    ...say.growfs,
  }),
  lvreduce: ({ group, logical }: Volume, bytes: number): Change => ({
    id: 'lvreduce',
    command: `lvreduce --size ${bytes}b ${group.name}/${logical.name}`,
    ...say.lvreduce(bytes),
  }),
});
