import { spawnSync } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParsedKey } from 'ssh2';
import { checkHostKey, fingerprint, hostKeyRefusal, knownKeyTypes, trustFrom } from '../../../src/host/known-hosts';
import { newKey, parsed } from './new-key';

const edge = { host: 'edge', port: 22 };
const edge2222 = { host: 'edge', port: 2222 };
const [ours, other, ecdsa] = [parsed(newKey()), parsed(newKey()), parsed(newKey('ecdsa'))];

test.each([
  ['plain', `edge ${line(ours)}`, edge],
  ['another case', `EDGE ${line(ours)}`, edge],
  ['a comment behind, a carriage return', `edge ${line(ours)} root@edge\r`, edge],
  ['a list', `a,10.0.0.7,edge ${line(ours)}`, edge],
  ['with a port', `[edge]:2222 ${line(ours)}`, edge2222],
  ['without the port, as OpenSSH accepts it', `edge ${line(ours)}`, edge2222],
  ['an IPv6 address', `[::1]:2222 ${line(ours)}`, { host: '::1', port: 2222 }],
  ['a star', `*.example ${line(ours)}`, { host: 'edge.example', port: 22 }],
  ['a question mark', `ed?e ${line(ours)}`, edge],
  ['a negation of another', `!a,edge ${line(ours)}`, edge],
  ['hashed', `${hashed('edge')} ${line(ours)}`, edge],
  ['hashed with a port', `${hashed('[edge]:2222')} ${line(ours)}`, edge2222],
  ['among garbage', `# edge\n\nedge\nedge ssh-ed25519 ???\n@what edge ${line(other)}\n  edge ${line(ours)}\n`, edge],
  ['one of several of a type', `edge ${line(other)}\nedge ${line(ours)}`, edge],
  ['next to a revoked other', `@revoked edge ${line(other)}\nedge ${line(ours)}`, edge],
])('a line matches: %s', (_, text, address) => {
  expect(check(text, address).status).toBe('match');
});

test.each([
  ['no text', ' \n', 'unknown'],
  ['another name', `edgy ${line(ours)}`, 'unknown'],
  ['a name that only contains it', `xedge,edge.example ${line(ours)}`, 'unknown'],
  ['a dot is no wildcard', `ed.e ${line(ours)}`, 'unknown'],
  ['another port only', `[edge]:2222 ${line(ours)}`, 'unknown'],
  ['negated', `*,!edge ${line(ours)}`, 'unknown'],
  ['hashed for another', `${hashed('other')} ${line(ours)}`, 'unknown'],
  ['an unknown kind of hash', `${hashed('edge').replace('|1|', '|2|')} ${line(ours)}`, 'unknown'],
  ['a certificate authority', `@cert-authority edge ${line(ours)}`, 'unknown'],
  ['known by another type', `edge ${line(ecdsa)}`, 'unknown'],
  ['another key of the type', `edge ${line(other)}`, 'changed'],
  ['revoked', `@revoked * ${line(ours)}`, 'revoked'],
  ['revoked and listed', `edge ${line(ours)}\n@revoked edge ${line(ours)}`, 'revoked'],
  ['no known_hosts at all', '-----BEGIN OPENSSH PRIVATE KEY-----', 'unreadable'],
  ['the type named is not the key’s', `edge ssh-rsa ${line(ours).split(' ')[1]}`, 'unreadable'],
])('no line matches: %s', (_, text, status) => {
  expect(check(text, edge).status).toBe(status);
});

test('a pinned fingerprint', () => {
  const key = ours.getPublicSSH();
  expect(checkHostKey(key, edge, trustFrom(` ${fingerprint(key)}\n`, 'pin')).status).toBe('match');
  expect(checkHostKey(key, edge, trustFrom(fingerprint(other.getPublicSSH()), 'pin')).status).toBe('changed');
});

test('the known types, by which the server is asked for the key that is known', () => {
  const text = `edge ${line(ecdsa)}\nother ${line(ours)}\n@revoked edge ${line(other)}`;
  expect(knownKeyTypes(edge, trustFrom(text, 'text'))).toEqual(['ecdsa-sha2-nistp256']);
});

test('the way out names the fingerprint, how to compare it, and how to add the key', () => {
  const target = { kind: 'ssh', user: 'deploy', ...edge2222 } as const;
  const { code, message, wayOut } = hostKeyRefusal(check('', edge2222), target);
  expect(code).toBe('ssh-host-key-unknown');
  expect(message).toContain(fingerprint(ours.getPublicSSH()));
  expect(wayOut).toContain('ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub');
  expect(wayOut).toContain('ssh-keyscan -p 2222 -t ed25519 edge');
  expect(check(wayOut.slice(wayOut.lastIndexOf('[edge]')), edge2222).status).toBe('match');
  expect(hostKeyRefusal(check(`edge ${line(other)}`, edge2222), target).wayOut).toContain(
    "ssh-keygen -R '[edge]:2222'",
  );
});

const keygen = spawnSync('ssh-keygen', ['-?']).error === undefined;
(keygen ? describe : describe.skip)('as ssh-keygen sees it (skipped where there is none)', () => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'known-hosts-'));
    file = join(folder, 'known_hosts');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const names = [
    'edge',
    'Edge',
    '[edge]:2222',
    'a,edge',
    'ed?e',
    'e*',
    '*,!edge',
    '!e*,edge',
    'edge.example',
    '*.example',
    '10.0.0.7',
  ];
  const wanted = ['edge', '[edge]:2222', 'edge.example', '10.0.0.7', 'other'];

  test.each(names.flatMap((name) => wanted.map((want) => [name, want])))('%s names %s, or not', (name, want) => {
    writeFileSync(file, `${name} ${line(ours)}\n`);
    const found = spawnSync('ssh-keygen', ['-F', want, '-f', file]).status === 0;
    expect(knownKeyTypes(addressOf(want), trustFrom(readFileSync(file, 'utf8'), file)).length > 0).toBe(
      // OpenSSH's client, not ssh-keygen, falls back to the name without its port.
      found || (want === '[edge]:2222' && spawnSync('ssh-keygen', ['-F', 'edge', '-f', file]).status === 0),
    );
  });

  test('names that it hashed', () => {
    writeFileSync(file, ['edge', '[edge]:2222'].map((name) => `${name} ${line(ours)}\n`).join(''));
    spawnSync('ssh-keygen', ['-H', '-f', file]);
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain('edge');
    expect(check(text, edge).status).toBe('match');
    expect(check(text, edge2222).status).toBe('match');
    expect(check(text, { host: 'other', port: 22 }).status).toBe('unknown');
  });

  test('the fingerprint', () => {
    writeFileSync(file, `${line(ours)}\n`);
    expect(spawnSync('ssh-keygen', ['-lf', file]).stdout.toString()).toContain(fingerprint(ours.getPublicSSH()));
  });
});

function line(key: ParsedKey): string {
  return `${key.type} ${key.getPublicSSH().toString('base64')}`;
}

function hashed(name: string): string {
  const salt = randomBytes(20);
  return `|1|${salt.toString('base64')}|${createHmac('sha1', salt).update(name).digest('base64')}`;
}

function check(text: string, address: { host: string; port: number }) {
  return checkHostKey(ours.getPublicSSH(), address, trustFrom(text, 'the text'));
}

function addressOf(name: string): { host: string; port: number } {
  const [, host = name, port = '22'] = /^\[(.*)\]:(\d+)$/.exec(name) ?? [];
  return { host, port: Number(port) };
}
