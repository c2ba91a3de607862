import { type Texts, textsOf } from '../texts';
import { block } from './defuse';

/** A part that is folded away until somebody opens it. */
export interface Folded {
  readonly title: string;
  readonly text: string;
  /** `log`: text of anybody, of which the end says most, and which may be cut. `markdown`: ours, all or nothing. */
  readonly kind: 'log' | 'markdown';
}

/** A text whose folded parts may be cut to fit. */
export interface FoldedText {
  readonly head: string;
  /** The most important first; those at the end are cut first. */
  readonly folded: readonly Folded[];
  readonly foot: string;
  /** Says, in Markdown, where the whole is. */
  readonly whole: string;
  /** What stands where something was cut. */
  readonly say?: Texts['desk']['comment'];
}

const bytesOf = (text: string) => Buffer.byteLength(text);
const join = (parts: readonly string[]) => parts.filter(Boolean).join('\n\n');
/** Shorter remains of a log tell nothing. */
const LEAST = 400;

/** The text in at most so many UTF-8 bytes. */
export function fitted(
  { head, folded, foot, whole, say = textsOf({}).desk.comment }: FoldedText,
  bytes: number,
): string {
  const complete = join([head, ...folded.map((part) => details(part.title, bodyOf(part))), foot]);
  if (bytesOf(complete) <= bytes) return complete;
  const cut = say.cut(whole);
  let room = bytes - bytesOf(join([head, cut, foot])) - 2;
  if (room < 0) return join([firstLines(head, bytes - bytesOf(join([cut, foot])) - 2), cut, foot]);
  const parts: string[] = [];
  for (const part of folded) {
    const text = inRoom(part, room, say);
    if (text === undefined) continue;
    parts.push(text);
    room -= bytesOf(text) + 2;
  }
  return join([head, ...parts, cut, foot]);
}

function inRoom(part: Folded, room: number, { itsEnd }: Texts['desk']['comment']): string | undefined {
  const text = details(part.title, bodyOf(part));
  if (bytesOf(text) <= room) return text;
  if (part.kind !== 'log') return undefined;
  const title = itsEnd(part.title);
  const left = room - bytesOf(details(title, block('')));
  // Escapes make it longer than its text, so that less is tried until it fits.
  for (let most = left; most >= LEAST; most = Math.floor(most * 0.8)) {
    const shown = details(title, block(lastBytes(part.text, most)));
    if (bytesOf(shown) <= room) return shown;
  }
  return undefined;
}

const bodyOf = ({ kind, text }: Folded) => (kind === 'log' ? block(text) : text);

const details = (title: string, body: string) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;

/** The end of a text, from the start of a line where there is one. */
function lastBytes(text: string, most: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return text;
  // A character that the cut splits becomes one sign of replacement, which goes too.
  const end = bytes
    .subarray(bytes.length - most)
    .toString('utf8')
    .replace(/^\ufffd+/, '');
  const line = end.indexOf('\n');
  return `…\n${line >= 0 && line < end.length - 1 ? end.slice(line + 1) : end}`;
}

/** Whole lines from the start; a block of code that they open is closed. */
function firstLines(text: string, most: number): string {
  const kept: string[] = [];
  let fence: string | undefined;
  let room = most;
  for (const line of text.split('\n')) {
    const [run] = /^`{3,}/.exec(line) ?? [];
    const next = fence === undefined ? run : run === line && run === fence ? undefined : fence;
    room -= bytesOf(line) + 1;
    if (room < bytesOf(next ?? '') + 1) break;
    kept.push(line);
    fence = next;
  }
  return [...kept, ...(fence === undefined ? [] : [fence])].join('\n');
}
