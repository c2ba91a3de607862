import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../../scripts/setup-runner.sh');

interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function setup(args: readonly string[]): Promise<Answer> {
  return new Promise((done, fail) => {
    const child = spawn('bash', [SCRIPT, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

describe('setup-runner.sh', () => {
  let folder: string;
  let archive: string;
  let github: Server;
  let server: string;
  let status = 404;
  const asked: (string | undefined)[] = [];
  const sha256 = createHash('sha256').update('an archive').digest('hex');
  const good = () => ['--repository', 'owner/name', '--archive', archive, '--sha256', sha256, '--server', server];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'edge-phase1-runner-'));
    archive = join(folder, 'runner.tar.gz');
    writeFileSync(archive, 'an archive');
    github = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(status).end('{}');
    }).listen(0, '127.0.0.1');
    await new Promise((ready) => github.once('listening', ready));
    server = `http://127.0.0.1:${(github.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    github.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    status = 404;
  });

  it.each([
    [['--folder', '/'], "--folder: '/' is not allowed; write an absolute path"],
    [['--folder', '/opt/../etc'], '--folder:'],
    [['--user', 'root'], "--user: 'root' is not allowed"],
    [['--user', 'a;b'], '--user:'],
    [['--repository', 'name'], '--repository: '],
    [['--repository', 'a/b/../c'], '--repository: '],
    [['--sha256', 'abc'], '--sha256: '],
    [['--archive', 'http://example.org/runner.tar.gz'], '--archive: '],
    [['--archive', '/nowhere.tar.gz'], '--archive: '],
    [['--labels', 'a b'], '--labels: '],
    [['--name', 'a b'], '--name: '],
    [['--server', 'http://example.org'], '--server: '],
    [['--step', '../../etc/passwd'], '--step: there is no script'],
    [['--step', 'extend'], '--step: there is no script'],
    [['--token', 'secret'], "'--token' is no option."],
    [['--token-file', '/nowhere'], '--token-file: '],
    [['--user'], '--user needs a value.'],
  ])('%j is wrong usage, and it says what is allowed', async (args, message) => {
    const { code, stderr, stdout } = await setup([...good(), '--plan', ...args]);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('says what it would do, with the repository that GitHub hides from strangers, and does nothing', async () => {
    asked.length = 0;
    const { code, stdout, stderr } = await setup([...good(), '--plan', '--name', 'edge', '--user', 'edge-nobody']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('Make the user edge-nobody');
    expect(stdout).toContain(`if its SHA-256 is ${sha256}`);
    expect(stdout).toContain(`Register it as edge with ${server}/owner/name, labels self-hosted,edge-server`);
    expect(asked).toEqual(['/api/v3/repos/owner/name']);
  });

  it('refuses a repository that strangers can see, unless it is told', async () => {
    status = 200;
    const refused = await setup([...good(), '--yes', '--token-file', archive]);
    expect(refused.stderr).toContain('owner/name is a public repository');
    expect(refused.code).toBe(3);
    expect((await setup([...good(), '--plan', '--allow-public-repository'])).code).toBe(0);
  });

  it('refuses where GitHub does not say: not known is not private', async () => {
    status = 502;
    const { code, stderr } = await setup([...good(), '--plan']);
    expect(stderr).toContain('did not say whether owner/name is public');
    expect(code).toBe(3);
  });

  it('is not carried out without anybody to ask', async () => {
    const { code, stderr } = await setup(good());
    expect(stderr).toMatch(/Nobody can be asked here|This needs root/);
    expect(code).toBe(3);
  });
});
