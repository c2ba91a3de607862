import { InputError, type InputName, readInputs } from '../../../src/inputs';
import { STEP_IDS } from '../../../src/steps';

const HASH = 'd125122df0e3812039ec4fb4de92c1c12a5f5f9a0194188eb9c5038a9fa8c5de';
const read = (given: Partial<Record<InputName, string>> = {}) => readInputs((name) => given[name] ?? '');
const problemOf = (given: Partial<Record<InputName, string>>) => {
  try {
    read(given);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return undefined;
};

test('with no inputs it plans the first step, which changes nothing', () => {
  expect(read()).toEqual({
    ...{
      steps: ['extend-lvm'],
      mode: 'plan',
      config: '',
      overrides: [],
      host: '',
      sshPrivateKey: '',
      sshKnownHosts: '',
      harborAdminPassword: '',
    },
    ...{ planHash: '', failOn: 'fail', comment: 'auto', githubToken: '' },
    ...{ commentMode: 'update', commentWhen: 'always', commentId: '' },
  });
});

test('space around a value does not count; a key is kept as it is', () => {
  const inputs = read({
    mode: ' verify\n',
    host: ' ssh://me@edge ',
    ssh_private_key: '-----BEGIN\n\n',
    fail_on: 'never ',
  });
  expect(inputs).toMatchObject({ mode: 'verify', host: 'ssh://me@edge', failOn: 'never' });
  expect(inputs.sshPrivateKey).toBe('-----BEGIN\n\n');
});

test('apply takes the hash of an approved plan', () => {
  expect(read({ mode: 'apply', plan_hash: `${HASH}\n` })).toMatchObject({ mode: 'apply', planHash: HASH });
});

test('apply without a hash is refused, and told where it comes from', () => {
  expect(problemOf({ mode: 'apply' })).toMatch(/^plan_hash: it is empty; .* Run mode plan first/);
});

test('a rollback without a hash only shows what it would do', () => {
  expect(read({ mode: 'rollback' }).planHash).toBe('');
});

test.each<[Partial<Record<InputName, string>>, string]>([
  [{ mode: 'Apply' }, "mode: 'Apply' is not allowed; write one of: plan, apply, verify, rollback."],
  [{ step: 'harbour' }, `step: 'harbour' is not allowed; write one of: ${STEP_IDS.join(', ')}, all.`],
  [{ comment_mode: 'new' }, "comment_mode: 'new' is not allowed; write one of: update, recreate, append, hide."],
  [{ comment_when: 'never' }, "comment_when: 'never' is not allowed; write one of: always, changed."],
  [
    { comment_id: 'IC_1?x' },
    "comment_id: 'IC_1?x' is no id; allowed is the output comment_id of an earlier run, or nothing.",
  ],
  [{ fail_on: 'always' }, "fail_on: 'always' is not allowed; write one of: fail, unknown, never."],
  [
    { plan_hash: 'd125122' },
    "plan_hash: 'd125122' is not a hash; allowed is the output plan_hash of a plan, 64 hexadecimal digits.",
  ],
  [{ plan_hash: HASH.toUpperCase() }, `plan_hash: '${HASH.toUpperCase().slice(0, 60)}' is not a hash`],
])('%j names the field, the value and what is allowed', (given, message) => {
  expect(problemOf(given)).toContain(message);
});

test('a wrong value is shown short and without control characters, as it may come from anybody', () => {
  const message = problemOf({ mode: `\u001b[31m::error::\n${'x'.repeat(500)}` })!;
  expect(message).not.toMatch(/[\u0000-\u001f]/);
  expect(message.length).toBeLessThan(150);
});

test.each([
  ['auto', 'auto'],
  ['off', 'off'],
  [' 12 ', 12],
])('comment: %j is taken', (comment, target) => {
  expect(read({ comment }).comment).toBe(target);
});

test('comment: anything else is not', () => {
  expect(problemOf({ comment: 'yes' })).toBe(
    "comment: 'yes' is not allowed; write auto, off, or the number of an issue or pull request.",
  );
});

test('all steps can be looked at together, but each change is one step', () => {
  expect(read({ step: 'all', mode: 'verify' }).steps).toEqual(STEP_IDS);
  expect(problemOf({ step: 'all', mode: 'apply', plan_hash: HASH })).toContain("step: 'all' is not allowed with apply");
});
