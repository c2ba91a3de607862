/** A real SSH server in this process: ssh2's protocol, and the machine's own `sh` behind it. */

import { type ChildProcess, spawn } from 'node:child_process';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type AuthContext, Server, type ServerChannel } from 'ssh2';
import type { SshTarget } from '../../../src/host/target';
import { newKey, parsed, publicLine } from '../../unit/host/new-key';

export interface TestServer {
  readonly target: SshTarget;
  /** The private key that logs in as `target.user`. */
  readonly key: string;
  /** The first host key as a known_hosts line. */
  readonly line: string;
  /** What clients asked for, in order: `none`, `publickey`, `session`, `exec COMMAND`, `sftp` … */
  readonly requests: string[];
  readonly connections: Set<Socket>;
  readonly children: Set<ChildProcess>;
  /** Cuts every connection without a goodbye. */
  cut(): void;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly hostKeys?: readonly string[];
  readonly user?: string;
  /** Instead of running the command line. */
  readonly answer?: (channel: ServerChannel, command: string) => void;
  readonly refuseSessions?: boolean;
  readonly refuseExec?: boolean;
}

export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const { hostKeys = [newKey()], user = 'deploy' } = options;
  const key = newKey();
  const requests: string[] = [];
  const connections = new Set<Socket>();
  const children = new Set<ChildProcess>();
  const ssh = new Server({ hostKeys: [...hostKeys] }, (client) => {
    client.on('error', () => {});
    client.on('authentication', (context) => {
      requests.push(context.method);
      if (context.username === user && holds(context, key)) context.accept();
      else context.reject(['publickey']);
    });
    client.on('session', (accept, reject) => {
      requests.push('session');
      if (options.refuseSessions) return reject();
      const session = accept();
      for (const kind of ['pty', 'env', 'shell', 'sftp'] as const) session.on(kind, () => requests.push(kind));
      session.on('exec', (accept, reject, { command }) => {
        requests.push(`exec ${command}`);
        if (options.refuseExec) return reject();
        const channel = accept();
        channel.on('error', () => {});
        if (options.answer) options.answer(channel, command);
        else children.add(runShell(channel, command));
      });
    });
  });
  // ssh2's server reads from any stream, which leaves the sockets to us: to count them, and to cut them.
  const listener = createServer((socket) => {
    connections.add(socket);
    socket.on('error', () => {}).on('close', () => connections.delete(socket));
    ssh.injectSocket(socket);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  const cut = () => {
    for (const socket of connections) socket.destroy();
  };
  return {
    target: { kind: 'ssh', user, host: '127.0.0.1', port },
    key,
    line: publicLine(`[127.0.0.1]:${port}`, hostKeys[0]!),
    requests,
    connections,
    children,
    cut,
    async close() {
      for (const child of children) killGroup(child);
      cut();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}

function holds(context: AuthContext, key: string): boolean {
  if (context.method !== 'publickey') return false;
  const allowed = parsed(key);
  if (!context.key.data.equals(allowed.getPublicSSH())) return false;
  return context.signature === undefined || allowed.verify(context.blob!, context.signature, context.hashAlgo);
}

/** As sshd does it: the login shell with `-c`, and an environment with a short PATH. */
function runShell(channel: ServerChannel, command: string): ChildProcess {
  const child = spawn('/bin/sh', ['-c', command], { env: { PATH: '/usr/bin:/bin' }, detached: true });
  child.stdin.on('error', () => {});
  channel.pipe(child.stdin);
  child.stdout.on('data', (chunk) => channel.write(chunk) || wait(channel, child));
  child.stderr.on('data', (chunk) => channel.stderr.write(chunk));
  child.on('close', (code, signal) => {
    if (signal === null) channel.exit(code ?? 255);
    else channel.exit(signal.replace('SIG', '') as never, false, '');
    channel.end();
  });
  return child;
}

function wait(channel: ServerChannel, child: ChildProcess): void {
  child.stdout?.pause();
  channel.once('drain', () => child.stdout?.resume());
}

/** With everything that the shell started, which would hold on to its pipes. */
function killGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
}
