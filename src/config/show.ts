/** How values of people are repeated in messages: short, on one line, and never a secret. */

const LONGEST = 60;

/** A value of a configuration as it may stand in a message. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value !== 'string') return String(value);
  return looksSecret(value) ? 'a text that looks like a secret and is not shown' : `"${shorten(value)}"`;
}

/** The text on one line, without control characters and marks that turn the direction, at most 60 characters. */
export function shorten(text: string): string {
  const letters = [...text.slice(0, 2 * LONGEST + 2)];
  const short = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('');
  return short.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (letter) => `\\u{${letter.codePointAt(0)!.toString(16)}}`);
}

/** Text that is repeated without quotes around it, such as a part of a message. */
export const mention = (text: string) => (looksSecret(text) ? '…' : shorten(text));

/** Private keys, tokens of known shape, and passwords in front of an @. */
export function looksSecret(text: string): boolean {
  return (
    /-----BEGIN |\b(?:gh[oprsu]_|github_pat_|glpat-|xox[a-z]-|AKIA)[A-Za-z0-9]/.test(text) ||
    /^(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/)?[^@:]*:(?!\/\/)[^@]*@/.test(text)
  );
}
