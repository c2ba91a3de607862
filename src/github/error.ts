import type { Received } from './transport';

export type ErrorKind =
  /** The token is wrong or lacks a permission. */
  | 'denied'
  /** It is not there, or the token may not see it. */
  | 'missing'
  /** GitHub does not take it: wrong values, a conflict, a closed door. */
  | 'rejected'
  /** It was not done: GitHub asks for a longer wait than there is patience. */
  | 'throttled'
  /** It was not done: GitHub could not be reached. */
  | 'unreachable'
  /** Nobody knows whether it was done. */
  | 'unclear';

/** A request that GitHub did not fulfil. The message is for people: what, why, and what to do. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly kind: ErrorKind,
    message: string,
    readonly status?: number,
    /** The permission that is missing, as in a workflow's `permissions:`. */
    readonly permission?: string,
  ) {
    super(message);
  }
}

/** What is asked for, in words for messages. */
export interface Purpose {
  /** Ends the sentence "GitHub refused to ...". */
  readonly to: string;
  /** Permission as in a workflow's `permissions:`, such as `issues: write`. */
  readonly needs: string;
}

/** The error for a reply that GitHub meant. */
export function refusalOf({ to, needs }: Purpose, { status, headers, text }: Received): ApiError {
  const said = messageIn(text);
  const because = said ? `: ${said}` : '';
  if (status === 401) {
    return new ApiError(
      'denied',
      `GitHub does not accept the token, and so refused to ${to}${because}. Check github_token; the token of a job ends with the job.`,
      status,
    );
  }
  const permission = acceptedPermission(headers['x-accepted-github-permissions']) ?? needs;
  if (status === 403) {
    return new ApiError(
      'denied',
      `GitHub refused to ${to} (403${because}). The token lacks the permission '${permission}': add it under permissions: of the job. A run for a pull request from a fork never gets it.`,
      status,
      permission,
    );
  }
  if (status === 404 || status === 410) {
    return new ApiError(
      'missing',
      `GitHub refused to ${to} (${status}${because}). Either it does not exist, or the token lacks the permission '${permission}'.`,
      status,
      permission,
    );
  }
  return new ApiError('rejected', `GitHub refused to ${to} (${status}${because}).`, status);
}

/** GraphQL answers 200 and says what is wrong in the document. */
export function graphqlRefusal(
  { to, needs }: Purpose,
  errors: readonly { type?: string; message?: string }[],
): ApiError {
  const said = errors.map(({ message = '' }) => message).join('; ');
  const type = errors[0]?.type;
  if (type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES' || /not accessible by integration/i.test(said)) {
    return refusalOf({ to, needs }, { status: 403, headers: {}, text: JSON.stringify({ message: said }) });
  }
  if (type === 'NOT_FOUND') {
    return refusalOf({ to, needs }, { status: 404, headers: {}, text: JSON.stringify({ message: said }) });
  }
  return new ApiError('rejected', `GitHub refused to ${to}: ${said}.`, 200);
}

function messageIn(text: string): string {
  try {
    const { message = '', errors = [] } = JSON.parse(text) as {
      message?: string;
      errors?: { code?: string; field?: string }[];
    };
    const details = errors.map(({ field = '', code = '' }) => `${field} ${code}`.trim()).filter(Boolean);
    return [message.replace(/\.$/, ''), ...details].join('; ').slice(0, 300);
  } catch {
    return '';
  }
}

/** `issues=write; pull_requests=write` -> `issues: write`; the first of the sets that would do. */
function acceptedPermission(header: string | undefined): string | undefined {
  const [first] = header?.split(/[;,]/) ?? [];
  const [, name, level] = /^\s*(\w+)=(\w+)\s*$/.exec(first ?? '') ?? [];
  return name && level && `${name.replaceAll('_', '-')}: ${level}`;
}
