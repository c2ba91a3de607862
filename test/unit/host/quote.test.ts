import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { Refusal } from '../../../src/host/host';
import { checkArgv, loginCommand, quote, quoteAll } from '../../../src/host/quote';

/** Arguments as an attacker would choose them, without the one byte that no argument can hold. */
const argument = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'\'"\\$`!*?[]{}()<>|&;#~= \n\t-a') }))
  .map((text) => text.replaceAll('\0', ''));

/** What a shell makes of the words: each argument in base64, so that nothing can be confused. */
function wordsOf(shell: string, words: string): string[] {
  const script = `for a in ${words}; do printf %s "$a" | base64 | tr -d '\\n'; echo; done`;
  const lines = execFileSync(shell, ['-c', script], { encoding: 'utf8' }).split('\n').slice(0, -1);
  return lines.map((line) => Buffer.from(line, 'base64').toString());
}

describe.each(['/bin/sh', '/bin/bash'].filter(existsSync))('quoting for %s', (shell) => {
  test('every list of arguments arrives as it was', () => {
    fc.assert(
      fc.property(fc.array(argument, { minLength: 1, maxLength: 8 }), (argv) => {
        expect(wordsOf(shell, quoteAll(argv))).toEqual(argv);
      }),
      { numRuns: 60 },
    );
  });
});

test('plain words stay readable', () => {
  expect(quoteAll(['lvs', '--units', 'b', 'ubuntu-vg/ubuntu-lv', 'a b', ''])).toBe(
    "lvs --units b ubuntu-vg/ubuntu-lv 'a b' ''",
  );
  expect(quote("it's")).toBe("'it'\\''s'");
});

test('a login command has a fixed PATH, and sudo in front of the command only', () => {
  expect(loginCommand(['vgs', '-o', 'vg free'], true)).toBe(
    "exec env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C sudo -n -- vgs -o 'vg free'",
  );
});

test.each([[[]], [['']], [['-x']], [['A=b']], [['echo', 'a\0b']]])('%j is refused', (argv) => {
  expect(() => checkArgv(argv)).toThrow(Refusal);
});
