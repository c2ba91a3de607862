import { resultOf } from '../../../../src/facts/reading';
import { diskTest } from '../../../../src/steps/disk-test';
import { parseResults } from '../../../../src/steps/disk-test/result';
import { device, type Edit, edited, failing, GIB, type Raws, saying } from '../variants';
import { disk, fresh, keeping, looked, result, situation } from './measured';

const checksOf = (raws: Raws, overrides = {}) => diskTest.verify(situation(raws, overrides));
const resultsOf = (raws: Raws, overrides = {}) =>
  Object.fromEntries(checksOf(raws, overrides).map(({ id, result: verdict }) => [id, verdict]));
const measuredOf = (raws: Raws) => checksOf(raws).map(({ measured }) => measured);
const tablesOf = (raws: Raws) => diskTest.tables!(situation(raws));

const KEYS = ['EDGE-STORAGE', 'EDGE-SYSTEM', 'EDGE-WAREHOUSE'];
const all = (more = {}) => result(KEYS.map((key) => disk(key, [40, 41, 42, 43], more)));

test('a real result: each disk measured', () => {
  expect(resultsOf(looked)).toEqual({
    'disk_speed.EDGE-STORAGE': 'pass',
    'disk_speed.EDGE-SYSTEM': 'pass',
    'disk_speed.EDGE-WAREHOUSE': 'pass',
  });
  expect(measuredOf(looked)[0]).toMatch(
    /^[\d.]+ \([\d.]+–[\d.]+\) small synced writes\/s; [\d.]+ \([\d.]+–[\d.]+\) MiB\/s read$/,
  );
});

test('before the first measurement each is unknown, with what to do', () => {
  expect(new Set(Object.values(resultsOf(fresh)))).toEqual(new Set(['unknown']));
  expect(measuredOf(fresh)[0]).toBe('not known: not measured yet: run apply disk-test');
});

test('a result of another boot holds only for disks that have a serial number', () => {
  const raws = edited(fresh, device('sda', { serial: null }), keeping(result([disk('sda', [40], { serial: '' })])));
  expect(resultsOf(raws)['disk_speed.sda']).toBe('unknown');
  const { bootId } = situation(raws).machine;
  const now = edited(raws, keeping(result([disk('sda', [40], { serial: '' })], { boot: bootId })));
  expect(resultsOf(now)['disk_speed.sda']).toBe('pass');
});

test('only the disks that the configuration names are asked for', () => {
  expect(Object.keys(resultsOf(looked, { 'disk_test.disks': '[/]' }))).toEqual(['disk_speed.EDGE-SYSTEM']);
});

test.each<[string, Edit, Record<string, string>, RegExp]>([
  ['a disk that is named and not there', (raws) => raws, { 'disk_test.disks': '[OTHER]' }, /There is no disk 'OTHER'/],
  ['disks that cannot be listed', failing('lsblk', 'lsblk: not found', 127), {}, /lsblk does not list what there is/],
])('%s is one unknown check', (_, edit, overrides, why) => {
  const [check, ...others] = checksOf(edited(looked, edit), overrides);
  expect(others).toEqual([]);
  expect(check).toMatchObject({ id: 'disk_speed', result: 'unknown', measured: expect.stringMatching(why) });
});

describe('half a measurement is unknown, and says what is missing', () => {
  test.each([
    ['no file', { no_file: 'no file system of it is mounted', rounds: [] }, 'small writes not known: no file system'],
    ['no hdparm', { no_hdparm: 'hdparm is not installed', rounds: [] }, 'reading not known: hdparm is not installed'],
    ['work of others', { busy_percent_before: 40 }, 'busy with the work of others: too low'],
  ])('%s', (_, more, words) => {
    const raws = edited(fresh, keeping(all(more)));
    expect(resultsOf(raws)['disk_speed.EDGE-SYSTEM']).toBe('unknown');
    expect(measuredOf(raws)[0]).toContain(words);
  });
});

