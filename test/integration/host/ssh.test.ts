/** What only SSH can do, or can lose. */

import { type AddressInfo, createServer } from 'node:net';
import { type Host, OutcomeUnknown, Refusal } from '../../../src/host/host';
import { type Credentials, openHost } from '../../../src/host/open';
import { connectSsh } from '../../../src/host/ssh';
import { newKey, parsed, publicLine } from '../../unit/host/new-key';
import { type ServerOptions, startServer, type TestServer } from './server';

const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing.close();
});

async function serve(options?: ServerOptions): Promise<TestServer> {
  const server = await startServer(options);
  opened.push(server);
  return server;
}

async function login(server: TestServer, credentials: Credentials = {}): Promise<Host> {
  const host = await openHost(server.target, { privateKey: server.key, knownHosts: server.line, ...credentials });
  opened.push(host);
  return host;
}

async function refusalOf(server: TestServer, credentials: Credentials): Promise<Refusal> {
  const outcome = await login(server, credentials).catch((error) => error);
  if (outcome instanceof Refusal) return outcome;
  throw new Error(`not refused: ${outcome}`);
}

test('a batch is one channel on one connection, and nothing else is asked for', async () => {
  const server = await serve();
  const host = await login(server);
  await host.batch(Array.from({ length: 30 }, (_, i) => ({ id: `r${i}`, argv: ['echo', String(i)] })));
  expect(server.requests).toEqual(['publickey', 'publickey', 'session', 'exec exec /bin/sh -s']);
  expect(server.connections.size).toBe(1);
});

test('the host’s name has no secret in it', async () => {
  const server = await serve();
  expect((await login(server)).name).toBe(`ssh://deploy@127.0.0.1:${server.target.port}`);
});

test('a root read needs sudo only when the user is not root', async () => {
  const commands: string[] = [];
  const answer: ServerOptions['answer'] = (channel, command) => {
    commands.push(command);
    channel.exit(0);
    channel.end();
  };
  for (const user of ['deploy', 'root']) {
    await (await login(await serve({ user, answer }))).run(['vgs'], { root: true });
  }
  expect(commands.map((command) => command.replace(/PATH=\S+ /, ''))).toEqual([
    'exec env LC_ALL=C sudo -n -- vgs',
    'exec env LC_ALL=C vgs',
  ]);
});

describe('host keys', () => {
  const [ed25519, ecdsa, rsa] = [newKey('ed25519'), newKey('ecdsa'), newKey('rsa')];

  test.each([
    ['ed25519', ed25519],
    ['ecdsa', ecdsa],
    ['rsa', rsa],
  ])('a server of several keys is asked for the one that is known: %s', async (_, known) => {
    const server = await serve({ hostKeys: [ed25519, ecdsa, rsa] });
    const knownHosts = publicLine(`[127.0.0.1]:${server.target.port}`, known);
    await expect(login(server, { knownHosts })).resolves.toBeDefined();
  });

  test('a pinned fingerprint', async () => {
    const server = await serve();
    const { message } = await refusalOf(server, { knownHosts: '', knownHostsFiles: [] });
    const fingerprint = /SHA256:\S{43}/.exec(message)![0];
    await expect(login(server, { knownHosts: fingerprint })).resolves.toBeDefined();
  });

  test.each<[string, (name: string, line: string) => string]>([
    ['unknown', (_, line) => line.replace('127.0.0.1', '127.0.0.2')],
    ['changed', (name) => publicLine(name, newKey())],
    ['revoked', (_, line) => `${line}\n@revoked ${line}`],
    ['unreadable', () => 'no line of known_hosts'],
  ])('%s: refused before any login is tried', async (status, knownHosts) => {
    const server = await serve();
    const name = `[127.0.0.1]:${server.target.port}`;
    const refusal = await refusalOf(server, { knownHosts: knownHosts(name, server.line) });
    expect(refusal.code).toBe(`ssh-host-key-${status}`);
    expect(refusal.message).toMatch(/SHA256:\S{43}/);
    expect(server.requests).toEqual([]);
  });
});

