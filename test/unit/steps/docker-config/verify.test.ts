import { dockerConfig } from '../../../../src/steps/docker-config';
import { applied, edited, entry, failing, fresh, type Raws, saying, situation, unit, withComment } from './server';

const checksOf = (raws: Raws, journal?: Parameters<typeof situation>[2]) =>
  Object.fromEntries(
    dockerConfig.verify(situation(raws, {}, journal)).map(({ id, result, measured }) => [id, `${result}: ${measured}`]),
  );

test('after apply the settings are there, and Docker is well', () => {
  expect(checksOf(applied)).toEqual({
    docker_settings: 'pass: as configured',
    docker_health: 'pass: Docker 26.1.5+dfsg1, 2 running',
  });
});

test('before it, what differs is named', () => {
  expect(checksOf(fresh).docker_settings).toMatch(/^fail: 6 differ: storage-driver, log-driver/);
});

test('a file that Docker has not read yet is no pass', () => {
  expect(checksOf(applied, [entry(applied, 'done', 'replace')]).docker_settings).toBe(
    'fail: written, but not read by Docker yet',
  );
});

test.each<[string, Raws, string]>([
  ['a broken file', withComment, 'docker_settings'],
  ['Docker that is stopped', edited(fresh, unit('ActiveState', 'inactive')), 'docker_settings'],
  ['Docker that is silent', edited(fresh, failing('dockerd_info', 'Cannot connect')), 'docker_health'],
  ['containers that cannot be listed', edited(fresh, failing('dockerd_ps', 'Cannot connect')), 'docker_health'],
])('%s is unknown, neither pass nor fail', (_, raws, check) => {
  expect(checksOf(raws)[check]).toMatch(/^unknown: not known: /);
});

test.each([
  ['restarting', 'Restarting (1) 3 seconds ago'],
  ['running', 'Up 3 hours (unhealthy)'],
])('a container in trouble is named: %s, %s', (state, status) => {
  const raws = edited(fresh, saying('dockerd_ps', `abc|web|busy|${state}|${status}\n`));
  expect(checksOf(raws).docker_health).toMatch(new RegExp(`^fail: .*web \\(${state}\\)`));
});

test.each([
  ['17 pods as before: same pods, no restarts', 'pass'],
  ['not compared: there is no kubeconfig', 'unknown'],
  ['not as before within 300 s: missing: default/web', 'fail'],
])('what the newest restart did to the pods, where a journal tells it: %s', (pods, result) => {
  const journal = [entry(applied, 'done', 'restart', { pods })];
  expect(checksOf(applied, journal).docker_pods).toBe(`${result}: ${pods}`);
  expect(checksOf(applied, [...journal, entry(applied, 'failed', 'restart')]).docker_pods).toBeUndefined();
});
