import type { Language } from '../texts/language';
import { fill, type Texts } from './words';

const GIB = 1024 ** 3;

export interface Format {
  number(value: number, digits?: number): string;
  /** Such as `24 Feb 2026`. */
  day(seconds: number): string;
  /** Such as `24 Feb 2026, 10:05`. */
  moment(seconds: number): string;
  /** Such as `93.4 GiB`. */
  size(bytes: number): string;
  percent(value: number): string;
  /** Such as `41.2 min`, `85.3 s`. */
  duration(seconds: number): string;
  /** A duration as it stands in the configuration: without needless decimals. */
  limit(seconds: number): string;
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** How numbers and times are written in a language; the same on the page as in its tables. */
export function formatOf(language: Language): Format {
  const locale = LOCALES[language];
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  const numbers = [0, 1, 2].map(
    (digits) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay: 'negative',
      }),
  );
  const number = (value: number, digits = 0) => numbers[digits]!.format(value);
  const day = (seconds: number) => dates.format(seconds * 1000);
  const [gib, mib] = language === 'fr' ? ['Gio', 'Mio'] : ['GiB', 'MiB'];
  return {
    number,
    day,
    moment: (seconds) => `${day(seconds)}, ${times.format(seconds * 1000)}`,
    size: (bytes) =>
      bytes === 0 || Math.abs(bytes) >= GIB / 10
        ? `${number(bytes / GIB, Math.abs(bytes) < 10 * GIB ? 2 : 1)} ${gib}`
        : `${number(bytes / 1024 ** 2, 1)} ${mib}`,
    percent: (value) => `${number(value, 1)} %`,
    limit: (seconds) => {
      const [value, unit] = seconds < 60 ? [seconds, 's'] : [seconds / 60, 'min'];
      return `${number(value, Number.isInteger(value) ? 0 : 1)} ${unit}`;
    },
    duration: (seconds) => (seconds < 120 ? `${number(seconds, 1)} s` : `${number(seconds / 60, 1)} min`),
  };
}

export const builds = (texts: Texts, { number }: Format, n: number): string =>
  n === 1 ? texts.build_1 : fill(texts.build_n, { n: number(n) });

/** A target as it stands in the configuration: without needless decimals. */
export const plainPercent = ({ number }: Format, value: number): string =>
  number(value, Number.isInteger(value) ? 0 : 1);
