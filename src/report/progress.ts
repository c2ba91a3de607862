import type { Progress } from '../run';
import { duration } from '../units';
import { plain } from './defuse';

/** Prints what is going on, with the time since the start. Without a stream nothing is printed. */
export function progressPrinter(
  stream: NodeJS.WritableStream | undefined,
  now: () => number,
): (progress: Progress) => void {
  const started = now();
  return ({ text, event }) => {
    // A plan that the host repeats was just shown to whoever approved it.
    if (!stream || text === '' || event?.event === 'plan') return;
    const elapsed = duration((now() - started) / 1000).padStart(8);
    stream.write(
      `${elapsed}  ${plain(text.trim())
        .split('\n')
        .join(`\n${' '.repeat(10)}`)}\n`,
    );
  };
}
