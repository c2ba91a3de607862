/**
 * From the field `host` and whatever credentials there are to an open host.
 *
 * `~/.ssh/config` is not read: what a run reaches is decided by its inputs alone. Of the user's own files only
 * known_hosts and, when neither key nor agent is given, the default keys are used.
 */

import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { BaseAgent, ParsedKey } from 'ssh2';
import { type Host, Refusal } from './host';
import { agentPath, findAgent, parsePrivateKey } from './keys';
import { type Trust, trustFrom } from './known-hosts';
import { localHost } from './local';
import { connectSsh } from './ssh';
import type { Target } from './target';

/** Empty strings count as not given, as that is how an action's inputs arrive. */
export interface Credentials {
  /** The key itself. With a key, neither agent nor default keys are tried. */
  readonly privateKey?: string | undefined;
  /** Path of the key. */
  readonly privateKeyFile?: string | undefined;
  readonly passphrase?: string | undefined;
  /** Socket or pipe of an agent, or `pageant`. Default: `SSH_AUTH_SOCK`, on Windows its own agent. False: none. */
  readonly agent?: string | false | undefined;
  /** known_hosts lines, or one fingerprint `SHA256:…`. Default: the text of `knownHostsFiles`. */
  readonly knownHosts?: string | undefined;
  /** Default: `~/.ssh/known_hosts`, `~/.ssh/known_hosts2` and `/etc/ssh/ssh_known_hosts`. */
  readonly knownHostsFiles?: readonly string[] | undefined;
  readonly connectTimeoutSeconds?: number | undefined;
  /** Default: the user's home folder. */
  readonly home?: string | undefined;
}

/**
 * Opens a host. The local one needs no credentials.
 *
 * @throws Refusal with a code that begins with `ssh-`; it says what is missing and how to provide it
 */
export async function openHost(target: Target, credentials: Credentials = {}): Promise<Host> {
  if (target.kind === 'local') return localHost();
  const home = credentials.home || homedir();
  const [trust, proofs] = await Promise.all([findTrust(credentials, home), findProofs(credentials, home)]);
  return connectSsh(target, { ...proofs, trust, connectTimeoutSeconds: credentials.connectTimeoutSeconds });
}

async function findTrust({ knownHosts, knownHostsFiles }: Credentials, home: string): Promise<Trust> {
  if (knownHosts?.trim()) return trustFrom(knownHosts, '`ssh_known_hosts`');
  const files = knownHostsFiles ?? [
    join(home, '.ssh', 'known_hosts'),
    join(home, '.ssh', 'known_hosts2'),
    '/etc/ssh/ssh_known_hosts',
  ];
  const texts = await Promise.all(files.map((file) => readIfThere(file, cannotReadKnownHosts)));
  return { kind: 'lines', text: texts.filter((text) => text !== undefined).join('\n'), source: files.join(', ') };
}

async function findProofs(
  { privateKey, privateKeyFile, passphrase: given, agent: asked }: Credentials,
  home: string,
): Promise<{ keys: ParsedKey[]; agent?: BaseAgent | undefined }> {
  const passphrase = given || undefined;
  if (privateKey?.trim()) return { keys: [parsePrivateKey(privateKey, '`ssh_private_key`', passphrase)] };
  if (privateKeyFile) {
    const text = await readIfThere(privateKeyFile, cannotReadKey);
    if (text === undefined) throw cannotReadKey(privateKeyFile, 'it does not exist');
    return { keys: [parsePrivateKey(text, privateKeyFile, passphrase)] };
  }
  const path = asked === false ? undefined : agentPath(asked, process.env, process.platform);
  const agent = path === undefined ? undefined : await findAgent(path);
  if (asked && agent === undefined) {
    throw new Refusal(
      'ssh-agent',
      `The SSH agent at ${asked} does not answer, or holds no key.`,
      'Start it and load a key with `ssh-add`; `ssh-add -l` shows what it holds.',
    );
  }
  if (asked) return { keys: [], agent };
  const { keys, notes } = await defaultKeys(home, passphrase);
  if (agent === undefined && keys.length === 0) throw noKey(notes);
  return { keys, agent };
}

/** Those of OpenSSH's default keys that can be read; the others become notes. */
async function defaultKeys(home: string, passphrase?: string): Promise<{ keys: ParsedKey[]; notes: string[] }> {
  const keys: ParsedKey[] = [];
  const notes: string[] = [];
  for (const name of ['id_ed25519', 'id_ecdsa', 'id_rsa']) {
    const file = join(home, '.ssh', name);
    try {
      const text = await readIfThere(file, cannotReadKey);
      if (text !== undefined) keys.push(parsePrivateKey(text, file, passphrase));
    } catch (error) {
      notes.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { keys, notes };
}

async function readIfThere(file: string, refusal: (file: string, why: string) => Refusal): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw refusal(file, code);
  }
}

function cannotReadKnownHosts(file: string, why: string): Refusal {
  return new Refusal(
    'ssh-host-key-unreadable',
    `The known hosts in ${file} cannot be read (${why}), so the server cannot be told from another.`,
    'Make the file readable, or give its lines in `ssh_known_hosts`.',
  );
}

function cannotReadKey(file: string, why: string): Refusal {
  return new Refusal(
    'ssh-key-unreadable',
    `The private key ${file} cannot be read: ${why}.`,
    'Give the path of a private key that this user may read, or the key itself in `ssh_private_key`.',
  );
}

function noKey(notes: readonly string[]): Refusal {
  return new Refusal(
    'ssh-no-key',
    ['There is no key to log in with.', ...notes].join(' '),
    'Give `ssh_private_key`, or load a key into an agent with `ssh-add`.',
  );
}
