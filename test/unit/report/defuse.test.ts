import fc from 'fast-check';
import { block, cell, plain } from '../../../src/report/defuse';
import { hostileText } from './hostile';

const decoded = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));

describe('for a terminal', () => {
  test.each([
    ['colours', '\u001b[31mred\u001b[0m', 'red'],
    ['a new window title', '\u001b]0;title\u0007', ']0;title'],
    ['an eight-bit escape', '\u009b31m', '31m'],
    ['going back over what was written', 'yes\r\u0008no', 'yesno'],
    ['reversed text', 'a\u202eb\u2066c\u2069\u061c\u200f', 'abc'],
    ['invisible characters', 'a\u200bb\ufeff\u2060', 'ab'],
    ['tabs and lines stay', 'a\tb\nc', 'a\tb\nc'],
    ['letters of any language stay', 'größe 📏 大小', 'größe 📏 大小'],
  ])('%s', (_, text, shown) => {
    expect(plain(text)).toBe(shown);
  });

  test('nothing of what was removed comes together to something new', () => {
    fc.assert(fc.property(hostileText, (text) => expect(plain(plain(text))).toBe(plain(text))));
  });
});

describe('for Markdown, in running text', () => {
  test('every text is shown letter for letter, on one line', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: 'grapheme' })), (text) => {
        const shown = decoded(cell(text)).replaceAll('\u200b', '');
        expect(shown).toBe(plain(text).replace(/\s+/g, ' ').trim());
      }),
    );
  });

  test('nothing that Markdown knows is left in it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(cell(text).replace(/&#\d+;/g, '')).not.toMatch(/[\\`*_{}[\]<>()#+!|~&$^=@:\n-]/);
      }),
    );
  });

  test.each([
    '@octocat',
    '@org/team',
    'me@example.com',
    '#1',
    'owner/repo#1',
    'https://example.com',
    'WWW.example.com',
  ])('%s is not linked, although GitHub looks for it in the finished text', (text) => {
    expect(decoded(cell(text))).not.toMatch(/@\w|#\d|:\/\/|www\./i);
  });

  test('a command with sizes and paths can still be copied', () => {
    const command = 'lvextend --size 161061273600b ubuntu-vg/ubuntu-lv';
    expect(decoded(cell(command))).toBe(command);
  });
});

describe('for Markdown, as a block', () => {
  test.each([
    ['a fence', '```\n<img>'],
    ['a longer one', '`````'],
    ['one that comes together when control characters are removed', '``\u0007`\n<img>'],
    ['one split by an escape sequence', '``\u001b[0m``'],
  ])('%s inside does not end it', (_, text) => {
    const lines = block(text).split('\n');
    const fence = /^`+/.exec(lines[0]!)![0];
    expect(lines.at(-1)).toBe(fence);
    for (const line of lines.slice(1, -1)) expect(line).not.toContain(fence);
  });
});
