/** Fresh SSH keys, without ssh-keygen. */

import { type ParsedKey, utils } from 'ssh2';

/** A private key as ssh-keygen writes it. */
export function newKey(type: 'ed25519' | 'ecdsa' | 'rsa' = 'ed25519', passphrase?: string): string {
  const size = { ed25519: {}, ecdsa: { bits: 256 }, rsa: { bits: 2048 } }[type];
  const locked = passphrase === undefined ? {} : { passphrase, cipher: 'aes256-cbc', rounds: 2 };
  const { private: key } = utils.generateKeyPairSync(type as 'rsa', { ...size, ...locked } as { bits: number });
  // ssh2 drops leading zeros: one ed25519 key in 256 comes out broken.
  return utils.parseKey(key, passphrase) instanceof Error ? newKey(type, passphrase) : key;
}

export function parsed(key: string, passphrase?: string): ParsedKey {
  const result = utils.parseKey(key, passphrase);
  if (result instanceof Error) throw result;
  return result;
}

/** A line of known_hosts, or with no hosts one of authorized_keys without its comment. */
export function publicLine(hosts: string, key: string): string {
  const { type } = parsed(key);
  return `${hosts} ${type} ${parsed(key).getPublicSSH().toString('base64')}`.trim();
}
