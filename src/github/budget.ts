export interface Window {
  readonly seconds: number;
  readonly most: number;
}

/**
 * GitHub's limits for requests that create content, and its advice to leave a second between two writes. All writes are
 * counted, since edits are content for some of its endpoints.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export const WRITE_WINDOWS: readonly Window[] = [
  { seconds: 1, most: 1 },
  { seconds: 60, most: 80 },
  { seconds: 3600, most: 500 },
];

/**
 * Seconds until one more may follow.
 *
 * @param times of those before, in milliseconds, ascending
 */
export function secondsUntilTurn(times: readonly number[], now: number, windows = WRITE_WINDOWS): number {
  const waits = windows.map(({ seconds, most }) => {
    const blocking = times[times.length - most];
    return blocking === undefined ? 0 : blocking / 1000 + seconds - now / 1000;
  });
  return Math.max(0, ...waits);
}
