import { parseJournal } from '../../../src/evidence/journal';
import { outputOf } from '../../../src/facts/reading';
import { extendLvm } from '../../../src/steps/extend-lvm';
import {
  changesOf,
  edited,
  extended,
  extendedHalfWay,
  fresh,
  GIB,
  group,
  hashOf,
  mounted,
  planOf,
  type Raws,
  refusalOf,
  saying,
  situation,
  targetOf,
} from './variants';

const JOURNAL = parseJournal(outputOf(extended, 'journal')!);
/** What the real journal held up to this event, when the run was cut short there. */
const until = (event: string, change: string) =>
  JOURNAL.slice(0, JOURNAL.findIndex((entry) => entry.event === event && entry.change === change) + 1);
const rollback = (raws: Raws, journal = JOURNAL) => extendLvm.rollback(situation(raws, {}, journal));

const halfWay = edited(fresh, extendedHalfWay);

describe('while the file system has not grown, the volume can go back', () => {
  test.each(['intent', 'done'])('after a run that was cut short at the %s of lvextend', (event) => {
    const plan = rollback(halfWay, until(event, 'lvextend'));
    expect(changesOf(plan)).toEqual(['lvreduce']);
    expect(targetOf(plan)).toBe(100 * GIB);
    expect(plan.verdict === 'changes' && plan.changes[0]!.command).toBe(
      'lvreduce --size 107374182400b ubuntu-vg/ubuntu-lv',
    );
  });

  test('and its hash is never that of a plan to apply', () => {
    expect(hashOf(rollback(halfWay, until('done', 'lvextend')))).not.toBe(hashOf(planOf(halfWay)));
  });

  test('but not when the group was changed since', () => {
    const plan = rollback(edited(halfWay, group({ vg_seqno: '4' })), until('done', 'lvextend'));
    expect(refusalOf(plan)).toMatchObject({ code: 'drift', wayOut: 'Finish forward instead: run apply again.' });
  });

  test('a rollback that was cut short goes on', () => {
    const done = until('done', 'lvextend');
    const sizes = { from_bytes: 150 * GIB, to_bytes: 100 * GIB, vg_seqno: 3 };
    const intent = { ...done.at(-1)!, ...sizes, event: 'intent', change: 'lvreduce' } as const;
    expect(changesOf(rollback(halfWay, [...done, intent]))).toEqual(['lvreduce']);
  });
});

describe('there is nothing to take back', () => {
  test('without a journal', () => {
    expect(rollback(halfWay, [])).toMatchObject({ verdict: 'nothing-to-do' });
  });

  test('when the volume was never extended', () => {
    expect(rollback(fresh, until('intent', 'lvextend'))).toMatchObject({ verdict: 'nothing-to-do' });
  });

  test('when the journal tells of another volume', () => {
    const others = JOURNAL.map((entry) => ({ ...entry, lv_uuid: 'other' }));
    expect(rollback(halfWay, others)).toMatchObject({ verdict: 'nothing-to-do' });
  });

  test('after a rollback that was done', () => {
    const entry = { ...JOURNAL[4]!, event: 'done', change: 'lvreduce', vg_seqno: 4 } as const;
    expect(rollback(halfWay, [...JOURNAL, entry])).toMatchObject({ verdict: 'nothing-to-do' });
  });
});

describe('once the file system has grown', () => {
  const refusal = refusalOf(rollback(extended))!;

  test('it is refused: taking the volume back would destroy data', () => {
    expect(refusal.code).toBe('fs-grown');
    expect(refusal.message).toContain('has grown to 150 GiB');
    expect(refusal.message).toContain('would destroy data, and so would vgcfgrestore');
  });

  test('the offline recipe has the real names and sizes, shrinking the file system before the volume', () => {
    expect(refusal.wayOut.split('\n').slice(1)).toEqual([
      '  vgchange -ay ubuntu-vg',
      '  e2fsck -f /dev/ubuntu-vg/ubuntu-lv',
      '  resize2fs /dev/ubuntu-vg/ubuntu-lv 104857600K',
      '  lvreduce --size 107374182400b ubuntu-vg/ubuntu-lv',
      '  e2fsck -f /dev/ubuntu-vg/ubuntu-lv',
    ]);
  });

  test('xfs has no recipe, as it cannot shrink', () => {
    const grownXfs = edited(
      extended,
      mounted({ fstype: 'xfs' }),
      saying('xfs_info', 'data     =                       bsize=4096   blocks=39321600, imaxpct=25\n'),
    );
    const { code, wayOut } = refusalOf(rollback(grownXfs))!;
    expect(code).toBe('fs-grown');
    expect(wayOut).toContain('cannot shrink: copy the data away');
    expect(wayOut).not.toContain('resize2fs');
  });
});
