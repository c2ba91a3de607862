import { type ApiOptions, githubApi, ifThere } from '../../../src/github/api';
import type { ApiError } from '../../../src/github/error';
import { NotSent, type Received, type Sent } from '../../../src/github/transport';

const OPTIONS: ApiOptions = { token: 'ghs_secret', url: 'https://ghe.example/api/v3/', patienceSeconds: 600 };
const CALL = { to: 'comment on me/edge#5', needs: 'issues: write', path: '/repos/me/edge/issues/5/comments' };
const ok = (document: unknown = { id: 1 }, status = 200): Received => ({
  status,
  headers: {},
  text: JSON.stringify(document),
});
const refused = (status: number, message = 'no', headers: Received['headers'] = {}): Received => ({
  status,
  headers,
  text: JSON.stringify({ message }),
});
const reset = new Error('socket hang up');

/** GitHub that answers with these, one after the other; the last one for ever. */
function scripted(replies: readonly (Received | Error)[], options: Partial<ApiOptions> = {}) {
  const sent: Sent[] = [];
  const slept: number[] = [];
  const send = async (request: Sent) => {
    const reply = replies[Math.min(sent.length, replies.length - 1)]!;
    sent.push(request);
    if (reply instanceof Error) throw reply;
    return reply;
  };
  let now = Date.parse('2026-02-11T08:00:00Z');
  const sleep = async (seconds: number) => {
    slept.push(seconds);
    now += seconds * 1000;
  };
  return { api: githubApi({ ...OPTIONS, ...options }, { send, now: () => now, sleep }), sent, slept };
}

const failure = async (asked: Promise<unknown>) =>
  (await asked.then(
    () => undefined,
    (error) => error,
  )) as ApiError;

describe('what may be repeated is', () => {
  test.each([
    ['a reset connection', reset],
    ['a request that never left', new NotSent('ECONNREFUSED')],
    ['a gateway', refused(502)],
    ['half a reply', { status: 200, headers: {}, text: '{"id":' }],
  ])('after %s', async (_, fault) => {
    const { api, sent, slept } = scripted([fault, fault, ok()]);
    expect(await api.get(CALL)).toEqual({ id: 1 });
    expect(sent).toHaveLength(3);
    expect(slept).toEqual([1, 2]);
  });

  test('PATCH too, since it names what it changes', async () => {
    const { api, sent } = scripted([reset, ok()]);
    await api.write({ ...CALL, method: 'PATCH', body: { body: 'x' } });
    expect(sent.map(({ method, body }) => `${method} ${body}`)).toEqual(Array(2).fill('PATCH {"body":"x"}'));
  });

  test('a DELETE that is not found the second time was done the first time', async () => {
    const { api } = scripted([reset, refused(404)]);
    expect(await api.write({ ...CALL, method: 'DELETE' })).toBeUndefined();
    expect((await failure(scripted([refused(404)]).api.write({ ...CALL, method: 'DELETE' }))).kind).toBe('missing');
  });

  test('with an end', async () => {
    const { api, sent } = scripted([reset]);
    const error = await failure(api.get(CALL));
    expect(error.kind).toBe('unclear');
    expect(error.message).toBe(
      'GitHub was asked 9 times to comment on me/edge#5, without success: socket hang up. Run it again.',
    );
    expect(sent).toHaveLength(9);
  });
});

