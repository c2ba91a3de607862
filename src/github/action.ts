import { setTimeout as delay } from 'node:timers/promises';
import * as core from '@actions/core';
import type { Inputs } from '../inputs';
import { plain } from '../report/defuse';
import { version } from '../version';
import { githubApi } from './api';
import type { CommentWorld } from './comment';
import { type Commenter, commenter } from './commenter';
import { type NumberedPayload, placeOf } from './place';
import { httpSend } from './send';

type Environment = Readonly<Record<string, string | undefined>>;

/** Longer, and the result of a run waits for its comment rather than the other way round. */
const PATIENCE_SECONDS = 300;

/** The comments of a run of the action. A signal ends all waiting, since the runner kills what stays longer. */
export function actionCommenter(
  { comment, githubToken }: Inputs,
  env: Environment,
  payload: NumberedPayload,
  signal: AbortSignal,
): Commenter {
  const { GITHUB_REPOSITORY = '', GITHUB_RUN_ID = '', GITHUB_RUN_ATTEMPT = '' } = env;
  const options = {
    place: placeOf(comment, GITHUB_REPOSITORY, payload),
    asked: comment !== 'auto',
    token: githubToken,
    run: `${GITHUB_RUN_ID}/${GITHUB_RUN_ATTEMPT}`,
  };
  return commenter(options, {
    now: Date.now,
    later(seconds, act) {
      const timer = setTimeout(act, seconds * 1000);
      return () => clearTimeout(timer);
    },
    github: (token) => githubWorld(token, env, PATIENCE_SECONDS, signal),
    warn: (text) => core.warning(plain(text), { title: 'Comment' }),
    info: (text) => core.info(plain(text)),
  });
}

/** GitHub as the environment of a job names it. */
export function githubWorld(
  token: string,
  env: Environment,
  patienceSeconds: number,
  signal?: AbortSignal,
): CommentWorld {
  const sleep = (seconds: number) => delay(seconds * 1000, undefined, { ...(signal && { signal }) });
  const url = env.GITHUB_API_URL || 'https://api.github.com';
  const send = httpSend(`edge-phase1/${version()}`);
  return { api: githubApi({ token, url, patienceSeconds }, { send, now: Date.now, sleep }), sleep };
}
