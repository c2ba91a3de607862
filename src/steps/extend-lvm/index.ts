import type { Config } from '../../config/schema';
import { LVM_READ } from '../../facts/lvm';
import type { Need, Plan, Step } from '../step';
import { STEP } from './about';
import { type ExtendLvmFacts, facts, findVolume, reads } from './facts';
import { type ExtendLvmSituation, plan } from './plan';
import { rollback } from './rollback';
import { verify } from './verify';

const needs: readonly Need[] = [
  { program: 'lsblk', debianPackage: 'util-linux', why: 'to see the disks' },
  { program: 'findmnt', debianPackage: 'util-linux', why: 'to see what is mounted' },
  { program: 'lvm', debianPackage: 'lvm2', why: 'to see and extend logical volumes' },
  { program: 'dumpe2fs', debianPackage: 'e2fsprogs', why: 'to read the size of ext4' },
  { program: 'resize2fs', debianPackage: 'e2fsprogs', why: 'to grow ext4' },
  { program: 'xfs_growfs', debianPackage: 'xfsprogs', why: 'to grow xfs', onlyWhen: 'the file system is xfs' },
  {
    program: 'growpart',
    debianPackage: 'cloud-guest-utils',
    why: 'to grow a partition',
    onlyWhen: 'the free space lies behind the last partition',
  },
  {
    program: 'systemd-run',
    debianPackage: 'systemd',
    why: 'to run changes to their end',
    onlyWhen: 'systemd runs; setsid otherwise',
  },
];

function scriptArguments(plan: Plan, config: Config): readonly string[] {
  const wish = config.extend_lvm;
  const expected = Object.entries(plan.basis).filter(([name]) => name !== 'machine_id');
  const changes = plan.verdict === 'changes' ? plan.changes.map((c) => c.id).join(',') : '';
  return [
    ...(plan.intent === 'rollback' ? ['--rollback'] : []),
    ...['--mount', wish.mount, '--size', String(wish.size), '--when-short', wish.when_short],
    ...['--backup-dir', wish.backup_dir],
    ...(wish.other_disks ? ['--other-disks'] : []),
    ...(wish.new_disk === null ? [] : ['--new-disk', wish.new_disk]),
    ...[['changes', changes], ...expected].flatMap(([name, value]) => ['--expect', `${name}=${value}`]),
  ];
}

function rootReads({ facts, config }: ExtendLvmSituation): readonly (readonly string[])[] {
  const volume = findVolume(facts, config.extend_lvm.mount);
  const device =
    volume?.mount.source ?? facts.block.mounts.findLast((m) => m.target === config.extend_lvm.mount)?.source;
  return [LVM_READ, ...(device ? [['dumpe2fs', '-h', device]] : [])];
}

export const extendLvm: Step<ExtendLvmFacts> = {
  id: STEP,
  title: 'Extend the logical volume and its file system',
  kind: 'change',
  script: 'extend-lvm-phase1.sh',
  needs,
  reads,
  rootReads,
  facts,
  plan,
  rollback,
  scriptArguments,
  verify,
};
