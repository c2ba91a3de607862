import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import type { JsonObject } from '../../../../src/facts/daemon-file';
import { differences, merged } from '../../../../src/steps/docker-config/merge';
import { SETTINGS, type Value, type Wish } from '../../../../src/steps/docker-config/settings';

const PART = join(__dirname, '../../../../scripts/parts/json.sh');

/** The file as the host script leaves it: the part of it that edits JSON, with these values set. */
function edited(text: string, values: readonly (readonly [string, string])[]): string {
  const program = [
    'set -u; LC_ALL=C; source "$0"; IFS= read -r -d "" json_text',
    'json_read || { echo "no JSON at $json_at"; exit 1; }',
    'while (($#)); do json_set "$1" "$2" || { echo "broken by $1"; exit 1; }; shift 2; done; printf %s "$json_text"',
  ].join('\n');
  return execFileSync('bash', ['-c', program, PART, ...values.flat()], { input: text, encoding: 'utf8' });
}

const ALL: readonly (readonly [string, string])[] = [
  ['log-driver', '"json-file"'],
  ['log-opts.max-size', '"10m"'],
  ['log-opts.max-file', '"3"'],
  ['max-concurrent-uploads', '3'],
];

test('an empty object gets the form that Docker shows in its own documentation', () => {
  expect(edited('{}\n', ALL)).toBe(
    [
      '{',
      '  "log-driver": "json-file",',
      '  "log-opts": {',
      '    "max-size": "10m",',
      '    "max-file": "3"',
      '  },',
      '  "max-concurrent-uploads": 3',
      '}',
      '',
    ].join('\n'),
  );
});

test.each([
  ['one line', '{"debug":true}', '{"debug":true, "log-opts": {"max-size": "10m"}}'],
  [
    'tabs and CRLF',
    '{\r\n\t"a": 1\r\n}\r\n',
    '{\r\n\t"a": 1,\r\n\t"log-opts": {\r\n\t  "max-size": "10m"\r\n\t}\r\n}\r\n',
  ],
  [
    'a value that is replaced',
    '{ "log-opts" : { "max-size" : "1g" , "tag":"}" } }',
    '{ "log-opts" : { "max-size" : "10m" , "tag":"}" } }',
  ],
  ['null where an object is wanted', '{"log-opts": null}', '{"log-opts": {"max-size": "10m"}}'],
  ['an empty object in it', '{\n  "log-opts": {}\n}', '{\n  "log-opts": {\n    "max-size": "10m"\n  }\n}'],
  [
    'the same key further inside',
    '{"x": [{"log-opts": {"max-size": 1}}]}',
    '{"x": [{"log-opts": {"max-size": 1}}], "log-opts": {"max-size": "10m"}}',
  ],
  [
    'a key given twice, of which Docker takes the last',
    '{"log-opts": {"max-size": "1m", "max-size": "2m"}}',
    '{"log-opts": {"max-size": "1m", "max-size": "10m"}}',
  ],
])('everything else stays byte for byte: %s', (_, before, after) => {
  expect(edited(before, [['log-opts.max-size', '"10m"']])).toBe(after);
});

test.each([
  ['a comment', '// by hand\n{}', 0],
  ['a comma too many', '{"a": 1,}', 8],
  ['a missing brace', '{"a": {"b": 1}', 14],
  ['a list', '[]', 0],
  ['a second object', '{} {}', 3],
  ['a text without its end', '{"a": "b}', 6],
])('%s is no JSON object, and the place is told', (_, text, at) => {
  expect(() => edited(text, ALL)).toThrow(expect.objectContaining({ stdout: `no JSON at ${at}\n` }));
});

// Starts a shell for each case, so that there are few.
test('for any file it is the same merge as the planner has in TypeScript, and nothing else is changed', () => {
  const value = fc.jsonValue({ maxDepth: 2 });
  const inner = fc.dictionary(fc.constantFrom('max-size', 'tag', 'gc'), value, { maxKeys: 3 });
  const file = fc.dictionary(
    fc.constantFrom('log-opts', 'builder', 'log-driver', 'debug', 'labels', 'max-concurrent-uploads'),
    fc.oneof(value, inner),
  );
  const wish = fc.constantFrom<Wish>(
    ...SETTINGS.map((setting) => ({ setting, value: (setting.effect === 'reload' ? 3 : '10m') as Value })),
  );
  fc.assert(
    fc.property(file, fc.uniqueArray(wish, { maxLength: 5 }), fc.constantFrom(0, 2, '\t'), (data, wanted, indent) => {
      const object = JSON.parse(JSON.stringify(data)) as JsonObject;
      const changes = differences(object, wanted);
      const text = edited(
        JSON.stringify(object, null, indent),
        changes.map(({ setting, to }) => [setting.key, JSON.stringify(to)]),
      );
      expect(JSON.parse(text)).toEqual(merged(object, changes));
    }),
    { numRuns: 40 },
  );
});
