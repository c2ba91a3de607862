import { join } from 'node:path';
import { attempt } from '../../lab/command';
import type { Api } from '../../src/github/api';
import { BOT, type Emulator, PERSON, startEmulator } from '../integration/github/emulator';
import { FaultyGitHub } from '../integration/github/proxy';
import { Clock, clientOf, newIssue } from '../integration/github/world';
import { annotations, JobFolder, PROJECT, runEntry } from './entry';

const EVIDENCE = join(PROJECT, 'test/fixtures/evidence/applied.json');
/** Milliseconds for a busy machine. */
const SLOW = 120_000;

const clock = new Clock();
let emulator: Emulator;
let github: FaultyGitHub;
let api: Api;
let folder: JobFolder;

beforeAll(async () => {
  emulator = await startEmulator(['edge']);
  github = await FaultyGitHub.start(emulator.url, { now: clock.now });
  api = clientOf(github, clock);
});

beforeEach(() => {
  github.options = { now: clock.now };
  folder = new JobFolder();
});

afterEach(() => folder.remove());

afterAll(async () => {
  await github.stop();
  await emulator.stop();
});

/** A plan on this machine, in a job for an event. */
async function job(payload: object, inputs: Parameters<typeof runEntry>[1]) {
  const event = folder.event({ repository: { full_name: 'octocat/edge', private: true }, ...payload });
  const where = { GITHUB_REPOSITORY: 'octocat/edge', GITHUB_SERVER_URL: 'https://github.com', GITHUB_RUN_ID: '4711' };
  const ended = await runEntry(folder, inputs, { GITHUB_API_URL: github.url, ...where, ...event });
  const warnings = annotations(ended.log).filter(({ level }) => level === 'warning');
  return { ...ended, url: ended.outputs.comment_url, warnings };
}

/** The command line, from the bundle. */
const program = (args: readonly string[], env: Readonly<Record<string, string>>) =>
  attempt([process.execPath, join(PROJECT, 'dist/index.js'), ...args], {
    env: { PATH: process.env.PATH, GITHUB_API_URL: github.url, ...env },
  });

async function bodies(number: number): Promise<string[]> {
  const all: string[] = [];
  const path = `/repos/octocat/edge/issues/${number}/comments`;
  for await (const { body } of api.list<{ body: string }>({ to: 'look', needs: 'issues: read', path })) all.push(body);
  return all;
}

describe('the action', () => {
  test(
    'comments on the issue of the event, once, and says where',
    async () => {
      const number = await newIssue(api, 'edge');
      const first = await job({ issue: { number } }, { github_token: BOT });
      const second = await job({ issue: { number } }, { github_token: BOT });
      expect(first.url).toMatch(new RegExp(`/octocat/edge/issues/${number}#issuecomment-\\d+$`));
      expect(second.url).toBe(first.url);
      expect(second.warnings).toEqual([]);
      const [body, ...others] = await bodies(number);
      expect(others).toEqual([]);
      expect(body!.split('\n')[1]).toMatch(/^### \S+ extend&#45;lvm on /);
      expect(second.log).toContain(`::add-mask::${BOT}`);
    },
    SLOW,
  );

  test(
    'without the permission: a warning that names it, the same result, the content in the summary',
    async () => {
      const number = await newIssue(api, 'edge');
      const without = await job({ issue: { number } }, { comment: 'off' });
      github.options = {
        now: clock.now,
        fault: ({ method, path }) => (method === 'POST' && path !== '/graphql' ? 'denied' : undefined),
      };
      const denied = await job({ issue: { number } }, { github_token: BOT, comment: String(number) });
      expect(denied.code).toBe(without.code);
      expect(denied.url).toBe('');
      expect(denied.warnings).toHaveLength(1);
      expect(denied.warnings[0]!.text).toContain("lacks the permission 'issues: write'");
      expect(denied.warnings[0]!.text).toContain('The job summary has the same content.');
      expect(denied.summary.split('\n')[0]).toBe(without.summary.split('\n')[0]);
      github.options = { now: clock.now };
      expect(await bodies(number)).toEqual([]);
    },
    SLOW,
  );
});

describe('edge-phase1 comment', () => {
  test(
    'posts from the evidence, in a job that has nothing of the server',
    async () => {
      const number = await newIssue(api, 'edge');
      const env = { GITHUB_TOKEN: BOT, GITHUB_REPOSITORY: 'octocat/edge' };
      const { code, stdout } = await program(['comment', '--from', EVIDENCE, '--to', String(number)], env);
      expect(code).toBe(0);
      expect(stdout).toMatch(/#issuecomment-\d+\n$/);
      expect((await bodies(number))[0]).toContain('done and verified, 3 of 3 checks pass');
    },
    SLOW,
  );

  test.each([
    ['no token', ['--to', '5'], {}, 2, 'GITHUB_TOKEN'],
    ['no number', [], { GITHUB_TOKEN: PERSON, GITHUB_REPOSITORY: 'octocat/edge' }, 3, '--to'],
    [
      'no such issue',
      ['--to', '999999'],
      { GITHUB_TOKEN: PERSON, GITHUB_REPOSITORY: 'octocat/edge' },
      3,
      'octocat/edge#999999',
    ],
  ])(
    '%s: says what to do',
    async (_, args, env, exit, words) => {
      const { code, stderr } = await program(['comment', '--from', EVIDENCE, ...args], { GITHUB_TOKEN: '', ...env });
      expect(code).toBe(exit);
      expect(stderr).toContain(words);
    },
    SLOW,
  );
});
