/** At most one write in so many seconds. */
export const LIVE_SECONDS = 30;

export interface LiveWorld {
  /** Milliseconds. */
  readonly now: () => number;
  /** Runs it later, once; answers how to call that off. */
  readonly later: (seconds: number, act: () => void) => () => void;
}

export interface Live<Text> {
  /** What is to be shown now; shown at the latest when the next turn comes. */
  update(text: Text): void;
  /** Waits for a write that is going on; what was not written yet is dropped. */
  stop(): Promise<void>;
}

/**
 * Shows the newest of many states at a bounded rate, never two at a time.
 *
 * @param failed told once, with the first error; then nothing more is written
 */
export function livePublisher<Text>(
  world: LiveWorld,
  write: (text: Text) => Promise<void>,
  failed: (error: unknown) => void,
): Live<Text> {
  let waiting: { text: Text } | undefined;
  let writing: Promise<void> | undefined;
  let callOff: (() => void) | undefined;
  let last = Number.NEGATIVE_INFINITY;
  let stopped = false;

  function turn(): void {
    if (stopped || writing || callOff || !waiting) return;
    const seconds = last / 1000 + LIVE_SECONDS - world.now() / 1000;
    if (seconds > 0) {
      callOff = world.later(seconds, () => {
        callOff = undefined;
        turn();
      });
      return;
    }
    const { text } = waiting;
    waiting = undefined;
    last = world.now();
    writing = write(text)
      .catch((error: unknown) => {
        stopped = true;
        failed(error);
      })
      .then(() => {
        writing = undefined;
        turn();
      });
  }

  return {
    update(text) {
      waiting = { text };
      turn();
    },
    async stop() {
      stopped = true;
      callOff?.();
      await writing;
    },
  };
}
