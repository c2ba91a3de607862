import { connect } from 'node:net';
import { attempt, type Output } from './command';

export interface SshTarget {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly keyFile: string;
  readonly knownHosts: string;
  /** A socket through which further commands use the connection of the first: an emulated server takes seconds to log in. */
  readonly controlPath?: string;
}

/** The line of a known_hosts file for this port. `publicKey` is the content of a .pub file. */
export function knownHostsLine(host: string, port: number, publicKey: string): string {
  const [type, key] = publicKey.trim().split(/\s+/);
  return `[${host}]:${port} ${type} ${key}\n`;
}

/** The arguments of `ssh` up to and including the destination: no configuration of the caller takes part. */
export function sshArguments(target: SshTarget): string[] {
  const options = [
    'BatchMode=yes',
    'IdentitiesOnly=yes',
    `IdentityFile="${target.keyFile}"`,
    `UserKnownHostsFile="${target.knownHosts}"`,
    'GlobalKnownHostsFile=none',
    'StrictHostKeyChecking=yes',
    // The default post-quantum exchange costs an emulated processor half a second.
    'KexAlgorithms=curve25519-sha256',
    'ConnectTimeout=30',
    'ServerAliveInterval=10',
    'ServerAliveCountMax=6',
    'LogLevel=ERROR',
    ...(target.controlPath ? ['ControlMaster=auto', 'ControlPersist=yes', `ControlPath="${target.controlPath}"`] : []),
  ];
  return [
    ...['-F', 'none', '-T', '-p', String(target.port)],
    ...options.flatMap((option) => ['-o', option]),
    `${target.user}@${target.host}`,
  ];
}

export interface SshOptions {
  readonly stdin?: string | Buffer;
  readonly timeoutSeconds?: number;
}

/** Runs a shell script on the server. A code of 255 is ssh's own: no connection, or one that was lost. */
export function ssh(target: SshTarget, script: string, options: SshOptions = {}): Promise<Output> {
  return attempt(['ssh', ...sshArguments(target), script], options);
}

/** Whether a server greets at this port within the time. */
export function greets(port: number, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const finish = (answer: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => finish(false), milliseconds);
    socket.on('data', (chunk) => finish(chunk.toString('latin1').startsWith('SSH-')));
    socket.on('error', () => finish(false));
    socket.on('close', () => finish(false));
  });
}
