import type { Evidence } from '../evidence/evidence';
import { postComment } from '../github/comment';
import { ApiError } from '../github/error';
import { pastRuns } from '../github/past-runs';
import { type NumberedPayload, placeOf } from '../github/place';
import { type CommentExtras, commentText, topicOf } from '../report/comment';
import { fitted } from '../report/fit';
import { markdownReport } from '../report/markdown';
import { textsOf } from '../texts';
import { type Desk, runUrl, type TaskResult } from './world';

/** Puts the result of a run on the pull request that it is about. The same text is in the job summary, whatever GitHub allows. */
export async function commentTask(desk: Desk): Promise<TaskResult> {
  const { api, sleep, repository, payload, run } = desk;
  const place = placeOf('auto', `${repository.owner}/${repository.name}`, payload as NumberedPayload);
  const last = desk.evidence.at(-1);
  if (!last) return { summary: nothingText(desk), outputs: {}, warnings: ['There is no result to comment.'] };
  const summary = markdownReport(last);
  if (!place)
    return { summary, outputs: {}, warnings: ['This event is about no pull request: nothing was commented.'] };
  try {
    const extras = await extrasOf(desk, last);
    const request = { topic: topicFor(last), key: last.host, mode: 'update', onlyIfChanged: false, run } as const;
    const posted = await postComment({ api, sleep }, place, {
      ...request,
      render: (bytes) => fitted(commentText(last, extras), bytes),
    });
    return { summary, outputs: { comment_url: posted.url }, warnings: [] };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return {
      summary,
      outputs: {},
      warnings: [`Nothing was commented; the job summary has the result. ${error.message}`],
    };
  }
}

const topicFor = ({ mode, steps }: Evidence) =>
  topicOf(
    mode,
    steps.map(({ step }) => step),
  );

export const nothingText = (desk: Desk) => textsOf(desk.config).desk.commands.noResult(runUrl(desk, desk.run));

/** What a comment shows besides the evidence: the runs before, where there is a history that can be read. */
export async function extrasOf(desk: Desk, evidence: Evidence): Promise<CommentExtras> {
  const artifactUrl = `${runUrl(desk, desk.run)}#artifacts`;
  const history = await pastRuns(desk.api, desk.repository, evidence);
  return { artifactUrl, ...(history && { history }) };
}
