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
