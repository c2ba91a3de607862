// Comments over a faulty connection, and on a long thread: `tsx bench/github-writes.ts [writes]`. Our client beside stock
// Octokit with its own plugin for retries, on the same faults in the same order; and how many requests an update costs.
import { type Api, githubApi } from '../src/github/api';
import { postComment } from '../src/github/comment';
import type { Send } from '../src/github/transport';
import { BOT, PERSON, startEmulator } from '../test/integration/github/emulator';
import { FAULTS, type FaultName, FaultyGitHub } from '../test/integration/github/proxy';
import { Clock, newIssue, seeded } from '../test/integration/github/testing';

const WRITES = Number(process.argv[2] ?? 200);
const RATE = 0.25;
const SEED = 20260211;
const PASSING = FAULTS.filter((fault) => fault !== 'denied' && fault !== 'keeps the old text');
/** Of these, Octokit's plugin for retries says that they are the business of another plugin. */
const WITHOUT_LIMITS = PASSING.filter((fault) => !fault.includes('limit') && fault !== 'too many requests');

const clock = new Clock();

const send: Send = async ({ method, url, headers, body }) => {
  const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
};
const ours = (github: FaultyGitHub, login = BOT): Api =>
  githubApi({ token: login, url: github.url, patienceSeconds: 4 * 3600 }, { send, now: clock.now, sleep: clock.sleep });

/** Faults drawn from a seed, for writes and reads alike. */
function weather(faults: readonly FaultName[]) {
  const random = seeded(SEED);
  return () => (random() < RATE ? faults[Math.floor(random() * faults.length)] : undefined);
}

interface Stock {
  request(route: string, options: object): Promise<unknown>;
}

async function stockOctokit(github: FaultyGitHub): Promise<Stock> {
  const { Octokit } = await import('@octokit/core');
  const { retry } = await import('@octokit/plugin-retry');
  const options = { auth: BOT, baseUrl: github.url, log: { debug() {}, info() {}, warn() {}, error() {} } };
  // Its waits only cost time here: they are shortened, not left out.
  return new (Octokit.plugin(retry))({ ...options, retry: { retryAfterBaseValue: 1 } }) as unknown as Stock;
}

async function counts(api: Api, number: number): Promise<{ once: number; twice: number; lost: number }> {
  const times = new Map<string, number>();
  const path = `/repos/octocat/edge/issues/${number}/comments`;
  for await (const { body } of api.list<{ body: string }>({ to: 'look', needs: 'issues: read', path })) {
    const text = body.split('\n').at(-1) ?? '';
    times.set(text, (times.get(text) ?? 0) + 1);
  }
  const all = Array.from({ length: WRITES }, (_, i) => times.get(`write ${i}`) ?? 0);
  const having = (test: (n: number) => boolean) => all.filter(test).length;
  return { once: having((n) => n === 1), twice: having((n) => n > 1), lost: having((n) => n === 0) };
}

async function faultyWrites(
  github: FaultyGitHub,
  name: string,
  faults: readonly FaultName[],
  write: (number: number, i: number) => Promise<unknown>,
) {
  const api = ours(github);
  const number = await newIssue(api, 'edge');
  const fault = weather(faults);
  github.options = { now: clock.now, fault };
  github.seen.length = 0;
  let errors = 0;
  for (let i = 0; i < WRITES; i++) {
    try {
      await write(number, i);
    } catch (error) {
      if (process.env.ERRORS) console.error((error as Error).message);
      errors++;
    }
  }
  const requests = github.seen.length;
  github.options = { now: clock.now };
  const { once, twice, lost } = await counts(api, number);
  console.log(`| ${name} | ${once} | ${twice} | ${lost} | ${errors} | ${requests} |`);
}

const postOurs = (api: Api) => (number: number, i: number) =>
  postComment(
    { api, sleep: clock.sleep },
    { owner: PERSON, repo: 'edge', number, kind: 'issue' },
    {
      topic: 'build',
      key: `server ${i}`,
      mode: 'update',
      onlyIfChanged: false,
      run: `run ${i}`,
      render: () => `write ${i}`,
    },
  );

