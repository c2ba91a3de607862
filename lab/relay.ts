import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

type Mode = 'open' | 'stalled' | 'reset';

/**
 * A TCP relay on loopback whose network can fail.
 * It lives in this process: a synchronous child process of the caller stops it as well.
 */
export class Relay {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private mode: Mode = 'open';

  /** `target` is asked at each connection, because the port behind changes when the server boots again. */
  constructor(private readonly target: () => number | undefined) {
    this.server = createServer({ allowHalfOpen: true }, (client) => this.accept(client));
  }

  async listen(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.server.unref();
    return (this.server.address() as AddressInfo).port;
  }

  /** Every connection is reset at once, and new ones as they come. */
  sever(): void {
    this.mode = 'reset';
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  /** Connections stay, and new ones are taken, but no byte passes in either direction. */
  stall(): void {
    this.mode = 'stalled';
    for (const socket of this.sockets) socket.pause();
  }

  /** New connections pass again, and what was stalled goes on. */
  restore(): void {
    this.mode = 'open';
    for (const socket of this.sockets) socket.resume();
  }

  close(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private accept(client: Socket): void {
    const port = this.target();
    if (this.mode === 'reset' || port === undefined) {
      client.on('error', () => {});
      client.resetAndDestroy();
      return;
    }
    const server = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    this.join(client, server);
    this.join(server, client);
    if (this.mode === 'stalled') for (const socket of [client, server]) socket.pause();
  }

  private join(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (chunk) => {
      if (to.write(chunk)) return;
      from.pause();
      to.once('drain', () => {
        if (this.mode !== 'stalled') from.resume();
      });
    });
    from.on('end', () => to.end());
    from.on('error', () => to.resetAndDestroy());
    from.on('close', () => {
      this.sockets.delete(from);
      if (from.readableEnded) return;
      to.resetAndDestroy();
    });
  }
}
