import type { Config } from '../../config/schema';
import {
  type BlockDevice,
  type BlockFacts,
  blockFacts,
  blockReads,
  deviceAt,
  type Mount,
  mountAt,
} from '../../facts/block';
import { type FileSystemFacts, fileSystemFacts, fileSystemReads } from '../../facts/file-system';
import { type LogicalVolume, type LvmFacts, lvmFacts, lvmReads, type VolumeGroup } from '../../facts/lvm';
import { isUnreadable } from '../../facts/reading';
import type { Read, ReadResult } from '../../host/host';
import { textsOf } from '../../texts';

export interface ExtendLvmFacts {
  readonly block: BlockFacts;
  readonly lvm: LvmFacts;
  readonly fileSystem: FileSystemFacts;
}

export function reads(config: Config): readonly Read[] {
  const { mount } = config.extend_lvm;
  return [
    ...blockReads(mount),
    { id: 'source', argv: ['findmnt', '-n', '-f', '-o', 'SOURCE', '--mountpoint', mount] },
    ...lvmReads,
    ...fileSystemReads({ from: 'source' }, mount),
  ];
}

export function facts(results: readonly ReadResult[], config: Config): ExtendLvmFacts {
  const say = textsOf(config).facts;
  const block = blockFacts(results, say);
  return {
    block,
    lvm: lvmFacts(results, say),
    fileSystem: fileSystemFacts(results, mountAt(block, config.extend_lvm.mount)?.type ?? '', say),
  };
}

/** The volume behind the mount point with everything around it. */
export interface Volume {
  readonly mount: Mount;
  readonly device: BlockDevice;
  readonly group: VolumeGroup;
  readonly logical: LogicalVolume;
}

export function findVolume({ lvm, block }: ExtendLvmFacts, mountPoint: string): Volume | undefined {
  const mount = mountAt(block, mountPoint);
  const device = mount && deviceAt(block, mount.source);
  if (!mount || !device || isUnreadable(lvm)) return undefined;
  for (const group of lvm.groups) {
    const logical = group.logicalVolumes.find((lv) => lv.path === mount.source);
    if (logical) return { mount, device, group, logical };
  }
  return undefined;
}
