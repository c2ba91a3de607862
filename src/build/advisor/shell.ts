/** A word of a command line; `value` is without quotes, `start` and `end` are places in the text it was read from. */
export interface Word {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** It has a variable or a substitution in it: what it will be is not known. */
  readonly dynamic: boolean;
}

export type Joint = '' | '&&' | '||' | ';' | '|' | '&' | '\n' | '(' | ')';

export interface Command {
  readonly words: readonly Word[];
  /** What stands in front of it, and where that begins. */
  readonly joint: Joint;
  readonly jointStart: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The simple commands of a shell text from `start` to `end`. `escape` at the end of a line continues it; comment lines inside
 * are skipped, as Docker does. It knows quotes, `$(...)` and backquotes, and takes reserved words (`if`, `then`, `{`) for commands.
 */
export function commandsOf(
  text: string,
  start: number,
  end: number,
  escapeChar: string,
  script: boolean,
): readonly Command[] {
  const commands: Command[] = [];
  let words: Word[] = [];
  let joint: Joint = '';
  let jointStart = start;
  const close = (next: Joint, at: number) => {
    if (words.length > 0) {
      commands.push({ words, joint, jointStart, start: words[0]!.start, end: words.at(-1)!.end });
      words = [];
      [joint, jointStart] = [next, at];
    } else if (next !== '\n') [joint, jointStart] = [next, at];
  };
  for (let i = start; i < end; ) {
    const skipped = continuation(text, i, end, script ? '\\' : escapeChar, script);
    if (skipped > i) i = skipped;
    else if (text[i] === '\n') close(script ? '\n' : ';', i++);
    else if (/\s/.test(text[i]!)) i++;
    else if (text[i] === '#') i = script ? lineEnd(text, i, end) : end;
    else {
      const operator = /^(?:&&|\|\||[;|&()])/.exec(text.slice(i, i + 2))?.[0];
      if (operator) {
        close(operator as Joint, i);
        i += operator.length;
      } else {
        const word = wordAt(text, i, end, script ? '\\' : escapeChar);
        words.push(word);
        i = word.end;
      }
    }
  }
  close('', end);
  return commands;
}

/** The place after an escaped line end and the comment lines that follow it; `i` itself when there is none. */
function continuation(text: string, i: number, end: number, escapeChar: string, script: boolean): number {
  if (text[i] !== escapeChar) return i;
  const match = /^.[ \t]*\r?\n/.exec(text.slice(i, Math.min(end, i + 200)));
  if (!match) return i;
  let next = i + match[0].length;
  for (
    let comment = skippedLine(text, next);
    !script && comment > next && comment < end;
    comment = skippedLine(text, next)
  ) {
    next = comment;
  }
  return Math.min(next, end);
}

/** After the escape, Docker also drops empty lines and comment lines. */
function skippedLine(text: string, at: number): number {
  const match = /^[ \t]*(?:#[^\n]*)?\n/.exec(text.slice(at, lineEnd(text, at, text.length) + 1).replace('\r', ' '));
  return match ? at + match[0].length : at;
}

function lineEnd(text: string, from: number, end: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 || found > end ? end : found;
}

function wordAt(text: string, start: number, end: number, escapeChar: string): Word {
  let value = '';
  let dynamic = false;
  let quote = '';
  let depth = 0;
  let i = start;
  for (; i < end; i++) {
    const char = text[i]!;
    if (char === escapeChar && /^.[ \t]*\r?\n/.test(text.slice(i, i + 200))) {
      if (quote === '' && depth === 0) break;
      i = continuation(text, i, end, escapeChar, false) - 1;
      continue;
    }
    if (char === '\\' && escapeChar === '\\' && quote !== "'") {
      value += text[++i] ?? '';
      continue;
    }
    if (quote === '' && depth === 0 && /[\s;|&()]/.test(char)) {
      // A redirection such as 2>&1 is one word.
      if (char !== '&' || text[i - 1] !== '>') break;
    }
    if (quote !== "'" && char === '$' && text[i + 1] === '(') {
      [depth, dynamic] = [depth + 1, true];
      i++;
    } else if (depth > 0 && quote === '' && char === '(') depth++;
    else if (depth > 0 && char === ')') depth--;
    else if (quote === char) quote = '';
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else {
      if (quote !== "'" && (char === '$' || char === '`')) dynamic = true;
      value += char;
    }
  }
  return { value, start, end: Math.max(i, start + 1), dynamic };
}
