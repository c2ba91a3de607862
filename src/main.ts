#!/usr/bin/env node
import { version } from './version';

// Entries are loaded when they are needed: a start that only says its version does not pay for the rest.
async function main(argv: readonly string[]): Promise<number> {
  if (argv[0] === '--version') {
    process.stdout.write(`${version()}\n`);
    return 0;
  }
  if (argv[0] === 'action') return (await import('./action')).action(process.env);
  if (argv[0] === 'desk') return (await import('./desk/entry')).desk(process.env);
  return (await import('./cli')).cli(argv, process);
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
  // A command on the host that nobody follows any more must not keep this process.
  setTimeout(() => process.exit(), 1000).unref();
});
