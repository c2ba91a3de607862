import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { startServer } from '../integration/host/server';
import { newKey, publicLine } from '../unit/host/new-key';
import { ActRepository, describeWithAct } from './act';
import { type ActionInputs, annotations, type Ended, JobFolder, runEntry } from './entry';

const HASH = 'ab'.repeat(32);
const repository = (isPrivate: boolean) => ({ full_name: 'acme/edge-server', private: isPrivate });
const FORK = {
  repository: repository(true),
  pull_request: { head: { repo: { full_name: 'stranger/edge-server' } } },
};

let job: JobFolder;
/** In place of the server: counts who knocks, and hangs up. */
let door: Server;
let knocks: number;
let inputs: ActionInputs;
beforeEach(async () => {
  job = new JobFolder();
  knocks = 0;
  door = createServer((socket) => {
    knocks += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const { port } = door.address() as AddressInfo;
  const known_hosts = publicLine(`[127.0.0.1]:${port}`, newKey());
  inputs = { host: `ssh://twister@127.0.0.1:${port}`, ssh_private_key: newKey(), ssh_known_hosts: known_hosts };
});
afterEach(async () => {
  await new Promise((resolve) => door.close(resolve));
  job.remove();
});

/** One clear error, outside the folded groups and in the summary, and nothing else: no stack, no outputs. */
function expectRefusal(ended: Ended, code: number, ...words: readonly string[]): void {
  const [error, ...others] = annotations(ended.log);
  expect(others).toEqual([]);
  expect(error).toMatchObject({ level: 'error', title: 'edge-phase1' });
  for (const word of words) expect(error?.text).toContain(word);
  expect(ended.log).not.toMatch(/^ +at /m);
  expect(ended.log).not.toMatch(/::group::((?!::endgroup::).)*::error/s);
  expect(ended).toMatchObject({ code, outputs: {} });
  expect(ended.summary).toMatch(/^### ❌ [^\n]+\n$/);
}

describe('the event', () => {
  it.each(['plan', 'apply', 'verify', 'rollback'])('of a pull request from a fork may not %s', async (mode) => {
    const env = { GITHUB_EVENT_NAME: 'pull_request', ...job.event(FORK) };
    const ended = await runEntry(job, { ...inputs, mode, plan_hash: HASH }, env);
    expectRefusal(ended, 3, 'pull request from a fork', 'What to do: Look at the change, merge it');
    expect(knocks).toBe(0);
  });

  it.each([
    ['pull_request_target', { pull_request: { head: { repo: repository(true) } } }, 'pull_request_target'],
    ['issue_comment', { comment: { author_association: 'NONE' } }, 'no write permission'],
    ['push', { repository: repository(false) }, 'This repository is public'],
  ])('%s of strangers may not change the server', async (name, payload, words) => {
    const env = { GITHUB_EVENT_NAME: name, ...job.event({ repository: repository(true), ...payload }) };
    const ended = await runEntry(job, { ...inputs, mode: 'apply', plan_hash: HASH }, env);
    expectRefusal(ended, 3, words, 'What to do:');
    expect(knocks).toBe(0);
  });

  it('of a public repository may look, and may change the server where the configuration says so', async () => {
    const env = job.event({ repository: repository(false) });
    expectRefusal(await runEntry(job, { ...inputs, mode: 'plan' }, env), 3, 'cannot be reached');
    expect(knocks).toBe(1);
    writeFileSync(join(job.workspace, 'edge-phase1.yml'), 'github:\n  allow_public_repository: true\n');
    expectRefusal(await runEntry(job, { ...inputs, mode: 'apply', plan_hash: HASH }, env), 3, 'cannot be reached');
    expect(knocks).toBe(2);
  });
});

describe('a wrong input', () => {
  it.each<[string, ActionInputs, string[]]>([
    ['mode', { mode: 'destroy' }, ["mode: 'destroy' is not allowed", 'plan, apply, verify, rollback']],
    ['step', { step: 'harbour' }, ["step: 'harbour' is not allowed", 'extend-lvm']],
    ['fail_on', { fail_on: 'always' }, ["fail_on: 'always' is not allowed", 'fail, unknown, never']],
    ['plan_hash', { mode: 'apply', plan_hash: 'xyz' }, ["plan_hash: 'xyz' is not a hash", '64 hexadecimal digits']],
    ['plan_hash that is missing', { mode: 'apply' }, ['plan_hash: it is empty', 'Run mode plan first']],
    ['config', { config: 'nowhere.yml' }, ['nowhere.yml']],
  ])('%s: is named with its value and what is allowed', async (_name, wrong, words) => {
    expectRefusal(await runEntry(job, { ...inputs, ...wrong }), 2, ...words);
    expect(knocks).toBe(0);
  });

  it('in the configuration: is named with its file and line', async () => {
    mkdirSync(join(job.workspace, '.github'));
    writeFileSync(join(job.workspace, '.github', 'edge-phase1.yml'), 'extend_lvm:\n  sise: 150GiB\n');
    expectRefusal(await runEntry(job, inputs), 2, '.github/edge-phase1.yml:2', 'sise', 'size');
    expect(knocks).toBe(0);
  });

  it('host: is named with its value and what is allowed', async () => {
    expectRefusal(await runEntry(job, { ...inputs, host: 'edge-1' }), 3, '"edge-1"', 'ssh://user@name[:port]');
  });

  it('ssh_private_key: is not repeated', async () => {
    const ended = await runEntry(job, { ...inputs, ssh_private_key: 'correct horse battery staple' });
    expect(ended.log.replace(/^::add-mask::.*$/gm, '')).not.toContain('horse');
    expectRefusal(ended, 3, '`ssh_private_key`');
    expect(knocks).toBe(0);
  });

  it('cannot smuggle a command of the runner into the log', async () => {
    const ended = await runEntry(job, { ...inputs, mode: 'x\n::set-output name=changed::true', step: 'y' });
    expectRefusal(ended, 2, "mode: 'x?::set-output");
  });
});

describe('the host key', () => {
  it.each([
    ['known for another server', () => publicLine('edge-2', newKey()), 'is not known'],
    ['another than the known one', (name: string) => publicLine(name, newKey()), 'another host key'],
    ['another than the fingerprint', () => `SHA256:${'A'.repeat(43)}`, 'host key'],
  ])('that is %s is refused before a login is tried', async (_name, known, words) => {
    const server = await startServer();
    try {
      const { user, host, port } = server.target;
      const ended = await runEntry(job, {
        host: `ssh://${user}@${host}:${port}`,
        ssh_private_key: server.key,
        ssh_known_hosts: known(`[${host}]:${port}`),
      });
      expectRefusal(ended, 3, words, 'SHA256:');
      expect(server.requests).toEqual([]);
    } finally {
      await server.close();
    }
  });

  it('is refused where no known_hosts is given, with the way to add it', async () => {
    const server = await startServer();
    try {
      const { user, host, port } = server.target;
      const ended = await runEntry(job, { host: `ssh://${user}@${host}:${port}`, ssh_private_key: server.key });
      expectRefusal(ended, 3, 'is not known', server.line.trim().split(' ')[2]!);
      expect(server.requests).toEqual([]);
    } finally {
      await server.close();
    }
  });
});

describeWithAct('in a workflow', () => {
  const WORKFLOW = `
on: [pull_request, workflow_dispatch]
jobs:
  change:
    runs-on: self-hosted
    steps:
      - uses: actions/checkout@v6
      - uses: ./
        with: { mode: apply, host: 'ssh://twister@127.0.0.1:1', plan_hash: '${HASH}' }
`;
  it.each([
    ['pull_request', FORK, 'pull request from a fork'],
    ['workflow_dispatch', { repository: repository(false) }, 'This repository is public'],
  ])(
    'a run that may not change the server fails with an annotation that says why (%s)',
    async (event, payload, words) => {
      const edge = await ActRepository.create({ '.github/workflows/change.yml': WORKFLOW });
      try {
        const run = await edge.run('change.yml', { event, payload });
        expect(run.jobs).toEqual({ 'change.yml/change': 'failure' });
        expect(run.annotations('error').map(({ text }) => text)).toEqual([expect.stringContaining(words)]);
        expect(run.uploads).toEqual([]);
        expect(run.code).toBe(1);
      } finally {
        edge.remove();
      }
    },
  );
});
