import { loadConfig } from '../config/load';
import type { Credentials } from '../host/open';
import { parseTarget } from '../host/target';
import { STEP_IDS, STEPS } from '../steps';
import type { Step } from '../steps/step';
import { UsageError } from '../usage-error';
import type { Options } from './options';

/** Which host, how to get in, and what is configured for it. */
export function destination(options: Options) {
  const { config } = loadConfig({
    dir: process.cwd(),
    ...(options.config !== undefined && { file: options.config }),
    overrides: options.set ?? [],
  });
  const credentials: Credentials = {
    privateKey: process.env.EDGE_PHASE1_SSH_PRIVATE_KEY,
    privateKeyFile: options['ssh-key'],
    knownHosts: process.env.EDGE_PHASE1_SSH_KNOWN_HOSTS,
    ...(options['known-hosts'] && { knownHostsFiles: [options['known-hosts']] }),
  };
  return { config, host: parseTarget(options.host ?? config.host), credentials };
}

/** The steps with these names, in their order; all of them where none is named. */
export function chosenSteps(words: readonly string[]): readonly Step<unknown>[] {
  const wrong = words.find((word) => !STEP_IDS.includes(word));
  if (wrong !== undefined) throw new UsageError(`'${wrong}' is no step; allowed are: ${STEP_IDS.join(', ')}.`);
  return words.length === 0 ? STEPS : STEPS.filter((step) => words.includes(step.id));
}
