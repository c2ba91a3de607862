import type { FileSystem } from '../../facts/file-system';
import { type Texts, textsOf } from '../../texts';
import { finished as finishedPlan, refusal, refused as refusedPlan } from '../plan';
import type { Basis, Change, Plan, PlanRefusal, Situation } from '../step';
import { STEP } from './about';
import { changesIn } from './changes';
import { type ExtendLvmFacts, findVolume, type Volume } from './facts';
import { refusalFor } from './refusals';
import { anotherDisk, findSpace, inReach, type Space } from './space';

const MIB = 1024 ** 2;

export type ExtendLvmSituation = Situation<ExtendLvmFacts>;

/** The volume with a file system that was read: what is left once nothing stands in the way. */
export interface Subject extends Volume {
  readonly fileSystem: FileSystem;
}

export function subjectOf(situation: ExtendLvmSituation): Subject | PlanRefusal {
  const { facts, config } = situation;
  const { mount } = config.extend_lvm;
  const inTheWay = refusalFor(facts, config);
  if (inTheWay) return inTheWay;
  return { ...findVolume(facts, mount)!, fileSystem: facts.fileSystem as FileSystem };
}

/** The basis that the host script re-checks before it begins (`--expect`). */
export function basisOf({ machine }: ExtendLvmSituation, { group, logical, fileSystem }: Subject): Basis {
  return {
    machine_id: machine.id,
    vg_uuid: group.uuid,
    lv_uuid: logical.uuid,
    vg_seqno: group.sequence,
    lv_bytes: logical.bytes,
    fs_bytes: fileSystem.bytes,
  };
}

export const refused = (intent: Plan['intent'], refusal: PlanRefusal) => refusedPlan(STEP, intent, refusal);

/** A plan with its hash; `bytes` is the size that the volume will have. */
export function finished(
  intent: Plan['intent'],
  summary: string,
  basis: Basis,
  changes: readonly Change[],
  bytes: number,
  notes: readonly string[] = [],
): Plan {
  const whole = { ...basis, target_bytes: bytes };
  const target = `${basis.lv_uuid} ${bytes}`;
  return finishedPlan({ step: STEP, intent, summary, basis: whole, changes, target, notes });
}

/** From what is there to the configured size; never smaller, and always forward. */
export function plan(situation: ExtendLvmSituation): Plan {
  const subject = subjectOf(situation);
  if ('code' in subject) return refused('apply', subject);
  const { group, logical, fileSystem } = subject;
  const { extend_lvm: wish } = situation.config;
  const say = textsOf(situation.config).extendLvm;
  const change = changesIn(say);
  const target = Math.max(logical.bytes, Math.ceil(wish.size / group.extentBytes) * group.extentBytes);
  const growth = growthTo(target, situation, subject);
  if ('code' in growth) return refused('apply', growth);

  const size = growth.bytes;
  const changes = [...growth.changes];
  const extends_ = size > logical.bytes;
  if (!extends_ && subject.device.bytes < logical.bytes) changes.push(change.refresh(subject));
  if (extends_ || logical.bytes - fileSystem.bytes >= fileSystem.slackBytes) changes.push(change.growfs(subject));
  return finished(
    'apply',
    summaryOf(say.summary, subject, changes, size),
    basisOf(situation, subject),
    changes,
    size,
    notesOf(say.notes, subject, wish.size, size),
  );
}

interface Growth {
  readonly bytes: number;
  readonly changes: readonly Change[];
}

function growthTo(target: number, situation: ExtendLvmSituation, subject: Subject): Growth | PlanRefusal {
  const { extend_lvm: wish } = situation.config;
  const say = textsOf(situation.config).extendLvm;
  const change = changesIn(say);
  const now = subject.logical.bytes;
  if (target === now) return { bytes: now, changes: [] };
  const choice = { otherDisks: wish.other_disks, newDisk: wish.new_disk };
  const space = findSpace(subject, situation.facts, target - now, choice, say.refusals);
  if ('code' in space) return space;
  if (space.bytes < target - now && wish.when_short === 'refuse') {
    return refusal('no-space', noSpace(say, subject, target, space, choice.otherDisks));
  }
  const bytes = Math.min(target, now + space.bytes);
  if (bytes === now) return { bytes, changes: [] };
  return {
    bytes,
    changes: [
      change.backup(backupFolders(situation, subject)),
      ...(space.growPartitions.length > 0 ? [change.growpart(space.growPartitions)] : []),
      ...(space.resize.length > 0 ? [change.pvresize(space.resize)] : []),
      ...(space.newDisk ? [change.vgextend(subject, space.newDisk)] : []),
      change.lvextend(subject, bytes),
    ],
  };
}

function backupFolders({ facts, config }: ExtendLvmSituation, subject: Subject): readonly string[] {
  const { backup_dir } = config.extend_lvm;
  const other = anotherDisk(subject, facts.block);
  const copy = backup_dir !== 'auto' ? backup_dir : other && `${other}/edge-phase1-lvm-backup`;
  return ['/var/lib/edge-phase1/lvm-backup', ...(copy ? [copy] : [])];
}

function noSpace(say: Texts['extendLvm'], subject: Subject, target: number, space: Space, otherDisks: boolean) {
  const { group, logical } = subject;
  const near = inReach(subject, otherDisks);
  const elsewhere = group.physicalVolumes.filter((pv) => !near.includes(pv)).reduce((sum, pv) => sum + pv.freeBytes, 0);
  const ways = [
    say.waysToSpace.askForLess(Math.floor((logical.bytes + space.bytes) / MIB)),
    say.waysToSpace.takeAll,
    ...(elsewhere > 0 ? [say.waysToSpace.otherDisks(elsewhere, group.name)] : []),
    ...(space.newDisk ? [] : [say.waysToSpace.newDisk]),
  ];
  const short = target - logical.bytes - space.bytes;
  return say.refusals.noSpace(`${group.name}/${logical.name}`, target, short, ways);
}

function summaryOf(
  say: Texts['extendLvm']['summary'],
  { mount, logical, group }: Subject,
  changes: readonly Change[],
  size: number,
): string {
  const name = `${mount.target} (${group.name}/${logical.name})`;
  if (changes.length === 0) return say.filled(name, logical.bytes);
  if (size === logical.bytes) return say.notFilled(name, size);
  return say.grows(name, logical.bytes, size);
}

function notesOf(say: Texts['extendLvm']['notes'], { logical }: Subject, wanted: number, size: number): string[] {
  if (wanted > size) return [say.lessThanWanted(wanted, size)];
  if (wanted < logical.bytes) return [say.neverSmaller(wanted)];
  return [];
}
