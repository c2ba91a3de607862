/**
 * Is this the server that is meant? A presented host key against known_hosts text or a pinned fingerprint. Pure.
 *
 * Reads what OpenSSH writes: plain names, `[name]:port`, lists, `*` and `?`, `!`, hashed names, `@revoked`. Host
 * certificates are not supported: `@cert-authority` lines never match.
 */

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from './host';
import { type SshTarget, targetName } from './target';

/** What is trusted: lines of known_hosts, or the fingerprint of one key as `ssh-keygen -l` shows it. */
export type Trust =
  | { readonly kind: 'lines'; readonly text: string; readonly source: string }
  | { readonly kind: 'pinned'; readonly fingerprint: string };

export type HostKeyStatus = 'match' | 'unknown' | 'changed' | 'revoked' | 'unreadable';

export interface HostKeyVerdict {
  readonly status: HostKeyStatus;
  /** `SHA256:…` of the key that the server presented. */
  readonly fingerprint: string;
  /** `ssh-ed25519` and the like, of the key that the server presented. */
  readonly type: string;
  /** The key as a known_hosts line: to be added once somebody compared the fingerprint. */
  readonly line: string;
  /** For people: what there was instead of a match. */
  readonly detail: string;
}

interface KnownKey {
  readonly marker: string | undefined;
  readonly hosts: string;
  readonly type: string;
  readonly key: Buffer;
}

type Address = Pick<SshTarget, 'host' | 'port'>;

/**
 * Text is a fingerprint when it is nothing else than `SHA256:…`; everything else is taken for known_hosts lines.
 *
 * @param source where the text comes from, for messages
 */
export function trustFrom(text: string, source: string): Trust {
  const fingerprint = /^\s*(SHA256:[A-Za-z0-9+/]{43})=?\s*$/.exec(text)?.[1];
  return fingerprint === undefined ? { kind: 'lines', text, source } : { kind: 'pinned', fingerprint };
}

/** `SHA256:…` of a public key, as `ssh-keygen -l` shows it. */
export function fingerprint(key: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** The type that a public key names in its first field; empty when there is none. */
export function keyType(key: Uint8Array): string {
  const bytes = Buffer.from(key);
  const length = bytes.length >= 4 ? bytes.readUInt32BE(0) : 0;
  return length <= 64 && length + 4 <= bytes.length ? bytes.toString('latin1', 4, 4 + length) : '';
}

/** Judges the key that a server presented. */
export function checkHostKey(key: Uint8Array, address: Address, trust: Trust): HostKeyVerdict {
  const type = keyType(key);
  const presented = { fingerprint: fingerprint(key), type, line: `${hostName(address)} ${type} ${base64(key)}` };
  return {
    ...presented,
    ...(trust.kind === 'pinned' ? comparePin(presented.fingerprint, trust) : look(key, address, trust)),
  };
}

/** The key types by which this server is known, in the order of the lines; empty when it is not known. */
export function knownKeyTypes(address: Address, trust: Trust): readonly string[] {
  if (trust.kind === 'pinned') return [];
  return [...new Set(keysOf(address, parseLines(trust.text)).map(({ type }) => type))];
}

/** The refusal of a key that did not match, with what to compare and how to add it. */
export function hostKeyRefusal(verdict: HostKeyVerdict, target: SshTarget): Refusal {
  const name = targetName(target);
  const what = `${verdict.type || 'unknown type'} ${verdict.fingerprint}`;
  const wayOut = waysOut(verdict, target);
  switch (verdict.status) {
    case 'revoked':
      return new Refusal(
        'ssh-host-key-revoked',
        `${name} presented a revoked host key, ${what}. ${verdict.detail}`,
        wayOut,
      );
    case 'changed':
      return new Refusal(
        'ssh-host-key-changed',
        `${name} presented another host key than the one that is known, ${what}. ${verdict.detail} Either the server was set up anew, or somebody is in between.`,
        wayOut,
      );
    case 'unreadable':
      return new Refusal(
        'ssh-host-key-unreadable',
        `The host key of ${name}, ${what}, cannot be checked. ${verdict.detail}`,
        wayOut,
      );
    default:
      return new Refusal(
        'ssh-host-key-unknown',
        `${name} is not known; it presented ${what}. ${verdict.detail}`,
        wayOut,
      );
  }
}

function comparePin(
  presented: string,
  { fingerprint }: Extract<Trust, { kind: 'pinned' }>,
): Pick<HostKeyVerdict, 'status' | 'detail'> {
  if (presented === fingerprint) return { status: 'match', detail: '' };
  return { status: 'changed', detail: `The pinned fingerprint is ${fingerprint}, perhaps of a key of another type.` };
}

function look(
  key: Uint8Array,
  address: Address,
  trust: Extract<Trust, { kind: 'lines' }>,
): Pick<HostKeyVerdict, 'status' | 'detail'> {
  const lines = parseLines(trust.text);
  if (lines.length === 0) {
    return trust.text.trim() === ''
      ? { status: 'unknown', detail: `There is no known host in ${trust.source}.` }
      : { status: 'unreadable', detail: `There is no line of known_hosts in ${trust.source}.` };
  }
  const here = lines.filter((line) => names(line.hosts, address) || names(line.hosts, portless(address)));
  if (here.some((line) => line.marker === '@revoked' && same(line.key, key))) {
    return { status: 'revoked', detail: `It is marked @revoked in ${trust.source}.` };
  }
  const keys = keysOf(address, lines);
  if (keys.some((line) => same(line.key, key))) return { status: 'match', detail: '' };
  const ofType = keys.find((line) => line.type === keyType(key));
  if (ofType !== undefined) {
    return { status: 'changed', detail: `Known from ${trust.source} is ${fingerprint(ofType.key)}.` };
  }
  if (keys.length > 0) {
    const types = keys.map((line) => line.type).join(', ');
    return { status: 'unknown', detail: `${trust.source} knows it by keys of other types (${types}).` };
  }
  const authority = here.some((line) => line.marker === '@cert-authority');
  return {
    status: 'unknown',
    detail: authority
      ? `${trust.source} names a certificate authority for it, which is not supported: add the host key itself.`
      : `No line of ${trust.source} names it.`,
  };
}

/** Like OpenSSH: the lines for name and port; when there are none, those for the bare name. */
function keysOf(address: Address, lines: readonly KnownKey[]): KnownKey[] {
  const plain = lines.filter((line) => line.marker === undefined);
  const exact = plain.filter((line) => names(line.hosts, address));
  return exact.length > 0 ? exact : plain.filter((line) => names(line.hosts, portless(address)));
}

function parseLines(text: string): KnownKey[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const words = line.trim().split(/[ \t]+/);
    const marker = words[0]?.startsWith('@') ? words.shift() : undefined;
    const [hosts = '', type = '', encoded = ''] = words;
    if (hosts.startsWith('#') || !/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return [];
    if (marker !== undefined && marker !== '@revoked' && marker !== '@cert-authority') return [];
    const key = Buffer.from(encoded, 'base64');
    return type !== '' && keyType(key) === type ? [{ marker, hosts, type, key }] : [];
  });
}

