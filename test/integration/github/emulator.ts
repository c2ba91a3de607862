import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The author of what workflows post, and a person. The name of each is its token too. */
export const BOT = 'github-actions[bot]';
export const PERSON = 'octocat';
/** The emulator limits each token to 5,000 requests an hour of real time; the proxy takes them in turn. */
const TOKENS = 20;

export const tokensOf = (login: string) => Array.from({ length: TOKENS }, (_, i) => `${login}-${i}`);

export interface Emulator {
  readonly url: string;
  stop(): Promise<void>;
}

/** GitHub's API with the given repositories of octocat, at a free port of this machine. */
export async function startEmulator(repositories: readonly string[]): Promise<Emulator> {
  const logins = [BOT, PERSON];
  const seed = {
    tokens: Object.fromEntries(
      logins.flatMap((login) => tokensOf(login).map((token) => [token, { login, scopes: ['repo'] }])),
    ),
    github: {
      users: logins.map((login) => ({ login })),
      repos: repositories.map((name) => ({ owner: PERSON, name, auto_init: true })),
    },
  };
  const child = spawn(process.execPath, [join(__dirname, 'start-emulator.mjs'), JSON.stringify(seed)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: line.toString().trim().replace('localhost', '127.0.0.1'),
    async stop() {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}
