const UNITS: Record<string, number> = {
  B: 1,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
  MB: 1000 ** 2,
  GB: 1000 ** 3,
  TB: 1000 ** 4,
};

/**
 * Reads a size with its unit: `150GiB` (powers of 1024) and `150GB` (powers of 1000) are different sizes.
 *
 * @returns bytes
 * @throws Error whose message says what is allowed
 */
export function parseSize(text: string): number {
  const match = /^(\d{1,15}(?:\.\d{1,6})?) *([A-Za-z]*)$/.exec(text.trim());
  const unit = UNITS[match?.[2] || 'B'];
  if (!match || unit === undefined) {
    throw new Error('allowed is a number with a unit: MiB, GiB, TiB (powers of 1024) or MB, GB, TB (powers of 1000)');
  }
  return Math.round(Number(match[1]) * unit);
}
