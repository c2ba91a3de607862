import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as core from '@actions/core';
import { ConfigError, loadConfig } from '../config/load';
import { githubApi } from '../github/api';
import { ApiError } from '../github/error';
import { parseRepository } from '../github/repository';
import { httpSend } from '../github/send';
import { Refusal } from '../host/host';
import { InputError } from '../inputs';
import { plain } from '../report/defuse';
import { version } from '../version';
import { answerTask } from './answer';
import { checklistTask } from './checklist';
import { commandTask } from './command';
import { commentTask } from './comment';
import { documentsTask } from './documents';
import { evidenceIn, refusalOf } from './evidence';
import { historyTask } from './history';
import { type DeskInputs, readDeskInputs, type Task } from './inputs';
import type { DeskPayload } from './payload';
import { sleep } from './sleep';
import { watchTask } from './watch';
import type { Desk, TaskResult } from './world';

type Environment = Readonly<Record<string, string | undefined>>;

const RUN: Readonly<Record<Task, (desk: Desk) => Promise<TaskResult>>> = {
  checklist: checklistTask,
  history: historyTask,
  watch: watchTask,
  command: commandTask,
  answer: answerTask,
  comment: commentTask,
  documents: documentsTask,
};

/** How long one request may wait for GitHub's limits. */
const PATIENCE_SECONDS = 900;

const NO_EVIDENCE = { evidence: [], broken: [] };

/** The action at the desk: brings results to GitHub, in a job that knows nothing of the server. Answers the exit code. */
export async function desk(env: Environment): Promise<number> {
  try {
    const inputs = readDeskInputs((name) => core.getInput(name, { trimWhitespace: false }));
    const result = await RUN[inputs.task](deskOf(inputs, env));
    await publish(result, env);
    return 0;
  } catch (error) {
    if (error instanceof InputError || error instanceof ConfigError) return failed(2, error.message);
    if (error instanceof Refusal) return failed(3, `${error.message} What to do: ${error.wayOut}`);
    if (error instanceof ApiError) return failed(3, error.message);
    return failed(1, (error as Error).message);
  }
}

function deskOf({ task, evidence: folder, config, runId, pullRequest, token }: DeskInputs, env: Environment): Desk {
  const { GITHUB_API_URL: url = 'https://api.github.com', GITHUB_WORKSPACE: dir = '.' } = env;
  const api = githubApi(
    { token, url, patienceSeconds: PATIENCE_SECONDS },
    { send: httpSend(`edge-phase1/${version()}`), now: Date.now, sleep },
  );
  const { evidence, broken } = folder ? evidenceIn(join(dir, folder)) : NO_EVIDENCE;
  // The documents rest on months of runs, the others on one.
  if (broken[0] && task !== 'documents') throw refusalOf(broken[0]);
  return {
    api,
    repository: parseRepository(env.GITHUB_REPOSITORY ?? ''),
    config: loadConfig({ dir, ...(config && { file: config }) }).config,
    payload: env.GITHUB_EVENT_PATH ? (JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')) as DeskPayload) : {},
    evidence,
    broken,
    server: env.GITHUB_SERVER_URL ?? 'https://github.com',
    run: env.GITHUB_RUN_ID ?? '',
    source: runId,
    pullRequest,
    now: () => new Date(),
    sleep,
    random: Math.random,
  };
}

async function publish({ summary, outputs, warnings, files }: TaskResult, env: Environment): Promise<void> {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  for (const warning of warnings) core.warning(plain(warning), { title: 'edge-phase1' });
  if (files) {
    const folder = join(env.RUNNER_TEMP ?? '.', `edge-phase1-${files.kind}`);
    for (const [name, text] of Object.entries(files.texts)) {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    core.setOutput(`${files.kind}_path`, folder);
  }
  if (summary === '') return;
  core.info(plain(summary));
  if (env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(summary, true).write();
}

function failed(code: number, message: string): number {
  core.error(plain(message), { title: 'edge-phase1' });
  return code;
}
