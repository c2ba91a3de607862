import { posix } from 'node:path';

/** A .dockerignore, read as moby's patternmatcher reads it. */
export interface IgnoreFile {
  readonly ignores: (path: string) => boolean;
  /** Lines that are no valid pattern; Docker refuses to build with them. */
  readonly malformed: readonly string[];
}

interface Pattern {
  readonly exclusion: boolean;
  readonly matches: (path: string) => boolean;
}

export function parseIgnoreFile(text: string): IgnoreFile {
  const patterns: Pattern[] = [];
  const malformed: string[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const cleaned = clean(line);
    if (cleaned === undefined) continue;
    try {
      patterns.push(compile(cleaned));
    } catch {
      malformed.push(line);
    }
  }
  return { ignores: (path) => ignored(patterns, path), malformed };
}

/** The last pattern that matches the path or a folder above it decides. */
function ignored(patterns: readonly Pattern[], path: string): boolean {
  const parts = path.split('/');
  const places = parts.map((_, i) => parts.slice(0, i + 1).join('/')).reverse();
  let matched = false;
  for (const pattern of patterns) {
    if (pattern.exclusion === matched && places.some(pattern.matches)) matched = !pattern.exclusion;
  }
  return matched;
}

/** A comment only at the very start of the line; a leading slash means nothing; `a/../b` is `b`. */
function clean(line: string): string | undefined {
  if (line.startsWith('#')) return undefined;
  const trimmed = line.trim();
  const bang = trimmed.startsWith('!');
  const body = bang ? trimmed.slice(1).trim() : trimmed;
  if (body === '') return bang ? '!' : undefined;
  const path = posix.normalize(body).replace(/(.)\/$/, '$1');
  return (bang ? '!' : '') + (path.length > 1 && path.startsWith('/') ? path.slice(1) : path);
}

function compile(cleaned: string): Pattern {
  const exclusion = cleaned.startsWith('!');
  const glob = exclusion ? cleaned.slice(1) : cleaned;
  if (glob === '') throw new Error('! alone');
  const expression = new RegExp(expressionOf(glob), 'u');
  return { exclusion, matches: (path) => expression.test(path) };
}

/** `*` and `?` stop at a slash, `**` does not, and `**` at the end takes everything below. */
function expressionOf(glob: string): string {
  let source = '^';
  for (let i = 0; i < glob.length; i++) {
    const char = glob[i]!;
    if (char === '*' && glob[i + 1] === '*') {
      i += glob[i + 2] === '/' ? 2 : 1;
      source += i + 1 >= glob.length ? '.*' : '(.*/)?';
    } else if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (char === '[') {
      const end = classEnd(glob, i);
      source += glob.slice(i, end + 1).replace(/\[(?!\^)(.*)\[/, '[$1\\[');
      i = end;
    } else if (char === '\\') {
      if (i + 1 >= glob.length) throw new Error('a lone backslash');
      source += escaped(glob[++i]!);
    } else source += escaped(char);
  }
  return `${source}$`;
}

function classEnd(glob: string, start: number): number {
  for (let i = start + (glob[start + 1] === '^' ? 3 : 2); i < glob.length; i++) {
    if (glob[i] === '\\') i++;
    else if (glob[i] === ']') return i;
  }
  throw new Error('[ without ]');
}

const escaped = (char: string) => char.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
