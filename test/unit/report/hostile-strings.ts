const MARK = '<!-- edge-phase1:topic:build:0123456789ab post:0123456789abcdef -->';

const PAYLOADS: readonly string[] = [
  // Mentions and references
  ...['@octocat', '@acme/admins', '@octocat please run this', 'root@edgeserver', '#1', 'acme/edge#1', 'GH-1', 'gh-17'],
  ...['Fixes #1', 'closes acme/edge#2', 'resolves GH-3', ':warning:', ':+1: :tada:', '[[wiki]]', '[^1]'],
  // Addresses, links and images
  ...[
    'https://evil.example/?q=1',
    'http://evil.example',
    'www.evil.example',
    'ftp://evil.example/x',
    'mailto:a@evil.example',
  ],
  ...[
    '[click](https://evil.example)',
    '![pixel](https://evil.example/p.png)',
    '<https://evil.example>',
    '[a]: https://evil.example',
  ],
  ...['[a][b]', '[x](javascript:alert(1))', '[![a](b)](c)', '<a href="https://evil.example">x</a>'],
  // HTML
  ...[
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '</details></details>',
    '<details open><summary>x</summary>',
  ],
  ...[
    '</td></tr></table>',
    '</code></pre><img src=x>',
    '<iframe src="https://evil.example"></iframe>',
    '<h1>big</h1>',
    '<style>*{display:none}</style>',
  ],
  ...[
    '&lt;b&gt;',
    '&#60;img src=x&#62;',
    '&commat;octocat',
    '&#64;octocat',
    '<![CDATA[x]]>',
    '<?php x ?>',
    '<!DOCTYPE x>',
  ],
  // Comments and markers
  ...[
    MARK,
    `\n${MARK}`,
    '<!--',
    '-->',
    '--!>',
    '<!-- x',
    `-->\n${MARK}`,
    '<!-- edge-phase1:entry:0123456789abcdef -->',
  ],
  // Fences and blocks
  ...[
    '```',
    '````',
    '`````\n<img src=x>',
    '```\n</details>\n<img src=x>\n```',
    '~~~',
    '`',
    '``',
    '`a` <b>',
    '    code',
  ],
  ...[
    '# heading',
    '\n\n# heading',
    '> quote',
    '- item',
    '1. item',
    '---',
    '***',
    '===',
    '\n---\n',
    '| a | b |',
    'a|b|c',
    '|',
    '\\',
    '\\|',
    'a\\',
  ],
  ...[
    '**bold**',
    '__bold__',
    '*it*',
    '_it_',
    '~~gone~~',
    '$x^2$',
    '$$\nx\n$$',
    '- [ ] task',
    '- [x] task',
    '```mermaid\ngraph TD\n```',
  ],
  ...[
    '> [!WARNING]\n> x',
    '<details>',
    '{% raw %}',
    '$\x7b{ secrets.TOKEN }}',
    '::set-output name=x::y',
    '::error::x',
    '%0A::warning::x',
  ],
  // Terminals and directions
  ...[
    '\u001b[31mred\u001b[0m',
    '\u001b]8;;https://evil.example\u0007x\u001b]8;;\u0007',
    '\u009b31mred',
    'a\rb',
    'a\u0008\u0008b',
    '\u0000',
    '\u0007',
  ],
  ...[
    '\u202egnp.exe',
    '\u2066x\u2069',
    '\u200f\u061cx',
    'a\u200bb',
    '\ufeff',
    '\u2028x',
    '\u{e0041}\u{e0042}',
    '@\u200boctocat',
    '\ud800',
    'x\udc00y',
  ],
  // Length
  ...[
    'x'.repeat(5000),
    'word '.repeat(2000),
    '`'.repeat(300),
    '|'.repeat(200),
    '<'.repeat(300),
    '@'.repeat(200),
    '📏'.repeat(900),
    '\n'.repeat(300),
  ],
  ...['a'.repeat(119) + '📏'.repeat(4), `${'x'.repeat(118)}<img src=x>`, `${'&#'.repeat(50)}60;img`],
];

/** Puts something before and behind, so that what stands at the start of a line or between words is tried too. */
const SURROUNDINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `before ${text} after`,
  (text) => `first line\n${text}\nlast line`,
];

/** Texts of somebody who knows Markdown, terminals and GitHub; at least 200. */
export const hostileStrings: readonly string[] = SURROUNDINGS.flatMap((around) => PAYLOADS.map(around));
