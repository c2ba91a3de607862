import type { Evidence } from '../evidence/evidence';
import type { Options } from './options';

export type Streams = Pick<NodeJS.Process, 'stdout' | 'stderr' | 'stdin'>;

/** Takes the words after its name; answers the exit code. */
export type Command = (words: readonly string[], options: Options, streams: Streams) => number | Promise<number>;

/** One with options of its own: takes everything after its name. */
export type OwnWords = (args: readonly string[], streams: Streams) => number | Promise<number>;

export const serialized = (evidence: Evidence) => `${JSON.stringify(evidence, null, 2)}\n`;

/** Ctrl-C once: a measurement is stopped on the host, a change is only not followed any more. Twice: this program ends. */
export function stopSignal(stderr: NodeJS.WriteStream): AbortSignal {
  const stop = new AbortController();
  const onSignal = () => {
    stderr.write('Stopping. A change that began is finished by the host; the next run shows how it ended.\n');
    stop.abort();
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  return stop.signal;
}
