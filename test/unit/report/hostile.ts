import fc from 'fast-check';

const PARTS = [
  ...[
    '`',
    '``',
    '```',
    '````',
    '~~~',
    '\n',
    '\n\n',
    '\r',
    ' ',
    '    ',
    '\t',
    '|',
    '---',
    '# ',
    '> ',
    '- ',
    '1. ',
    '\\',
  ],
  ...[
    '<img src=x onerror=y>',
    '<!--',
    '-->',
    '</details>',
    '<script>',
    '&lt;',
    '&#64;',
    '&commat;',
    '*',
    '_',
    '$',
    '~',
  ],
  ...['@octocat', '@org/team', '#1', 'GH#1', 'https://evil.example', 'www.evil.example', 'mailto:a@b.example'],
  ...['[a](https://evil.example)', '![a](x)', '[a]: x', '<https://evil.example>', '::set-output name=x::y', ':+1:'],
  ...['\u001b[31m', '\u001b]0;x\u0007', '\u001b', '[2J', '\u009b', '\u0000', '\u0007', '\u0008', '\u007f'],
  ...['\u202e', '\u2066', '\u200b', '\u200f', '\u061c', '\ufeff', '\u2028', 'é', '📏', 'a', '1', '.', '/', ':'],
];

/** Text of somebody who knows Markdown, terminals and GitHub. */
export const hostileText = fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }).map((parts) => parts.join(''));
