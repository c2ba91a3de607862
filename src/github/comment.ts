import { type Api, ifThere } from './api';
import { ApiError } from './error';
import { type Comment, findComments, findRecent, type Place, permissionFor, placeName } from './find-comment';
import { entriesOf, entryMarker, firstLineOf, hasMarker, markerLine, retired, type Topic, topicMarker } from './marker';

/**
 * update: the text of the comment is replaced. recreate: it is deleted and posted at the end of the thread. append: the text
 * is put below what is there. hide: the old one is folded away as outdated, a new one posted.
 */
export const COMMENT_MODES = ['update', 'recreate', 'append', 'hide'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

/** GitHub allows 65,536 characters; what it counts is not documented, so that bytes are counted here. */
export const COMMENT_BYTES = 65_000;

export interface CommentRequest {
  readonly topic: Topic;
  /** Tells servers apart whose comments are on the same issue. */
  readonly key: string;
  readonly mode: CommentMode;
  /** Whether nothing is written when the text is the same as before. */
  readonly onlyIfChanged: boolean;
  /** The run that posts; it never posts the same twice. */
  readonly run: string;
  /** The text in at most so many UTF-8 bytes. */
  readonly render: (bytes: number) => string;
  /** GraphQL id of the comment, where it is known: it spares looking for it. */
  readonly remembered?: string;
}

export interface Posted extends Comment {
  readonly did: 'created' | 'updated' | 'unchanged';
}

type CommentApi = Pick<Api, 'graphql' | 'get' | 'write' | 'create'>;

export interface CommentWorld {
  readonly api: CommentApi;
  readonly sleep: (seconds: number) => Promise<void>;
}

/** Puts the one comment of a topic on an issue or pull request. @throws ApiError */
export async function postComment(world: CommentWorld, place: Place, request: CommentRequest): Promise<Posted> {
  const { mode, run, topic, key, onlyIfChanged, render } = request;
  const marker = topicMarker(topic, key);
  const line = markerLine(marker, `${run} ${mode}`);
  const [listed, ...others] = await findComments(world.api, place, marker, request.remembered);
  for (const other of others) await remove(world, place, other);
  // A list may lag, and what is added to or compared has to be what is there now.
  const current = mode === 'update' && !onlyIfChanged ? listed : await asItIs(world, place, marker, listed);

  if (current) {
    const texts = mode === 'append' ? appended(current, run, render) : textsOf(firstLineOf(current.body), render);
    if (onlyIfChanged && same(current.body, texts(COMMENT_BYTES))) return { ...current, did: 'unchanged' };
    const replaces = mode === 'recreate' || mode === 'hide';
    // With this very line, this run has replaced it already, and was asked again.
    if (!replaces || firstLineOf(current.body) === line) {
      const updated = await ifThere(replaceText(world, place, current, texts));
      if (updated) return updated;
    } else if (mode === 'hide') await hide(world, place, current);
    else await remove(world, place, current);
  }
  const first = mode === 'append' ? `${line}\n${entryMarker(run)}` : line;
  return await createOnce(world, place, marker, line, textsOf(first, render));
}

/** undefined when it has gone, or does not have this marker any more. */
async function asItIs({ api }: CommentWorld, place: Place, marker: string, comment: Comment | undefined) {
  const read = comment && (await ifThere(api.get<RestComment>(oneComment(place, comment.id, 'read'))));
  return read && hasMarker(read.body ?? '', marker) ? toComment(read) : undefined;
}

/** The whole comment in at most so many bytes. */
type Texts = (bytes: number) => string;

const textsOf =
  (line: string, render: CommentRequest['render']): Texts =>
  (bytes) =>
    `${line}\n${render(bytes - Buffer.byteLength(line) - 1)}`;

/** Below what is there; when it grows too long, the oldest entries go. */
function appended({ body }: Comment, run: string, render: CommentRequest['render']): Texts {
  const marker = entryMarker(run);
  const earlier = entriesOf(body);
  const before = earlier.length > 0 ? earlier : [`${entryMarker('first')}\n${body.split('\n').slice(1).join('\n')}`];
  const others = before.filter((entry) => !entry.startsWith(marker));
  return (bytes) => {
    const line = firstLineOf(body);
    const newest = `${marker}\n${render(bytes - Buffer.byteLength(`${line}\n${marker}\n`))}`;
    let kept = others;
    const whole = () => [line, ...kept, newest].join('\n');
    while (kept.length > 0 && Buffer.byteLength(whole()) > bytes) kept = kept.slice(1);
    return whole();
  };
}

/** Posts, and makes sure that there is no twin of another run that did so at the same time. */
async function createOnce(
  world: CommentWorld,
  place: Place,
  marker: string,
  line: string,
  texts: Texts,
): Promise<Posted> {
  const { id, nodeId } = await create(world, place, line, texts);
  const older = (await listShowing(world, place, marker, id)).find((comment) => comment.id < id);
  const twin = await asItIs(world, place, marker, older);
  const own: Comment = { id, nodeId, url: '', body: line };
  if (twin) {
    const kept = await replaceText(world, place, twin, textsWithLine(firstLineOf(twin.body), texts));
    await remove(world, place, own);
    return kept;
  }
  const written =
    (await readBack(world, place, id, texts(COMMENT_BYTES))) ?? (await replaceText(world, place, own, texts));
  return { ...written, did: 'created' };
}

/** Lists lag: only one that shows the comment just posted shows also the twin that was posted before it. */
async function listShowing({ api, sleep }: CommentWorld, place: Place, marker: string, id: number) {
  let listed: readonly Comment[] = [];
  for (const seconds of LIST_PAUSES) {
    if (seconds > 0) await sleep(seconds);
    listed = await findRecent(api, place, marker);
    if (listed.some((comment) => comment.id === id)) break;
  }
  return listed;
}

const textsWithLine =
  (line: string, texts: Texts): Texts =>
  (bytes) =>
    [line, ...texts(bytes).split('\n').slice(1)].join('\n');

interface RestComment {
  readonly id: number;
  readonly node_id: string;
  readonly html_url: string;
  readonly body?: string;
}

const toComment = ({ id, node_id, html_url, body = '' }: RestComment): Comment => ({
  id,
  nodeId: node_id,
  url: html_url,
  body,
});

async function create({ api }: CommentWorld, place: Place, line: string, texts: Texts): Promise<Comment> {
  const created = await api.create<RestComment>({
    to: `comment on ${placeName(place)}`,
    needs: permissionFor(place, 'write'),
    path: `/repos/${place.owner}/${place.repo}/issues/${place.number}/comments`,
    body: { body: texts(COMMENT_BYTES) },
    find: async () => {
      const [found] = await findRecent(api, place, line);
      return found && { id: found.id, node_id: found.nodeId, html_url: found.url, body: found.body };
    },
  });
  return toComment(created);
}

/** Half of the limit is tried where GitHub kept the old text although it said that all was well. */
async function replaceText(world: CommentWorld, place: Place, comment: Comment, texts: Texts): Promise<Posted> {
  for (const bytes of [COMMENT_BYTES, COMMENT_BYTES / 2]) {
    const body = texts(bytes);
    await world.api.write({ ...oneComment(place, comment.id, 'update'), method: 'PATCH', body: { body } });
    const written = await readBack(world, place, comment.id, body);
    if (written) return { ...written, did: 'updated' };
  }
  throw new ApiError(
    'rejected',
    `GitHub took the new text of the comment on ${placeName(place)}, and shows the old one. The job summary has the text; run it again.`,
  );
}

const LIST_PAUSES = [0, 1, 4, 15, 40];

/** Replies may come from a copy that lags: what differs is looked at more than once. */
const READ_BACK_PAUSES = [0, 2, 8];

/** undefined when something else is shown than what was written. */
async function readBack(
  { api, sleep }: CommentWorld,
  place: Place,
  id: number,
  body: string,
): Promise<Comment | undefined> {
  for (const seconds of READ_BACK_PAUSES) {
    if (seconds > 0) await sleep(seconds);
    const shown = await ifThere(api.get<RestComment>(oneComment(place, id, 'read back')));
    if (shown && same(shown.body ?? '', body)) return toComment(shown);
  }
  return undefined;
}

/** Hidden first: one that lost its marker cannot be found again to be hidden. */
async function hide({ api }: CommentWorld, place: Place, { id, nodeId, body }: Comment): Promise<void> {
  await api.graphql({
    to: `hide the old comment on ${placeName(place)}`,
    needs: permissionFor(place, 'write'),
    query: `mutation Hide($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } } }`,
    variables: { id: nodeId },
  });
  await api.write({ ...oneComment(place, id, 'mark'), method: 'PATCH', body: { body: retired(body) } });
}

const remove = ({ api }: CommentWorld, place: Place, { id }: Comment) =>
  ifThere(api.write({ ...oneComment(place, id, 'delete'), method: 'DELETE' }));

const oneComment = (place: Place, id: number, verb: string) => ({
  to: `${verb} the comment on ${placeName(place)}`,
  needs: permissionFor(place, verb.startsWith('read') ? 'read' : 'write'),
  path: `/repos/${place.owner}/${place.repo}/issues/comments/${id}`,
});

/** GitHub may end lines its own way. */
const same = (a: string, b: string) => normal(a) === normal(b);
const normal = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
