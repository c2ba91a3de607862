import type { Api } from '../../../src/github/api';
import { COMMENT_BYTES, type CommentRequest, postComment } from '../../../src/github/comment';
import { ApiError } from '../../../src/github/error';
import type { Place } from '../../../src/github/find-comment';
import { BOT, type Emulator, PERSON, startEmulator } from './emulator';
import { FaultyGitHub } from './proxy';
import { Clock, clientOf, newIssue } from './world';

const clock = new Clock();
let emulator: Emulator;
let github: FaultyGitHub;
let api: Api;
let place: Place;

beforeAll(async () => {
  emulator = await startEmulator(['edge']);
  github = await FaultyGitHub.start(emulator.url, { now: clock.now });
  api = clientOf(github, clock);
});

beforeEach(async () => {
  github.options = { now: clock.now };
  place = { owner: PERSON, repo: 'edge', number: await newIssue(api, 'edge'), kind: 'issue' };
  github.seen.length = 0;
});

afterAll(async () => {
  await github.stop();
  await emulator.stop();
});

const request = (text: string, change: Partial<CommentRequest> = {}): CommentRequest => ({
  topic: 'build',
  key: 'local',
  mode: 'update',
  onlyIfChanged: false,
  run: 'run-1',
  render: () => text,
  ...change,
});
const post = (text: string, change: Partial<CommentRequest> = {}, as = api) =>
  postComment({ api: as, sleep: clock.sleep }, place, request(text, change));

interface Shown {
  readonly id: number;
  readonly node_id: string;
  readonly body: string;
}
const shown = async () => {
  const path = `/repos/octocat/edge/issues/${place.number}/comments`;
  const comments: Shown[] = [];
  for await (const comment of api.list<Shown>({ to: 'look', needs: 'issues: read', path })) comments.push(comment);
  return comments;
};
const texts = async () => (await shown()).map(({ body }) => body.split('\n').slice(1).join('\n'));
const say = (body: string, as: Api) =>
  as.create({
    to: 'comment',
    needs: 'issues: write',
    path: `/repos/octocat/edge/issues/${place.number}/comments`,
    body: { body },
    find: async () => undefined,
  });
const writes = () => github.seen.filter(({ method, path }) => method !== 'GET' && path !== '/graphql');

describe('one comment a topic', () => {
  test('the first run posts it, the next ones update it in place', async () => {
    const first = await post('one');
    const second = await post('two', { run: 'run-2' });
    expect([first.did, second.did]).toEqual(['created', 'updated']);
    expect(second.id).toBe(first.id);
    expect(second.url).toContain(`/issues/${place.number}#issuecomment-`);
    expect(await texts()).toEqual(['two']);
  });

  test('topics and servers have their own', async () => {
    await post('build');
    await post('disk', { topic: 'disk' });
    await post('build of the other', { key: 'ssh://me@other' });
    expect(await texts()).toEqual(['build', 'disk', 'build of the other']);
  });

  test('a person’s comment that quotes the marker is left alone', async () => {
    await post('ours');
    const [ours] = await shown();
    const person = clientOf(github, clock, PERSON);
    await say(ours!.body, person);
    await say(`> ${ours!.body}`, api);
    await post('new', { run: 'run-2' });
    expect((await texts())[0]).toBe('new');
    expect((await shown()).map(({ body }) => body).slice(1)).toEqual([ours!.body, `> ${ours!.body}`]);
  });

  test('two that an earlier version left become one, the older', async () => {
    const { id } = await post('one');
    await say((await shown())[0]!.body, api);
    expect(await shown()).toHaveLength(2);
    const kept = await post('two', { run: 'run-2' });
    expect(kept.id).toBe(id);
    expect(await texts()).toEqual(['two']);
  });

  test('two runs that post for the first time at the same moment leave one comment', async () => {
    const other = clientOf(github, clock);
    await Promise.all([post('a', { run: 'run-a' }), post('b', { run: 'run-b' }, other)]);
    await post('c', { run: 'run-c' });
    expect(await texts()).toEqual(['c']);
  });
});

