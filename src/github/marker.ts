import { sha256 } from '../evidence/hash';

/** What a comment is about: there is one comment a topic (and server) on an issue or pull request. */
export const TOPICS = ['build', 'disk', 'plan', 'progress', 'scorecard', 'answer', 'completion'] as const;
export type Topic = (typeof TOPICS)[number];

const TOPIC = 'edge-phase1:topic:';
const RETIRED = 'edge-phase1:retired:';
const ENTRY = '<!-- edge-phase1:entry:';

/**
 * What all comments of one topic begin with, whichever run posted them.
 *
 * @param key tells servers apart, whose comments may be on the same issue
 */
export const topicMarker = (topic: Topic, key: string) => `<!-- ${TOPIC}${topic}:${sha256(key).slice(0, 12)} post:`;

/** The first line of a comment. `post` names the one POST that made it, so that it can be looked for afterwards. */
export const markerLine = (marker: string, post: string) => `${marker}${sha256(post).slice(0, 16)} -->`;

/** Only the first line counts: what comes later in the comment may be quoted from anywhere. */
export const hasMarker = (body: string, marker: string) => body.startsWith(marker);

export const firstLineOf = (body: string) => body.split(/\r?\n/, 1)[0] ?? '';

/** The same comment, never to be found again. */
export const retired = (body: string) => body.replace(TOPIC, RETIRED);

/** Entries of a comment that grows, each below its own marker. */
export const entryMarker = (run: string) => `${ENTRY}${sha256(run).slice(0, 16)} -->`;

export function entriesOf(body: string): readonly string[] {
  const [, ...entries] = body.split(ENTRY);
  return entries.map((entry) => `${ENTRY}${entry}`.trimEnd());
}
