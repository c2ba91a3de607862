/** Command strings for a POSIX shell. Nothing else in this project turns arguments into shell text. */

import { Refusal } from './host';

/** Where commands are looked up on every host, whatever the login shell's own PATH is. */
export const HOST_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Never asks for a password: a missing right is an exit code, not a prompt that nobody sees. */
export const SUDO: readonly string[] = ['sudo', '-n', '--'];

/**
 * One argument as one shell word.
 *
 * Quotes and backslashes stand outside the single quotes, because fish (which may be a user's login shell) reads
 * backslashes inside them.
 */
export function quote(arg: string): string {
  if (/^[A-Za-z0-9_@%+:,./-]+$/.test(arg)) return arg;
  return `'${arg.replace(/['\\]/g, "'\\$&'")}'`;
}

/** A whole argv as shell words. */
export function quoteAll(argv: readonly string[]): string {
  return argv.map(quote).join(' ');
}

/**
 * The command line for a login shell: it becomes the command itself, with the fixed PATH and the C locale.
 *
 * `env` rather than `PATH=… command`, because that is read alike by every login shell.
 */
export function loginCommand(argv: readonly string[], sudo = false): string {
  checkArgv(argv);
  return `exec env PATH=${HOST_PATH} LC_ALL=C ${quoteAll([...(sudo ? SUDO : []), ...argv])}`;
}

/**
 * Refuses what no shell can pass on, or what would be taken for something else than a command.
 *
 * @throws Refusal with code `bad-argv`
 */
export function checkArgv(argv: readonly string[]): void {
  const [command] = argv;
  const wrong =
    command === undefined || command === ''
      ? 'there is no command'
      : /^-|=/.test(command)
        ? `the command ${JSON.stringify(command)} would be taken for an option or a variable`
        : argv.some((arg) => arg.includes('\0'))
          ? 'an argument contains a NUL byte'
          : undefined;
  if (wrong === undefined) return;
  throw new Refusal('bad-argv', `This command cannot be run: ${wrong}.`, 'Give the command as its name and arguments.');
}
