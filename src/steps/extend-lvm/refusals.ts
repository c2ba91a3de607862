import type { Config } from '../../config/schema';
import { type BlockFacts, deviceAt, stackOf } from '../../facts/block';
import { isUnreadable } from '../../facts/reading';
import { type Texts, textsOf } from '../../texts';
import { refusal, unreadableRefusal } from '../plan';
import type { PlanRefusal } from '../step';
import { type ExtendLvmFacts, findVolume, type Volume } from './facts';

type Say = Texts['extendLvm']['refusals'];

/** Kinds of logical volume that are left alone, by the first letter of lv_attr (see lvs(8)). */
function kindRefusal(letter: string, name: string, attributes: string, say: Say): PlanRefusal {
  if (letter === 'V') return refusal('thin', say.thin(name));
  switch (letter.toLowerCase()) {
    case 't':
      return refusal('thin', say.thinPool(name));
    case 'o':
      return refusal('snapshot-origin', say.snapshotOrigin(name));
    case 's':
      return refusal('snapshot', say.snapshot(name));
    case 'r':
      return refusal('raid', say.raid(name));
    case 'm':
      return refusal('mirror', say.mirror(name));
  }
  return letter === 'C' ? refusal('cache', say.cache(name)) : refusal('lv-kind', say.kind(name, attributes));
}

/** Why this volume is left alone, or undefined where it may be extended. */
export function refusalFor(facts: ExtendLvmFacts, config: Config): PlanRefusal | undefined {
  const mountPoint = config.extend_lvm.mount;
  const say = textsOf(config).extendLvm.refusals;
  const { block, lvm, fileSystem } = facts;
  if (block.gap) return unreadableRefusal(block.gap);
  const placement = placementRefusal(block, mountPoint, say);
  if (placement) return placement;
  if (isUnreadable(lvm)) return unreadableRefusal(lvm);
  const volume = findVolume(facts, mountPoint);
  if (!volume) return refusal('lvm-unreadable', say.lvmUnreadable(mountPoint));
  return (
    volumeRefusal(volume, say) ??
    encryptionRefusal(volume, block, say) ??
    mountRefusal(volume, say) ??
    (isUnreadable(fileSystem)
      ? unreadableRefusal(fileSystem)
      : fileSystem.damage
        ? refusal('fs-damaged', say.damaged(mountPoint, fileSystem.damage, volume.mount.source))
        : undefined)
  );
}

function placementRefusal(block: BlockFacts, mountPoint: string, say: Say): PlanRefusal | undefined {
  const mount = block.mounts.findLast((m) => m.target === mountPoint);
  if (!mount) return refusal('no-mount', say.noMount(mountPoint));
  const type = deviceAt(block, mount.source)?.type;
  if (type === 'lvm') return undefined;
  if (type === 'crypt') return refusal('luks', say.luksAbove(mountPoint));
  return refusal('not-lvm', say.notLvm(mountPoint, mount.source, type));
}

function volumeRefusal({ group, logical, mount }: Volume, say: Say): PlanRefusal | undefined {
  const vg = group.name;
  const name = `${vg}/${logical.name}`;
  const [groupPermission, resizable, exported] = group.attributes;
  const [kind = '', permission, , , state] = logical.attributes;
  if (group.missing > 0) return refusal('pv-missing', say.missing(vg, group.missing));
  if (exported === 'x') return refusal('vg-exported', say.exported(vg));
  if (groupPermission === 'r') return refusal('vg-read-only', say.groupReadOnly(vg));
  if (resizable !== 'z') return refusal('vg-fixed', say.fixed(vg));
  if (group.lockType !== '' && group.lockType !== 'none') {
    return refusal('vg-shared', say.shared(vg, group.lockType));
  }
  if (kind !== '-') return kindRefusal(kind, name, logical.attributes, say);
  const odd = logical.segments.find((segment) => segment.type !== 'linear');
  if (odd) return refusal('lv-kind', say.segment(name, odd.type));
  if (state === 's' || state === 'S') return refusal('lv-suspended', say.suspended(name, mount.source));
  if (permission !== 'w') return refusal('lv-read-only', say.readOnly(name, logical.attributes));
  return undefined;
}

function encryptionRefusal({ group, logical }: Volume, block: BlockFacts, say: Say): PlanRefusal | undefined {
  const encrypted = group.physicalVolumes.find((pv) => {
    const device = deviceAt(block, pv.name);
    return device && stackOf(block, device).some((d) => d.type === 'crypt');
  });
  if (!encrypted) return undefined;
  return refusal('luks', say.luksBelow(encrypted.name, group.name, `${group.name}/${logical.name}`));
}

function mountRefusal({ mount }: Volume, say: Say): PlanRefusal | undefined {
  if (mount.options.includes('ro')) return refusal('fs-read-only', say.mountedReadOnly(mount.target));
  if (/^(ext[234]|xfs)$/.test(mount.type)) return undefined;
  return refusal('fs-unsupported', say.fileSystem(mount.target, mount.type));
}
