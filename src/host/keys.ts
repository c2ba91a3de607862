/** Private keys and agents: what a login over SSH can be proved with. No message repeats any part of a key. */

import { type BaseAgent, createAgent, type ParsedKey, utils } from 'ssh2';
import { Refusal } from './host';

const WINDOWS_AGENT = '\\\\.\\pipe\\openssh-ssh-agent';

/**
 * Reads a private key: OpenSSH, PEM, or PuTTY's version 2. Carriage returns are dropped and written-out `\n` become
 * newlines, as both happen to keys that are pasted into a secret.
 *
 * @param source where the key comes from, for messages
 * @throws Refusal with code `ssh-key-encrypted`, `ssh-key-passphrase` or `ssh-key-unreadable`
 */
export function parsePrivateKey(text: string, source: string, passphrase?: string): ParsedKey {
  const lines = text.includes('\n') ? text.replaceAll('\r', '') : text.replaceAll('\\n', '\n');
  const parsed = tryParse(lines, passphrase);
  if (!(parsed instanceof Error) && parsed.isPrivateKey()) return parsed;

  const why = parsed instanceof Error ? parsed.message : 'public';
  if (/no passphrase given/i.test(why)) {
    throw new Refusal(
      'ssh-key-encrypted',
      `The private key in ${source} is encrypted, and no passphrase was given.`,
      'Give the passphrase, load the key into an agent (`ssh-add`), or make a key without one for this purpose: `ssh-keygen -t ed25519`.',
    );
  }
  if (passphrase !== undefined && /passphrase|integrity check/i.test(why)) {
    throw new Refusal(
      'ssh-key-passphrase',
      `The passphrase does not open the private key in ${source}.`,
      'Try it with `ssh-keygen -y -f KEYFILE`.',
    );
  }
  const [what, wayOut] =
    why === 'public'
      ? ['is a public key', 'Give the file of the same name without `.pub`.']
      : [
          'is not one that can be read',
          'Give the whole file, first and last line included. `ssh-keygen -y -f KEYFILE` must accept it; a PuTTY key is converted with `puttygen KEY.ppk -O private-openssh-new`.',
        ];
  throw new Refusal('ssh-key-unreadable', `The private key in ${source} ${what}.`, wayOut);
}

/**
 * Where the agent listens: the one that was asked for (`pageant`, a socket or a pipe), `SSH_AUTH_SOCK`, or the pipe of
 * Windows' OpenSSH.
 */
export function agentPath(
  asked: string | undefined,
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): string | undefined {
  return asked || environment.SSH_AUTH_SOCK || (platform === 'win32' ? WINDOWS_AGENT : undefined);
}

/** The agent at this path, or undefined when it does not answer or holds no key. */
export async function findAgent(path: string): Promise<BaseAgent | undefined> {
  const agent = createAgent(path);
  return new Promise((resolve) => {
    agent.getIdentities((error, keys) => resolve(error || !keys?.length ? undefined : agent));
  });
}

function tryParse(text: string, passphrase: string | undefined): ParsedKey | Error {
  try {
    const parsed = utils.parseKey(text, passphrase);
    return Array.isArray(parsed) ? (parsed[0] ?? new Error('no key')) : parsed;
  } catch (error) {
    return error instanceof Error ? error : new Error('unreadable');
  }
}
