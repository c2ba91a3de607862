import { type Texts, textsOf } from '../texts';

/** Where a text stops being JSON, for people: Docker's own message does not tell the line. */
export interface JsonError {
  readonly line: number;
  /** The line itself. */
  readonly near: string;
  readonly problem: string;
}

const DEEPEST = 100;

/** The first place where a text is no JSON (RFC 8259), or undefined where it is. */
export function firstJsonError(text: string, say = textsOf({}).facts.json): JsonError | undefined {
  const reader = new Reader(text);
  return reader.document() ? undefined : errorAt(text, reader.at, say);
}

class Reader {
  at = 0;
  constructor(private readonly text: string) {}

  document = (): boolean => this.value(0) && this.blank() && this.at === this.text.length;

  private value(depth: number): boolean {
    this.blank();
    if (depth > DEEPEST) return false;
    if (this.take(/\{/y)) return this.members(/\}/y, () => this.member(depth));
    if (this.take(/\[/y)) return this.members(/\]/y, () => this.value(depth + 1));
    return this.take(STRING) || this.take(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y);
  }

  private member(depth: number): boolean {
    return this.blank() && this.take(STRING) && this.blank() && this.take(/:/y) && this.value(depth + 1);
  }

  private members(end: RegExp, member: () => boolean): boolean {
    this.blank();
    if (this.take(end)) return true;
    do {
      if (!member()) return false;
      this.blank();
    } while (this.take(/,/y));
    return this.take(end);
  }

  private blank = (): boolean => this.take(/[ \t\r\n]*/y);

  private take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }
}

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;

function errorAt(text: string, at: number, say: Texts['facts']['json']): JsonError {
  const line = text.slice(0, at).split('\n').length;
  const near = text.split('\n')[line - 1] ?? '';
  const problem = /^(\/\/|\/\*|#)/.test(text.slice(at)) ? say.comment : at === text.length ? say.tooEarly : say.notJson;
  return { line, near: near.trim(), problem };
}
