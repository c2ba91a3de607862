import { type BlockFacts, deviceAt, stackOf } from '../../facts/block';
import { isUnreadable } from '../../facts/reading';
import type { PlanRefusal } from '../step';
import { type ExtendLvmFacts, findVolume, type Volume } from './facts';

const refusal = (code: string, message: string, wayOut: string): PlanRefusal => ({ code, message, wayOut });

const BY_HAND = 'Grow it by hand, after a backup: see lvmthin(7), lvmcache(7) or lvmraid(7).';

/** Kinds of logical volume that are left alone, by the first letter of lv_attr (see lvs(8)). */
const KINDS: Record<string, (name: string) => PlanRefusal> = {
  V: (name) => refusal('thin', `${name} is a thin volume.`, BY_HAND),
  t: (name) => refusal('thin', `${name} is a thin pool.`, BY_HAND),
  o: (name) =>
    refusal(
      'snapshot-origin',
      `${name} is the origin of a snapshot.`,
      'Remove or merge the snapshot first (lvs -a), then run this again.',
    ),
  s: (name) => refusal('snapshot', `${name} is a snapshot.`, 'Extend its origin instead.'),
  C: (name) =>
    refusal(
      'cache',
      `${name} is cached.`,
      `Take the cache off first (lvconvert --splitcache ${name}), then run this again.`,
    ),
  r: (name) => refusal('raid', `${name} is a RAID volume.`, BY_HAND),
  m: (name) => refusal('mirror', `${name} is a mirror.`, BY_HAND),
};
for (const [letter, other] of ['tT', 'oO', 'sS', 'rR', 'mM'].map((pair) => [...pair] as [string, string])) {
  KINDS[other] = KINDS[letter]!;
}

/** Why this volume is left alone, or undefined where it may be extended. */
export function refusalFor(facts: ExtendLvmFacts, mountPoint: string): PlanRefusal | undefined {
  const { block, lvm, fileSystem } = facts;
  if (block.gap) return refusal('unknown', `${block.gap.unreadable}.`, block.gap.wayOut);
  const placement = placementRefusal(block, mountPoint);
  if (placement) return placement;
  if (isUnreadable(lvm)) return { code: 'unknown', message: `${lvm.unreadable}.`, wayOut: lvm.wayOut };
  const volume = findVolume(facts, mountPoint);
  if (!volume) {
    return refusal('lvm-unreadable', `LVM does not describe '${mountPoint}'.`, 'See what `lvs` and `findmnt` say.');
  }
  return (
    volumeRefusal(volume) ??
    encryptionRefusal(volume, block) ??
    mountRefusal(volume) ??
    (isUnreadable(fileSystem)
      ? refusal('unknown', `${fileSystem.unreadable}.`, fileSystem.wayOut)
      : fileSystem.damage
        ? refusal(
            'fs-damaged',
            `The file system of '${mountPoint}' has recorded errors (${fileSystem.damage}).`,
            `Back up what matters, then repair it offline: boot a rescue system and run e2fsck -f ${volume.mount.source}`,
          )
        : undefined)
  );
}

function placementRefusal(block: BlockFacts, mountPoint: string): PlanRefusal | undefined {
  const mount = block.mounts.findLast((m) => m.target === mountPoint);
  if (!mount) {
    return refusal('no-mount', `Nothing is mounted at '${mountPoint}'.`, 'Name a mount point: findmnt lists them.');
  }
  const type = deviceAt(block, mount.source)?.type;
  if (type === 'lvm') return undefined;
  if (type === 'crypt') {
    return refusal(
      'luks',
      `'${mountPoint}' lies on an encrypted volume (LUKS) above its logical volume.`,
      'Grow it by hand: lvextend, then cryptsetup resize, then the file system; take a backup first.',
    );
  }
  return refusal(
    'not-lvm',
    `'${mountPoint}' lies on '${mount.source}' (${type ?? 'no block device'}), not on a logical volume.`,
    'This step only grows LVM volumes. Name the mount point of one (extend_lvm.mount), or grow this one with the tools of your hypervisor or distribution.',
  );
}

function volumeRefusal({ group, logical, mount }: Volume): PlanRefusal | undefined {
  const vg = group.name;
  const name = `${vg}/${logical.name}`;
  const [groupPermission, resizable, exported] = group.attributes;
  const [kind, permission, , , state] = logical.attributes;
  if (group.missing > 0) {
    return refusal(
      'pv-missing',
      `Volume group ${vg} lacks ${group.missing} physical volume(s).`,
      'Bring the disk back (pvs, dmesg), then run this again.',
    );
  }
  if (exported === 'x') {
    return refusal('vg-exported', `Volume group ${vg} is exported.`, `Import it first: vgimport ${vg}`);
  }
  if (groupPermission === 'r') {
    return refusal(
      'vg-read-only',
      `Volume group ${vg} is read-only.`,
      `Allow writing first: vgchange --permission rw ${vg}`,
    );
  }
  if (resizable !== 'z') {
    return refusal(
      'vg-fixed',
      `Volume group ${vg} does not allow resizing.`,
      `Allow it first: vgchange --resizeable y ${vg}`,
    );
  }
  if (group.lockType !== '' && group.lockType !== 'none') {
    return refusal(
      'vg-shared',
      `Volume group ${vg} is shared between hosts (${group.lockType}).`,
      "Extend it with your cluster's own tools.",
    );
  }
  if (kind !== '-') {
    return (
      KINDS[kind ?? '']?.(name) ??
      refusal('lv-kind', `${name} is of a kind (lv_attr ${logical.attributes}) that this step does not know.`, BY_HAND)
    );
  }
  const odd = logical.segments.find((segment) => segment.type !== 'linear');
  if (odd) {
    return refusal('lv-kind', `${name} has a segment of type ${odd.type}; only linear ones are extended.`, BY_HAND);
  }
  if (state === 's' || state === 'S') {
    return refusal('lv-suspended', `${name} is suspended.`, `Resume it: dmsetup resume ${mount.source}`);
  }
  if (permission !== 'w') {
    return refusal(
      'lv-read-only',
      `${name} is read-only (lv_attr ${logical.attributes}).`,
      `Allow writing first: lvchange --permission rw ${name}`,
    );
  }
  return undefined;
}

function encryptionRefusal({ group, logical }: Volume, block: BlockFacts): PlanRefusal | undefined {
  const encrypted = group.physicalVolumes.find((pv) => {
    const device = deviceAt(block, pv.name);
    return device && stackOf(block, device).some((d) => d.type === 'crypt');
  });
  if (!encrypted) return undefined;
  return refusal(
    'luks',
    `Physical volume ${encrypted.name} of ${group.name} lies on an encrypted device (LUKS).`,
    `Extend by hand, after a backup: lvextend -r -L SIZE ${group.name}/${logical.name} (and cryptsetup resize first, where the device itself has to grow).`,
  );
}

function mountRefusal({ mount }: Volume): PlanRefusal | undefined {
  if (mount.options.includes('ro')) {
    return refusal(
      'fs-read-only',
      `'${mount.target}' is mounted read-only.`,
      'See why (dmesg; an error makes ext4 go read-only), repair it offline with e2fsck -f or xfs_repair, mount it read-write, and run this again.',
    );
  }
  if (!/^(ext[234]|xfs)$/.test(mount.type)) {
    return refusal(
      'fs-unsupported',
      `'${mount.target}' is ${mount.type}; this step grows ext4 and xfs.`,
      `Grow it by hand with the tools of ${mount.type}, after lvextend.`,
    );
  }
  return undefined;
}
