import fc from 'fast-check';
import { canonicalJson, planHash, sha256 } from '../../../src/evidence/hash';

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, shuffled(part)]),
  );
};

test('the order of keys does not matter, at any depth; that of a list does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

test('the hash of a plan is that of its canonical JSON', () => {
  const parts = { step: 's', intent: 'apply', basis: { b: 1, a: 'x' }, changes: ['one', 'two'] };
  expect(planHash(parts)).toBe(sha256('{"basis":{"a":"x","b":1},"changes":["one","two"],"intent":"apply","step":"s"}'));
});
