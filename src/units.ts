const GIB = 1024 ** 3;

/** Bytes for people, in GiB with at most one decimal: `150 GiB`, `99.9 GiB`. */
export const gib = (bytes: number) => `${Number((bytes / GIB).toFixed(1))} GiB`;

/** Seconds for people: `4.2 s`, `3 min 10 s`. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
