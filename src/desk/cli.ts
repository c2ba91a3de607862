import { loadConfig } from '../config/load';
import { githubApi } from '../github/api';
import { parseRepository } from '../github/repository';
import { httpSend } from '../github/send';
import { Refusal } from '../host/host';
import { version } from '../version';
import { checklistTask } from './checklist';
import { byTime, readEvidence } from './evidence';
import { sleep } from './sleep';

export interface ChecklistOptions {
  /** `owner/name`; default: GITHUB_REPOSITORY. */
  readonly repository: string | undefined;
  readonly config: string | undefined;
  /** Evidence documents. */
  readonly from: readonly string[];
}

/**
 * `edge-phase1 checklist`: the same as the workflow does.
 *
 * @returns what to tell
 * @throws Refusal, ApiError, ConfigError
 */
export async function keepChecklist(options: ChecklistOptions, env: NodeJS.ProcessEnv): Promise<string> {
  const { GITHUB_TOKEN: token, GITHUB_API_URL: url = 'https://api.github.com' } = env;
  const name = options.repository ?? env.GITHUB_REPOSITORY;
  if (!token) {
    throw new Refusal('token', 'GITHUB_TOKEN is not set.', 'Set it to a token with the permission issues: write.');
  }
  if (!name) throw new Refusal('repository', 'No repository is named.', 'Add --repository owner/name.');
  const { config } = loadConfig({ dir: process.cwd(), ...(options.config !== undefined && { file: options.config }) });
  const { summary, warnings } = await checklistTask({
    api: githubApi(
      { token, url, patienceSeconds: 900 },
      { send: httpSend(`edge-phase1/${version()}`), now: Date.now, sleep },
    ),
    repository: parseRepository(name),
    config,
    payload: {},
    evidence: options.from.map(readEvidence).sort(byTime),
    server: env.GITHUB_SERVER_URL ?? 'https://github.com',
    run: env.GITHUB_RUN_ID ?? '',
    source: '',
    now: () => new Date(),
    sleep,
    random: Math.random,
  });
  return [...warnings, summary].join('\n');
}
