import { type Api, type ApiWorld, githubApi } from '../../../src/github/api';
import { httpSend } from '../../../src/github/send';
import { BOT } from './emulator';
import type { FaultyGitHub } from './proxy';
import type { Clock } from './testing';

export { Clock, newIssue, seeded } from './testing';

/** Our client, as somebody, over real connections to the proxy. */
export function clientOf(proxy: FaultyGitHub, clock: Clock, login = BOT, patienceSeconds = 4 * 3600): Api {
  const world: ApiWorld = { send: httpSend('edge-phase1/test'), now: clock.now, sleep: clock.sleep };
  return githubApi({ token: login, url: proxy.url, patienceSeconds }, world);
}
