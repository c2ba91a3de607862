/** Sizes in code are whole bytes, as numbers; this is how people write and read them. */

const GIB = 1024 ** 3;

/** The same units as in the host scripts. `B` and no unit at all are bytes. */
const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  MiB: 1024 ** 2,
  GiB: GIB,
  TiB: 1024 ** 4,
  MB: 1000 ** 2,
  GB: 1000 ** 3,
  TB: 1000 ** 4,
};

/** What `parseSize` reads, also for the JSON Schema: there are no parts of a byte, so decimals need a larger unit. */
export const SIZE_PATTERN = '^([0-9]{1,15})(?:\\.([0-9]{1,6})(?! *B?$))? *(B|MiB|GiB|TiB|MB|GB|TB)?$';

const ALLOWED =
  'Write an absolute size with its unit, such as 150GiB or 1.5TB: MiB, GiB, TiB are powers of 1024 and MB, GB, TB powers of 1000. A whole number without a unit is bytes.';

/**
 * Reads a size with its unit: `150GiB` and `150 GiB` are the same, `150GB` is 7 % less.
 *
 * @returns bytes, rounded to whole ones
 * @throws Error whose message says what to write instead; it does not repeat a text that is no number
 */
export function parseSize(text: string): number {
  const match = new RegExp(SIZE_PATTERN).exec(text);
  if (!match) throw new Error(ambiguity(text) ?? ALLOWED);
  const [, whole = '', decimals = '', unit = 'B'] = match;
  const scale = 10n ** BigInt(decimals.length);
  const bytes = Number((BigInt(whole + decimals) * BigInt(UNITS[unit]!) + scale / 2n) / scale);
  if (!Number.isSafeInteger(bytes)) throw new Error('Write a size of at most 8191TiB: larger ones are not exact.');
  return bytes;
}

/** `50G` is 50 GiB for LVM and 50 GB on a label: nobody shall have to guess. */
function ambiguity(text: string): string | undefined {
  const [, number, letter] = /^([0-9]{1,15}(?:\.[0-9]{1,6})?) *([mgt])(?:i?b|i|o|io)?$/i.exec(text) ?? [];
  if (number === undefined || letter === undefined) return undefined;
  const unit = letter.toUpperCase();
  return `Its unit is ambiguous: write ${number}${unit}iB (powers of 1024, as LVM and df -h count) or ${number}${unit}B (powers of 1000, as on a disk's label).`;
}

/**
 * Bytes for people: `150 GiB`. A whole number is exact, one with a decimal (`149.9 GiB`, `150.0 GiB`) is rounded, so that
 * a size just short of a limit does not look as if it reached it. Below 0.1 GiB in MiB or bytes.
 */
export const formatSize = (bytes: number) => inUnit(bytes, 'GiB', 'MiB');

/** Bytes in both ways of counting, where people could mix them up: `150 GiB (161.1 GB)`. */
export function formatBoth(bytes: number): string {
  const [binary, decimal] = [formatSize(bytes), inUnit(bytes, 'GB', 'MB')];
  return binary === decimal ? binary : `${binary} (${decimal})`;
}

function inUnit(bytes: number, ...units: readonly string[]): string {
  const unit = units.find((name) => bytes >= UNITS[name]! / 10) ?? 'B';
  const count = bytes / UNITS[unit]!;
  return `${Number.isInteger(count) ? count : count.toFixed(1)} ${unit}`;
}
