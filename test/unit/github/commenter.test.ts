import type { Api, Creation } from '../../../src/github/api';
import { type CommenterOptions, type CommenterWorld, commenter } from '../../../src/github/commenter';
import { ApiError } from '../../../src/github/error';
import type { CommentExtras } from '../../../src/report/comment';
import { applied } from '../report/evidence';

/** A thread, as far as comments need it. */
function thread(deny?: ApiError) {
  const bodies: string[] = [];
  const looked: string[] = [];
  const written: string[] = [];
  const shown = (id: number) => ({
    id,
    node_id: `N${id}`,
    html_url: `https://github.com/me/edge/issues/5#c${id}`,
    body: bodies[id] ?? '',
  });
  const node = (id: number) => ({
    id: `N${id}`,
    databaseId: id,
    url: shown(id).html_url,
    body: bodies[id] ?? '',
    author: { login: 'us' },
  });
  const api = {
    graphql: async ({ variables }: { variables: { id?: string } }) => {
      looked.push(variables.id ? 'one' : 'thread');
      const viewer = { login: 'us' };
      if (variables.id) return { viewer, node: node(Number(variables.id.slice(1))) };
      const recent = { nodes: bodies.map((_, id) => node(id)), pageInfo: { hasNextPage: false, endCursor: null } };
      return { viewer, repository: { issueOrPullRequest: { recent } } };
    },
    create: async ({ body }: Creation<unknown>) => {
      if (deny) throw deny;
      return shown(bodies.push((body as { body: string }).body) - 1);
    },
    write: async ({ path, body }: { path: string; body: { body: string } }) => {
      written.push(body.body);
      bodies[Number(path.split('/').at(-1))] = body.body;
    },
    get: async ({ path }: { path: string }) => shown(Number(path.split('/').at(-1))),
  };
  return { bodies, looked, written, world: { api: api as unknown as Api, sleep: async () => undefined } };
}

const OPTIONS: CommenterOptions = {
  place: { owner: 'me', repo: 'edge', number: 5, kind: 'issue' },
  asked: true,
  token: 'secret',
  mode: 'update',
  onlyIfChanged: false,
  remembered: '',
  run: '1/1/phase1',
};
const NOWHERE = { url: '', id: '' };
const going = { mode: 'apply' as const, steps: ['extend-lvm'], host: applied.host, text: '[1/3] back up' };

function started(change: Partial<CommenterOptions> = {}, deny?: ApiError, extras: CommentExtras = {}) {
  const { world: github, ...seen } = thread(deny);
  const warnings: string[] = [];
  const infos: string[] = [];
  const world: CommenterWorld = {
    now: () => 0,
    later: () => () => undefined,
    github: () => github,
    extras: async () => extras,
    warn: (text) => warnings.push(text),
    info: (text) => infos.push(text),
  };
  const again = (more: Partial<CommenterOptions>) => commenter({ ...OPTIONS, ...change, ...more }, world);
  return { ...seen, warnings, infos, comments: again({}), again };
}

test('progress and result are the same comment', async () => {
  const { comments, bodies, warnings } = started();
  comments.progress(going);
  await new Promise(setImmediate);
  expect(bodies[0]).toContain('⏳ apply extend');
  expect(await comments.finish(applied)).toEqual({ url: 'https://github.com/me/edge/issues/5#c0', id: 'N0' });
  expect(bodies).toHaveLength(1);
  expect(bodies[0]).toContain('✅ extend');
  expect(warnings).toEqual([]);
});

test('without the permission the run goes on, with one warning a write that names it', async () => {
  const denied = new ApiError('denied', "The token lacks the permission 'issues: write'.", 403, 'issues: write');
  const { comments, warnings } = started({}, denied);
  expect(await comments.finish(applied)).toEqual(NOWHERE);
  expect(warnings).toEqual(["The token lacks the permission 'issues: write'. The job summary has the same content."]);
});

test('an error that nobody expected changes nothing about the run either', async () => {
  const { comments, warnings } = started({}, new TypeError('x is undefined') as unknown as ApiError);
  expect(await comments.finish(applied)).toEqual(NOWHERE);
  expect(warnings).toEqual(['No comment: x is undefined The job summary has the same content.']);
});

test('without a token: a warning where a comment was asked for, else a line in the log', async () => {
  const told =
    "No comment on me/edge#5: github_token is empty. Pass \x24{{ github.token }}, and give the job the permission 'issues: write'. The job summary has the same content.";
  const asked = started({ token: '' });
  expect(await asked.comments.finish(applied)).toEqual(NOWHERE);
  expect([asked.warnings, asked.infos]).toEqual([[told], []]);
  const automatic = started({ token: '', asked: false });
  await automatic.comments.finish(applied);
  expect([automatic.warnings, automatic.infos]).toEqual([[], [told]]);
});

test('with no place nothing is posted and nothing said', async () => {
  const { comments, bodies, warnings, infos } = started({ place: undefined });
  comments.progress(going);
  expect(await comments.finish(applied)).toEqual(NOWHERE);
  expect([bodies, warnings, infos]).toEqual([[], [], []]);
});

test('progress and result are one entry of a comment that grows, and another run adds its own', async () => {
  const { comments, bodies, again } = started({ mode: 'append' });
  comments.progress(going);
  await new Promise(setImmediate);
  await comments.finish(applied);
  await again({ run: '1/1/second' }).finish(applied);
  expect(bodies).toHaveLength(1);
  expect(bodies[0]!.match(/✅ extend/g)).toHaveLength(2);
  expect(bodies[0]).not.toContain('⏳');
});

test('where the id of the comment is known, it is not looked for', async () => {
  const { comments, bodies, looked, again } = started();
  const { id } = await comments.finish(applied);
  looked.length = 0;
  await again({ remembered: id, run: '2/1/phase1' }).finish(applied);
  expect(bodies).toHaveLength(1);
  expect(looked).toEqual(['one']);
});

test('on request nothing is written when the text is the one that is there', async () => {
  const { comments, written, again } = started();
  await comments.finish(applied);
  written.length = 0;
  const posted = await again({ onlyIfChanged: true, run: '2/1/phase1' }).finish(applied);
  expect(written).toEqual([]);
  expect(posted.id).toBe('N0');
});

test('the runs before are a chart in the comment of a build', async () => {
  const points = [10, 8, 7].map((value, day) => ({ at: `2026-02-0${day + 1}T00:00:00Z`, value }));
  const { comments, bodies } = started({}, undefined, { history: { title: 'Cold builds', unit: 'minutes', points } });
  await comments.finish(applied);
  expect(bodies[0]).toContain('line [10, 8, 7]');
});
