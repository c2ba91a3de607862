import type { Mode } from '../evidence/evidence';
import type { PlanRefusal } from '../steps/step';

/** The part of a GitHub event's payload that decides who may change a server. */
export interface EventPayload {
  readonly repository?: { readonly full_name?: string; readonly private?: boolean };
  readonly pull_request?: { readonly head?: { readonly repo?: { readonly full_name?: string } | null } };
  readonly comment?: { readonly author_association?: string };
}

const TRUSTED = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/**
 * Refuses to change a server for an event that strangers can cause.
 *
 * @param allowPublic the configuration's `github.allow_public_repository`
 */
export function eventRefusal(
  mode: Mode,
  event: string,
  payload: EventPayload,
  allowPublic: boolean,
): PlanRefusal | undefined {
  const { repository, pull_request, comment } = payload;
  const fork = pull_request !== undefined && pull_request.head?.repo?.full_name !== repository?.full_name;
  if (fork) {
    return {
      code: 'fork',
      message: 'This run was started by a pull request from a fork: its code is not trusted on your server.',
      wayOut: 'Look at the change, merge it, and start the workflow by hand on your own branch.',
    };
  }
  if (mode === 'plan' || mode === 'verify') return undefined;
  if (event === 'pull_request_target') {
    return {
      code: 'event',
      message:
        'A run for pull_request_target has your secrets and may have a stranger’s code: it may not change a server.',
      wayOut: 'Start the workflow by hand (workflow_dispatch).',
    };
  }
  if (event === 'issue_comment' && !TRUSTED.includes(comment?.author_association ?? '')) {
    return {
      code: 'author',
      message: 'The author of this comment has no write permission here: their comment may not change a server.',
      wayOut: 'Let somebody with write permission ask for it.',
    };
  }
  if (repository?.private === false && !allowPublic) {
    return {
      code: 'public-repository',
      message:
        'This repository is public: strangers can open pull requests whose workflows ask for your self-hosted runner.',
      wayOut:
        'Use a private repository for the server. Or, when outside contributors need approval for all workflow runs (Settings, Actions), set github.allow_public_repository to true in the configuration.',
    };
  }
  return undefined;
}
