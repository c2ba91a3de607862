import { secondsUntilTurn } from './budget';
import { ApiError, graphqlRefusal, type Purpose, refusalOf } from './error';
import { type Fault, faultOf } from './fault';
import { NotSent, type Received, type Send } from './transport';

export interface Call extends Purpose {
  /** From the API's root, such as `/repos/me/edge/issues/5`. */
  readonly path: string;
}

export interface Write extends Call {
  /** Only methods that may be repeated without harm, because they name what they change. */
  readonly method: 'PATCH' | 'PUT' | 'DELETE';
  readonly body?: unknown;
}

export interface Creation<T> extends Call {
  readonly body: unknown;
  /**
   * Looks for what an earlier POST may have left, by our own marker; undefined when it is not there. Absent where doing it
   * twice does no harm: git objects are named by their content.
   */
  readonly find?: () => Promise<T | undefined>;
}

export interface Query extends Purpose {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** GitHub's API, with faults of the way dealt with. What throws, throws ApiError. */
export interface Api {
  get<T>(call: Call): Promise<T>;
  /** All entries of a list, a hundred at a time, only as far as they are taken. */
  list<T>(call: Call): AsyncGenerator<T>;
  write<T>(write: Write): Promise<T>;
  /**
   * A POST is never repeated blindly: when its outcome is unclear, `find` looks first, more than once because lists lag.
   * The caller looks by itself before the first time.
   */
  create<T>(creation: Creation<T>): Promise<T>;
  /** A query, or a mutation that may be repeated without harm. */
  graphql<T>(query: Query): Promise<T>;
}

export interface ApiOptions {
  readonly token: string;
  /** Such as `https://api.github.com`, or `https://name/api/v3` of an Enterprise Server. */
  readonly url: string;
  /** How long one request may wait in total, for limits and for faults to pass. */
  readonly patienceSeconds: number;
}

export interface ApiWorld {
  readonly send: Send;
  /** Milliseconds. */
  readonly now: () => number;
  readonly sleep: (seconds: number) => Promise<void>;
}

/** Waits after faults, in seconds; when they are used up, it is given up. */
const PAUSES = [1, 2, 4, 8, 16, 32, 60, 60];
/** Waits before each look for what an unclear POST may have left: lists lag. */
const LOOKS = [1, 4, 15, 40];
const PAGE = 100;

export function githubApi(options: ApiOptions, world: ApiWorld): Api {
  const root = options.url.replace(/\/+$/, '');
  const headers = {
    authorization: `Bearer ${options.token}`,
    accept: 'application/vnd.github+json',
    'content-type': 'application/json',
    'x-github-api-version': '2022-11-28',
  };
  const turns: number[] = [];

  async function turn(): Promise<void> {
    const seconds = secondsUntilTurn(turns, world.now());
    if (seconds > 0) await world.sleep(seconds);
    turns.push(world.now());
  }

  /** A reply that GitHub meant, with its document; or a fault of the way. */
  async function send(method: string, url: string, body: unknown, throttles: number): Promise<Answer | Fault> {
    try {
      const content = body === undefined ? {} : { body: JSON.stringify(body) };
      const received = await world.send({ method, url, headers, ...content });
      const fault = faultOf(received, world.now(), throttles);
      if (fault || !isGood(received)) return fault ?? { ...received, document: undefined };
      return { ...received, document: received.text === '' ? undefined : JSON.parse(received.text) };
    } catch (error) {
      const why = (error as Error).message.replaceAll(options.token, '***');
      return { kind: error instanceof NotSent ? 'not-sent' : 'unclear', why };
    }
  }

  /** Waits out a fault. @throws ApiError when that takes longer than there is patience */
  async function pause(fault: Fault, { to }: Purpose, tries: Tries): Promise<void> {
    const transient = PAUSES[tries.faults];
    const seconds = fault.seconds ?? transient;
    if (fault.kind === 'throttled') tries.throttles++;
    else tries.faults++;
    if (seconds !== undefined && transient !== undefined && tries.waited + seconds <= options.patienceSeconds) {
      tries.waited += seconds;
      return await world.sleep(seconds);
    }
    if (fault.kind === 'throttled') {
      const until = new Date(world.now() + Math.ceil(seconds ?? 0) * 1000).toISOString();
      throw new ApiError('throttled', `GitHub did not ${to} because of ${fault.why}. Run it again after ${until}.`);
    }
    const kind = fault.kind === 'unclear' ? 'unclear' : 'unreachable';
    throw new ApiError(
      kind,
      `GitHub was asked ${tries.faults} times to ${to}, without success: ${fault.why}. Run it again.`,
    );
  }

  /** Of a request that may be repeated. */
  async function repeated<T>(
    method: string,
    url: string,
    purpose: Purpose,
    body?: unknown,
    writes = method !== 'GET',
  ): Promise<T> {
    const tries = newTries();
    for (;;) {
      if (writes) await turn();
      const answer = await send(method, url, body, tries.throttles);
      if ('kind' in answer) await pause(answer, purpose, tries);
      else if (isGood(answer)) return answer.document as T;
      else if (method === 'DELETE' && answer.status === 404 && tries.faults > 0) return undefined as T;
      else throw refusalOf(purpose, answer);
    }
  }

  async function create<T>(creation: Creation<T>): Promise<T> {
    const tries = newTries();
    for (;;) {
      await turn();
      const answer = await send('POST', root + creation.path, creation.body, tries.throttles);
      if (!('kind' in answer)) {
        if (isGood(answer)) return answer.document as T;
        // Names that must be unique tell so when the first try did arrive.
        const there = answer.status === 422 && tries.faults > 0 ? await creation.find?.() : undefined;
        if (there === undefined) throw refusalOf(creation, answer);
        return there;
      }
      if (answer.kind === 'unclear' && creation.find) {
        for (const seconds of LOOKS) {
          await world.sleep(seconds);
          const there = await creation.find();
          if (there !== undefined) return there;
        }
      }
      await pause(answer, creation, tries);
    }
  }

  async function* list<T>(call: Call): AsyncGenerator<T> {
    for (let page = 1; ; page++) {
      const entries = await get<T[]>({ ...call, path: withQuery(call.path, { per_page: PAGE, page }) });
      yield* entries;
      if (entries.length < PAGE) return;
    }
  }

  async function graphql<T>({ query, variables, ...purpose }: Query): Promise<T> {
    const { data, errors } = await repeated<{ data?: T; errors?: { type?: string; message?: string }[] }>(
      'POST',
      graphqlUrl(root),
      purpose,
      { query, variables },
      query.startsWith('mutation'),
    );
    if (errors?.length || data === undefined) throw graphqlRefusal(purpose, errors ?? []);
    return data;
  }

  const get = <T>(call: Call) => repeated<T>('GET', root + call.path, call);
  const write = <T>(call: Write) => repeated<T>(call.method, root + call.path, call, call.body);
  return { get, list, write, create, graphql };
}

interface Answer extends Received {
  readonly document: unknown;
}

interface Tries {
  waited: number;
  throttles: number;
  faults: number;
}

const newTries = (): Tries => ({ waited: 0, throttles: 0, faults: 0 });

const isGood = ({ status }: Received) => status >= 200 && status < 300;

/** `https://name/api/v3` of an Enterprise Server has GraphQL at `https://name/api/graphql`. */
const graphqlUrl = (root: string) => `${root.replace(/\/v3$/, '')}/graphql`;

export function withQuery(path: string, query: Readonly<Record<string, string | number>>): string {
  const words = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${path}${path.includes('?') ? '&' : '?'}${words.join('&')}`;
}

/** undefined for what is not there. */
export async function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'missing') return undefined;
    throw error;
  }
}
