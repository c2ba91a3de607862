import type { FileChange, Patch } from './types';

const CONTEXT = 3;

/** A patch of files, as whole texts and as a unified diff. */
export const patchOf = (files: readonly FileChange[]): Patch => ({ files, diff: files.map(unifiedDiff).join('') });

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

export function unifiedDiff({ path, before, after }: FileChange): string {
  const lines = compared(linesOf(before ?? ''), linesOf(after));
  const head = `diff --git ${named('a', path)} ${named('b', path)}\n`;
  const start =
    before === undefined ? `${head}new file mode 100644\n--- /dev/null\n` : `${head}--- ${named('a', path)}\n`;
  return `${start}+++ ${named('b', path)}\n${hunks(lines).join('')}`;
}

/** git quotes names with characters that its own lines could trip over. */
function named(side: string, path: string): string {
  const name = `${side}/${path}`;
  return /["\\\t\n\r]/.test(name) ? JSON.stringify(name) : /\s/.test(name) ? `${name}\t`.trimEnd() : name;
}

/** With their ends, so that a missing newline at the end and CRLF stay what they are. */
const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function compared(a: readonly string[], b: readonly string[]): Line[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - start && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const kept = (lines: readonly string[]): Line[] => lines.map((text) => ({ mark: ' ', text }));
  const middle = longestCommon(a.slice(start, a.length - tail), b.slice(start, b.length - tail));
  return [...kept(a.slice(0, start)), ...middle, ...kept(a.slice(a.length - tail))];
}

function longestCommon(a: readonly string[], b: readonly string[]): Line[] {
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i * width + j] =
        a[i] === b[j]
          ? length[(i + 1) * width + j + 1]! + 1
          : Math.max(length[(i + 1) * width + j]!, length[i * width + j + 1]!);
    }
  }
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ mark: ' ', text: a[i++]! });
      j++;
    } else if (j >= b.length || (i < a.length && length[(i + 1) * width + j]! >= length[i * width + j + 1]!)) {
      lines.push({ mark: '-', text: a[i++]! });
    } else lines.push({ mark: '+', text: b[j++]! });
  }
  return lines;
}

function hunks(lines: readonly Line[]): string[] {
  const changed = lines.flatMap(({ mark }, i) => (mark === ' ' ? [] : [i]));
  const ranges: [number, number][] = [];
  for (const place of changed) {
    const last = ranges.at(-1);
    if (last && place - CONTEXT <= last[1]) last[1] = place + CONTEXT + 1;
    else ranges.push([Math.max(0, place - CONTEXT), place + CONTEXT + 1]);
  }
  return ranges.map(([from, to]) => hunk(lines, from, Math.min(to, lines.length)));
}

function hunk(lines: readonly Line[], from: number, to: number): string {
  const count = (part: readonly Line[], mark: '-' | '+') =>
    part.filter((l) => l.mark === ' ' || l.mark === mark).length;
  const part = lines.slice(from, to);
  const range = (mark: '-' | '+') => {
    const length = count(part, mark);
    return `${count(lines.slice(0, from), mark) + (length === 0 ? 0 : 1)},${length}`;
  };
  const text = part.map(
    (line) => `${line.mark}${line.text}${line.text.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`,
  );
  return `@@ -${range('-')} +${range('+')} @@\n${text.join('')}`;
}
