import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Additions } from './additions';
import { tokensOf } from './emulator';
import { JSON_TYPE, json, type Reply, type Upstream } from './reply';

/** What happens to one request. */
export const FAULTS = [
  /** Carried out; the connection breaks before the reply. */
  'lost reply',
  /** Carried out; the reply breaks off in its middle. */
  'half a reply',
  /** Carried out; a gateway answers 502. */
  'bad gateway after',
  /** Not carried out; a gateway answers 502. */
  'bad gateway before',
  /** Not carried out; the connection breaks. */
  'reset',
  /** Refused by a limit, in GitHub's different ways. */
  'primary limit',
  'secondary limit',
  'secondary limit without a time',
  'too many requests',
  /** Answers 200 with the new text, and keeps the old one. */
  'keeps the old text',
  /** The token lacks the permission. */
  'denied',
] as const;
export type FaultName = (typeof FAULTS)[number];

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly login: string;
  /** The operation of a GraphQL request. */
  readonly operation?: string;
  readonly fault?: FaultName;
}

export interface ProxyOptions {
  /** Milliseconds of the clock that limits and lags go by. */
  readonly now: () => number;
  readonly fault?: (seen: Omit<Seen, 'fault'>) => FaultName | undefined;
  /** For so long a new entry is not in lists. */
  readonly lagSeconds?: number;
}

const CONTENT_LIMITS = [
  { seconds: 60, most: 80 },
  { seconds: 3600, most: 500 },
];

/**
 * Stands before the emulator, has the faults of GitHub's API, and adds what the emulator lacks.
 *
 * The token `LOGIN` makes a request LOGIN's.
 */
export class FaultyGitHub {
  readonly seen: Seen[] = [];
  /** Writes that came too fast, and were refused for it. */
  tooFast = 0;
  options: ProxyOptions;
  private readonly server = createServer((incoming, outgoing) => void this.serve(incoming, outgoing));
  private readonly agent = new Agent({ keepAlive: true });
  private readonly writes = new Map<string, number[]>();
  private readonly births = new Map<string, number>();
  readonly additions: Additions;
  private turn = 0;

  private constructor(
    private readonly upstreamUrl: string,
    options: ProxyOptions,
  ) {
    this.options = options;
    this.additions = new Additions(this.upstream, (kind, id) => this.isNew(kind, id));
  }

  static async start(upstreamUrl: string, options: ProxyOptions): Promise<FaultyGitHub> {
    const proxy = new FaultyGitHub(upstreamUrl, options);
    await new Promise<void>((done) => proxy.server.listen(0, '127.0.0.1', done));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** Whether a comment was folded away. */
  hidden(nodeId: string): boolean {
    return this.additions.hidden.has(nodeId);
  }

  private async serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { method = 'GET', url = '/' } = incoming;
    // As an HTTP proxy it is asked with the whole address.
    const path = url.replace(/^http:\/\/[^/]+/, '');
    const login = (incoming.headers.authorization ?? '').replace(/^(token|bearer) /i, '');
    const operation = path === '/graphql' ? /(?:query|mutation) (\w+)/.exec(body)?.[1] : undefined;
    const request = { method, path, login, ...(operation && { operation }) };
    const fault = this.options.fault?.(request);
    this.seen.push({ ...request, ...(fault && { fault }) });
    try {
      await this.answer(outgoing, request, body, fault);
    } catch (error) {
      outgoing.writeHead(500).end(String(error));
    }
  }

  private async answer(outgoing: ServerResponse, seen: Seen, body: string, fault?: FaultName): Promise<void> {
    const { method, path, login } = seen;
    if (fault === 'reset') return void outgoing.socket?.destroy();
    const refusal = this.refusal(fault) ?? this.limit(method, path, login);
    if (refusal) return send(outgoing, refusal);
    const reply =
      fault === 'keeps the old text' && method === 'PATCH'
        ? await this.pretend(path, login, body)
        : await this.carryOut(method, path, login, body);
    if (fault === 'lost reply') return void outgoing.socket?.destroy();
    if (fault === 'bad gateway after') return send(outgoing, json(502, { message: 'Bad Gateway' }));
    if (fault === 'half a reply') {
      outgoing.writeHead(reply.status, { 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(reply.text) });
      outgoing.write(reply.text.slice(0, reply.text.length / 2), () => outgoing.socket?.destroy());
      return;
    }
    send(outgoing, reply);
  }

