// Text that comes from a host is not ours: no control character, direction override or markup of it may take effect.

const CONTROL =
  /\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** For a terminal: without escape sequences and direction characters. */
export const plain = (text: string) => text.replace(CONTROL, '');

/** For Markdown, in running text or a table cell: shown letter for letter. */
export const cell = (text: string) =>
  plain(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&$^=@:-]/g, (char) => `&#${char.codePointAt(0)};`);

/** For Markdown, as a block that nothing inside can end. */
export function block(text: string, language = 'text'): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${plain(text)}\n${fence}`;
}
