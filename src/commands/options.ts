import { parseArgs } from 'node:util';
import { UsageError } from '../usage-error';

const OPTIONS = {
  host: { type: 'string' },
  config: { type: 'string' },
  set: { type: 'string', multiple: true },
  'plan-hash': { type: 'string' },
  yes: { type: 'boolean' },
  json: { type: 'boolean' },
  evidence: { type: 'string' },
  from: { type: 'string' },
  before: { type: 'string' },
  history: { type: 'string' },
  to: { type: 'string' },
  repository: { type: 'string' },
  'fail-on': { type: 'string' },
  'ssh-key': { type: 'string' },
  'known-hosts': { type: 'string' },
  patience: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

/** What the commands that share their options were given. */
export type Options = ReturnType<typeof parse>['values'];

/** @throws UsageError */
export function parseWords(args: readonly string[]) {
  try {
    return parse(args);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
