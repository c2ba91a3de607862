import type { Issue } from '../../src/github/issues';
import { PERSON } from '../integration/github/emulator';
import { describeWithAct } from './act';
import { APPLIED, DeskLab, NAME } from './desk';

describeWithAct('checklist.yml', () => {
  let lab: DeskLab;
  beforeAll(async () => {
    lab = await DeskLab.start();
  }, 60_000);
  afterAll(() => lab?.stop());

  const issues = () => lab.api<Issue[]>('GET', 'issues?labels=edge-phase1&state=all&per_page=100');
  const run77 = {
    workflow_run: { id: 77, name: 'Phase 1', conclusion: 'success', head_repository: { full_name: NAME } },
    action: 'completed',
  };
  const artifacts = { 'edge-phase1-run': JSON.stringify(APPLIED) };

  // The cases follow one repository.

  it('after a run of Phase 1 opens the issues, ticks what was proved, and keeps the measurements', async () => {
    const run = await lab.run('checklist.yml', 'workflow_run', run77, { artifacts }, PERSON);
    expect(run.annotations('error')).toEqual([]);
    expect(Object.values(run.jobs)).toEqual(['success', 'success']);
    const all = await issues();
    expect(all).toHaveLength(9);
    const text = all.map(({ body }) => body).join('\n');
    expect(text.match(/- \[x\] /g)).toHaveLength(4);
    expect(text).toContain(`](https://github.com/${NAME}/actions/runs/77)`);
    expect(run.summaries.join('\n')).toContain('4 of 31 items');
    const { content } = await lab.api<{ content: string }>('GET', 'contents/disks.jsonl?ref=edge-phase1-data');
    expect(Buffer.from(content, 'base64').toString().trim().split('\n')).toHaveLength(2);
  }, 300_000);

  it('for a person’s tick says who it was, and changes nothing else', async () => {
    const day = (await issues()).find(({ body }) => body?.includes('item go-meeting'))!;
    const from = day.body ?? '';
    const body = from.replace('- [ ] Meeting Go/No-Go', '- [x] Meeting Go/No-Go');
    await lab.api('PATCH', `issues/${day.number}`, { body });
    const updated_at = new Date().toISOString();
    const run = await lab.run('checklist.yml', 'issues', {
      action: 'edited',
      sender: { login: PERSON, type: 'User' },
      issue: { number: day.number, body, updated_at, labels: [{ name: 'edge-phase1' }] },
      changes: { body: { from } },
    });
    expect(run.annotations('error')).toEqual([]);
    const after = (await issues()).find(({ number }) => number === day.number)?.body ?? '';
    expect(after).toContain('👤 ticked by octocat');
    const others = (text: string) => text.split('\n').filter((line) => !line.includes('item go-meeting'));
    expect(others(after)).toEqual(others(body));
  }, 300_000);

  it('without the permission to write the history leaves it as an artifact, and warns', async () => {
    const later = {
      ...APPLIED,
      steps: APPLIED.steps.map((step) => ({ ...step, after: { ...step.after!, at: '2026-11-25T00:00:00Z' } })),
    };
    const run = await lab.run('checklist.yml', 'workflow_run', run77, {
      artifacts: { 'edge-phase1-run': JSON.stringify(later) },
    });
    expect(
      run
        .annotations('warning')
        .map(({ text }) => text)
        .join('\n'),
    ).toContain("'contents: write'");
    expect(Object.values(run.jobs)).toEqual(['success', 'success']);
  }, 300_000);

  it('for a run of a fork does nothing', async () => {
    const workflow_run = { ...run77.workflow_run, head_repository: { full_name: 'mallory/edge-server' } };
    const run = await lab.run('checklist.yml', 'workflow_run', { ...run77, workflow_run }, { artifacts });
    expect(run.jobs).toEqual({});
  }, 300_000);

  it('evidence that is none stops it with a sentence, and the issues stay as they are', async () => {
    const before = await issues();
    const run = await lab.run('checklist.yml', 'workflow_run', run77, {
      artifacts: { 'edge-phase1-run': '{"schema":"<img src=x>"}' },
    });
    expect(run.code).toBe(1);
    expect(run.annotations('error')[0]?.text).toContain('cannot be read as evidence');
    expect(await issues()).toEqual(before);
  }, 300_000);
});
