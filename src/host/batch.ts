/**
 * A batch of reads as one shell program, and its reply taken apart again. Pure.
 *
 * The program writes each read's output straight through and puts a mark after it, on standard output (with the exit
 * code) and on standard error. The mark holds a random boundary that no output can guess, so nothing has to be encoded,
 * counted or stored: it needs no process besides the reads, and no disk, which may be full.
 */

import { type Captured, NOT_RUN, OutcomeUnknown, type Read, type ReadResult, Refusal } from './host';
import { checkArgv, HOST_PATH, quote, quoteAll, SUDO } from './quote';

export interface BatchOptions {
  /** 128 random bits in hexadecimal, new for each batch. */
  readonly boundary: string;
  /** The program will run as root, so that no read needs sudo. Otherwise it finds out for itself. */
  readonly root?: boolean;
}

/** What the program wrote. */
export interface BatchReply {
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}

/**
 * The program for `sh -s` on standard input.
 *
 * It is one brace group, so that a half received program does nothing. Each read runs as `( exec … )`: one process, and
 * never a shell builtin but where the read says so. Reads that are the same but for their name run once.
 *
 * @throws Refusal with code `bad-batch` or `bad-argv`
 */
export function batchProgram(reads: readonly Read[], { boundary, root = false }: BatchOptions): string {
  checkReads(reads);
  const { distinct } = withoutRepeats(reads);
  const captured = new Set(distinct.flatMap(sources));
  const sudo = !root && reads.some((read) => read.root);
  return [
    '{',
    `PATH=${HOST_PATH}; LC_ALL=C; export PATH LC_ALL`,
    `mark() { printf '\\n%s %s\\n' ${boundary} "$1"; printf '\\n%s\\n' ${boundary} >&2; }`,
    'sudo=',
    ...(sudo ? [`[ "$(id -u)" = 0 ] || sudo=${quote(quoteAll(SUDO))}`] : []),
    'mark start',
    ...distinct.flatMap((read) => readProgram(read, captured.has(read.id), sudo)),
    'exit 0',
    '}',
    '',
  ].join('\n');
}

function readProgram(read: Read, captured: boolean, sudo: boolean): string[] {
  const words = read.argv.map((arg) => (typeof arg === 'string' ? quote(arg) : `${prefixOf(arg)}"$r_${arg.from}"`));
  const command = `( ${read.inShell ? inShell(read, words) : `exec ${read.root ? '$sudo ' : ''}${words.join(' ')}`} ) </dev/null`;
  const program = [
    ...(captured ? captureProgram(`r_${read.id}`, command) : [command, 'code=$?']),
    // Where the command is, for the sudoers line that may be missing.
    ...(read.root && sudo ? [`[ "$code" = 0 ] || code="$code $(command -v ${words[0]})"`] : []),
    'mark "$code"',
  ];
  const needs = sources(read);
  if (needs.length === 0) return program;
  return [`if ${needs.map((id) => `[ -n "$r_${id}" ]`).join(' && ')}; then`, ...program, 'else', 'mark -', 'fi'];
}

function inShell({ argv: [command, option, script] }: Read, words: readonly string[]): string {
  if (command !== 'sh' || option !== '-c') return words.join(' ');
  return `set -- ${words.slice(4).join(' ')}\n${script}\n`;
}

/** Keeps the output in a variable too; the exit code rides behind it, so that trailing newlines survive. */
function captureProgram(name: string, command: string): string[] {
  return [
    `${name}=$( ${command}; printf .%s "$?" )`,
    `code=\${${name}##*.}; ${name}=\${${name}%.*}`,
    `printf %s "$${name}"`,
    `[ "$code" = 0 ] || ${name}=`,
    `${name}=\${${name}#"\${${name}%%[![:space:]]*}"}; ${name}=\${${name}%"\${${name}##*[![:space:]]}"}`,
  ];
}

/**
 * The results in the order of the reads. Bytes that are not UTF-8 come out as U+FFFD.
 *
 * @throws Refusal with code `host-shell` when the program was not run
 * @throws OutcomeUnknown when the reply ends before the last read did
 */
