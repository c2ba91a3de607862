import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dockerReads } from '../../../src/facts/docker';

const words = (id: string, captured: string) =>
  dockerReads.find((read) => read.id === id)!.argv.map((arg) => (typeof arg === 'string' ? arg : captured));

const folder = mkdtempSync(join(tmpdir(), 'systemctl-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the read keeps of what systemctl shows. */
function unitOf(shown: string): string {
  writeFileSync(join(folder, 'shown'), shown);
  writeFileSync(join(folder, 'systemctl'), `#!/bin/sh\ncat '${folder}/shown'\n`, { mode: 0o755 });
  const [command = '', ...args] = words('dockerd_unit', '');
  return execFileSync(command, args, { encoding: 'utf8', env: { PATH: `${folder}:/usr/bin:/bin` } });
}

const block = (state: string, command: string) => `MainPID=311
ExecStart={ path=/usr/bin/x ; argv[]=${command} ; ignore_errors=no ; start_time=[n/a] ; pid=0 }
LoadState=loaded
ActiveState=${state}
`;
const DOCKERD = '/usr/sbin/dockerd -H fd:// --containerd=/run/containerd/containerd.sock';

test('of what K3s is started with only this leaves the host: whether its pods run in Docker', () => {
  const k3s = block('active', '/usr/local/bin/k3s server --docker --token K10secret');
  const shown = unitOf([block('active', DOCKERD), k3s, block('inactive', '')].join('\n'));
  expect(shown).toBe('MainPID=311\nLoadState=loaded\nActiveState=active\n\nK3s=docker\n');
  const other = block('active', '/usr/local/bin/k3s server --docker-registry x --token K10secret');
  expect(unitOf([block('active', DOCKERD), other].join('\n'))).toBe(
    'MainPID=311\nLoadState=loaded\nActiveState=active\n\n',
  );
});

test.each([
  ['active', true],
  ['reloading', true],
  ['inactive', false],
  ['activating', false],
  ['deactivating', false],
  ['failed', false],
])('the address of a Docker that is %s is told: %s, whatever K3s does', (state, told) => {
  const k3s = block('active', '/usr/local/bin/k3s server --docker');
  const shown = unitOf([block(state, DOCKERD), k3s].join('\n'));
  const [command = '', ...args] = words('dockerd_socket', shown.trim());
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  expect([status === 0, stdout]).toEqual([told, told ? '/run/docker.sock\n' : '']);
});
