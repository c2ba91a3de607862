import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

interface Reply {
  readonly id?: number;
  readonly return?: unknown;
  readonly error?: { readonly desc: string };
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** QEMU's control channel (QMP), over its standard input and output. */
export class Qmp {
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  constructor(
    private readonly input: Writable,
    output: Readable,
  ) {
    input.on('error', () => {});
    const lines = createInterface({ input: output });
    lines.on('line', (line) => this.receive(line));
    lines.on('close', () => this.end());
    // QEMU answers commands only after this one.
    this.execute('qmp_capabilities').catch(() => {});
  }

  execute<T = unknown>(command: string, args: Record<string, unknown> = {}): Promise<T> {
    const id = ++this.lastId;
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.input.write(`${JSON.stringify({ execute: command, arguments: args, id })}\n`);
    });
  }

  /** A command of the human monitor, for the few things that QMP has no command for. */
  human(command: string): Promise<string> {
    return this.execute<string>('human-monitor-command', { 'command-line': command });
  }

  private receive(line: string): void {
    const reply = JSON.parse(line) as Reply;
    const waiting = this.waiting.get(reply.id ?? 0);
    if (!waiting) return;
    this.waiting.delete(reply.id!);
    if (reply.error) waiting.reject(new Error(`QEMU: ${reply.error.desc}`));
    else waiting.resolve(reply.return);
  }

  private end(): void {
    for (const { reject } of this.waiting.values()) reject(new Error('QEMU has ended'));
    this.waiting.clear();
  }
}
