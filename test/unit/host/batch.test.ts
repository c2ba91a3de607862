import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { batchProgram, parseBatch, trimmed } from '../../../src/host/batch';
import { NOT_RUN, OutcomeUnknown, type Read, type ReadResult, Refusal } from '../../../src/host/host';

const BOUNDARY = '0123456789abcdef0123456789abcdef';

/** Each byte of the text as an octal escape for `printf`. */
const octal = (bytes: Uint8Array) => [...bytes].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
const says = (id: string, out: Uint8Array, err: Uint8Array = Buffer.of(), code = 0): Read => ({
  id,
  argv: ['sh', '-c', 'printf "$0"; printf "$1" >&2; exit "$2"', octal(out), octal(err), String(code)],
});

describe.each(['/bin/sh', '/bin/bash', '/bin/dash', '/bin/busybox'].filter(existsSync))('a batch in %s', (shell) => {
  const answer = (reads: readonly Read[]) => {
    const args = shell.endsWith('busybox') ? ['sh', '-s'] : ['-s'];
    return spawnSync(shell, args, { input: batchProgram(reads, { boundary: BOUNDARY, root: true }) });
  };
  const batch = (...reads: Read[]): ReadResult[] => parseBatch(answer(reads), reads, BOUNDARY);

  test('any output, error output and exit code come back as they were', () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    const hostile = fc
      .array(fc.constantFrom('\n', `\n${BOUNDARY.slice(1)}`, '0\n', ' ', '\n\n', 'start', '-', '\0', '.0'))
      .map((parts) => Buffer.from(parts.join('')));
    const reply = fc.tuple(fc.oneof(bytes, hostile), fc.oneof(bytes, hostile), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(reply, { minLength: 1, maxLength: 5 }), (replies) => {
        const results = batch(...replies.map(([out, err, code], i) => says(`r${i}`, out, err, code)));
        expect(results.map(({ code, stdout, stderr }) => [stdout, stderr, code])).toEqual(
          replies.map(([out, err, code]) => [Buffer.from(out).toString(), Buffer.from(err).toString(), code]),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('a captured output fills an argument, blanks around it dropped, and still comes back whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab.0\'"\\$* \n\t\r%-/é') }), (text) => {
        fc.pre(trimmed(text) !== '');
        const [source, user] = batch(says('source', Buffer.from(text)), {
          id: 'user',
          argv: ['printf', '%s|', { from: 'source' }, { from: 'source', prefix: "it's $x: " }],
        });
        expect(source!.stdout).toBe(text);
        expect(user!.stdout).toBe(`${trimmed(text)}|it's $x: ${trimmed(text)}|`);
        expect(user!.argv).toEqual(['printf', '%s|', trimmed(text), `it's $x: ${trimmed(text)}`]);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['failed', says('source', Buffer.from('x'), Buffer.of(), 3), 'ended with code 3'],
    ['was empty', says('source', Buffer.from(' \n')), 'was empty'],
    ['does not exist', { id: 'source', argv: ['no-such-command'] } as Read, 'ended with code 127'],
  ])('nothing runs on the output of a read that %s', (_, source, why) => {
    const [, user, next, after] = batch(
      source,
      { id: 'user', argv: ['echo', { from: 'source' }] },
      { id: 'next', argv: ['echo', { from: 'user' }] },
      says('after', Buffer.from('ran')),
    );
    expect(user).toMatchObject({ code: NOT_RUN, stdout: '', argv: ['echo', '<source>'] });
    expect(user!.stderr).toBe(`not run: it needs the output of the read "source", which ${why}`);
    expect(next!.stderr).toBe('not run: it needs the output of the read "user", which was not run');
    expect(after!.stdout).toBe('ran');
  });

  test('a missing command is 127, and shell builtins are not reachable', () => {
    const [missing, exit, after] = batch(
      { id: 'missing', argv: ['no-such-command'] },
      { id: 'exit', argv: ['exit', '0'] },
      says('after', Buffer.from('ran')),
    );
    expect([missing!.code, exit!.code, after!.stdout]).toEqual([127, 127, 'ran']);
  });

  test("a script in the batch's own shell has its arguments and its exit code, and leaves nothing to the next read", () => {
    const inShell = true;
    const [source, own, hasFile, captured, ended, after] = batch(
      { id: 'source', argv: ['sh', '-c', 'case x in x) echo so far;; esac', 'source'], inShell },
      { id: 'own', argv: ['sh', '-c', 'left=over; printf "%s|" $# "$1" "$2"; cat', 'own', 'a b', "'"], inShell },
      { id: 'has_file', argv: ['test', '-e', '/no-such-file'], inShell },
      { id: 'captured', argv: ['sh', '-c', 'echo "$1"', 'captured', { from: 'source', prefix: "it's " }], inShell },
      { id: 'ended', argv: ['sh', '-c', 'echo words >&2; exit 7', 'ended'], inShell },
      { id: 'after', argv: ['sh', '-c', 'printf "%s|" $# "$left"', 'after'], inShell },
    );
    expect(source).toMatchObject({ code: 0, stdout: 'so far\n' });
    expect(own!.stdout).toBe("2|a b|'|");
    expect(hasFile).toMatchObject({ code: 1, stdout: '', stderr: '' });
    expect(captured).toMatchObject({
      stdout: "it's so far\n",
      argv: ['sh', '-c', 'echo "$1"', 'captured', "it's so far"],
    });
    expect(ended).toMatchObject({ code: 7, stderr: 'words\n' });
    expect(after!.stdout).toBe('0||');
  });

  test('reads that differ in their names only run once, and both have the answer', () => {
    const time = ['sh', '-c', 'echo $$'];
    const again = { id: 'again', argv: ['echo', { from: 'second' }] };
    const [first, second, user, repeated] = batch(
      { id: 'first', argv: time },
      { id: 'second', argv: time },
      { id: 'user', argv: ['echo', { from: 'first' }] },
      again,
    );
    expect([second!.id, second!.stdout]).toEqual(['second', first!.stdout]);
    expect([repeated!.id, repeated!.stdout]).toEqual(['again', user!.stdout]);
    expect(user!.stdout).toBe(first!.stdout);
  });

  test('a read sees no input, the C locale, and the sbin folders', () => {
    const [input, locale, path] = batch(
      { id: 'input', argv: ['cat'] },
      { id: 'locale', argv: ['sh', '-c', 'echo $LC_ALL'] },
      { id: 'path', argv: ['sh', '-c', 'echo $PATH'] },
    );
    expect([input!.stdout, locale!.stdout]).toEqual(['', 'C\n']);
    expect(path!.stdout).toContain('/usr/sbin:');
  });

  test('a command that is killed has 128 and the signal as its code', () => {
    expect(batch({ id: 'killed', argv: ['sh', '-c', 'kill -9 $$'] })[0]!.code).toBe(137);
  });

  test('a program that arrives cut off runs nothing', () => {
    const program = batchProgram([{ id: 'a', argv: ['echo', 'ran'] }], { boundary: BOUNDARY, root: true });
    const { stdout } = spawnSync(shell, shell.endsWith('busybox') ? ['sh', '-s'] : ['-s'], {
      input: program.slice(0, -4),
    });
    expect(stdout.toString()).toBe('');
  });

  test('every cut of the reply is noticed', () => {
    const reads = [says('a', Buffer.from('x')), says('b', Buffer.from('y'))];
    const { stdout, stderr } = answer(reads);
    for (let end = 0; end < stdout.length; end++) {
      const cut = () => parseBatch({ stdout: stdout.subarray(0, end), stderr }, reads, BOUNDARY);
      expect(cut).toThrow(end < `\n${BOUNDARY} `.length ? Refusal : OutcomeUnknown);
    }
  });
});

test('what a login shell prints before the program is dropped', () => {
  const stdout = `Welcome!\n\n${BOUNDARY} start\nx\n\n${BOUNDARY} 0\n`;
  const reply = { stdout: Buffer.from(stdout), stderr: Buffer.from(`motd\n${BOUNDARY}\nerr\n${BOUNDARY}\n`) };
  expect(parseBatch(reply, [{ id: 'a', argv: ['x'] }], BOUNDARY)).toEqual([
    { id: 'a', argv: ['x'], code: 0, stdout: 'x\n', stderr: 'err' },
  ]);
});

test('an account without a shell is refused with what it said', () => {
  const reply = { stdout: Buffer.from('This account is currently not available.\n'), stderr: Buffer.of() };
  expect(() => parseBatch(reply, [{ id: 'a', argv: ['x'] }], BOUNDARY)).toThrow(/currently not available/);
});

test('sudo is decided once, on the host, and only when a read needs it', () => {
  const reads: Read[] = [
    { id: 'a', argv: ['vgs'], root: true },
    { id: 'b', argv: ['lvs'], root: true },
  ];
  const asks = (program: string) => program.split('id -u').length - 1;
  expect(asks(batchProgram(reads, { boundary: BOUNDARY }))).toBe(1);
  expect(asks(batchProgram(reads, { boundary: BOUNDARY, root: true }))).toBe(0);
  expect(asks(batchProgram([{ id: 'a', argv: ['df'] }], { boundary: BOUNDARY }))).toBe(0);
});

test.each<[string, Read[]]>([
  ['an id that is no shell name', [{ id: 'a;b', argv: ['x'] }]],
  [
    'the same id twice',
    [
      { id: 'a', argv: ['x'] },
      { id: 'a', argv: ['x'] },
    ],
  ],
  [
    'an output of a later read',
    [
      { id: 'a', argv: ['x', { from: 'b' }] },
      { id: 'b', argv: ['x'] },
    ],
  ],
  ['its own output', [{ id: 'a', argv: ['x', { from: 'a' }] }]],
  [
    'a captured command',
    [
      { id: 'a', argv: ['x'] },
      { id: 'b', argv: [{ from: 'a' }] },
    ],
  ],
  ['no command', [{ id: 'a', argv: [] }]],
])('%s is refused', (_, reads) => {
  expect(() => batchProgram(reads, { boundary: BOUNDARY })).toThrow(Refusal);
});
