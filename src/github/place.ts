import type { EventPayload } from './event';
import type { Place } from './find-comment';

/** Where a comment goes: a number, `off`, or `auto`, the issue or pull request that the event is about. */
export type CommentTarget = 'auto' | 'off' | number;

/** @returns undefined for text that is none of these */
export function parseCommentTarget(text: string): CommentTarget | undefined {
  if (text === 'auto' || text === 'off') return text;
  return /^#?[1-9]\d{0,8}$/.test(text) ? Number(text.replace('#', '')) : undefined;
}

export interface NumberedPayload extends EventPayload {
  readonly number?: number;
  readonly issue?: { readonly number?: number; readonly pull_request?: object };
  readonly pull_request?: EventPayload['pull_request'] & { readonly number?: number };
}

/**
 * The issue or pull request to comment on; undefined where there is none.
 *
 * @param repository `owner/name`
 */
export function placeOf(target: CommentTarget, repository: string, payload: NumberedPayload): Place | undefined {
  const [owner = '', repo = ''] = repository.split('/');
  const { issue, pull_request } = payload;
  const number = target === 'auto' ? (pull_request?.number ?? issue?.number) : target;
  if (target === 'off' || number === undefined || number === 'off' || repo === '') return undefined;
  return { owner, repo, number: Number(number), kind: kindOf(Number(number), payload) };
}

function kindOf(number: number, { issue, pull_request }: NumberedPayload): Place['kind'] {
  if (pull_request?.number === number) return 'pull request';
  if (issue?.number === number) return issue.pull_request ? 'pull request' : 'issue';
  return 'unknown';
}
