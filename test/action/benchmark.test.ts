import { PERSON } from '../integration/github/emulator';
import { type ActRun, describeWithAct } from './act';
import { DeskLab, NAME, SERVER_STAND_IN } from './desk';

describeWithAct('benchmark.yml', () => {
  let lab: DeskLab;
  let pull: number;
  beforeAll(async () => {
    lab = await DeskLab.start(SERVER_STAND_IN);
    ({ number: pull } = await lab.api<{ number: number }>('POST', 'issues', { title: 'A faster build' }));
  }, 60_000);
  afterAll(() => lab?.stop());

  const start = (change: { action?: string; labels?: string[]; label?: string; from?: string }): Promise<ActRun> => {
    const { action = 'synchronize', labels = [], label, from = NAME } = change;
    return lab.run('benchmark.yml', 'pull_request', {
      action,
      number: pull,
      ...(label && { label: { name: label } }),
      pull_request: {
        number: pull,
        labels: labels.map((name) => ({ name })),
        head: { sha: 'HEAD', ref: 'faster', repo: { full_name: from } },
        base: { sha: 'HEAD~1', ref: 'main' },
      },
    });
  };
  const comments = async () => (await lab.comments(pull)).filter(({ user }) => user.login !== PERSON);

  // The cases follow one pull request.

  it('that touches a Dockerfile builds base and head on the server', async () => {
    await lab.repository.commit({ Dockerfile: 'FROM scratch\n' });
    const run = await start({});
    expect(run.annotations('error')).toEqual([]);
    expect(run.log).toContain('called: apply build-test');
  }, 300_000);

  it('with the label builds base and head on the server, and comments the result', async () => {
    const run = await start({ labels: ['benchmark'] });
    expect(run.annotations('error')).toEqual([]);
    expect(Object.values(run.jobs)).toEqual(['success', 'success', 'success']);
    expect(run.log).toContain('called: apply build-test');
    expect(run.log).toMatch(/build_test\.context=\S+\/head$/m);
    expect(run.log).toMatch(/build_test\.baseline\.against=\S+\/base$/m);
    expect(await comments()).toHaveLength(1);
  }, 300_000);

  it('again, the comment is updated in place', async () => {
    const [before] = await comments();
    await start({ labels: ['benchmark'] });
    expect((await comments()).map(({ id }) => id)).toEqual([before?.id]);
  }, 300_000);

  it('for a pull request that does not touch the image measures nothing', async () => {
    await lab.repository.commit({ 'README.md': 'words\n' });
    const run = await start({});
    expect(run.log).not.toContain('called:');
    expect(run.annotations('error')).toEqual([]);
  }, 300_000);

  it('for another label measures nothing', async () => {
    const run = await start({ action: 'labeled', label: 'bug', labels: ['benchmark', 'bug'] });
    expect(run.jobs).toEqual({});
  }, 300_000);

  it('for a fork does nothing at all', async () => {
    const run = await start({ labels: ['benchmark'], from: 'mallory/edge-server' });
    expect(run.jobs).toEqual({});
  }, 300_000);
});