test('a disk that says it is failing fails; one that says nothing is in the table only', () => {
  const raws = edited(
    fresh,
    keeping(result([disk('EDGE-SYSTEM', [40], { smart: 'failed' }), ...all().disks.slice(0, 1)])),
  );
  expect(resultsOf(raws)).toMatchObject({ 'disk_health.EDGE-SYSTEM': 'fail', 'disk_health.EDGE-STORAGE': 'pass' });
  expect(resultsOf(looked)).not.toHaveProperty('disk_health.EDGE-SYSTEM');
});

test.each<[string, Edit, RegExp]>([
  [
    'not allowed to be read',
    failing('disks_result', 'cat: Permission denied'),
    /cannot be read \(cat: Permission denied\)/,
  ],
  ['cut off', saying('disks_result', '{"v":1,"results":[{"run":"x"'), /is not what this version keeps/],
  ['of another version', saying('disks_result', '{"v":2,"results":[]}'), /version 2 is not known/],
  ['without its disks', saying('disks_result', '{"v":1,"results":[{"options":{}}]}'), /a number in it is missing/],
  ['no list', saying('disks_result', '{"v":1,"results":{}}'), /is not known/],
])('a result that is %s is unknown, and no failure of the look', (_, edit, why) => {
  expect(measuredOf(edited(looked, edit))[0]).toMatch(why);
  expect(diskTest.plan(situation(edited(looked, edit))).verdict).toBe('changes');
});

test('what the host keeps is read as it was written; anything that is no figure is left out', () => {
  const [one] = parseResults(
    JSON.stringify({
      v: 1,
      results: [result([disk('A', [1], { rounds: [{ rand_write_iops: 'fast', busy: 'no' } as never] })])],
    }),
  );
  expect(one!.disks[0]!.rounds).toEqual([{ busy: false }]);
});

describe('the tables', () => {
  test('of a real result: the disks, their speed with the best for builds first, and the control', () => {
    const [after] = parseResults(resultOf(looked, 'disks_result').stdout);
    const before = { ...after!, disks: after!.disks.map((one) => ({ ...one, volume_bytes: one.volume_bytes! - GIB })) };
    const [disks, speed, control] = tablesOf(edited(looked, keeping(after!, before)));
    expect(disks!.rows.map(([key]) => key)).toEqual(KEYS);
    const writes = speed!.rows.map(([, figure]) => Number.parseFloat(figure!));
    expect(writes).toEqual([...writes].sort((a, b) => b - a));
    expect(control!.note).toContain('the control held');
    for (const { columns, rows } of [disks!, speed!, control!]) {
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  test('before the first measurement: only what the disks are', () => {
    expect(tablesOf(fresh).map(({ title }) => title)).toEqual(['The disks']);
    expect(tablesOf(fresh)[0]!.rows.map((row) => row[6])).toEqual(['not asked yet', 'not asked yet', 'not asked yet']);
  });

  test('a disk that was only read stands last, with a dash and the reason', () => {
    const read = disk('EDGE-A', [], { no_file: 'no file system of it is mounted' });
    const speed = tablesOf(edited(fresh, keeping(result([read, ...all().disks]))))[1]!;
    expect(speed.rows.at(-1)!.slice(0, 2)).toEqual(['EDGE-A', '–']);
    expect(speed.note).toContain('EDGE-A: nothing was measured with a file, because no file system of it is mounted.');
  });

  test('the work of others is said, during and before', () => {
    const rounds = [1, 2].map((ops) => ({ rand_write_iops: 40, busy: ops === 2, others_ops: ops * 100 }));
    const during = tablesOf(edited(fresh, keeping(result([disk('A', [], { rounds })]))))[1]!;
    expect(during.rows[0]!.at(-1)).toBe('BUSY in 1 of 2 (up to 200 operations/s)');
    const before = tablesOf(edited(fresh, keeping(all({ busy_percent_before: 25 }))))[1]!;
    expect(before.rows[0]!.at(-1)).toBe('busy before (25 % of the time)');
  });
});
