import { parseCommentTarget, placeOf } from '../../../src/github/place';

test.each([
  ['auto', 'auto'],
  ['off', 'off'],
  ['5', 5],
  ['#12', 12],
  ['', undefined],
  ['0', undefined],
  ['-1', undefined],
  ['5 ', undefined],
  ['latest', undefined],
  ['9999999999', undefined],
])('%j means %p', (text, target) => {
  expect(parseCommentTarget(text)).toBe(target);
});

const at = (number: number, kind: 'issue' | 'pull request' | 'unknown') => ({
  owner: 'me',
  repo: 'edge',
  number,
  kind,
});

describe('auto', () => {
  test.each([
    ['a pull request', { pull_request: { number: 7 } }, at(7, 'pull request')],
    ['an issue', { issue: { number: 8 } }, at(8, 'issue')],
    ['a comment on a pull request', { issue: { number: 9, pull_request: {} } }, at(9, 'pull request')],
    ['a start by hand', {}, undefined],
  ])('is where %s happened', (_, payload, place) => {
    expect(placeOf('auto', 'me/edge', payload)).toEqual(place);
  });
});

test('a number is itself, whatever happened', () => {
  expect(placeOf(3, 'me/edge', { pull_request: { number: 7 } })).toEqual(at(3, 'unknown'));
  expect(placeOf(7, 'me/edge', { pull_request: { number: 7 } })).toEqual(at(7, 'pull request'));
});

test('off, or no repository, is nowhere', () => {
  expect(placeOf('off', 'me/edge', { issue: { number: 8 } })).toBeUndefined();
  expect(placeOf(3, '', {})).toBeUndefined();
});
