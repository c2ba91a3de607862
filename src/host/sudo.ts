/** Recognising that a right is missing, and saying which sudoers line grants it. Pure. */

import { textsOf } from '../texts';
import { type Output, type ReadResult, Refusal } from './host';
import { quoteAll } from './quote';

const MISSING_RIGHT =
  /^sudo: (?:a password is required|a terminal is required|.* not allowed)|^Sorry, user .* (?:may not run|is not allowed)|is not in the sudoers file|sudo: no tty present/m;
const MISSING_SUDO = /sudo(?:: not found|.?: No such file or directory)/;

/**
 * The refusal for a root command that sudo did not let through, or undefined when something else happened.
 *
 * @param command what was run, without sudo: a `ReadResult`, or the argv of `run` with its output
 * @param user who is logged in on the host
 * @param say what it says of what is missing
 */
export function missingRight(
  command: Output & Pick<ReadResult, 'argv' | 'path'>,
  user: string,
  say = textsOf({}).facts,
): Refusal | undefined {
  const { argv, code, stderr, path } = command;
  const name = argv[0] ?? '';
  if (code === 127 && MISSING_SUDO.test(stderr)) {
    const { message, wayOut } = say.sudoMissing(quoteAll(argv), user);
    return new Refusal('sudo-missing', message, wayOut);
  }
  if (code !== 1 || !MISSING_RIGHT.test(stderr)) return undefined;
  const found = path ?? (name.startsWith('/') ? name : undefined);
  const line = sudoersLine(argv, user, found ?? `/usr/sbin/${name}`);
  const { message, wayOut } = say.sudoRight(quoteAll(argv), user, line, found ? undefined : name);
  return new Refusal('sudo-right', message, wayOut);
}

/** Exactly this command with exactly these arguments: a `*` would match spaces, and so further arguments. */
export function sudoersLine(argv: readonly string[], user: string, path: string): string {
  const args = argv.slice(1).map(escapeArg);
  return `${user} ALL=(root) NOPASSWD: ${[path, ...(args.length > 0 ? args : ['""'])].join(' ')}`;
}

/** sudo reads the line first, and then matches it as a pattern: a backslash has to survive both. */
function escapeArg(arg: string): string {
  if (arg === '') return '""';
  return arg.replaceAll('\\', '\\\\\\\\').replace(/[,:= #*?[\]]/g, '\\$&');
}
