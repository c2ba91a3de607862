import { ConfigError } from '../config/load';
import { ApiError } from '../github/error';
import { OutcomeUnknown, Refusal } from '../host/host';
import { plain } from '../report/defuse';
import { UsageError } from '../usage-error';

export const USAGE = 2;
const REFUSED = 3;
const UNKNOWN = 6;

/** Says why a command did not get to its end, and what to do. Answers the exit code; what is a mistake of ours is thrown on. */
export function failed(error: unknown, stderr: NodeJS.WriteStream): number {
  const say = (text: string) => stderr.write(plain(`edge-phase1: ${text}\n`));
  if (error instanceof UsageError) say(`${error.message}\nTry --help.`);
  else if (error instanceof ConfigError) say(error.message);
  else if (error instanceof ApiError) say(error.message);
  else if (error instanceof Refusal) say(`${error.message}\nWhat to do: ${error.wayOut}`);
  else if (error instanceof OutcomeUnknown)
    say(`The connection was lost while looking; nothing was begun. ${error.message}\nWhat to do: run it again.`);
  else throw error;
  if (error instanceof Refusal || error instanceof ApiError) return REFUSED;
  return error instanceof OutcomeUnknown ? UNKNOWN : USAGE;
}