function names(hosts: string, address: Address): boolean {
  const name = hostName(address);
  if (hosts.startsWith('|')) return namesHashed(hosts, name);
  let found = false;
  for (const pattern of hosts.toLowerCase().split(',')) {
    if (pattern.startsWith('!') && wildcard(pattern.slice(1)).test(name)) return false;
    if (!pattern.startsWith('!') && wildcard(pattern).test(name)) found = true;
  }
  return found;
}

function namesHashed(hosts: string, name: string): boolean {
  const [, version, salt = '', hash = ''] = hosts.split('|');
  if (version !== '1') return false;
  return same(createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest(), Buffer.from(hash, 'base64'));
}

function wildcard(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\/-]/g, '\\$&')
    .replaceAll(/\*+/g, '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's');
}

function hostName({ host, port }: Address): string {
  const name = host.toLowerCase();
  return port === 22 ? name : `[${name}]:${port}`;
}

function portless({ host }: Address): Address {
  return { host, port: 22 };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function base64(key: Uint8Array): string {
  return Buffer.from(key).toString('base64');
}

function waysOut({ status, fingerprint, type, line }: HostKeyVerdict, { host, port }: SshTarget): string {
  const kind = /ed25519|ecdsa|rsa/.exec(type)?.[0] ?? 'ed25519';
  const compare = `On the server itself run \`ssh-keygen -lf /etc/ssh/ssh_host_${kind}_key.pub\` and compare with ${fingerprint}.`;
  const add = `\`ssh-keyscan -p ${port} -t ${kind} ${host} >> ~/.ssh/known_hosts\`, or put this line into \`ssh_known_hosts\`: ${line}`;
  if (status === 'revoked') return `Do not log in. ${compare} Give the server a new host key, and then add that one.`;
  const old =
    status === 'changed'
      ? `remove the old key with \`ssh-keygen -R '${hostName({ host, port })}'\`, then add the new one: `
      : '';
  return `${compare} Only if they are the same: ${old}${add}`;
}
