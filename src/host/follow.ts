/** Following a command on either kind of host: collecting its output, handing on lines, and giving up. */

import { StringDecoder } from 'node:string_decoder';
import { OutcomeUnknown, type Output, type RunOptions } from './host';

/** A read of a batch that is silent for longer than this has hung, as `df` does on a dead network mount. */
export const BATCH_SILENCE_SECONDS = 300;

export interface Listeners {
  stdout(chunk: Buffer): void;
  stderr(chunk: Buffer): void;
}

export interface Followed {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

export type FollowOptions = Pick<RunOptions, 'onLine' | 'signal' | 'silenceSeconds'>;

/**
 * Starts a command and follows it to its end, to `signal` (code null, with the output so far), or to too long a silence.
 *
 * Giving up only stops listening: `start` goes on, so that what runs on the host is not stopped by a closed pipe.
 *
 * @param start runs the command, calls the listeners for each chunk, and resolves with the exit code
 * @throws OutcomeUnknown after `silenceSeconds` without output, and whatever `start` or `onLine` throws
 */
export function follow(
  start: (listeners: Listeners) => Promise<number>,
  { onLine, signal, silenceSeconds }: FollowOptions = {},
): Promise<Followed> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  const followed = (code: number | null) => ({ code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) });
  if (signal?.aborted) return Promise.resolve(followed(null));

  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let over = false;
    const lines = onLine && lineSplitter(onLine);

    /** Settles once; afterwards chunks are dropped. */
    const end = (settle: () => void) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      settle();
    };
    const stop = () => end(() => resolve(followed(null)));
    const fail = (error: unknown) => end(() => reject(error));
    const quiet = () =>
      fail(
        new OutcomeUnknown(
          `The host has been silent for ${silenceSeconds} s. The command may be running still: look before you run it again.`,
        ),
      );
    const restart = () => {
      clearTimeout(timer);
      if (silenceSeconds !== undefined) timer = setTimeout(quiet, silenceSeconds * 1000);
    };
    const take = (chunks: Buffer[], chunk: Buffer, use?: (chunk: Buffer) => void) => {
      if (over) return;
      restart();
      chunks.push(chunk);
      try {
        use?.(chunk);
      } catch (error) {
        fail(error);
      }
    };

    signal?.addEventListener('abort', stop);
    restart();
    start({
      stdout: (chunk) => take(stdout, chunk, lines?.push),
      stderr: (chunk) => take(stderr, chunk),
    })
      .then((code) => {
        if (over) return;
        lines?.end();
        end(() => resolve(followed(code)));
      })
      .catch(fail);
  });
}

/** Bytes as text; what is not UTF-8 comes out as U+FFFD. */
export function asText({ code, stdout, stderr }: Followed): Output {
  return { code, stdout: stdout.toString(), stderr: stderr.toString() };
}

/**
 * Chunks into lines without their newline. A line, and a character, may be spread over many chunks; `end` hands out
 * a last line that has no newline.
 */
export function lineSplitter(onLine: (line: string) => void): { push(chunk: Buffer): void; end(): void } {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  return {
    push(chunk) {
      const pieces = decoder.write(chunk).split('\n');
      const rest = pieces.pop()!;
      for (const piece of pieces) {
        const line = [...parts, piece].join('');
        parts = [];
        onLine(line);
      }
      if (rest !== '') parts.push(rest);
    },
    end() {
      const line = parts.join('') + decoder.end();
      parts = [];
      if (line !== '') onLine(line);
    },
  };
}
