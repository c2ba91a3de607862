/** The same with OpenSSH at the other end, where the machine has it. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openHost } from '../../../src/host/open';
import { newKey, publicLine } from '../../unit/host/new-key';

const SSHD = '/usr/sbin/sshd';
let folder: string;
let sshd: ChildProcess | undefined;
let log: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sshd-'));
  log = join(folder, 'log');
});
afterEach(() => {
  sshd?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('one batch and one command, and no other request', async () => {
  const port = await freePort();
  const [hostKey, key] = [newKey(), newKey()];
  const why = await start(port, hostKey, key);
  if (why !== undefined) return console.warn(`skipped: ${why}`);

  const target = { kind: 'ssh', user: userInfo().username, host: '127.0.0.1', port } as const;
  const host = await openHost(target, { privateKey: key, knownHosts: publicLine(`[127.0.0.1]:${port}`, hostKey) });
  const [a, b] = await host.batch([
    { id: 'a', argv: ['printf', 'x\\n'] },
    { id: 'b', argv: ['sh', '-c', 'echo "$0" >&2; exit 3', { from: 'a' }] },
  ]);
  const killed = await host.run(['sh', '-c', 'cat; kill -9 $$'], { stdin: 'größe' });
  await host.close();
  expect([a!.stdout, b!.stderr, b!.code]).toEqual(['x\n', 'x\n', 3]);
  expect(killed).toEqual({ code: 137, stdout: 'größe', stderr: '' });
  const lines = readFileSync(log, 'utf8');
  const login = lines.slice(lines.indexOf('remote software version ssh2js'));
  expect(login.match(/request \S+ reply/g)).toEqual(['request exec reply', 'request exec reply']);
  expect(login).not.toContain('hostkeys-prove');
});

/** Starts sshd for this user; resolves with why it cannot be used, if so. */
async function start(port: number, hostKey: string, key: string): Promise<string | undefined> {
  if (!existsSync(SSHD)) return `there is no ${SSHD}`;
  const [hostKeyFile, keyFile, allowed, known] = ['host', 'key', 'allowed', 'known'].map((name) => join(folder, name));
  writeFileSync(hostKeyFile!, hostKey, { mode: 0o600 });
  writeFileSync(keyFile!, key, { mode: 0o600 });
  writeFileSync(allowed!, `${publicLine('', key)}\n`, { mode: 0o600 });
  writeFileSync(known!, `${publicLine(`[127.0.0.1]:${port}`, hostKey)}\n`);
  const options = [
    `AuthorizedKeysFile=${allowed}`,
    'StrictModes=no',
    'PermitRootLogin=yes',
    'PidFile=none',
    'LogLevel=DEBUG1',
  ];
  const args = [
    '-D',
    '-E',
    log,
    '-f',
    '/dev/null',
    '-h',
    hostKeyFile!,
    '-p',
    String(port),
    '-o',
    'ListenAddress=127.0.0.1',
  ];
  sshd = spawn(SSHD, [...args, ...options.flatMap((option) => ['-o', option])], { stdio: 'ignore' });
  while (!listens() && sshd.exitCode === null) await wait(20);
  const client = [
    '-F',
    'none',
    '-i',
    keyFile!,
    '-o',
    `UserKnownHostsFile=${known}`,
    '-o',
    'BatchMode=yes',
    '-p',
    String(port),
  ];
  const { status, stderr } = spawnSync('ssh', [...client, '127.0.0.1', 'true'], { encoding: 'utf8' });
  return status === 0 ? undefined : `OpenSSH's own client cannot log in here: ${stderr}`;
}

function listens(): boolean {
  return existsSync(log) && readFileSync(log, 'utf8').includes('Server listening');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
