import { dockerConfig } from '../../../../src/steps/docker-config';
import {
  applied,
  byHand,
  changesOf,
  edited,
  entry,
  failing,
  fresh,
  type Raws,
  refusalOf,
  runnerInContainer,
  situation,
  sumOf,
  unit,
} from './server';

type Journal = Parameters<typeof situation>[2];
const rollbackOf = (raws: Raws, journal?: Journal) => dockerConfig.rollback(situation(raws, {}, journal));
const replaced = (fields: object = {}) =>
  entry(applied, 'done', 'replace', { from_sha256: 'none', settings: '', ...fields });

test('the file that the last run wrote is deleted again where there was none', () => {
  const plan = rollbackOf(applied);
  expect(changesOf(plan)).toEqual(['backup', 'restore', 'restart']);
  expect(plan).toMatchObject({ target: 'none in /etc/docker/daemon.json', basis: { old_sha256: 'none' } });
  expect(plan.summary).toContain('There was no /etc/docker/daemon.json before');
});

test('the file of before is put back, and Docker does what it did for the change', () => {
  expect(changesOf(rollbackOf(applied, [replaced({ from_sha256: 'a', how: 'reload' })]))).toEqual([
    'backup',
    'restore',
    'reload',
  ]);
});

test('a reload does not switch live-restore off, so that Docker is restarted', () => {
  const journal = [replaced({ how: 'reload', settings: 'max-concurrent-uploads=3 live-restore=true' })];
  expect(changesOf(rollbackOf(applied, journal)).at(-1)).toBe('restart');
});

test('works when Docker does not start any more', () => {
  const down = edited(applied, unit('ActiveState', 'failed'), failing('dockerd_info', 'Cannot connect'));
  expect(changesOf(rollbackOf(down, [replaced({ how: 'reload' })]))).toEqual(['backup', 'restore', 'restart']);
});

test.each<[string, Raws, Journal]>([
  ['this step has never written', fresh, []],
  ['somebody has changed the file since', byHand, [replaced()]],
])('there is nothing to take back where %s', (_, raws, journal) => {
  expect(rollbackOf(raws, journal)).toMatchObject({ verdict: 'nothing-to-do' });
});

test('a rollback that was cut short is finished', () => {
  const restored = { mode: 'rollback', from_sha256: sumOf(applied), file_sha256: 'none' };
  const journal = [replaced(), entry(fresh, 'done', 'restore', restored)];
  expect(changesOf(rollbackOf(fresh, journal))).toEqual(['restart']);
  expect(changesOf(rollbackOf(fresh, [...journal, entry(fresh, 'done', 'restart', restored)]))).toEqual([]);
});

test('a rollback that was cut short is finished before an older change is taken back', () => {
  const older = replaced({ from_sha256: 'none' });
  const restored = { mode: 'rollback', from_sha256: 'b', file_sha256: sumOf(applied), how: 'restart' };
  const cut = [older, entry(applied, 'done', 'restore', restored)];
  expect(changesOf(rollbackOf(applied, cut))).toEqual(['restart']);

  const died = [...cut, entry(applied, 'intent', 'restart', { ...restored, invocation: 'another' })];
  expect(changesOf(rollbackOf(applied, died))).toEqual(['containers']);
  expect(rollbackOf(applied, died)).toMatchObject({
    changes: [{ title: expect.stringContaining('see how Docker came back') }],
  });
  const finished = [...died, entry(applied, 'done', 'containers', restored)];
  expect(changesOf(rollbackOf(applied, finished))).toEqual(['backup', 'restore', 'restart']);
});

test('is refused while a runner lives in a container of this Docker', () => {
  expect(refusalOf(rollbackOf(edited(applied, runnerInContainer)))?.code).toBe('runner-in-container');
});
