import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localHost } from '../../../src/host/local';

test('the job’s environment stays with the job', async () => {
  // jest itself sets these two, as a runner sets the job's variables.
  const job = /^(NODE_ENV|JEST_WORKER_ID|GITHUB_\w+|RUNNER_\w+|INPUT_\w+)=/m;
  expect((await localHost().run(['env'])).stdout).not.toMatch(job);
  expect((await localHost().batch([{ id: 'env', argv: ['env'] }]))[0]!.stdout).not.toMatch(job);
});

test('the user’s home folder does not', async () => {
  expect((await localHost().run(['env'])).stdout).toMatch(/^HOME=/m);
});

test('a program may open its standard input by name: so a host script is put in its place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'edge-phase1-'));
  try {
    const target = join(folder, 'new', 'script.sh');
    const { code, stderr } = await localHost().run(['install', '-D', '-m', '0755', '/dev/stdin', target], {
      stdin: 'größe\n',
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(readFileSync(target, 'utf8')).toBe('größe\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