export function parseBatch(reply: BatchReply, reads: readonly Read[], boundary: string): ReadResult[] {
  const { distinct, standIn } = withoutRepeats(reads);
  const out = split(Buffer.from(reply.stdout), `\n${boundary} `);
  const err = split(Buffer.from(reply.stderr), `\n${boundary}\n`);
  if (out.length < 2) throw notRun(reply);
  const marks = distinct.length + 2;
  if (out.length !== marks || err.length !== marks || !out.at(-1)!.includes('\n')) {
    const last = distinct[Math.min(out.length, err.length) - 2];
    throw new OutcomeUnknown(`The batch ended early, during the read "${last?.id}": ${last?.argv.map(show).join(' ')}`);
  }
  const results = new Map<string, ReadResult>();
  distinct.forEach((read, i) => {
    const [code, path = ''] = cut(out[i + 2]!).text.split(/ (.*)/s);
    const stdout = cut(out[i + 1]!).rest.toString();
    const stderr = err[i + 1]!.toString();
    const argv = read.argv.map((arg) => fill(arg, results));
    results.set(
      read.id,
      code === '-'
        ? { id: read.id, argv, code: NOT_RUN, stdout: '', stderr: whyNotRun(read, results) }
        : { id: read.id, argv, code: Number(code), stdout, stderr, ...(path !== '' && { path }) },
    );
  });
  return reads.map(({ id }) => ({ ...results.get(standIn.get(id)!)!, id }));
}

/** The reads that differ in more than their name, and for each name the one of them that answers. */
function withoutRepeats(reads: readonly Read[]) {
  const standIn = new Map<string, string>();
  const first = new Map<string, Read>();
  for (const read of reads) {
    const argv = read.argv.map((arg) =>
      typeof arg === 'string' ? arg : { ...arg, from: standIn.get(arg.from) ?? arg.from },
    );
    const key = JSON.stringify([argv, read.root, read.inShell]);
    if (!first.has(key)) first.set(key, { ...read, argv });
    standIn.set(read.id, first.get(key)!.id);
  }
  return { distinct: [...first.values()], standIn };
}

/** What a captured argument stands for. The same blanks as `[:space:]` in the C locale. */
export function trimmed(output: string): string {
  return output.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '');
}

function fill(arg: string | Captured, results: ReadonlyMap<string, ReadResult>): string {
  if (typeof arg === 'string') return arg;
  const value = usable(results.get(arg.from));
  return value === '' ? show(arg) : `${arg.prefix ?? ''}${value}`;
}

function usable(result: ReadResult | undefined): string {
  return result?.code === 0 ? trimmed(result.stdout.replaceAll('\0', '')) : '';
}

function whyNotRun(read: Read, results: ReadonlyMap<string, ReadResult>): string {
  const id = sources(read).find((source) => usable(results.get(source)) === '');
  const source = id === undefined ? undefined : results.get(id);
  const why =
    source?.code === NOT_RUN ? 'was not run' : source?.code === 0 ? 'was empty' : `ended with code ${source?.code}`;
  return `not run: it needs the output of the read "${id}", which ${why}`;
}

function show(arg: string | Captured): string {
  return typeof arg === 'string' ? arg : `${arg.prefix ?? ''}<${arg.from}>`;
}

const prefixOf = ({ prefix = '' }: Captured): string => (prefix === '' ? '' : quote(prefix));

function sources(read: Read): string[] {
  return [...new Set(read.argv.flatMap((arg) => (typeof arg === 'string' ? [] : [arg.from])))];
}

function checkReads(reads: readonly Read[]): void {
  const seen = new Set<string>();
  for (const read of reads) {
    if (!/^[A-Za-z0-9_]+$/.test(read.id))
      throw badBatch(`"${read.id}" has other characters than letters, digits and _`);
    if (seen.has(read.id)) throw badBatch(`two reads are called "${read.id}"`);
    const missing = sources(read).find((source) => !seen.has(source));
    if (missing !== undefined) throw badBatch(`"${read.id}" needs "${missing}", which is not an earlier read`);
    if (typeof read.argv[0] === 'object') throw badBatch(`the command of "${read.id}" is not known beforehand`);
    checkArgv(read.argv.map(show));
    seen.add(read.id);
  }
}

function badBatch(what: string): Refusal {
  return new Refusal('bad-batch', `These reads are no batch: ${what}.`, 'Correct the reads.');
}

function notRun({ stdout, stderr }: BatchReply): Refusal {
  const answer = trimmed(`${Buffer.from(stdout)}${Buffer.from(stderr)}`).slice(0, 300);
  return new Refusal(
    'host-shell',
    `The host did not run a shell program; it answered ${answer === '' ? 'nothing' : JSON.stringify(answer)}.`,
    'Give the user a login shell on the server (`getent passwd USER` shows it), and a key without a forced command.',
  );
}

/** The pieces between the marks. */
function split(bytes: Buffer, mark: string): Buffer[] {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, from)) {
    pieces.push(bytes.subarray(from, at));
    from = at + mark.length;
  }
  return [...pieces, bytes.subarray(from)];
}

/** The first line, which belongs to the mark, and what follows it. */
function cut(piece: Buffer): { text: string; rest: Buffer } {
  const end = piece.indexOf('\n');
  return { text: piece.subarray(0, end).toString(), rest: piece.subarray(end + 1) };
}
