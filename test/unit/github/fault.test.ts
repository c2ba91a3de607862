import { faultOf } from '../../../src/github/fault';
import type { Received } from '../../../src/github/transport';

const NOW = Date.parse('2026-02-11T08:00:00Z');
const reply = (status: number, headers: Received['headers'] = {}, text = '{}') =>
  faultOf({ status, headers, text }, NOW, 0);
const RESET = String(NOW / 1000 + 90);

test.each([200, 201, 204, 304, 400, 401, 404, 409, 410, 422])('%i is what GitHub means', (status) => {
  expect(reply(status)).toBeUndefined();
});

test('403 for a missing permission is no limit, whatever is left of the budget', () => {
  const text = '{"message":"Resource not accessible by integration"}';
  expect(reply(403, { 'x-ratelimit-remaining': '4999', 'x-ratelimit-reset': RESET }, text)).toBeUndefined();
});

test.each([500, 502, 503, 504, 408])('%i leaves open whether it was done', (status) => {
  expect(reply(status)).toMatchObject({ kind: 'unclear', why: `it answered ${status}` });
});

test('503 may say how long to wait', () => {
  expect(reply(503, { 'retry-after': '7' })).toMatchObject({ kind: 'unclear', seconds: 7 });
});

describe('limits: nothing was done, and it is known how long to wait', () => {
  test.each([403, 429])('%i with Retry-After', (status) => {
    expect(reply(status, { 'retry-after': '30' })).toMatchObject({ kind: 'throttled', seconds: 30 });
  });

  test('the primary limit lasts until its reset', () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': RESET };
    expect(reply(403, headers)).toMatchObject({ kind: 'throttled', seconds: 91 });
  });

  test('by GitHub’s clock, where ours is wrong', () => {
    const date = new Date(NOW + 60_000).toUTCString();
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': RESET, date };
    expect(reply(403, headers)).toMatchObject({ seconds: 31 });
  });

  test.each([
    ['You have exceeded a secondary rate limit. Please wait', 403],
    ['You have triggered an abuse detection mechanism.', 403],
    ['Too many requests', 429],
  ])('%s: a minute, and longer each time', (message, status) => {
    const received = { status, headers: {}, text: JSON.stringify({ message }) };
    const waits = [0, 1, 2].map((round) => faultOf(received, NOW, round));
    expect(waits.map((fault) => fault?.seconds)).toEqual([60, 120, 240]);
  });

  test('GraphQL says so in a reply of 200', () => {
    expect(reply(200, {}, '{"errors":[{"type":"RATE_LIMITED"}]}')).toMatchObject({ kind: 'throttled' });
  });

  test('which no text of a comment can imitate', () => {
    const text = JSON.stringify({ data: { body: '{"errors":[{"type":"RATE_LIMITED"}]}' } });
    expect(reply(200, {}, text)).toBeUndefined();
  });
});
