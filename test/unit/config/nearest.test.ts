import fc from 'fast-check';
import { fieldPaths } from '../../../src/config/fields';
import { editDistance, nearest } from '../../../src/config/nearest';
import { saidOf } from './said';

const meant = (text: string) => saidOf(text).map((line) => /Did you mean (.+)\?$/.exec(line)?.[1]);

test.each([
  ['extend_lvm', 'szie', 'size'],
  ['extend_lvm', 'mont', 'mount'],
  ['extend_lvm', 'mountt', 'mount'],
  ['extend_lvm', 'when-short', 'when_short'],
  ['extend_lvm', 'otherDisks', 'other_disks'],
  ['extend_lvm', 'NEW_DISK', 'new_disk'],
  ['extend_lvm', 'backupdir', 'backup_dir'],
  ['github', 'allow_public_repositories', 'allow_public_repository'],
  ['cost', 'runner_minute_eur', 'runner_minute_usd'],
])('in %s, %s is not known, and %s was meant', (section, key, known) => {
  expect(meant(`${section}:\n  ${key}: 1\n`)).toEqual([known]);
});

test.each([
  ['hots: local', 'host'],
  ['extend-lvm:\n  size: 1TB', 'extend_lvm'],
  ['extendLvm: {}', 'extend_lvm'],
  ['check: {}', 'checks'],
])('at the top, a key that is almost known is refused with the one that was meant', (text, known) => {
  expect(meant(text)).toEqual([known]);
});

test.each([
  ['size: 150GiB', 'extend_lvm.size'],
  ['allow_public_repository: true', 'github.allow_public_repository'],
  ['extend_lvm:\n  host: local', undefined],
  ['checks:\n  disk_use:\n    mount: /', 'extend_lvm.mount'],
])('a key in the wrong section is refused with the field that was meant', (text, field) => {
  expect(meant(text)).toEqual([field]);
});

test('a key like no other is refused with all that are allowed', () => {
  expect(saidOf('checks:\n  disk_use:\n    colour: red\n')).toEqual([
    'edge-phase1.yml:3:5: checks.disk_use has no key "colour". Allowed are target, weight.',
  ]);
});

test('a key of many letters costs no time', () => {
  expect(nearest('x'.repeat(60_000), ['x'])).toBeUndefined();
});

test('one slip of the keyboard is always understood', () => {
  const known = fieldPaths();
  const slip = fc.constantFrom(
    (word: string, at: number) => word.slice(0, at) + word.slice(at + 1),
    (word: string, at: number) => `${word.slice(0, at)}#${word.slice(at)}`,
    (word: string, at: number) => `${word.slice(0, at)}#${word.slice(at + 1)}`,
    (word: string, at: number) => word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
  );
  fc.assert(
    fc.property(fc.constantFrom(...known), fc.nat(), slip, (word, at, slipOf) => {
      const typed = slipOf(word, at % word.length);
      // https_proxy without its s is http_proxy: no other key may be closer than the one that was meant.
      const closer = known.filter((other) => other !== word && editDistance(typed, other) <= editDistance(typed, word));
      expect([word, ...closer]).toContain(nearest(typed, known));
    }),
  );
});

test('the distance is zero for the same only, the same both ways, and at most the longer length', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      expect(distance === 0).toBe(a === b);
      expect(editDistance(b, a)).toBe(distance);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }),
  );
});

test('two neighbours that changed places are one slip', () => {
  expect(editDistance('szie', 'size')).toBe(1);
});
