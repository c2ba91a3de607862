import { harbor } from '../../../../src/steps/harbor';
import {
  changesOf,
  configOf,
  edited,
  failing,
  fresh,
  installed,
  light,
  type Overrides,
  type Raws,
  refusalOf,
  saying,
  situation,
} from './server';

const rollbackOf = (raws: Raws, overrides: Overrides = {}) => harbor.rollback(situation(raws, overrides));

test('what was installed is stopped and removed; the images stay, and it is said how to delete them', () => {
  const plan = rollbackOf(installed);
  expect(changesOf(plan)).toEqual(['stop', 'remove', 'untrust']);
  expect(plan.summary).toBe('Remove Harbor 2.14.0 at 10.0.85.1:8085; its data in /srv/harbor stays.');
  expect(plan.notes).toEqual(['To delete the images too, name their folder: harbor.remove_data: /srv/harbor']);
  expect(harbor.scriptArguments(plan, configOf())).toEqual([
    ...['--rollback', '--install', '/opt/harbor', '--expect', 'changes=stop,remove,untrust'],
    ...['--expect', `installed=${plan.basis.installed}`],
  ]);
});

test('images are deleted only where the configuration repeats the name of their folder', () => {
  const overrides = { 'harbor.remove_data': '/srv/harbor' };
  const plan = rollbackOf(installed, overrides);
  expect(plan.summary).toContain('is deleted too');
  expect(harbor.scriptArguments(plan, configOf(overrides)).slice(3, 5)).toEqual(['--remove-data', 'harbor']);
  expect('hash' in plan && plan.hash).not.toBe((rollbackOf(installed) as { hash: string }).hash);
  expect(refusalOf(rollbackOf(installed, { 'harbor.remove_data': '/srv' }))?.code).toBe('other-data');
});

test('where nothing is installed there is nothing to take back', () => {
  expect(rollbackOf(fresh, { 'harbor.remove_data': '/srv' })).toMatchObject({ verdict: 'nothing-to-do' });
});

test('remains of a try that was cut short are taken away', () => {
  expect(changesOf(rollbackOf(edited(fresh, saying('harbor_leftovers', ''))))).toEqual(['remove']);
});

test('the light registry is taken back whatever the configuration asks for by now', () => {
  expect(changesOf(rollbackOf(light))).toEqual(['stop', 'remove', 'untrust']);
});

test('a rollback that was cut short before Docker was told goes on with that', () => {
  const entry = (change: string, event: string, mode = 'rollback') =>
    ({ time: '', boot: 'b', run: 'r', step: 'harbor', mode, event, change }) as never;
  const rest = (...journal: never[]) => changesOf(harbor.rollback(situation(fresh, {}, journal)));
  expect(rest(entry('remove', 'done'))).toEqual(['untrust']);
  expect(rest(entry('remove', 'done'), entry('untrust', 'intent'))).toEqual(['untrust']);
  expect(rest(entry('untrust', 'done'))).toEqual([]);
  expect(rest(entry('trust', 'done', 'apply'))).toEqual([]);
});

test('containers that cannot be seen are not taken for none', () => {
  expect(rollbackOf(edited(installed, failing('dockerd_ps', 'permission denied'))).verdict).toBe('unknown');
});
