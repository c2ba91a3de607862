// Text that comes from a host is not ours: no control character, direction override or markup of it may take effect.

const CONTROL =
  /\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** For a terminal: without escape sequences and direction characters. */
export const plain = (text: string) => text.replace(CONTROL, '');

/** GitHub looks for mentions, references, addresses and emoji in the finished text, so that an entity does not hide them. */
const LINKED = /@|#(?=\d|$)|GH(?=-\d)|:(?=\/\/)|www(?=\.)|:(?=[a-z+-][\w+-]*(?::|$))/gi;
const INVISIBLE = '\u200b';

/** For Markdown, in running text or a table cell: shown letter for letter. */
export const cell = (text: string) =>
  plain(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LINKED, `$&${INVISIBLE}`)
    .replace(/[\\`*_{}[\]<>()#+!|~&$^=@:-]|(?<=^\d+)\.(?=\s|$)/g, (char) => `&#${char.codePointAt(0)};`);

/** At most so many characters. */
export function short(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** For Markdown; without the link where the address is not one that we would make. */
export const link = (text: string, url: string) =>
  /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~/%#?=&-]*)?$/.test(url) ? `[${cell(text)}](${url})` : cell(text);

/** For Markdown, as a block that nothing inside can end; a comment of HTML in it would pass for a marker of a tool. */
export function block(text: string, language = 'text'): string {
  const shown = plain(text).replace(/<(?=!--)/g, `$&${INVISIBLE}`);
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${shown}\n${fence}`;
}
