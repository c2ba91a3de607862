import { plain, short } from '../report/defuse';

const MOST_CHARACTERS = 200;

/** Text of a host, of an issue, of a file that anybody may have written: no control or direction character, one line, bounded. */
export const shown = (text: string) => short(plain(text).replace(/\s+/g, ' ').trim(), MOST_CHARACTERS) || '?';

/** Seconds since 1970. */
export const time = (at: string) => Math.round(Date.parse(at) / 1000);
