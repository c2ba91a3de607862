import type { Evidence } from '../evidence/evidence';
import { Refusal } from '../host/host';
import { commentText, topicOf } from '../report/comment';
import { fitted } from '../report/fit';
import { type CommentWorld, postComment } from './comment';
import { parseCommentTarget, placeOf } from './place';

export interface CommentCommand {
  readonly evidence: Evidence;
  /** Number of the issue or pull request. */
  readonly to: string;
  /** `owner/name`; empty for the one of the evidence. */
  readonly repository: string;
}

/**
 * Posts what a run found, from its evidence, in a job that has the token and nothing of the server. Answers the address.
 *
 * @throws Refusal or ApiError, with what to do
 */
export async function postFromEvidence(command: CommentCommand, world: CommentWorld): Promise<string> {
  const { evidence } = command;
  const repository = command.repository || (evidence.trigger?.repository ?? '');
  const target = parseCommentTarget(command.to);
  const place = typeof target === 'number' ? placeOf(target, repository, {}) : undefined;
  if (!place) {
    throw new Refusal(
      'place',
      `'${command.to}' in the repository '${repository}' is no place for a comment.`,
      'Pass the number of an issue or pull request with --to, and owner/name with --repository.',
    );
  }
  const { mode, steps, host, run } = evidence;
  const text = commentText(evidence);
  const topic = topicOf(
    mode,
    steps.map(({ step }) => step),
  );
  const request = { topic, key: host, mode: 'update', onlyIfChanged: false, run } as const;
  return (await postComment(world, place, { ...request, render: (bytes) => fitted(text, bytes) })).url;
}
