import type { Language } from './language';

/** How a language writes numbers, sizes and times. Times are UTC: a document must not depend on where it is rendered. */
export interface Format {
  number(value: number, decimals?: number): string;
  /** @param share 0 to 1 */
  percent(share: number): string;
  /** Bytes in powers of 1024. */
  size(bytes: number): string;
  duration(seconds: number): string;
  /** To the cent. */
  dollars(usd: number): string;
  /** As it was set, with all its digits. */
  price(usd: number): string;
  /** 11 February 2026 */
  day(at: string): string;
  /** 06:21 */
  time(at: string): string;
  /** 11 February 2026, 06:21 */
  moment(at: string): string;
  list(items: readonly string[]): string;
}

/** English as it is written outside of the United States: the day stands before the month. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };
const UNITS: Readonly<Record<Language, readonly [string, string, string, string]>> = {
  en: ['TiB', 'GiB', 'MiB', 'B'],
  fr: ['Tio', 'Gio', 'Mio', 'o'],
};

export function formatOf(language: Language): Format {
  const locale = LOCALES[language];
  const number = (value: number, decimals = 0) =>
    spaced(
      new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value),
    );
  const date = (options: Intl.DateTimeFormatOptions) => {
    const shown = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (at: string) => (Number.isNaN(Date.parse(at)) ? '?' : spaced(shown.format(new Date(at))));
  };
  const day = date({ dateStyle: 'long' });
  const time = date({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return {
    number,
    percent: (share) => spaced(new Intl.NumberFormat(locale, { style: 'percent' }).format(share)),
    size: (bytes) => size(bytes, number, UNITS[language]),
    duration: (seconds) => duration(seconds, number),
    dollars: (usd) => (language === 'fr' ? `${number(usd, 2)}\u00a0$` : `$${number(usd, 2)}`),
    price: (usd) => (language === 'fr' ? `${String(usd).replace('.', ',')}\u00a0$` : `$${usd}`),
    day,
    time,
    moment: (at) => `${day(at)}, ${time(at)}`,
    list: (items) => new Intl.ListFormat(locale).format(items),
  };
}

/** Versions of the language data differ in which space that does not break they use. */
const spaced = (text: string) => text.replace(/\u202f/g, '\u00a0');

function size(
  bytes: number,
  number: Format['number'],
  [tib, gib, mib, byte]: readonly [string, string, string, string],
) {
  const sign = bytes < 0 ? '−' : '';
  const value = Math.abs(bytes);
  const units: readonly (readonly [string, number])[] = [
    [tib, 1024 ** 4],
    [gib, 1024 ** 3],
    [mib, 1024 ** 2],
  ];
  const [unit, one] = units.find(([, of]) => value >= of) ?? [byte, 1];
  const count = value / one;
  return `${sign}${number(count, Number.isInteger(count) ? 0 : 1)}\u00a0${unit}`;
}

function duration(seconds: number, number: Format['number']): string {
  if (seconds < 59.95) return `${number(seconds, 1)}\u00a0s`;
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = `${Math.floor((whole % 3600) / 60)}\u00a0min`;
  if (hours > 0) return whole % 3600 < 60 ? `${hours}\u00a0h` : `${hours}\u00a0h ${minutes}`;
  return whole % 60 === 0 ? minutes : `${minutes} ${whole % 60}\u00a0s`;
}

/** What a number makes of a word: French takes the singular for 0 too. */
export function pluralOf(language: Language) {
  const rules = new Intl.PluralRules(LOCALES[language]);
  return (count: number, one: string, other: string) => (rules.select(count) === 'one' ? one : other);
}
