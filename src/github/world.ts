import { setTimeout as delay } from 'node:timers/promises';
import { version } from '../version';
import { type Api, githubApi } from './api';
import { httpSend } from './send';

type Environment = Readonly<Record<string, string | undefined>>;

/** GitHub as the environment of a job names it. */
export function githubWorld(
  token: string,
  env: Environment,
  patienceSeconds: number,
  signal?: AbortSignal,
): { readonly api: Api; readonly sleep: (seconds: number) => Promise<void> } {
  const sleep = (seconds: number) => delay(seconds * 1000, undefined, { ...(signal && { signal }) });
  const url = env.GITHUB_API_URL || 'https://api.github.com';
  const send = httpSend(`edge-phase1/${version()}`);
  return { api: githubApi({ token, url, patienceSeconds }, { send, now: Date.now, sleep }), sleep };
}
