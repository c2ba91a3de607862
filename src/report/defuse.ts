// Text that comes from a host is not ours: no control character, direction override or markup of it may take effect.

const CONTROL =
  /\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** For a terminal: without escape sequences and direction characters. */
export const plain = (text: string) => text.replace(CONTROL, '');

/** GitHub looks for mentions, references and addresses in the finished text, so that an entity does not hide them. */
const LINKED = /@|#(?=\d)|:(?=\/\/)|www(?=\.)/gi;
const INVISIBLE = '\u200b';

/** For Markdown, in running text or a table cell: shown letter for letter. */
export const cell = (text: string) =>
  plain(text)
    .replace(/\s+/g, ' ')
    .replace(LINKED, `$&${INVISIBLE}`)
    .replace(/[\\`*_{}[\]<>()#+!|~&$^=@:-]/g, (char) => `&#${char.codePointAt(0)};`);

/** For Markdown, as a block that nothing inside can end. */
export function block(text: string, language = 'text'): string {
  const shown = plain(text);
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${shown}\n${fence}`;
}