/** The way that sticky-comment actions look: the first hundred, and on from there until it is found. */
async function pagingLookup(api: Api, number: number, wanted: string): Promise<void> {
  const query = `query Paging($owner: String!, $repo: String!, $number: Int!, $after: String) {
    viewer { login }
    repository(owner: $owner, name: $repo) { pullRequest(number: $number) {
      comments(first: 100, after: $after) { nodes { id author { login } body } pageInfo { endCursor hasNextPage } } } } }`;
  const page = (after: string | null) =>
    api.graphql<PagingReply>({
      to: 'look',
      needs: 'pull-requests: read',
      query,
      variables: { owner: PERSON, repo: 'edge', number, after },
    });
  let after: string | null = null;
  for (;;) {
    const { nodes, pageInfo }: Comments = (await page(after)).repository.pullRequest.comments;
    if (nodes.some(({ body }) => body.includes(wanted)) || !pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
}

interface Comments {
  readonly nodes: readonly { readonly body: string }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

interface PagingReply {
  readonly repository: { readonly pullRequest: { readonly comments: Comments } };
}

async function longThread(github: FaultyGitHub, before: number): Promise<void> {
  const api = ours(github);
  const person = ours(github, PERSON);
  const number = await newIssue(api, 'edge');
  const speak = async (count: number) => {
    const path = `/repos/octocat/edge/issues/${number}/comments`;
    for (let i = 0; i < count; i++)
      await person.create({ to: 'comment', needs: '', path, body: { body: `word ${i}` }, find: async () => undefined });
  };
  const cost = async (act: () => Promise<unknown>) => {
    github.seen.length = 0;
    await act();
    return github.seen.length;
  };
  await speak(before);
  const place = { owner: PERSON, repo: 'edge', number, kind: 'issue' as const };
  const request = { topic: 'build', key: 'k', mode: 'update', onlyIfChanged: false, render: () => 'our text' } as const;
  const { nodeId } = await postComment({ api, sleep: clock.sleep }, place, { ...request, run: '1' });
  await speak(1000 - before);
  const update = (run: string, remembered?: string) => () =>
    postComment({ api, sleep: clock.sleep }, place, { ...request, run, ...(remembered && { remembered }) });
  const paging = await cost(() => pagingLookup(api, number, 'our text'));
  const known = await cost(update('2', nodeId));
  await speak(150);
  const first = await cost(update('3'));
  const next = await cost(update('4'));
  // Finding, then writing; that we also read back is one request more.
  console.log(`| ${before} | ${paging + 1} | ${known} | ${first} | ${next} |`);
}

async function main() {
  const emulator = await startEmulator(['edge']);
  const github = await FaultyGitHub.start(emulator.url, { now: clock.now });
  try {
    console.log(`${WRITES} new comments, ${RATE * 100} % of the requests with a fault, seed ${SEED}\n`);
    console.log(
      '| client, faults | once | more than once | not at all | errors told | requests |\n|---|--:|--:|--:|--:|--:|',
    );
    const stock = await stockOctokit(github);
    const postStock = (issue_number: number, i: number) =>
      stock.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        owner: PERSON,
        repo: 'edge',
        issue_number,
        body: `write ${i}`,
      });
    await faultyWrites(
      github,
      'Octokit with plugin-retry, lost replies, gateways, resets',
      WITHOUT_LIMITS,
      (number, i) => {
        // Nobody paces it: the clock goes on, so that the limit on new content does not count against it.
        clock.sleep(8);
        return postStock(number, i);
      },
    );
    await faultyWrites(github, 'edge-phase1, the same', WITHOUT_LIMITS, postOurs(ours(github)));
    await faultyWrites(github, 'edge-phase1, and limits', PASSING, postOurs(ours(github)));
    console.log(`\nAn update on a thread of 1,000 comments, in requests\n`);
    console.log(
      '| comments before ours | paging from the start, and writing | ours, id remembered | ours, 150 words later | ours, next update |\n|--:|--:|--:|--:|--:|',
    );
    for (const before of [10, 500, 990]) await longThread(github, before);
  } finally {
    await github.stop();
    await emulator.stop();
  }
}

main();