describe('a POST', () => {
  const post = (api: ReturnType<typeof githubApi>, find: () => Promise<{ id: number } | undefined>) =>
    api.create<{ id: number }>({ ...CALL, body: { body: 'x' }, find });

  test.each([reset, refused(500), refused(504), { status: 201, headers: {}, text: '{"id":' }])(
    'of unclear outcome is looked for, more than once, and not repeated when it is found',
    async (unclear) => {
      const looks: (undefined | { id: number })[] = [undefined, undefined, { id: 7 }];
      const { api, sent } = scripted([unclear]);
      expect(await post(api, async () => looks.shift())).toEqual({ id: 7 });
      expect(sent).toHaveLength(1);
      expect(looks).toEqual([]);
    },
  );

  test('is repeated after a minute of looking in vain', async () => {
    let looked = 0;
    const { api, sent, slept } = scripted([reset, ok({ id: 2 }, 201)]);
    expect(await post(api, async () => void looked++)).toEqual({ id: 2 });
    expect([sent.length, looked]).toEqual([2, 4]);
    expect(slept.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(60);
  });

  test.each([
    ['a limit', refused(429, '', { 'retry-after': '5' })],
    ['no connection', new NotSent('ECONNREFUSED')],
  ])('that surely was not done is repeated without looking: %s', async (_, fault) => {
    const find = jest.fn();
    const { api, sent } = scripted([fault, ok({ id: 3 }, 201)]);
    expect(await post(api, find)).toEqual({ id: 3 });
    expect(find).not.toHaveBeenCalled();
    expect(sent).toHaveLength(2);
  });

  test('of a name that is taken, after an unclear one, was the unclear one', async () => {
    const looks = [undefined, undefined, undefined, undefined, { id: 9 }];
    const { api } = scripted([reset, refused(422, 'already_exists')]);
    expect(await post(api, async () => looks.shift())).toEqual({ id: 9 });
    expect((await failure(post(scripted([refused(422)]).api, async () => ({ id: 1 })))).kind).toBe('rejected');
  });
});

describe('limits', () => {
  test('a wait within the patience is waited', async () => {
    const { api, slept } = scripted([refused(403, '', { 'retry-after': '300' }), ok()]);
    await api.get(CALL);
    expect(slept).toEqual([300]);
  });

  test('a longer one ends it, with the time from which on it is worth trying', async () => {
    const error = await failure(scripted([refused(403, '', { 'retry-after': '3600' })]).api.get(CALL));
    expect(error.kind).toBe('throttled');
    expect(error.message).toBe(
      'GitHub did not comment on me/edge#5 because of its rate limit (403). Run it again after 2026-02-11T09:00:00.000Z.',
    );
  });

  test('writes leave a second between them, reads do not', async () => {
    const { api, slept } = scripted([ok()]);
    for (let i = 0; i < 3; i++) await api.get(CALL);
    for (let i = 0; i < 3; i++) await api.write({ ...CALL, method: 'PATCH' });
    expect(slept).toEqual([1, 1]);
  });
});

describe('errors say what is missing and what to do', () => {
  test.each([
    [refused(401, 'Bad credentials'), 'denied', 'github_token'],
    [refused(403, 'Resource not accessible by integration'), 'denied', "lacks the permission 'issues: write'"],
    [
      refused(403, 'no', { 'x-accepted-github-permissions': 'pull_requests=write; issues=write' }),
      'denied',
      "lacks the permission 'pull-requests: write'",
    ],
    [refused(404, 'Not Found'), 'missing', "or the token lacks the permission 'issues: write'"],
    [refused(410, 'Issues are disabled'), 'missing', 'Issues are disabled'],
    [refused(422, 'Validation Failed'), 'rejected', 'Validation Failed'],
  ])('%#', async (reply, kind, words) => {
    const error = await failure(scripted([reply]).api.get(CALL));
    expect(error.kind).toBe(kind);
    expect(error.message).toContain('GitHub');
    expect(error.message).toContain('comment on me/edge#5');
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/\.$/);
  });

  test('the token is in none of them', async () => {
    const error = await failure(scripted([new Error('header ghs_secret is invalid')]).api.get(CALL));
    expect(error.message).not.toContain('ghs_secret');
    expect(error.message).toContain('***');
  });
});

test('what is not there is undefined; another error stays one', async () => {
  expect(await ifThere(scripted([refused(404)]).api.get(CALL))).toBeUndefined();
  await expect(ifThere(scripted([refused(403)]).api.get(CALL))).rejects.toThrow('permission');
});

test('a list is read page by page, as far as it is taken', async () => {
  const page = (from: number, count: number) => ok(Array.from({ length: count }, (_, i) => from + i));
  const { api, sent } = scripted([page(0, 100), page(100, 100), page(200, 3)]);
  const all: number[] = [];
  for await (const entry of api.list<number>(CALL)) all.push(entry);
  expect(all).toEqual(Array.from({ length: 203 }, (_, i) => i));
  expect(sent.map(({ url }) => url.split('?')[1])).toEqual([1, 2, 3].map((n) => `per_page=100&page=${n}`));
  const first = scripted([page(0, 100)]);
  for await (const _ of first.api.list(CALL)) break;
  expect(first.sent).toHaveLength(1);
});

describe('GraphQL', () => {
  const query = { to: 'look', needs: 'issues: read', query: 'query X { viewer { login } }', variables: {} };

  test('of an Enterprise Server is beside its REST API; of github.com, below it', async () => {
    const server = scripted([ok({ data: {} })]);
    await server.api.graphql(query);
    expect(server.sent[0]!.url).toBe('https://ghe.example/api/graphql');
    const dotCom = scripted([ok({ data: {} })], { url: 'https://api.github.com' });
    await dotCom.api.graphql(query);
    expect(dotCom.sent[0]!.url).toBe('https://api.github.com/graphql');
  });

  test.each([
    ['FORBIDDEN', 'denied'],
    ['NOT_FOUND', 'missing'],
    ['UNPROCESSABLE', 'rejected'],
  ])('an error %s within a reply of 200 is one', async (type, kind) => {
    const { api } = scripted([ok({ data: null, errors: [{ type, message: 'no' }] })]);
    expect((await failure(api.graphql(query))).kind).toBe(kind);
  });
});

test('every request has the token, the version of the API and a document', async () => {
  const { api, sent } = scripted([ok()]);
  await api.create({ ...CALL, body: { a: 1 }, find: async () => undefined });
  expect(sent[0]).toEqual({
    method: 'POST',
    url: 'https://ghe.example/api/v3/repos/me/edge/issues/5/comments',
    headers: {
      authorization: 'Bearer ghs_secret',
      accept: 'application/vnd.github+json',
      'content-type': 'application/json',
      'x-github-api-version': '2022-11-28',
    },
    body: '{"a":1}',
  });
});
