/** Which keys, agents and known_hosts are used: real files, a real agent's protocol, a real server. */

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AgentProtocol, type ParsedKey } from 'ssh2';
import type { Host } from '../../../src/host/host';
import { type Credentials, openHost } from '../../../src/host/open';
import { newKey, parsed } from '../../unit/host/new-key';
import { startServer, type TestServer } from './server';

let home: string;
let server: TestServer;
let agent: Server | undefined;
let host: Host | undefined;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'home-'));
  mkdirSync(join(home, '.ssh'));
  server = await startServer();
  write('known_hosts', `${server.line}\n`);
});

afterEach(async () => {
  await host?.close();
  host = undefined;
  await server.close();
  agent?.close();
  agent = undefined;
  rmSync(home, { recursive: true, force: true });
});

test('the default key and the default known_hosts', async () => {
  write('id_ed25519', server.key);
  await open({ agent: false });
  expect(server.requests).toEqual(['publickey', 'publickey']);
});

test('the second known_hosts file, when there is no first', async () => {
  rmSync(join(home, '.ssh', 'known_hosts'));
  write('known_hosts2', server.line);
  await open({ privateKey: server.key });
});

test('known_hosts that were given stand in for the files', async () => {
  await expect(open({ privateKey: server.key, knownHosts: '[other]:22 ssh-ed25519 AAAA' })).rejects.toMatchObject({
    code: expect.stringMatching(/^ssh-host-key-/),
  });
});

test('empty inputs count as not given', async () => {
  write('id_ed25519', server.key);
  await open({ privateKey: '', privateKeyFile: '', passphrase: '', knownHosts: ' \n', agent: false });
});

test('every default key is tried, and one that cannot be read is passed over', async () => {
  write('id_ed25519', newKey('ed25519', 'open sesame'));
  write('id_ecdsa', newKey('ecdsa'));
  write('id_rsa', server.key);
  await open({ agent: false });
});

test('a key file that is named is the only one', async () => {
  write('id_ed25519', server.key);
  write('deploy', newKey());
  await expect(open({ privateKeyFile: join(home, '.ssh', 'deploy') })).rejects.toMatchObject({ code: 'ssh-auth' });
  await open({ privateKeyFile: join(home, '.ssh', 'id_ed25519') });
});

test('a key of an agent', async () => {
  await open({ agent: await startAgent(newKey(), server.key) });
  expect((await host!.run(['echo', 'in'])).stdout).toBe('in\n');
});

test.each([
  ['no key at all', {}, 'ssh-no-key'],
  ['a key file that is not there', { privateKeyFile: 'none' }, 'ssh-key-unreadable'],
  ['a folder for a key', { privateKeyFile: tmpdir() }, 'ssh-key-unreadable'],
  ['a folder for known_hosts', { privateKey: newKey(), knownHostsFiles: [tmpdir()] }, 'ssh-host-key-unreadable'],
  ['no known_hosts', { privateKey: newKey(), knownHostsFiles: [] }, 'ssh-host-key-unknown'],
  ['no agent there', { agent: join(tmpdir(), 'no-agent') }, 'ssh-agent'],
])('%s is refused', async (_, credentials, code) => {
  await expect(open({ agent: false, ...credentials })).rejects.toMatchObject({ code });
});

test('why the default keys were of no use is said', async () => {
  write('id_ed25519', newKey('ed25519', 'open sesame'));
  await expect(open({ agent: false })).rejects.toThrow(/id_ed25519 is encrypted/);
});

test('an agent without a key is none', async () => {
  await expect(open({ agent: await startAgent() })).rejects.toMatchObject({ code: 'ssh-agent' });
});

async function open(credentials: Credentials): Promise<void> {
  host = await openHost(server.target, { home, ...credentials });
}

function write(name: string, text: string): void {
  writeFileSync(join(home, '.ssh', name), text);
  chmodSync(join(home, '.ssh', name), 0o600);
}

/** An SSH agent that holds these keys; returns its socket. */
async function startAgent(...texts: string[]): Promise<string> {
  const keys = texts.map((text) => parsed(text));
  agent = createServer((socket) => {
    const protocol = new AgentProtocol(false);
    protocol.on('identities', (request) => protocol.getIdentitiesReply(request, keys));
    protocol.on('sign', (request, publicKey, data) => {
      const key = keys.find((key) => key.getPublicSSH().equals((publicKey as ParsedKey).getPublicSSH()));
      if (key === undefined) protocol.failureReply(request);
      else protocol.signReply(request, key.sign(data));
    });
    socket.on('error', () => {});
    socket.pipe(protocol).pipe(socket);
  });
  const path = join(home, 'agent');
  await new Promise<void>((resolve) => agent!.listen(path, resolve));
  return path;
}
