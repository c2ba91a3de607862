import { MODES } from '../../../src/evidence/evidence';
import { type EventPayload, eventRefusal } from '../../../src/github/event';

const own: EventPayload = { repository: { full_name: 'me/edge', private: true } };
const publicOne: EventPayload = { repository: { full_name: 'me/edge', private: false } };
const pullRequest = (head: string | null): EventPayload => ({
  ...own,
  pull_request: { head: { repo: head === null ? null : { full_name: head } } },
});
const commentBy = (author_association?: string): EventPayload => ({
  ...own,
  comment: author_association === undefined ? {} : { author_association },
});
const codes = (event: string, payload: EventPayload, allowPublic = false) =>
  Object.fromEntries(MODES.map((mode) => [mode, eventRefusal(mode, event, payload, allowPublic)?.code]));

const FREE = { plan: undefined, apply: undefined, verify: undefined, rollback: undefined };
const onlyLooking = (code: string) => ({ ...FREE, apply: code, rollback: code });
const nothing = (code: string) => ({ plan: code, apply: code, verify: code, rollback: code });

test('started by hand or by a push to a private repository, everything may run', () => {
  expect(codes('workflow_dispatch', own)).toEqual(FREE);
  expect(codes('push', own)).toEqual(FREE);
  expect(codes('schedule', {})).toEqual(FREE);
});

describe('a pull request', () => {
  test('from the repository itself may run everything', () => {
    expect(codes('pull_request', pullRequest('me/edge'))).toEqual(FREE);
  });

  test.each([
    ['from a fork', pullRequest('stranger/edge')],
    ['from a fork that was deleted since', pullRequest(null)],
    ['whose payload does not tell where it is from', { ...own, pull_request: {} }],
    ['of a repository that the payload does not name', { pull_request: { head: { repo: null } } }],
  ])('%s may not even look: its code would run on the server', (_, payload) => {
    expect(codes('pull_request', payload)).toEqual(nothing('fork'));
    expect(codes('pull_request_target', payload)).toEqual(nothing('fork'));
  });

  test('with pull_request_target may only look', () => {
    expect(codes('pull_request_target', pullRequest('me/edge'))).toEqual(onlyLooking('event'));
  });
});

describe('a comment', () => {
  test.each(['OWNER', 'MEMBER', 'COLLABORATOR'])('of an %s may ask for everything', (author) => {
    expect(codes('issue_comment', commentBy(author))).toEqual(FREE);
  });

  test.each(['CONTRIBUTOR', 'FIRST_TIME_CONTRIBUTOR', 'NONE', 'owner', undefined])('of %s may only look', (author) => {
    expect(codes('issue_comment', commentBy(author))).toEqual(onlyLooking('author'));
  });

  test('without an author may only look', () => {
    expect(codes('issue_comment', own)).toEqual(onlyLooking('author'));
  });
});

test.each(['pull_request_review_comment', 'commit_comment', 'discussion_comment'])(
  'a %s counts like a comment',
  (event) => {
    expect(codes(event, commentBy('NONE'))).toEqual(onlyLooking('author'));
    expect(codes(event, commentBy('MEMBER'))).toEqual(FREE);
  },
);

test('a review counts like a comment', () => {
  const review = { ...pullRequest('me/edge'), review: { author_association: 'NONE' } };
  expect(codes('pull_request_review', review)).toEqual(onlyLooking('author'));
});

test('a run that follows the workflow of a fork has nothing to do on the server', () => {
  const after = (full_name: string) => ({ ...own, workflow_run: { head_repository: { full_name } } });
  expect(codes('workflow_run', after('stranger/edge'))).toEqual(nothing('fork'));
  expect(codes('workflow_run', { ...own, workflow_run: { head_repository: null } })).toEqual(nothing('fork'));
  expect(codes('workflow_run', after('me/edge'))).toEqual(FREE);
});

describe('a public repository', () => {
  test('may only look, as strangers can ask for its runner', () => {
    expect(codes('workflow_dispatch', publicOne)).toEqual(onlyLooking('public-repository'));
  });

  test('may change the server where the configuration allows that', () => {
    expect(codes('workflow_dispatch', publicOne, true)).toEqual(FREE);
  });

  test('never for a fork, whatever the configuration allows', () => {
    const fork = { ...publicOne, pull_request: { head: { repo: { full_name: 'stranger/edge' } } } };
    expect(codes('pull_request', fork, true)).toEqual(nothing('fork'));
  });
});

test('every refusal ends with what to do', () => {
  const refusals = [
    eventRefusal('apply', 'pull_request', pullRequest(null), false),
    eventRefusal('apply', 'pull_request_target', pullRequest('me/edge'), false),
    eventRefusal('apply', 'issue_comment', commentBy('NONE'), false),
    eventRefusal('apply', 'push', publicOne, false),
  ];
  for (const refusal of refusals) expect(refusal?.wayOut).toMatch(/^[A-Z].*\.$/);
});
