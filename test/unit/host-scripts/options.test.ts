import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPTS = join(__dirname, '../../../scripts');
const scripts = readdirSync(SCRIPTS).filter((file) => file.endsWith('-phase1.sh'));
const started = (script: string, ...options: string[]) =>
  spawnSync('bash', [join(SCRIPTS, script), ...options], { encoding: 'utf8' });

test.each(scripts)('%s knows every option that its help names', (script) => {
  const help = started(script, '--help').stdout;
  const flags = [...help.matchAll(/^ {2}(--[a-z-]+)(?: ([A-Z=]+))? {2,}/gm)];
  expect(flags.length).toBeGreaterThan(5);
  for (const [, flag, value] of flags) {
    // A value that is missing is asked for; a flag without one is followed by an option that nobody knows.
    const { status, stderr } = value ? started(script, flag!) : started(script, flag!, '--nobody-knows');
    expect(stderr).toContain(value ? `${flag} needs a value` : "unknown option '--nobody-knows'");
    expect(status).toBe(2);
  }
});

test.each(scripts)('%s says its own name when it is used wrongly', (script) => {
  expect(started(script, '--nobody-knows').stderr).toMatch(new RegExp(`^${script}: unknown option`));
});

test.each([
  ['a name that would mean Docker Hub', 'library/cache:app'],
  ['another field of --cache-from', '10.0.0.5:8085/ci/cache,type=local,src=/etc'],
  ['an address', 'http://10.0.0.5:8085/ci/cache'],
  ['no name', '10.0.0.5:8085'],
])('build-test takes no %s as a cache in a registry', (_, ref) => {
  const told = started('build-test-phase1.sh', '--context', '/srv', '--runs', 'registry=1', '--registry-cache', ref);
  expect(told).toMatchObject({ status: 2, stderr: expect.stringContaining('is not REGISTRY/NAME:TAG') });
});

test('build-test writes no cache that nothing would use, and measures none that is not named', () => {
  const told = (...options: string[]) => started('build-test-phase1.sh', '--context', '/srv', ...options);
  const named = ['--registry-cache', '10.0.0.5:8085/ci/cache:app'];
  expect(told(...named, '--write-registry-cache')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('add registry=1 to --runs'),
  });
  expect(told('--runs', 'registry=1')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('registry needs --registry-cache'),
  });
});
