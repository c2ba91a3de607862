import { parseIgnoreFile } from '../../../src/build/advisor/ignore';

const left = (text: string, paths: readonly string[]) => {
  const { ignores } = parseIgnoreFile(text);
  return paths.filter((path) => !ignores(path));
};

test.each([
  ['a name is anchored at the root', 'foo', ['foo', 'foo/bar', 'sub/foo'], ['sub/foo']],
  ['a leading slash means nothing', '/foo', ['foo', 'sub/foo'], ['sub/foo']],
  ['a slash at the end means nothing', 'foo/', ['foo', 'foo/bar'], []],
  ['a star stops at a slash', '*.md', ['a.md', 'docs/a.md'], ['docs/a.md']],
  ['two stars do not', '**/*.md', ['a.md', 'docs/x/a.md', 'a.mdx'], ['a.mdx']],
  [
    'two stars reach the root too',
    '**/node_modules',
    ['node_modules/x', 'a/node_modules/x', 'xnode_modules'],
    ['xnode_modules'],
  ],
  ['two stars at the end take all below, not the folder itself', 'build/**', ['build/x/y', 'buildx'], ['buildx']],
  ['two stars in the middle', 'a/**/z', ['a/z', 'a/b/c/z', 'a/bz'], ['a/bz']],
  ['a question mark is one character', '?.txt', ['a.txt', 'ab.txt', '/.txt'], ['ab.txt', '/.txt']],
  ['a class', '[a-c].txt', ['a.txt', 'd.txt'], ['d.txt']],
  ['a negated class', '[^a].txt', ['a.txt', 'd.txt'], ['a.txt']],
  ['dots are dots', '.env', ['.env', 'xenv', '.env.local'], ['xenv', '.env.local']],
  ['an escaped star', 'a\\*', ['a*', 'ab'], ['ab']],
  ['comments stand at the very start', '#foo\n #bar', ['foo', '#bar'], ['foo']],
  ['the last match wins', '*\n!src\nsrc/secret', ['README', 'src/a', 'src/secret'], ['src/a']],
  ['a re-included file in an ignored folder', 'logs\n!logs/keep', ['logs/a', 'logs/keep'], ['logs/keep']],
  ['an exclusion first has no effect', '!a\na', ['a'], []],
  ['paths are cleaned', './a/../b', ['b', 'a'], ['a']],
  ['spaces around and CRLF', '  foo  \r\nbar\r\n', ['foo', 'bar', 'baz'], ['baz']],
  ['a byte order mark', '\ufefffoo', ['foo'], []],
  ['names with spaces and brackets of their own', 'my file (1).txt', ['my file (1).txt'], []],
])('%s', (_, text, paths, expected) => {
  expect(left(text, paths)).toEqual(expected);
});

test.each(['[a', '!', 'a\\'])('%s is named as malformed and matches nothing', (line) => {
  const { malformed, ignores } = parseIgnoreFile(line);
  expect(malformed).toEqual([line]);
  expect(ignores('a')).toBe(false);
});
