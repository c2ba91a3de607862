/** A server reached over SSH, as a host: one connection, and one channel for each batch or command. */

import { randomBytes } from 'node:crypto';
import { connect as connectSocket } from 'node:net';
import { constants } from 'node:os';
import { Readable } from 'node:stream';
import { NodeSSH } from 'node-ssh';
import type { AuthMethod, BaseAgent, ParsedKey, ServerHostKeyAlgorithm } from 'ssh2';
import { batchProgram, parseBatch } from './batch';
import { asText, BATCH_SILENCE_SECONDS, type FollowOptions, follow, type Listeners } from './follow';
import { type Host, OutcomeUnknown, Refusal, type RunOptions } from './host';
import {
  checkHostKey,
  fingerprint,
  type HostKeyVerdict,
  hostKeyRefusal,
  knownKeyTypes,
  type Trust,
} from './known-hosts';
import { loginCommand } from './quote';
import { type SshTarget, targetName } from './target';

export interface SshOptions {
  /** Private keys, tried in this order. */
  readonly keys: readonly ParsedKey[];
  /** Asked for its keys before `keys` are tried. */
  readonly agent?: BaseAgent | undefined;
  /** Which host key is accepted. There is no way to accept any. */
  readonly trust: Trust;
  /** Until the login is done. Default 30: an emulated server needs seconds for it. */
  readonly connectTimeoutSeconds?: number | undefined;
  /** A network that stays dead for four times this long ends the connection. Default 15. */
  readonly keepaliveSeconds?: number | undefined;
}

const HOST_KEY_ALGORITHMS: readonly ServerHostKeyAlgorithm[] = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'rsa-sha2-512',
  'rsa-sha2-256',
];

/**
 * Logs in to a server. ssh2's own choice of ciphers and key exchange stands: AES-GCM and curve25519, both done by
 * Node's crypto here and cheap on the server.
 *
 * @throws Refusal with a code that begins with `ssh-`
 */
export async function connectSsh(target: SshTarget, options: SshOptions): Promise<Host> {
  const ssh = new NodeSSH();
  const name = targetName(target);
  // A socket of our own, because ssh2's waits for acknowledgements between small packets (Nagle).
  const socket = connectSocket({
    host: target.host,
    port: target.port,
    noDelay: true,
    // For each address of the name. Node's own 250 ms are less than a round trip over some links.
    autoSelectFamilyAttemptTimeout: 3000,
  });
  let verdict: HostKeyVerdict | undefined;
  let failure: Error | undefined;

  const login = ssh.connect({
    host: target.host,
    sock: socket,
    username: target.user,
    // Given as a list, so that ssh2 does not begin with a round trip that tries no authentication at all.
    authHandler: authMethods(target, options),
    algorithms: { serverHostKey: hostKeyAlgorithms(target, options.trust) },
    hostVerifier: (key: Buffer) => {
      verdict = checkHostKey(key, target, options.trust);
      return verdict.status === 'match';
    },
    readyTimeout: (options.connectTimeoutSeconds ?? 30) * 1000,
    keepaliveInterval: (options.keepaliveSeconds ?? 15) * 1000,
    keepaliveCountMax: 3,
  });
  // node-ssh drops its own listener as soon as it is ready: without this one, a lost connection ends the process.
  ssh.connection?.on('error', (error) => {
    failure ??= error;
  });
  ssh.connection?.on('handshake', () => leaveOtherHostKeys(ssh.connection));
  try {
    await login;
  } catch (error) {
    socket.destroy();
    if (verdict !== undefined && verdict.status !== 'match') throw hostKeyRefusal(verdict, target);
    throw cannotConnect(failure ?? error, target, options);
  }

  const start = (command: string, stdin: string | Uint8Array) => (listeners: Listeners) =>
    execute(ssh, command, stdin, listeners).catch((error) => {
      throw error instanceof OutcomeUnknown ? lost(name, failure ?? error) : cannotExecute(name, error);
    });
  const run = (command: string, stdin: string | Uint8Array, following: FollowOptions) =>
    follow(start(command, stdin), following);
  const root = target.user === 'root';

  return {
    name,
    async batch(reads) {
      if (reads.length === 0) return [];
      const boundary = randomBytes(16).toString('hex');
      // The program goes through standard input: an argument could be seen by every user of the server.
      const program = batchProgram(reads, { boundary, root });
      const reply = await run('exec /bin/sh -s', program, { silenceSeconds: BATCH_SILENCE_SECONDS });
      return parseBatch(reply, reads, boundary);
    },
    async run(argv, options: RunOptions = {}) {
      return asText(await run(loginCommand(argv, options.root && !root), options.stdin ?? '', options));
    },
    async close() {
      ssh.dispose();
      // What the server still sends must not keep this process alive.
      socket.unref();
    },
  };
}

