/**
 * Hidden words in the text of an issue or a comment, by which it is found again. Text of others cannot forge them: it passes
 * through `report/defuse.ts`, which leaves no `<`.
 */
export const marker = (name: string, ...words: readonly string[]) =>
  `<!-- edge-phase1:${[name, ...words.map(word)].join(' ')} -->`;

/** The words of the first marker with this name. */
export function wordsOf(name: string, text: string): readonly string[] | undefined {
  const found = new RegExp(`<!-- edge-phase1:${name}((?: [^\\s<>]+)*) -->`).exec(text);
  return found ? (found[1] ?? '').split(' ').filter(Boolean) : undefined;
}

/** Replaces the first marker with this name, or adds it at the end. */
export function withMarker(text: string, name: string, ...words: readonly string[]): string {
  const now = marker(name, ...words);
  const before = new RegExp(`<!-- edge-phase1:${name}(?: [^\\s<>]+)* -->`);
  return before.test(text) ? text.replace(before, () => now) : `${text.trimEnd()}\n\n${now}\n`;
}

const word = (text: string) => text.replace(/[^\w.:=,+-]/g, '_');

/** The part between two markers. */
export function sectionIn(text: string, name: string): string | undefined {
  const [start, end] = ends(name);
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  return from < 0 || to < 0 ? undefined : text.slice(from + start.length, to);
}

/** Replaces what stands between two markers; adds them where somebody removed them. */
export function withSection(text: string, name: string, content: string): string {
  const [start, end] = ends(name);
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) return `${text.trimEnd()}\n\n${start}\n${content}\n${end}\n`.trimStart();
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

const ends = (name: string) => [marker(name), `<!-- /edge-phase1:${name} -->`] as const;
