import { approval, type Finding } from '../checklist/judge';
import { wordsOf } from '../checklist/marker';
import { TRACKING_LABEL } from '../github/checklist';
import { type Decision, decide, helpText, isWriter, parseCommand, type ShownPlan } from '../github/commands';
import { postComment } from '../github/comment';
import { ApiError } from '../github/error';
import { pathOf } from '../github/repository';
import { cell } from '../report/defuse';
import { STEPS } from '../steps';
import { textsOf } from '../texts';
import { standing, syncAll } from './checklist';
import { isBot } from './payload';
import { type Desk, runUrl, type TaskResult } from './world';

const NEEDS = { needs: 'issues: write' } as const;
const NOTHING: TaskResult = { summary: '', outputs: { mode: '', step: '', plan_hash: '' }, warnings: [] };

/** Reads a comment, answers it in place, and says what is to be run on the server. */
export async function commandTask(desk: Desk): Promise<TaskResult> {
  const { comment, issue } = desk.payload;
  const say = textsOf(desk.config).desk.commands;
  const parsed = parseCommand(comment?.body ?? '', STEPS, say);
  if (parsed.kind === 'none' || isBot(comment?.user) || !comment?.id || !issue?.number) return NOTHING;
  const onTracking = !issue.pull_request && Boolean(issue.labels?.some(({ name }) => name === TRACKING_LABEL));
  const role = await roleOf(desk, comment.user?.login ?? '');
  const shown = onTracking ? await plansShown(desk, issue.number) : [];
  const decision = decide(parsed, { onTracking, role, shown }, say);
  if (decision.do === 'nothing') return NOTHING;
  await react(desk, comment.id, decision.do === 'refuse' ? 'confused' : 'eyes');
  // However often people without permission write, they get one answer.
  const key = decision.do === 'refuse' && !isWriter(role) ? 'strangers' : String(comment.id);
  const words = await wordsFor(desk, decision);
  await answer(desk, key, () => words);
  if (decision.do !== 'run') return NOTHING;
  const { mode, step, planHash } = decision;
  return { ...NOTHING, summary: `${mode} ${step}`, outputs: { mode, step, plan_hash: planHash } };
}

async function wordsFor(desk: Desk, decision: Exclude<Decision, { do: 'nothing' }>): Promise<string> {
  const say = textsOf(desk.config).desk.commands;
  switch (decision.do) {
    case 'refuse':
      return say.notDone(decision.why);
    case 'help':
      return helpText(STEPS, say);
    case 'run':
      return say.going(`${decision.mode} ${decision.step}`, runUrl(desk, desk.run));
    default:
      return status(desk, decision.do);
  }
}

async function status(desk: Desk, asked: 'go' | 'status'): Promise<string> {
  const { comment } = desk.payload;
  const say = textsOf(desk.config).desk.commands;
  const who = comment?.user?.login ?? '';
  const go: readonly Finding[] =
    asked === 'go' ? [approval(who, comment?.created_at ?? desk.now().toISOString(), '/phase1 go')] : [];
  const { progress, groups } = await syncAll(desk, go);
  const open = groups.filter(({ closed }) => !closed);
  const next = open[0] ? say.next(open[0].number, cell(open[0].group.title)) : '';
  const recorded = asked === 'go' ? say.go : '';
  return `✅ ${recorded}${say.done(standing(desk, progress))}${next}`;
}

/** As the API tells it, now; what the event says of the author may be old. */
async function roleOf({ api, repository }: Desk, login: string): Promise<string> {
  const path = `${pathOf(repository)}/collaborators/${encodeURIComponent(login)}/permission`;
  try {
    const { role_name, permission } = await api.get<{ role_name?: string; permission?: string }>({
      path,
      to: `look up the permission of ${login}`,
      needs: 'metadata: read',
    });
    return role_name ?? permission ?? 'none';
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'missing') return 'none';
    throw error;
  }
}

interface RestComment {
  readonly body?: string;
  readonly user?: { readonly login?: string } | null;
}

/** Plans in our own comments on this issue. */
async function plansShown({ api, repository }: Desk, number: number): Promise<readonly ShownPlan[]> {
  const to = 'look for plans that were shown';
  const { viewer } = await api.graphql<{ viewer: { login: string } }>({
    to,
    ...NEEDS,
    query: 'query Viewer { viewer { login } }',
    variables: {},
  });
  const plans: ShownPlan[] = [];
  const path = `${pathOf(repository)}/issues/${number}/comments`;
  for await (const { body = '', user } of api.list<RestComment>({ path, to, ...NEEDS })) {
    const [step, intent, hash] = user?.login === viewer.login ? (wordsOf('plan', body) ?? []) : [];
    if (step && intent && hash) plans.push({ step, intent, hash });
  }
  return plans;
}

type Reaction = 'eyes' | 'confused' | 'rocket';

/** The same reaction twice is one. */
export async function react({ api, repository }: Desk, comment: number, content: Reaction): Promise<void> {
  const path = `${pathOf(repository)}/issues/comments/${comment}/reactions`;
  await api.create({ path, body: { content }, to: 'react to a comment', ...NEEDS });
}

/** One comment of ours for each comment of theirs, updated in place. */
export async function answer(
  { api, repository, payload, run, sleep }: Desk,
  key: string,
  render: (bytes: number) => string,
): Promise<void> {
  const number = payload.issue?.number ?? 0;
  const place = { owner: repository.owner, repo: repository.name, number, kind: 'issue' } as const;
  const request = { topic: 'answer', key, mode: 'update', onlyIfChanged: false, run, render } as const;
  await postComment({ api, sleep }, place, request);
}
