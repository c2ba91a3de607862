import type { Progress } from '../checklist/body';
import { boxesSet } from '../checklist/body';
import { checklistOf } from '../checklist/config';
import { approval, byPerson, type Finding } from '../checklist/judge';
import { type ChecklistWorld, type Synced, syncChecklist } from '../github/checklist';
import { postComment } from '../github/comment';
import { ApiError } from '../github/error';
import { DATA_BRANCH } from '../github/history';
import { pathOf } from '../github/repository';
import { textsOf } from '../texts';
import { isBot } from './payload';
import { type Desk, repositoryUrl, type TaskResult } from './world';

/** Brings the checklist's issues up to date with the evidence, the reviews and what people ticked. */
export async function checklistTask(desk: Desk): Promise<TaskResult> {
  const warnings: string[] = [];
  const say = textsOf(desk.config).desk.checklist;
  const synced = await syncAll(desk, await reviews(desk, warnings));
  return {
    summary: say.stands(standing(desk, synced.progress), synced.url),
    outputs: { issue_url: synced.url, complete: String(synced.complete) },
    warnings,
  };
}

export const standing = ({ config }: Desk, { done, total }: Progress) =>
  textsOf(config).desk.checklist.standing(done, total);

export function syncAll(desk: Desk, approvals: readonly Finding[]): Promise<Synced> {
  const { api, repository, config, evidence, sleep, run } = desk;
  const links = { repository: repositoryUrl(desk), dataBranch: DATA_BRANCH };
  const news = { evidence, approvals, people: peopleIn(desk) };
  const world: ChecklistWorld = {
    sleep,
    async comment(number, topic, text) {
      const place = { owner: repository.owner, repo: repository.name, number, kind: 'issue' } as const;
      const request = { topic, key: 'checklist', mode: 'update', onlyIfChanged: true, run } as const;
      await postComment({ api, sleep }, place, { ...request, render: () => text });
    },
  };
  return syncChecklist(api, repository, checklistOf(config), news, links, world, textsOf(config).desk.checklist);
}

/** Who set which box, when this run was started by an edit of an issue. */
function peopleIn({ payload, config }: Desk): ReadonlyMap<string, Finding> {
  const { action, issue, changes, sender } = payload;
  const from = changes?.body?.from;
  if (action !== 'edited' || typeof from !== 'string' || !sender?.login || isBot(sender)) return new Map();
  const { login } = sender;
  const set = boxesSet(from, issue?.body ?? '');
  return new Map(
    set.map(({ id, ticked }) => [id, byPerson(login, issue?.updated_at ?? '', ticked, textsOf(config).desk.checklist)]),
  );
}

interface Review {
  readonly state?: string;
  readonly user?: { readonly login?: string };
  readonly environments?: readonly { readonly name?: string }[];
}

/** Reviewers of an environment who let an apply go on have decided to go. */
async function reviews(desk: Desk, warnings: string[]): Promise<readonly Finding[]> {
  const applied = desk.evidence.findLast(({ mode }) => mode === 'apply');
  if (!applied || !/^\d+$/.test(desk.source)) return [];
  const path = `${pathOf(desk.repository)}/actions/runs/${desk.source}/approvals`;
  try {
    const all = await desk.api.get<Review[]>({ path, to: 'read who approved the run', needs: 'actions: read' });
    return all
      .filter(({ state }) => state === 'approved')
      .map(({ user, environments }) =>
        approval(
          user?.login ?? 'unknown',
          applied.started,
          textsOf(desk.config).desk.checklist.review(environments?.[0]?.name ?? 'environment'),
        ),
      );
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    warnings.push(`Who approved the run is not known. ${error.message}`);
    return [];
  }
}