describe('modes', () => {
  test('only if changed: the same text is not written again', async () => {
    await post('same');
    github.seen.length = 0;
    const again = await post('same', { run: 'run-2', onlyIfChanged: true });
    expect(again.did).toBe('unchanged');
    expect(writes()).toEqual([]);
    expect((await post('other', { run: 'run-3', onlyIfChanged: true })).did).toBe('updated');
  });

  test('recreate: it moves to the end of the thread, once a run', async () => {
    const first = await post('one');
    await say('a word in between', api);
    const second = await post('two', { mode: 'recreate', run: 'run-2' });
    const again = await post('two', { mode: 'recreate', run: 'run-2' });
    expect(second.id).toBeGreaterThan(first.id);
    expect(again.id).toBe(second.id);
    expect((await shown()).map(({ body }) => body.split('\n').at(-1))).toEqual(['a word in between', 'two']);
  });

  test('hide: the old one is folded away as outdated and not found again, a new one is posted', async () => {
    await post('one');
    await post('two', { mode: 'hide', run: 'run-2' });
    await post('three', { run: 'run-3' });
    expect(await texts()).toEqual(['one', 'three']);
    expect(github.hidden((await shown())[0]!.node_id)).toBe(true);
    expect(github.hidden((await shown())[1]!.node_id)).toBe(false);
  });

  test('append: below what is there, once a run, and the oldest go when it grows too long', async () => {
    await post('first');
    await post('second', { mode: 'append', run: 'run-2' });
    await post('second', { mode: 'append', run: 'run-2' });
    expect((await shown())[0]!.body.match(/^(first|second)$/gm)).toEqual(['first', 'second']);
    await post('x'.repeat(60_000), { mode: 'append', run: 'run-3' });
    const [{ body }] = (await shown()) as [Shown];
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(COMMENT_BYTES);
    await post('y'.repeat(6_000), { mode: 'append', run: 'run-4' });
    const [after] = (await shown()) as [Shown];
    expect(after.body).not.toContain('first');
    expect(after.body).toContain('yyy');
  });
});

describe('what was written is read back', () => {
  test('a reply of 200 that kept the old text is noticed, and a shorter text tried', async () => {
    await post('old');
    let kept = 0;
    github.options = {
      now: clock.now,
      fault: ({ method }) => (method === 'PATCH' && kept++ === 0 ? 'keeps the old text' : undefined),
    };
    const sizes: number[] = [];
    const updated = await post('', {
      run: 'run-2',
      render: (bytes) => {
        sizes.push(bytes);
        return `at most ${bytes}`;
      },
    });
    expect(updated.did).toBe('updated');
    expect(sizes[1]).toBeLessThan(sizes[0]! / 1.9);
    expect(await texts()).toEqual([`at most ${sizes[1]}`]);
  });

  test('one that is never kept is an error', async () => {
    await post('old');
    github.options = { now: clock.now, fault: ({ method }) => (method === 'PATCH' ? 'keeps the old text' : undefined) };
    await expect(post('new', { run: 'run-2' })).rejects.toThrow('shows the old one');
  });

  test('a comment that somebody deleted is posted again', async () => {
    const { id } = await post('one');
    await api.write({
      to: 'delete',
      needs: 'issues: write',
      method: 'DELETE',
      path: `/repos/octocat/edge/issues/comments/${id}`,
    });
    expect((await post('two', { run: 'run-2' })).did).toBe('created');
    expect(await texts()).toEqual(['two']);
  });
});

describe('without the permission', () => {
  test('the error names it, and nothing is posted', async () => {
    github.options = {
      now: clock.now,
      fault: ({ method, path }) => (method === 'POST' && path !== '/graphql' ? 'denied' : undefined),
    };
    const error = await post('text').catch((caught: unknown) => caught as ApiError);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ kind: 'denied', permission: 'issues: write' });
    github.options = { now: clock.now };
    expect(await shown()).toEqual([]);
  });
});

describe('on a thread of 1,000 comments', () => {
  test('an update costs the same few requests, wherever the comment is', async () => {
    const person = clientOf(github, clock, PERSON);
    const speak = async (count: number) => {
      for (let i = 0; i < count; i++) await say(`word ${i}`, person);
    };
    await speak(500);
    const ours = await post('one');
    await speak(500);
    const cost = async (change: Partial<CommentRequest>) => {
      github.seen.length = 0;
      expect((await post(`text of ${change.run}`, change)).id).toBe(ours.id);
      return github.seen.length;
    };
    const remembered = await cost({ run: 'run-2', remembered: ours.nodeId });
    const touched = await cost({ run: 'run-3' });
    await speak(300);
    const untouched = await cost({ run: 'run-4' });
    const again = await cost({ run: 'run-5' });
    expect({ remembered, touched, untouched, again }).toEqual({ remembered: 3, touched: 3, untouched: 6, again: 3 });
  }, 60_000);
});

test('comments of a bot are found although GraphQL and REST spell its name differently', async () => {
  expect(BOT).toContain('[bot]');
  await post('one');
  expect((await post('two', { run: 'run-2' })).did).toBe('updated');
});
