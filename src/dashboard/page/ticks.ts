import type { Language } from '../../texts/language';

const DAY_SECONDS = 86_400;
const MONTH_SECONDS = 28 * DAY_SECONDS;

/** Names of times on an axis: no more of a date than tells them apart, the year where it begins. */
export function timeTicks(splits: readonly number[], step: number, language: Language): string[] {
  const named = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { ...options, timeZone: 'UTC' });
    return (seconds: number) => format.format(seconds * 1000);
  };
  const [year, month] = [named({ year: 'numeric' }), named({ month: 'short' })];
  const [day, hour] = [named({ day: 'numeric', month: 'short' }), named({ hour: '2-digit', minute: '2-digit' })];
  const first = step >= MONTH_SECONDS ? month : step >= DAY_SECONDS ? day : hour;
  const second = step >= DAY_SECONDS ? year : day;
  let before = '';
  return splits.map((seconds) => {
    const now = second(seconds);
    const text = now === before ? first(seconds) : `${first(seconds)}\n${now}`;
    before = now;
    return text;
  });
}
