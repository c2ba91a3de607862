import type { JournalEntry } from '../../evidence/journal';
import { type Texts, textsOf } from '../../texts';
import { refusal } from '../plan';
import type { Plan } from '../step';
import { STEP } from './about';
import { changesIn } from './changes';
import { basisOf, type ExtendLvmSituation, finished, refused, type Subject, subjectOf } from './plan';

/** The extension that could be taken back, as the journal tells it. */
interface Extension {
  readonly oldBytes: number;
  /** Sequence number of the volume group right after it. */
  readonly sequence: number;
}

/**
 * Takes an extension back while that is safe: only as long as the file system has not grown. Shrinking LVM under a grown
 * file system destroys data, and so does restoring the metadata backup then.
 */
export function rollback(situation: ExtendLvmSituation): Plan {
  const subject = subjectOf(situation);
  if ('code' in subject) return refused('rollback', subject);
  const { group, logical, fileSystem } = subject;
  const say = textsOf(situation.config).extendLvm;
  const extension = lastExtension(situation.journal, logical.uuid);
  const basis = basisOf(situation, subject);
  const name = `${group.name}/${logical.name}`;
  if (!extension || logical.bytes <= extension.oldBytes) {
    return finished('rollback', say.summary.noExtension(name, logical.bytes), basis, [], logical.bytes);
  }
  if (fileSystem.bytes > extension.oldBytes) {
    return refused('rollback', refusal('fs-grown', grown(say, subject, extension.oldBytes)));
  }
  if (group.sequence !== extension.sequence) {
    const said = say.refusals.drift(group.name, group.sequence, extension.sequence);
    return refused('rollback', refusal('drift', said));
  }
  const summary = say.summary.back(name, logical.bytes, extension.oldBytes);
  const changes = [changesIn(say).lvreduce(subject, extension.oldBytes)];
  return finished('rollback', summary, basis, changes, extension.oldBytes);
}

function lastExtension(journal: readonly JournalEntry[], lvUuid: string): Extension | undefined {
  const last = journal.findLast(
    (entry) =>
      entry.step === STEP &&
      entry.lv_uuid === lvUuid &&
      (entry.event === 'intent' || entry.event === 'done') &&
      (entry.change === 'lvextend' || entry.change === 'lvreduce'),
  );
  if (last?.vg_seqno === undefined || last.from_bytes === undefined || last.to_bytes === undefined) return undefined;
  if (last.change === 'lvreduce') {
    return last.event === 'done' ? undefined : { oldBytes: last.to_bytes, sequence: last.vg_seqno };
  }
  // The intent's number is the one before lvextend, which adds one; a finished change records the one after it.
  return { oldBytes: last.from_bytes, sequence: last.vg_seqno + (last.event === 'intent' ? 1 : 0) };
}

function grown(say: Texts['extendLvm'], { group, logical, fileSystem, mount }: Subject, oldBytes: number) {
  const device = `/dev/${group.name}/${logical.name}`;
  const recipe =
    mount.type === 'xfs'
      ? say.shrinkXfs
      : [
          say.shrink,
          `  vgchange -ay ${group.name}`,
          `  e2fsck -f ${device}`,
          `  resize2fs ${device} ${oldBytes / 1024}K`,
          `  lvreduce --size ${oldBytes}b ${group.name}/${logical.name}`,
          `  e2fsck -f ${device}`,
        ].join('\n');
  return say.refusals.grown(`${group.name}/${logical.name}`, fileSystem.bytes, recipe);
}