  private async carryOut(method: string, path: string, login: string, body: string): Promise<Reply> {
    const added = await this.additions.answer(method, path, login, body);
    const reply = added ?? (await this.upstream(method, path, login, body));
    if (method === 'POST' && reply.status === 201) {
      const { id } = JSON.parse(reply.text) as { id?: number };
      if (id !== undefined) this.births.set(`${kindOf(path)} ${id}`, this.options.now());
    }
    return method === 'GET' && reply.status === 200 && !reply.bytes ? this.lagging(path, reply) : reply;
  }

  private readonly upstream: Upstream = (method, path, login, body) =>
    new Promise((done, failed) => {
      const tokens = tokensOf(login);
      const token = tokens[this.turn++ % tokens.length];
      const content = body ? { 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(body) } : {};
      const headers = { authorization: `Bearer ${token}`, ...content };
      const sent = request(this.upstreamUrl + path, { method, headers, agent: this.agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() }),
        );
      });
      sent.on('error', failed).end(body || undefined);
    });

  private isNew(kind: string, id: number): boolean {
    const born = this.births.get(`${kind} ${id}`);
    return born !== undefined && this.options.now() - born < (this.options.lagSeconds ?? 0) * 1000;
  }

  private lagging(path: string, reply: Reply): Reply {
    const document = JSON.parse(reply.text) as unknown;
    if (!Array.isArray(document)) return reply;
    const shown = (document as { id: number }[]).filter(({ id }) => !this.isNew(kindOf(path), id));
    return { ...reply, text: JSON.stringify(shown) };
  }

  private async pretend(path: string, login: string, body: string): Promise<Reply> {
    const now = await this.upstream('GET', path, login);
    return { ...now, text: JSON.stringify({ ...JSON.parse(now.text), ...JSON.parse(body) }) };
  }

  private refusal(fault: FaultName | undefined): Reply | undefined {
    const now = this.options.now();
    const headers = { date: new Date(now).toUTCString(), 'x-ratelimit-limit': '5000' };
    const secondary = {
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    };
    switch (fault) {
      case 'bad gateway before':
        return json(502, { message: 'Bad Gateway' });
      case 'denied':
        return json(403, { message: 'Resource not accessible by integration', status: '403' });
      case 'primary limit': {
        const reset = String(Math.floor(now / 1000) + 900);
        const limits = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
        return json(403, { message: 'API rate limit exceeded for installation ID 1.' }, { ...headers, ...limits });
      }
      case 'secondary limit':
        return json(403, secondary, { ...headers, 'retry-after': '60' });
      case 'secondary limit without a time':
        return json(403, secondary, { ...headers, 'x-ratelimit-remaining': '4000' });
      case 'too many requests':
        return json(429, { message: 'Too many requests' }, { ...headers, 'retry-after': '5' });
      default:
        return undefined;
    }
  }

  /** GitHub's limits on requests that create content, for each account. */
  private limit(method: string, path: string, login: string): Reply | undefined {
    if (method === 'GET' || path === '/graphql') return undefined;
    const now = this.options.now();
    const writes = this.writes.get(login) ?? [];
    const over = CONTENT_LIMITS.some(({ seconds, most }) => {
      const earlier = writes[writes.length - most];
      return earlier !== undefined && now - earlier < seconds * 1000;
    });
    if (!over) {
      this.writes.set(login, [...writes, now]);
      return undefined;
    }
    this.tooFast++;
    return this.refusal('secondary limit');
  }
}

/** `/repos/a/b/issues/5/comments?page=1` -> `comments`. */
const kindOf = (path: string) => path.replace(/\?.*/, '').split('/').at(-1) ?? '';

function send(outgoing: ServerResponse, { status, headers, text, bytes }: Reply): void {
  const { 'transfer-encoding': _, connection: __, 'content-length': ___, 'keep-alive': ____, ...kept } = headers;
  outgoing.writeHead(status, { 'content-type': JSON_TYPE, ...kept }).end(status === 204 ? undefined : (bytes ?? text));
}
