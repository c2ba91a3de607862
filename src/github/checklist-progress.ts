import { progressOf } from '../checklist/body';
import type { Checklist } from '../checklist/checklist';
import { wordsOf } from '../checklist/marker';
import type { ChecklistLine } from '../evidence/history';
import type { Api } from './api';
import { LABEL } from './checklist';
import { Issues } from './issues';
import type { Repository } from './repository';

/**
 * How far the groups of the checklist are, as their issues say now; `at` is when an issue was last touched, so that looking
 * twice says the same. A group whose issue is not there, or has lost its hidden marker, is left out.
 *
 * @throws ApiError
 */
export async function checklistProgress(
  api: Api,
  repository: Repository,
  { groups }: Checklist,
): Promise<readonly ChecklistLine[]> {
  const issues = await new Issues(api, repository).withLabel(LABEL);
  return groups.flatMap(({ id, title }, place) => {
    const issue = issues.find(({ body }) => wordsOf('group', body ?? '')?.[0] === id);
    if (!issue?.updated_at) return [];
    return [{ at: issue.updated_at, group: id, place, title, ...progressOf(issue.body ?? '') }];
  });
}
