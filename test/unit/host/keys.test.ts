import { generateKeyPairSync } from 'node:crypto';
import { Refusal } from '../../../src/host/host';
import { agentPath, parsePrivateKey } from '../../../src/host/keys';
import { newKey, publicLine } from './new-key';

const plain = newKey();
const locked = newKey('ed25519', 'open sesame');
const pem = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();

test.each([
  ['as it is', plain],
  ['in PEM', pem],
  ['with carriage returns', plain.replaceAll('\n', '\r\n')],
  ['without its last newline', plain.trim()],
  ['with blanks around', `\n  ${plain}\n\n`],
  ['with newlines written out', plain.replaceAll('\n', '\\n')],
])('a key %s', (_, text) => {
  expect(parsePrivateKey(text, 'the test').isPrivateKey()).toBe(true);
});

test('an encrypted key opens with its passphrase only', () => {
  expect(parsePrivateKey(locked, 'the test', 'open sesame').isPrivateKey()).toBe(true);
  expect(refusalOf(locked).code).toBe('ssh-key-encrypted');
  expect(refusalOf(locked, 'guess').code).toBe('ssh-key-passphrase');
});

test.each([
  ['garbage', 'hidden-word'],
  ['half a key', plain.slice(0, 200)],
  ['a key with a hole', plain.replace(/\n.{20}/, '\n')],
  ['a key without its first line', plain.replace(/^.*\n/, '')],
  ['a public key', publicLine('', plain)],
  ['nothing', ''],
])('%s is refused without being repeated', (_, text) => {
  const { code, message, wayOut } = refusalOf(text);
  expect(code).toBe('ssh-key-unreadable');
  expect(message).toContain('the test');
  for (const word of text.split(/\s+/).filter((word) => word.length > 10)) expect(message + wayOut).not.toContain(word);
});

test.each<[string, string | undefined, NodeJS.ProcessEnv, NodeJS.Platform, string | undefined]>([
  ['the one asked for', '/a', { SSH_AUTH_SOCK: '/b' }, 'linux', '/a'],
  ['the environment’s', undefined, { SSH_AUTH_SOCK: '/b' }, 'linux', '/b'],
  ['none', '', {}, 'linux', undefined],
  ['Windows’ own', undefined, {}, 'win32', '\\\\.\\pipe\\openssh-ssh-agent'],
  ['PuTTY’s', 'pageant', {}, 'win32', 'pageant'],
])('the agent is %s', (_, asked, environment, platform, path) => {
  expect(agentPath(asked, environment, platform)).toBe(path);
});

function refusalOf(text: string, passphrase?: string): Refusal {
  try {
    parsePrivateKey(text, 'the test', passphrase);
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error('not refused');
}
