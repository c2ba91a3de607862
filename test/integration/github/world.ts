import { type Api, type ApiWorld, githubApi } from '../../../src/github/api';
import { httpSend } from '../../../src/github/send';
import { BOT, type Emulator, startEmulator } from './emulator';
import { FaultyGitHub } from './proxy';
import type { Clock } from './testing';

export { Clock, newIssue, seeded } from './testing';

/** Our client, as somebody, over real connections to the proxy. */
export function clientOf(proxy: FaultyGitHub, clock: Clock, login = BOT, patienceSeconds = 4 * 3600): Api {
  const world: ApiWorld = { send: httpSend('edge-phase1/test'), now: clock.now, sleep: clock.sleep };
  return githubApi({ token: login, url: proxy.url, patienceSeconds }, world);
}

/** What a test has for itself: a repository by its name, behind a proxy that has no fault yet. */
interface Own {
  readonly github: FaultyGitHub;
  readonly name: string;
}

/** Gives each of at most `count` tests of a file a repository of its own, in one emulator behind one proxy. */
export function inOwnRepository(count: number, clock: Clock, take: (own: Own) => void): void {
  const names = Array.from({ length: count }, (_, i) => `edge-${i}`);
  let emulator: Emulator;
  let github: FaultyGitHub;
  let used = 0;
  beforeAll(async () => {
    emulator = await startEmulator(names);
    github = await FaultyGitHub.start(emulator.url, { now: clock.now });
  });
  beforeEach(() => {
    github.options = { now: clock.now };
    github.seen.length = 0;
    take({ github, name: names[used++]! });
  });
  afterAll(async () => {
    await github.stop();
    await emulator.stop();
  });
}
