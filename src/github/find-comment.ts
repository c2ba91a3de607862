import type { Api } from './api';
import { ApiError, type Purpose } from './error';
import { hasMarker } from './marker';

/** The issue or pull request that is commented on. */
export interface Place {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  /** Decides which permission is needed. */
  readonly kind: 'issue' | 'pull request' | 'unknown';
}

export interface Comment {
  readonly id: number;
  /** Its id in GraphQL; what is remembered. */
  readonly nodeId: string;
  readonly url: string;
  readonly body: string;
}

export const placeName = ({ owner, repo, number }: Place) => `${owner}/${repo}#${number}`;
export function permissionFor({ kind }: Place, level: 'read' | 'write'): string {
  if (kind === 'unknown') return `issues: ${level} (for a pull request pull-requests: ${level})`;
  return `${kind === 'issue' ? 'issues' : 'pull-requests'}: ${level}`;
}

interface Node {
  readonly id: string;
  readonly databaseId: number;
  readonly url: string;
  readonly body: string;
  readonly author: { readonly login: string } | null;
}

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Node[];
}

interface Found {
  readonly viewer: { readonly login: string };
  readonly repository: { readonly issueOrPullRequest: { readonly recent: Page; readonly early?: Page } };
}

const NODE = 'id databaseId url body author { login }';
/** Comments that people wrote first are few; one that we made when the thread was young is among these. */
const EARLY = 20;
const PAGES = `
  recent: comments(first: 100, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
    pageInfo { hasNextPage endCursor }
    nodes { ${NODE} }
  }
  early: comments(first: ${EARLY}) @include(if: $first) { nodes { ${NODE} } }`;
const COMMENTS = `query Comments($owner: String!, $repo: String!, $number: Int!, $after: String, $first: Boolean!) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    issueOrPullRequest(number: $number) {
      ... on Issue { ${PAGES} }
      ... on PullRequest { ${PAGES} }
    }
  }
}`;
const ONE = `query Comment($id: ID!) {
  viewer { login }
  node(id: $id) { ... on IssueComment { ${NODE} } }
}`;

type Reads = Pick<Api, 'graphql'>;

/**
 * Our comments with this marker, the oldest first.
 *
 * One request where it is remembered, or among the hundred that were touched last, or among the first of the thread. Else
 * pages backwards in the order of the last edit: what it costs depends on how much was written since our last update, not on
 * the length of the thread; and once updated, it is at the front again.
 */
export async function findComments(
  api: Reads,
  place: Place,
  marker: string,
  remembered?: string,
): Promise<readonly Comment[]> {
  const known = remembered === undefined ? undefined : await rememberedComment(api, place, marker, remembered);
  if (known) return [known];
  let after: string | null = null;
  do {
    const { viewer, repository } = await commentsPage(api, place, after);
    const { recent, early } = repository.issueOrPullRequest;
    const ours = [...(early?.nodes ?? []), ...recent.nodes].filter((node) => isOurs(node, viewer.login, marker));
    if (ours.length > 0) return distinct(ours.map(toComment));
    after = recent.pageInfo.hasNextPage ? recent.pageInfo.endCursor : null;
  } while (after !== null);
  return [];
}

/** Only among the hundred that were touched last: for what was just posted. */
export async function findRecent(api: Reads, place: Place, marker: string): Promise<readonly Comment[]> {
  const { viewer, repository } = await commentsPage(api, place, null);
  const { recent } = repository.issueOrPullRequest;
  return distinct(recent.nodes.filter((node) => isOurs(node, viewer.login, marker)).map(toComment));
}

async function commentsPage(api: Reads, place: Place, after: string | null): Promise<Found> {
  const { owner, repo, number } = place;
  const purpose = lookingAt(place);
  const variables = { owner, repo, number, after, first: after === null };
  const found = await api.graphql<Found | { repository: null }>({ ...purpose, query: COMMENTS, variables });
  if (!found.repository?.issueOrPullRequest) {
    throw new ApiError(
      'missing',
      `GitHub refused to ${purpose.to}: either it does not exist, or the token lacks the permission '${purpose.needs}'.`,
      404,
      purpose.needs,
    );
  }
  return found;
}

/** undefined when it is gone, somebody else's, of another topic or of another place. */
async function rememberedComment(api: Reads, place: Place, marker: string, id: string): Promise<Comment | undefined> {
  try {
    const query = { ...lookingAt(place), query: ONE, variables: { id } };
    const { viewer, node } = await api.graphql<{ viewer: { login: string }; node: Node | null }>(query);
    const here = node?.url?.includes(`/${place.repo}/`) && node.url.includes(`/${place.number}#`);
    return node && here && isOurs(node, viewer.login, marker) ? toComment(node) : undefined;
  } catch (error) {
    if (error instanceof ApiError && (error.kind === 'missing' || error.kind === 'rejected')) return undefined;
    throw error;
  }
}

const lookingAt = (place: Place): Purpose => ({
  to: `look for its comment on ${placeName(place)}`,
  needs: permissionFor(place, 'read'),
});

/** GraphQL leaves out the `[bot]` that REST and `viewer` show. */
const isOurs = ({ author, body }: Node, viewer: string, marker: string) =>
  author !== null && author.login.replace('[bot]', '') === viewer.replace('[bot]', '') && hasMarker(body, marker);

const toComment = ({ id, databaseId, url, body }: Node): Comment => ({ id: databaseId, nodeId: id, url, body });

const distinct = (comments: readonly Comment[]) =>
  [...new Map(comments.map((comment) => [comment.id, comment])).values()].sort((a, b) => a.id - b.id);