describe('login', () => {
  test('a key that the server does not know', async () => {
    const key = newKey();
    const refusal = await refusalOf(await serve(), { privateKey: key });
    expect(refusal.code).toBe('ssh-auth');
    expect(refusal.wayOut).toContain(publicLine('', key));
  });

  test('an encrypted key, with its passphrase', async () => {
    const server = await serve();
    const key = newKey('ed25519', 'open sesame');
    // The server knows only its own key: that this one was tried means that it was opened.
    expect((await refusalOf(server, { privateKey: key, passphrase: 'open sesame' })).code).toBe('ssh-auth');
  });

  test('nobody listens', async () => {
    const server = await serve();
    await server.close();
    const refusal = await refusalOf(server, {});
    expect(refusal.code).toBe('ssh-connect');
    expect(refusal.message).toContain('ECONNREFUSED');
  });

  test('a server that says nothing', async () => {
    const mute = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => mute.once('listening', resolve));
    const server = await serve();
    const target = { ...server.target, port: (mute.address() as AddressInfo).port };
    const connecting = openHost(target, {
      privateKey: server.key,
      knownHosts: server.line,
      connectTimeoutSeconds: 0.1,
    });
    await expect(connecting).rejects.toMatchObject({ code: 'ssh-timeout' });
    mute.close();
  });

  test('a server that is none of SSH', async () => {
    const web = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1');
    await new Promise((resolve) => web.once('listening', resolve));
    const server = await serve();
    const target = { ...server.target, port: (web.address() as AddressInfo).port };
    const connecting = openHost(target, { privateKey: server.key, knownHosts: server.line });
    await expect(connecting).rejects.toMatchObject({ code: 'ssh-connect' });
    web.close();
  });
});

describe('a server that does not run the command', () => {
  test.each<[string, ServerOptions, string]>([
    ['no session', { refuseSessions: true }, 'ssh-exec'],
    ['no command', { refuseExec: true }, 'ssh-exec'],
  ])('%s', async (_, options, code) => {
    const host = await login(await serve(options));
    await expect(host.batch([{ id: 'a', argv: ['true'] }])).rejects.toMatchObject({ code });
    await expect(host.run(['true'])).rejects.toMatchObject({ code });
  });

  test('an account without a shell', async () => {
    const answer: ServerOptions['answer'] = (channel) => {
      channel.write('This account is currently not available.\n');
      channel.exit(1);
      channel.end();
    };
    const host = await login(await serve({ answer }));
    await expect(host.batch([{ id: 'a', argv: ['true'] }])).rejects.toMatchObject({
      code: 'host-shell',
      message: expect.stringContaining('currently not available'),
    });
  });
});

describe('a connection that is lost', () => {
  test.each<[string, (host: Host, onLine: () => void) => Promise<unknown>]>([
    ['during a command', (host, onLine) => host.run(['sh', '-c', 'echo begun; sleep 60'], { onLine })],
    ['during a batch', (host) => host.batch([{ id: 'slow', argv: ['sleep', '60'] }])],
  ])('%s: the outcome is unknown', async (_, work) => {
    const server = await serve();
    const host = await login(server);
    const working = work(host, () => {});
    const lost = expect(working).rejects.toThrow(OutcomeUnknown);
    await until(() => server.children.size > 0);
    server.cut();
    await lost;
  });

  test('before the channel was open', async () => {
    const server = await serve();
    const host = await login(server);
    const running = host.run(['true']);
    server.cut();
    await expect(running).rejects.toThrow(OutcomeUnknown);
  });

  test('while nothing ran: this process lives on, and the next command says so', async () => {
    const server = await serve();
    const host = await login(server);
    for (const socket of server.connections) socket.resetAndDestroy();
    await until(() => server.connections.size === 0);
    await expect(host.run(['true'])).rejects.toThrow(OutcomeUnknown);
    await expect(host.batch([{ id: 'a', argv: ['true'] }])).rejects.toThrow(OutcomeUnknown);
  });

  test('a network that is dead without a word is noticed', async () => {
    const server = await serve();
    const host = await connectSsh(server.target, {
      keys: [parsed(server.key)],
      trust: { kind: 'lines', text: server.line, source: 'the test' },
      keepaliveSeconds: 0.05,
    });
    opened.push(host);
    const running = host.run(['sleep', '60']);
    const lost = expect(running).rejects.toThrow(/Keepalive timeout/);
    await until(() => server.children.size > 0);
    for (const socket of server.connections) socket.pause();
    await lost;
  });

  test('a command that answers with neither code nor signal', async () => {
    const host = await login(await serve({ answer: (channel) => channel.close() }));
    await expect(host.run(['true'])).rejects.toThrow(OutcomeUnknown);
    await expect(host.batch([{ id: 'a', argv: ['true'] }])).rejects.toThrow(OutcomeUnknown);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
