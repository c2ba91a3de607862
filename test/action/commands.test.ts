import { PLAN_CHECKLIST } from '../../src/checklist/plan';
import { NO_NEWS, syncChecklist, TRACKING_LABEL } from '../../src/github/checklist';
import { PERSON } from '../integration/github/emulator';
import { Clock, clientOf } from '../integration/github/world';
import { type ActRun, describeWithAct } from './act';
import { DeskLab, HASH, NAME, SERVER_STAND_IN } from './desk';

describeWithAct('commands.yml', () => {
  let lab: DeskLab;
  let tracking: number;
  let answered = 0;
  beforeAll(async () => {
    lab = await DeskLab.start(SERVER_STAND_IN);
    const clock = new Clock();
    lab.github.options = { now: clock.now };
    const links = { repository: `https://github.com/${NAME}`, dataBranch: 'edge-phase1-data' };
    const world = { sleep: clock.sleep, comment: async () => {} };
    const repository = { owner: PERSON, name: 'edge-server' };
    ({ tracking } = await syncChecklist(
      clientOf(lab.github, clock),
      repository,
      PLAN_CHECKLIST,
      NO_NEWS,
      links,
      world,
    ));
    lab.github.options = { now: Date.now };
  }, 120_000);
  afterAll(() => lab?.stop());

  /** Somebody comments; what is said then. */
  async function say(body: string, login = PERSON, labels = [TRACKING_LABEL]) {
    const comment = await lab.api<{ id: number }>('POST', `issues/${tracking}/comments`, { body });
    const payload = {
      action: 'created',
      comment: {
        id: comment.id,
        body,
        created_at: '2026-02-11T09:00:00Z',
        user: { login, type: 'User' },
        author_association: 'OWNER',
      },
      issue: { number: tracking, labels: labels.map((name) => ({ name })) },
    };
    const run = await lab.run('commands.yml', 'issue_comment', payload);
    const answers = (await lab.comments(tracking)).filter(({ user }) => user.login !== PERSON).slice(answered);
    answered += answers.length;
    return { run, answers: answers.map(({ body: text }) => text), reactions: await lab.reactions(comment.id) };
  }
  const called = (run: ActRun) => [...run.log.matchAll(/^called: (.*)$/gm)].map(([, words]) => words?.trim());

  // The cases follow one issue.

  it('/phase1 plan shows the plan in place, with the words that carry it out', async () => {
    const { run, answers, reactions } = await say('/phase1 plan extend-lvm');
    expect(run.annotations('error')).toEqual([]);
    expect(called(run)).toEqual(['plan extend-lvm']);
    expect(answers).toEqual([expect.stringContaining(`/phase1 apply extend-lvm ${HASH.slice(0, 12)}`)]);
    expect(answers[0]).toContain('100 GiB → 150 GiB');
    expect(reactions).toEqual(['eyes', 'rocket']);
  }, 300_000);

  it('/phase1 apply with a hash that was never shown is refused, and the server is left alone', async () => {
    const { run, answers, reactions } = await say(`/phase1 apply extend-lvm ${'0'.repeat(64)}`);
    expect(called(run)).toEqual([]);
    expect(answers).toEqual([expect.stringContaining('❌ Not done. No plan of extend-lvm with this hash')]);
    expect(reactions).toEqual(['confused']);
  }, 300_000);

  it('/phase1 apply with the hash that was shown carries out exactly that plan', async () => {
    const { run, answers } = await say(`/phase1 apply extend-lvm ${HASH.slice(0, 12)}`);
    expect(called(run)).toEqual(['plan extend-lvm', `apply extend-lvm ${HASH}`]);
    expect(answers).toEqual([expect.stringContaining('done and verified')]);
  }, 300_000);

  it('/phase1 go is recorded in the checklist with who and when', async () => {
    const { run, answers } = await say('/phase1 go');
    expect(called(run)).toEqual([]);
    expect(answers).toEqual([expect.stringContaining('GO is recorded')]);
    const issues = await lab.api<{ body: string }[]>('GET', 'issues?labels=edge-phase1&state=all&per_page=100');
    const line = issues.flatMap(({ body }) => body.split('\n')).find((text) => text.includes('item go-decision'));
    expect(line).toMatch(/^- \[x\] Decision: GO .*👤 octocat, .*2026&#45;02&#45;11 09&#58;00 UTC/);
  }, 300_000);

  it('a stranger is refused, whatever the event says of them', async () => {
    const { run, answers } = await say('/phase1 plan extend-lvm', 'mallory');
    expect(called(run)).toEqual([]);
    expect(answers).toEqual([expect.stringContaining('write permission')]);
    const again = await say('/phase1 go', 'mallory');
    expect(again.answers).toEqual([]);
  }, 300_000);

  it('hostile words are refused plainly, and reach neither a shell nor the answer', async () => {
    const words = '/phase1 plan extend-lvm$(touch$' + '{IFS}pwned)`id`"; echo pwned @octocat <!-- edge-phase1:plan -->';
    const { run, answers } = await say(words);
    expect(called(run)).toEqual([]);
    expect(answers).toEqual([expect.stringMatching(/❌ Not done\. /)]);
    expect(answers[0]).not.toMatch(/pwned|octocat/);
    expect(run.code).toBe(0);
  }, 300_000);

  it('a comment that is no command starts nothing', async () => {
    const { run, answers } = await say('I would say /phase1 go');
    expect(run.jobs).toEqual({});
    expect(answers).toEqual([]);
  }, 300_000);
});
