import { adviseCommand } from './commands/advise';
import { checklistCommand } from './commands/checklist';
import type { Command, OwnWords, Streams } from './commands/command';
import { commentCommand } from './commands/comment';
import { doctorCommand, sudoersCommand } from './commands/doctor';
import { failed, USAGE } from './commands/failed';
import { modeCommand } from './commands/mode';
import { parseWords } from './commands/options';
import { reportCommand } from './commands/report';
import { dashboardCommand, documentsCommand } from './commands/written';
import { HELP } from './help';
import { UsageError } from './usage-error';

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['plan', modeCommand('plan')],
  ['apply', modeCommand('apply')],
  ['verify', modeCommand('verify')],
  ['rollback', modeCommand('rollback')],
  ['doctor', doctorCommand],
  ['sudoers', sudoersCommand],
  ['report', reportCommand],
  ['comment', commentCommand],
  ['checklist', checklistCommand],
]);

/** These have options of their own, and no host. */
const WITH_OWN_WORDS: ReadonlyMap<string, OwnWords> = new Map([
  ['dashboard', dashboardCommand],
  ['documents', documentsCommand],
  ['advise', adviseCommand],
]);

/** The command line: the same run as the action's, for people. Answers the exit code. */
export async function cli(args: readonly string[], { stdout, stderr, stdin }: NodeJS.Process): Promise<number> {
  const streams: Streams = { stdout, stderr, stdin };
  try {
    const [name = '', ...rest] = args;
    const own = WITH_OWN_WORDS.get(name);
    if (own && !asksForHelp(name, rest)) return await own(rest, streams);
    return await shared(args, streams);
  } catch (error) {
    return failed(error, stderr);
  }
}

/** The dashboard has a help of its own. */
const asksForHelp = (name: string, args: readonly string[]) =>
  name !== 'dashboard' && args.some((word) => word === '--help' || word === '-h');

async function shared(args: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = parseWords(args);
  const [name, ...words] = positionals;
  if (values.help || name === undefined || name === 'help') {
    streams.stdout.write(HELP);
    return name === undefined && !values.help ? USAGE : 0;
  }
  const command = COMMANDS.get(name);
  if (command) return await command(words, values, streams);
  const known = [...COMMANDS.keys(), ...WITH_OWN_WORDS.keys()].join(', ');
  throw new UsageError(`'${name}' is no command; allowed are: ${known}.`);
}
