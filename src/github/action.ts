import * as core from '@actions/core';
import type { Inputs } from '../inputs';
import { plain } from '../report/defuse';
import { type Commenter, commenter } from './commenter';
import { pastRuns } from './past-runs';
import { type NumberedPayload, placeOf } from './place';
import { githubWorld } from './world';

type Environment = Readonly<Record<string, string | undefined>>;

/** Longer, and the result of a run waits for its comment rather than the other way round. */
const PATIENCE_SECONDS = 300;

/** The comments of a run of the action. A signal ends all waiting, since the runner kills what stays longer. */
export function actionCommenter(
  { comment, commentMode, commentWhen, commentId, githubToken }: Inputs,
  env: Environment,
  payload: NumberedPayload,
  signal: AbortSignal,
): Commenter {
  const { GITHUB_REPOSITORY = '', GITHUB_RUN_ID = '', GITHUB_RUN_ATTEMPT = '', GITHUB_ACTION = '' } = env;
  const options = {
    place: placeOf(comment, GITHUB_REPOSITORY, payload),
    asked: comment !== 'auto',
    token: githubToken,
    mode: commentMode,
    onlyIfChanged: commentWhen === 'changed',
    remembered: commentId,
    run: `${GITHUB_RUN_ID}/${GITHUB_RUN_ATTEMPT}/${GITHUB_ACTION}`,
  };
  const github = (token: string) => githubWorld(token, env, PATIENCE_SECONDS, signal);
  return commenter(options, {
    now: Date.now,
    later(seconds, act) {
      const timer = setTimeout(act, seconds * 1000);
      return () => clearTimeout(timer);
    },
    github,
    async extras(token, { owner, repo }, evidence) {
      const history = await pastRuns(github(token).api, { owner, name: repo }, evidence);
      return history ? { history } : {};
    },
    warn: (text) => core.warning(plain(text), { title: 'Comment' }),
    info: (text) => core.info(plain(text)),
  });
}
