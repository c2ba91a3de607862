import fc from 'fast-check';
import { ConfigError, parseConfig } from '../../../src/config/load';
import { FILE, SECTIONS, saidOf, withField } from './said';

const MANY = 15_000;

test.each([
  ['brackets', '['.repeat(MANY)],
  ['brackets after as many that close nothing', ']'.repeat(MANY) + '['.repeat(MANY)],
  ['braces', '{a: '.repeat(MANY)],
  ['dashes', '- '.repeat(MANY)],
  ['question marks', '? '.repeat(MANY)],
  ['dashes and colons', '- : '.repeat(MANY)],
  ['colons', 'a: '.repeat(MANY)],
  ['colons in a bracket', `[${'a: '.repeat(MANY)}`],
  ['colons in a bracket, each on its line', `[${'a:\n'.repeat(MANY)}`],
  ['question marks in a bracket, each on its line', `[${'?\n'.repeat(MANY)}`],
])('nesting by %s does not reach the parser, which would run out of stack', (_, text) => {
  const [line, ...more] = saidOf(text);
  expect(more).toEqual([]);
  expect(line).toMatch(
    /^edge-phase1\.yml:\d+:\d+: It is nested too deep here\. Remove the brackets, dashes or colons\.$/,
  );
});

test.each([
  ['keys', Array.from({ length: 350 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ['dashes', Array.from({ length: 350 }, (_, depth) => `${' '.repeat(depth)}-`).join('\n')],
])('as many nested %s as the size of a file allows are refused like any others', (_, text) => {
  expect(saidOf(text)).toHaveLength(1);
});

test('a long section and a long line are not taken for nesting', () => {
  const fields = 'mount: /, size: 150GiB, when_short: max, other_disks: true, new_disk: null, backup_dir: auto';
  const checks = 'disk_size: {target: 9GiB, weight: 1}, disk_use: {target: 9, weight: 1}';
  const rest = 'github: {allow_public_repository: true}, cost: {runner_minute_usd: 1}, host: local';
  expect(saidOf(`{extend_lvm: {${fields}}, checks: {${checks}}, ${rest}}`)).toEqual([]);
  expect(saidOf('# a: b\n'.repeat(1000))).toEqual([]);
  expect(saidOf(`{ ${'# a: b\n'.repeat(1000)}}`)).toEqual([]);
});

test('a file larger than 64 KiB is not read as YAML', () => {
  const comment = (bytes: number) => `#${'ö'.repeat((bytes - 2) / 2)}\n`;
  expect(saidOf(comment(65_536))).toEqual([]);
  expect(saidOf(comment(65_538))).toEqual([
    `${FILE}:1:1: It is larger than 64 KiB. Name the configuration file, which is a few lines.`,
  ]);
});

test.each([
  ['NUL', '\0'],
  ['ESC', '\u001b[31m'],
  ['DEL', '\u007f'],
  ['a C1 control', '\u009b'],
  ['the marker of the lexer', '\u001f'],
  ['a page break', '\f'],
])('a control character is refused where it stands: %s', (_, control) => {
  expect(saidOf(`# fine\nhost: ${control}local`)).toEqual([
    `${FILE}:2:7: There is a control character here. Remove it.`,
  ]);
});

test.each([
  ['ends a line', '"\\n::error::x"', '\\u{a}::error::x'],
  ['writes to the terminal', '"\\e[2Jx"', '\\u{1b}[2Jx'],
  ['turns the direction', '"\\u202ex"', '\\u{202e}x'],
  ['separates lines', '"\\u2028x"', '\\u{2028}x'],
  ['is half of a pair', '"\\ud800x"', '\\u{d800}x'],
])('text that %s is spelled out in messages, as a key and as a value', (_, quoted, shown) => {
  const key = `The configuration has no key "${shown}". Allowed are ${SECTIONS}.`;
  expect(saidOf(`${quoted}: 1`)).toEqual([`${FILE}:1:1: ${key}`]);
  const value = `extend_lvm.when_short is "${shown}". Allowed is refuse or max.`;
  expect(saidOf(withField('extend_lvm.when_short', quoted))).toEqual([`${FILE}:2:15: ${value}`]);
});

test('a long text is cut, between letters', () => {
  const shown = (text: string) => /"(.*)"/.exec(saidOf(withField('extend_lvm.when_short', text))[0]!)![1];
  expect(shown('x'.repeat(60))).toBe('x'.repeat(60));
  expect(shown('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
  expect(shown('😀'.repeat(9000))).toBe(`${'😀'.repeat(59)}…`);
});

const TOKEN = `ghp_${'S3cr3t'.repeat(6)}`;

test.each([
  ['the host', `host: ${TOKEN}`],
  ['a host behind a user', `host: ssh://deploy@${TOKEN}/x`],
  ['a path', `extend_lvm:\n  mount: ${TOKEN}`],
  ['a number', `checks:\n  disk_use:\n    weight: ${TOKEN}`],
  ['a section', `extend_lvm: ${TOKEN}`],
  ['a key', `${TOKEN}: 1`],
  ['a key that stands twice', `${TOKEN}: 1\n${TOKEN}: 2`],
  ['the whole document', TOKEN],
  ['an alias', `host: *${TOKEN}`],
  ['the head of a block', `host: |${TOKEN}`],
  ['a directive', `%YAML ${TOKEN}\n---\n`],
  ['rubbish behind a value', `host: "local" ${TOKEN}`],
  ['an OpenSSH key', 'extend_lvm:\n  mount: "-----BEGIN OPENSSH PRIVATE KEY-----S3cr3t"'],
  ['a password', 'extend_lvm:\n  mount: postgres://root:S3cr3t@db'],
  ['a password of the host', 'host: ssh://root:S3cr3t@edge'],
])('a secret that strayed into %s is never repeated', (_, text) => {
  const lines = saidOf(text);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join('\n')).not.toContain('S3cr3t');
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('the key %s is as unknown as any', (key) => {
  expect(saidOf(`${key}: { mount: /x }`)[0]).toMatch(`${FILE}:1:1: The configuration has no key "${key}".`);
  expect(saidOf(`extend_lvm:\n  ${key}: 1`)[0]).toMatch(`${FILE}:2:3: extend_lvm has no key "${key}".`);
  expect({}).not.toHaveProperty('mount');
});

test('whatever stands in a file, it is read or each problem has its place and one line', () => {
  const piece = fc.constantFrom(
    ...'host: |extend_lvm:|  |\n|\n  |size: |150GiB|mount|checks:|disk_use:|target|- |? |: |, |[|]|{|}|"|\'|\\|#|%YAML 1.1'.split(
      '|',
    ),
    ...[
      '|',
      '>-',
      '---\n',
      '...\n',
      '&a',
      '*a',
      '!',
      '<<',
      '@',
      '`',
      '\t',
      '\r\n',
      '\ufeff',
      'é',
      '😀',
      'null',
      '1e9',
      '.nan',
    ],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  fc.assert(
    fc.property(text, (tried) => {
      try {
        expect(parseConfig(tried, FILE)).toHaveProperty('extend_lvm.size');
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        const lines = error.message.split(/[\r\n\u2028\u2029]/);
        expect(lines).toHaveLength(error.problems.length);
        for (const line of lines) expect(line).toMatch(/^edge-phase1\.yml:[1-9]\d*:[1-9]\d*: .*[.?]$/u);
      }
    }),
    { numRuns: 1000 },
  );
});
