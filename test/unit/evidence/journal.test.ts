import fc from 'fast-check';
import { type JournalEntry, parseJournal, runsOf } from '../../../src/evidence/journal';
import { outputOf } from '../../../src/facts/reading';
import { extended } from '../steps/variants';

const TEXT = outputOf(extended, 'journal')!;
const JOURNAL = parseJournal(TEXT);
const RUN = '20261124T100517Z-7csl';

test('a journal tells each change that was begun and done', () => {
  expect(JOURNAL.map(({ event, change }) => (change ? `${event} ${change}` : event))).toEqual([
    'begin',
    ...['backup', 'lvextend', 'growfs'].flatMap((change) => [`intent ${change}`, `done ${change}`]),
    'success',
  ]);
});

test('however a power cut tore its last line, the lines before it count', () => {
  fc.assert(
    fc.property(fc.nat(TEXT.length), (end) => {
      const entries = parseJournal(TEXT.slice(0, end));
      expect(entries).toEqual(JOURNAL.slice(0, entries.length));
      expect(entries.length).toBeGreaterThanOrEqual(TEXT.slice(0, end).split('\n').length - 1);
    }),
  );
});

test('zeros that a power cut left, and lines of something else, are left out', () => {
  const [first, ...rest] = TEXT.trim().split('\n');
  const torn = [first, '\0\0\0\0', first!.slice(0, 70), 'null', '7', '{}', '"text"', '[]', ...rest].join('\n');
  expect(parseJournal(torn)).toEqual(JOURNAL);
});

test('an empty journal has no runs', () => {
  expect(runsOf(parseJournal(''), 'extend-lvm')).toEqual([]);
});

test('a run has its plan and its end', () => {
  expect(runsOf(JOURNAL, 'extend-lvm')).toEqual([
    {
      run: RUN,
      step: 'extend-lvm',
      boot: '6d7c514c-e058-4b34-8812-4dfa52567311',
      mode: 'apply',
      planHash: 'd125122df0e3812039ec4fb4de92c1c12a5f5f9a0194188eb9c5038a9fa8c5de',
      changes: ['backup', 'lvextend', 'growfs'],
      target: 'Qed7PU-lpqN-SLJK-1tdb-mxRT-hIGh-4EP4w7 161061273600',
      end: 'success',
    },
  ]);
});

test.each(['failed', 'stopped', 'success'] as const)('%s is an end', (event) => {
  const journal = [JOURNAL[0]!, { ...JOURNAL[0]!, event } as JournalEntry];
  expect(runsOf(journal, 'extend-lvm')[0]!.end).toBe(event);
});

test('a run whose end is not written has none, also when another run ended', () => {
  const other = JOURNAL.map((entry) => ({ ...entry, run: 'other' }));
  const runs = runsOf([...JOURNAL.slice(0, -1), ...other], 'extend-lvm');
  expect(runs.map(({ run, end }) => [run, end])).toEqual([
    [RUN, undefined],
    ['other', 'success'],
  ]);
});

test('the runs of other steps are not of this one', () => {
  expect(runsOf(JOURNAL, 'docker-config')).toEqual([]);
});
