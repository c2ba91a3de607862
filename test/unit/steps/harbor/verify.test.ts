import { harbor } from '../../../../src/steps/harbor';
import { answering, type Edit, edited, failing, fresh, half, installed, type Raws, saying, situation } from './server';

const checksOf = (raws: Raws, overrides = {}) =>
  Object.fromEntries(harbor.verify(situation(raws, overrides)).map((check) => [check.id, check]));
const resultsOf = (raws: Raws, overrides = {}) =>
  Object.fromEntries(Object.values(checksOf(raws, overrides)).map(({ id, result }) => [id, result]));
const proof = (from: string | RegExp, to: string): Edit =>
  answering('validate_harbor_proof', ({ stdout }) => ({ stdout: stdout.replace(from, to) }));
/** The time at which these answers were read, so that the proof is as old as it was then. */
const now = (raws: Raws) => saying('host_time', /"at":"([^"]+)"/.exec(JSON.stringify(raws).replaceAll('\\', ''))![1]!);
const whole = edited(installed, now(installed));

test('an installation that is whole passes, with its figures', () => {
  const checks = checksOf(whole);
  expect(resultsOf(whole)).toEqual({
    ...{ harbor: 'pass', harbor_services: 'pass', harbor_push: 'pass', harbor_pull: 'pass', harbor_login: 'pass' },
  });
  expect(checks.harbor!.measured).toMatch(/^7 components healthy; push and pull proven on /);
  expect(checks.harbor_services!.measured).toMatch(/^\d+ services run, 7 components healthy$/);
  expect(checks.harbor_push!.measured).toMatch(/^sha256:[0-9a-f]{12}… in [\d.]+ s, 2/);
});

test('the report says where everything is, and of secrets only in which file', () => {
  const [table] = harbor.tables!(situation(whole));
  expect(table!.rows).toEqual(
    expect.arrayContaining([
      ['Harbor 2.14.0', 'http://10.0.85.1:8085'],
      ['account for CI (robot$ci+ci)', '/var/lib/edge-phase1/harbor/robot.json'],
    ]),
  );
  expect(harbor.tables!(situation(fresh))).toEqual([]);
});

test('half up fails, and says what is down', () => {
  const { harbor_services: services } = checksOf(half);
  expect(services!.result).toBe('fail');
  expect(services!.measured).toMatch(/services run, .*harbor-core \(exited\)/);
});

test('where nothing was installed nothing is known; none of it passes', () => {
  expect(Object.values(resultsOf(fresh))).not.toContain('pass');
  expect(resultsOf(fresh)).toMatchObject({ harbor: 'fail', harbor_services: 'unknown', harbor_push: 'unknown' });
});

test.each<[string, Edit, object]>([
  [
    'another digest came back',
    proof(/"pulled_digest":"sha256:[0-9a-f]{4}/, '"pulled_digest":"sha256:ffff'),
    { harbor: 'fail', harbor_pull: 'fail' },
  ],
  ['a push without a login was taken', proof('"refused"', '"accepted"'), { harbor_login: 'fail' }],
  ['nobody tried without a login', proof(/"unauthorised_push":"[^"]*"/, '"x":""'), { harbor_login: 'unknown' }],
  ['the proof is about another address', proof('10.0.85.1:8085', 'old.lan:8085'), { harbor: 'unknown' }],
  ['containers cannot be seen', failing('dockerd_ps', 'permission denied'), { harbor_services: 'unknown' }],
])('%s', (_, edit, results) => {
  expect(resultsOf(edited(whole, edit))).toMatchObject(results);
});
