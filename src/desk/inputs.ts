import { InputError } from '../inputs';

/** The inputs of `.github/actions/desk/action.yml`, which is held against this list by a test. */
export const DESK_INPUTS = ['task', 'evidence', 'config', 'run_id', 'pull_request', 'github_token'] as const;
export const DESK_OUTPUTS = [
  'issue_url',
  'comment_url',
  'complete',
  'mode',
  'step',
  'plan_hash',
  'history_path',
  'documents_path',
  'pull_request_url',
] as const;

export const TASKS = ['checklist', 'history', 'watch', 'command', 'answer', 'comment', 'documents'] as const;
export type Task = (typeof TASKS)[number];

export interface DeskInputs {
  readonly task: Task;
  /** Folder of downloaded evidence; empty when there is none. */
  readonly evidence: string;
  readonly config: string;
  /** Of the workflow run that made the evidence. */
  readonly runId: string;
  /** Whether the documents are put into a pull request. */
  readonly pullRequest: boolean;
  readonly token: string;
}

/** @throws InputError */
export function readDeskInputs(get: (name: (typeof DESK_INPUTS)[number]) => string): DeskInputs {
  const task = TASKS.find((t) => t === get('task'));
  if (!task) throw new InputError(`task: write one of: ${TASKS.join(', ')}.`);
  const runId = get('run_id').trim();
  if (!/^\d*$/.test(runId)) throw new InputError('run_id: it is no number; write the number in the address of a run.');
  const token = get('github_token').trim();
  if (token === '') throw new InputError('github_token: it is empty; pass the token of the job (github.token).');
  const pullRequest = get('pull_request').trim();
  if (!['', 'true', 'false'].includes(pullRequest)) throw new InputError('pull_request: write true or false.');
  return {
    task,
    pullRequest: pullRequest === 'true',
    evidence: get('evidence').trim(),
    config: get('config').trim(),
    runId,
    token,
  };
}