/**
 * After a login ssh2 lets the server sign with each of its host keys, which a slow server takes its time for
 * and serves nobody here. It asks only OpenSSH, which it tells by the version; there is no option for it.
 */
function leaveOtherHostKeys(client: object | null): void {
  if (client !== null && '_remoteVer' in client) client._remoteVer = '';
}

/** Runs one command on a channel of its own, and resolves with its exit code when the channel closes. */
async function execute(
  ssh: NodeSSH,
  command: string,
  stdin: string | Uint8Array,
  listeners: Listeners,
): Promise<number> {
  try {
    const { code, signal } = await ssh.execCommand(command, {
      stdin: typeof stdin === 'string' ? stdin : Readable.from([Buffer.from(stdin)]),
      // Decoding is done by the listeners' side: chunks end in the middle of characters.
      encoding: 'latin1',
      noTrim: true,
      onStdout: listeners.stdout,
      onStderr: listeners.stderr,
    });
    if (code !== null) return code;
    if (signal !== null) return 128 + (constants.signals[signal as NodeJS.Signals] ?? 0);
  } catch (error) {
    if (ssh.isConnected() && wasRefused(error)) throw error;
    throw new OutcomeUnknown(message(error));
  }
  throw new OutcomeUnknown('the server closed the channel');
}

/** ssh2 names a reason when the server refuses a channel, and has one message for a refused command. */
function wasRefused(error: unknown): boolean {
  return error instanceof Error && ('reason' in error || error.message === 'Unable to exec');
}

function authMethods({ user }: SshTarget, { agent, keys }: SshOptions): AuthMethod[] {
  const methods: object[] = agent === undefined ? [] : [{ type: 'agent', username: user, agent }];
  return [...methods, ...keys.map((key) => ({ type: 'publickey', username: user, key }))] as AuthMethod[];
}

/** The types of the known keys first: a server has several keys, and presents the one that the client likes best. */
function hostKeyAlgorithms(target: SshTarget, trust: Trust): ServerHostKeyAlgorithm[] {
  const types = knownKeyTypes(target, trust);
  const known = HOST_KEY_ALGORITHMS.filter((algorithm) => types.includes(algorithm.replace(/^rsa-sha2-.*/, 'ssh-rsa')));
  return [...new Set([...known, ...HOST_KEY_ALGORITHMS])];
}

function lost(name: string, cause: Error): OutcomeUnknown {
  return new OutcomeUnknown(
    `The connection to ${name} was lost (${cause.message}). The command may have run, or be running still: look before you run it again.`,
  );
}

function cannotExecute(name: string, error: unknown): Refusal {
  return new Refusal(
    'ssh-exec',
    `${name} accepted the login but not the command: ${message(error)}.`,
    'On the server check `MaxSessions`, `ForceCommand` and the key’s options in `authorized_keys`.',
  );
}

function cannotConnect(error: unknown, target: SshTarget, { agent, keys }: SshOptions): Refusal {
  const name = targetName(target);
  const { level } = error as { level?: string };
  const text = message(error);
  if (level === 'client-authentication' || level === 'agent' || /authentication failures/i.test(text)) {
    const [first] = keys;
    const tried = [
      ...(agent ? ['the keys of the agent'] : []),
      ...keys.map((key) => `${key.type} ${fingerprint(key.getPublicSSH())}`),
    ];
    return new Refusal(
      'ssh-auth',
      `${name} did not accept ${tried.join(', ')} for the user ${target.user} (${text}).`,
      first === undefined
        ? `Add the public key (\`ssh-add -L\` shows it) to ~/.ssh/authorized_keys of ${target.user} on the server.`
        : `Add this line to ~/.ssh/authorized_keys of ${target.user} on the server: ${publicLine(first)}`,
    );
  }
  if (level === 'client-timeout') {
    return new Refusal(
      'ssh-timeout',
      `${name} did not complete the login in time.`,
      `Check that the server is up and that nothing drops port ${target.port}: \`ssh -p ${target.port} ${target.user}@${target.host} true\`.`,
    );
  }
  if (/no matching/i.test(text)) {
    return new Refusal(
      'ssh-algorithms',
      `${name} and this program have no algorithm in common (${text}).`,
      'Update the OpenSSH server, or see `sshd -T` for what it was limited to.',
    );
  }
  return new Refusal(
    'ssh-connect',
    `${name} cannot be reached: ${text}.`,
    `Check name and port in the field \`host\`, and that sshd listens there: \`ssh -p ${target.port} ${target.user}@${target.host} true\`.`,
  );
}

function publicLine(key: ParsedKey): string {
  return `${key.type} ${key.getPublicSSH().toString('base64')}`;
}

/** An error of several attempts to connect has no message of its own. */
function message(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(message).join(', ');
  return error instanceof Error ? error.message : String(error);
}
