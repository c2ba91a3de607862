import { MODES, type Mode } from './evidence/evidence';
import { FAIL_ON, type FailOn } from './evidence/failing';
import { COMMENT_MODES, type CommentMode } from './github/comment';
import { type CommentTarget, parseCommentTarget } from './github/place';
import { STEP_IDS, STEPS } from './steps';

/** The inputs of the action; `action.yml` is held against this list by a test. */
export const INPUTS = [
  'step',
  'mode',
  'config',
  'set',
  'host',
  'ssh_private_key',
  'ssh_known_hosts',
  'harbor_admin_password',
  'plan_hash',
  'fail_on',
  'comment',
  'comment_mode',
  'comment_when',
  'comment_id',
  'github_token',
] as const;

export const OUTPUTS = [
  'run',
  'changed',
  'plan_hash',
  'score',
  'checks',
  'build_seconds',
  'disk_bytes',
  'evidence_path',
  'report_path',
  'comment_url',
  'comment_id',
] as const;

export const INPUT_DEFAULTS: Readonly<Partial<Record<InputName, string>>> = {
  step: 'extend-lvm',
  mode: 'plan',
  fail_on: 'fail',
  comment: 'auto',
  comment_mode: 'update',
  comment_when: 'always',
};

/** Whether the comment is also written when its text is the one that is there. */
export const COMMENT_WHEN = ['always', 'changed'] as const;

/** Instead of the name of a step: all of them. Only for looking, as each change has a plan and an approval of its own. */
export const ALL_STEPS = 'all';

export type InputName = (typeof INPUTS)[number];
export type OutputName = (typeof OUTPUTS)[number];

export interface Inputs {
  /** Names of the steps, in their order. */
  readonly steps: readonly string[];
  readonly mode: Mode;
  /** Path of the configuration file; empty for the usual places. */
  readonly config: string;
  /** `extend_lvm.size=160GiB`: what holds instead of the configuration. */
  readonly overrides: readonly string[];
  /** Empty for what the configuration says. */
  readonly host: string;
  readonly sshPrivateKey: string;
  readonly sshKnownHosts: string;
  /** Empty to have one generated on the host. */
  readonly harborAdminPassword: string;
  /** Empty to only look: `rollback` then shows what it would do. */
  readonly planHash: string;
  readonly failOn: FailOn;
  readonly comment: CommentTarget;
  readonly commentMode: CommentMode;
  readonly commentWhen: (typeof COMMENT_WHEN)[number];
  /** GraphQL id of the comment, output `comment_id` of an earlier run; empty to look for it. */
  readonly commentId: string;
  readonly githubToken: string;
}

/** A wrong input: names the field, the value and what is allowed. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** @throws InputError before anything was touched */
export function readInputs(get: (name: InputName) => string): Inputs {
  const value = (name: InputName) => get(name).trim() || (INPUT_DEFAULTS[name] ?? '');
  const mode = oneOf('mode', value('mode'), MODES);
  const planHash = value('plan_hash');
  if (planHash !== '' && !/^[0-9a-f]{64}$/.test(planHash)) {
    throw new InputError(
      `plan_hash: '${shown(planHash)}' is not a hash; allowed is the output plan_hash of a plan, 64 hexadecimal digits.`,
    );
  }
  const step = oneOf('step', value('step'), [...STEP_IDS, ALL_STEPS]);
  if (step === ALL_STEPS && mode !== 'plan' && mode !== 'verify') {
    throw new InputError(
      `step: 'all' is not allowed with ${mode}, which takes one step at a time: ${STEP_IDS.join(', ')}.`,
    );
  }
  if (planHash === '' && mode === 'apply' && STEPS.find(({ id }) => id === step)?.kind === 'change') {
    throw new InputError(
      'plan_hash: it is empty; apply needs the hash of the plan that was approved. Run mode plan first and pass its output plan_hash.',
    );
  }
  return {
    steps: step === ALL_STEPS ? STEP_IDS : [step],
    mode,
    config: value('config'),
    overrides: value('set')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    host: value('host'),
    sshPrivateKey: get('ssh_private_key'),
    sshKnownHosts: get('ssh_known_hosts'),
    harborAdminPassword: get('harbor_admin_password').replace(/\r?\n$/, ''),
    planHash,
    failOn: oneOf('fail_on', value('fail_on'), FAIL_ON),
    comment: commentTarget(value('comment')),
    commentMode: oneOf('comment_mode', value('comment_mode'), COMMENT_MODES),
    commentWhen: oneOf('comment_when', value('comment_when'), COMMENT_WHEN),
    commentId: commentId(value('comment_id')),
    githubToken: value('github_token'),
  };
}

function commentTarget(value: string): CommentTarget {
  const target = parseCommentTarget(value);
  if (target === undefined)
    throw new InputError(
      `comment: '${shown(value)}' is not allowed; write auto, off, or the number of an issue or pull request.`,
    );
  return target;
}

function commentId(value: string): string {
  if (!/^[A-Za-z0-9_=-]{0,100}$/.test(value))
    throw new InputError(
      `comment_id: '${shown(value)}' is no id; allowed is the output comment_id of an earlier run, or nothing.`,
    );
  return value;
}

function oneOf<T extends string>(name: InputName, value: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (found === undefined)
    throw new InputError(`${name}: '${shown(value)}' is not allowed; write one of: ${allowed.join(', ')}.`);
  return found;
}

const shown = (value: string) => value.slice(0, 60).replace(/[^\x20-\x7e]/g, '?');
