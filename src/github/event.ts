import type { Mode } from '../evidence/evidence';
import type { PlanRefusal } from '../steps/step';

interface Repository {
  readonly full_name?: string;
}

interface Authored {
  readonly author_association?: string;
}

/** The part of a GitHub event's payload that decides who may change a server. */
export interface EventPayload {
  readonly repository?: Repository & { readonly private?: boolean };
  readonly pull_request?: { readonly head?: { readonly repo?: Repository | null } };
  /** The run that a `workflow_run` event follows. */
  readonly workflow_run?: { readonly head_repository?: Repository | null };
  /** Of an issue, a pull request or a commit. */
  readonly comment?: Authored;
  readonly review?: Authored;
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
  const { repository, pull_request, workflow_run } = payload;
  const sources = [
    ...(pull_request ? [pull_request.head?.repo] : []),
    ...(workflow_run ? [workflow_run.head_repository] : []),
  ];
  if (sources.some((source) => !source?.full_name || source.full_name !== repository?.full_name)) {
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
  const words = payload.comment ?? payload.review ?? (event === 'issue_comment' ? {} : undefined);
  if (words && !TRUSTED.includes(words.author_association ?? '')) {
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
