import { parseDockerfile, shippedStages, userAt, workdirAt } from '../../../src/build/advisor/dockerfile';
import { commandsOf } from '../../../src/build/advisor/shell';

const commands = (text: string, script = false) =>
  commandsOf(text, 0, text.length, '\\', script).map(({ joint, words }) => [joint, ...words.map((word) => word.value)]);

test.each([
  [
    'a b && c || d; e',
    [
      ['', 'a', 'b'],
      ['&&', 'c'],
      ['||', 'd'],
      [';', 'e'],
    ],
  ],
  ['echo \'a && b\' "c; d"', [['', 'echo', 'a && b', 'c; d']]],
  ['a \\\n  b \\\n# a comment\n\n  c', [['', 'a', 'b', 'c']]],
  ['x=$(a && b) c', [['', 'x=a && b', 'c']]],
  [
    '(cd a && b)',
    [
      ['(', 'cd', 'a'],
      ['&&', 'b'],
    ],
  ],
  [
    'a 2>&1 | b',
    [
      ['', 'a', '2>&1'],
      ['|', 'b'],
    ],
  ],
  ['a\\ b', [['', 'a b']]],
  ['pip install foo#bar', [['', 'pip', 'install', 'foo#bar']]],
])('shell: %j', (text, expected) => {
  expect(commands(text)).toEqual(expected);
});

test('a script: lines are commands, comments end at the line', () => {
  expect(commands('set -e\na b # c && d\n\ne \\\n  f\n', true)).toEqual([
    ['', 'set', '-e'],
    ['\n', 'a', 'b'],
    ['\n', 'e', 'f'],
  ]);
});

test('words know their place and whether they can be known', () => {
  const text = 'apt-get install $PKG "a b"';
  const [command] = commandsOf(text, 0, text.length, '\\', false);
  expect(command!.words.map((word) => [text.slice(word.start, word.end), word.dynamic])).toEqual([
    ['apt-get', false],
    ['install', false],
    ['$PKG', true],
    ['"a b"', false],
  ]);
});

const file = parseDockerfile(`ARG V=1
FROM golang:\${V} AS Build
WORKDIR /src
ENV A=b
COPY . .
RUN go build
USER 1000:1000
FROM scratch
COPY --from=build /x /x
FROM build
WORKDIR sub
RUN x
`);

test('stages, their bases, and the numbers that BuildKit gives', () => {
  expect(file.broken).toBeUndefined();
  expect(file.stages.map(({ name, image, base }) => [name, image, base?.number])).toEqual([
    ['build', 'golang:$' + '{V}', undefined],
    ['', 'scratch', undefined],
    ['', 'build', 0],
  ]);
  expect(file.stages[0]!.instructions.map(({ keyword, index }) => [keyword, index])).toEqual([
    ['FROM', 1],
    ['WORKDIR', 2],
    ['ENV', 0],
    ['COPY', 3],
    ['RUN', 4],
    ['USER', 0],
  ]);
  expect(shippedStages(file).map((stage) => stage.number)).toEqual([2, 0]);
});

test('folder and user are inherited from the stage below', () => {
  const stage = file.stages[2]!;
  const run = stage.instructions.at(-1)!;
  expect(workdirAt(stage, run)).toBe('/src/sub');
  expect(userAt(stage, run)).toBe('1000:1000');
});

test.each([
  ['', 'It has no FROM.'],
  ['# only a comment\n', 'It has no FROM.'],
  ['FROM\n', 'Line 1: FROM names no image.'],
  ['FROM a\nCOPPY a b\n', "Line 2: 'COPPY' is no instruction."],
  ['RUN a\nFROM b\n', 'Line 1: RUN stands before the first FROM.'],
  ['FROM a\nRUN <<EOF\nx\n', 'Line 2: a heredoc has no end.'],
])('%j is broken', (text, why) => {
  expect(parseDockerfile(text).broken).toBe(why);
});

test('a heredoc of another language, or of data, has no commands', () => {
  const { stages } = parseDockerfile(
    'FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nnpm ci\nEOF\nRUN cat <<X >/y\nnpm ci\nX\nRUN <<S bash -e\nnpm ci\nS\nRUN bash -e <<S\nnpm ci\nS\n',
  );
  expect(stages[0]!.instructions.slice(1).map((run) => run.commands.length)).toEqual([0, 0, 0, 1]);
});
