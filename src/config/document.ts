import {
  CST,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLError,
} from 'yaml';
import type { Position, Problem } from './problems';
import { mention, show } from './show';

const MOST_BYTES = 65_536;
const DEEPEST = 20;

/** A YAML document as plain data that knows where each part of it stands. */
export interface ConfigDocument {
  /** `null` when there is nothing in it. */
  readonly data: unknown;
  /** What is wrong with it as YAML, first of all. */
  readonly problems: readonly Problem[];
  /** Whether `data` can be relied on all the same. */
  readonly usable: boolean;
  /** Place of the value at a path; with a key, of that key in the section at the path. */
  position(path: readonly PropertyKey[], key?: string): Position;
}

/** Reads one document of YAML 1.2 (core schema), without anchors, aliases and tags: a configuration needs none. */
export function readDocument(text: string, file: string): ConfigDocument {
  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problem = (position: Position, message: string): Problem => ({
    where: `${file}:${position.line}:${position.column}`,
    position,
    field: '',
    message,
  });

  const objection = objectionTo(text);
  if (objection) {
    const position = positionIn(text, objection.offset, file);
    return { data: null, problems: [problem(position, objection.message)], usable: false, position: () => position };
  }
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    // Its message would not tell the right place; see repeatedKeys.
    uniqueKeys: false,
  });
  const errors = firstOfEachLine([...document.errors, ...document.warnings], at);
  const usable = errors.length === 0;
  return {
    data: usable ? document.toJS() : null,
    problems: [
      ...errors.map((error) => problem(at(error.pos[0]), sentenceFor(error, text))),
      ...repeatedKeys(document.contents).map((key) => problem(at(key.range[0]), repeated(String(key.value)))),
    ],
    usable,
    position: (path, key) => at(offsetOf(document.contents, path, key)),
  };
}

/** What must not reach the parser: it would take its time, or its stack, or does not belong here. */
function objectionTo(text: string): { readonly offset: number; readonly message: string } | undefined {
  if (Buffer.byteLength(text) > MOST_BYTES) {
    return {
      offset: 0,
      message: `It is larger than ${MOST_BYTES / 1024} KiB. Name the configuration file, which is a few lines.`,
    };
  }
  const control = text.search(/[^\t\n\r\u0020-\u007e\u0085\u00a0-\uffff]/);
  if (control >= 0) return { offset: control, message: 'There is a control character here. Remove it.' };
  let offset = 0;
  let brackets = 0;
  let nested = 0;
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    const type: string | null = isText ? 'text' : CST.tokenType(token);
    isText = type === 'scalar';
    if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end') continue;
    if (type === 'anchor' || type === 'alias' || type === 'tag') {
      return {
        offset,
        message: `${show(token)} is an anchor, alias or tag of YAML. Write the value out, or put it in quotes.`,
      };
    }
    if (type === 'flow-map-start' || type === 'flow-seq-start') brackets++;
    if (type === 'flow-map-end' || type === 'flow-seq-end') brackets = Math.max(0, brackets - 1);
    if (type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'map-value-ind') nested++;
    // Between brackets a new line ends nothing.
    if (type === 'comma' || (type === 'newline' && brackets === 0)) nested = 0;
    if (brackets + nested > DEEPEST)
      return { offset, message: 'It is nested too deep here. Remove the brackets, dashes or colons.' };
    offset += token.length;
  }
  return undefined;
}

function positionIn(text: string, offset: number, file: string): Position {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: before.at(-1)!.length + 1 };
}

/** One slip often makes the parser complain several times. */
function firstOfEachLine(errors: readonly YAMLError[], at: (offset: number) => Position): readonly YAMLError[] {
  const byLine = new Map<number, YAMLError>();
  for (const error of errors) {
    const { line } = at(error.pos[0]);
    if (!byLine.has(line)) byLine.set(line, error);
  }
  return [...byLine.values()].sort((a, b) => a.pos[0] - b.pos[0]);
}

function sentenceFor({ code, message, pos }: YAMLError, text: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'A tab stands where spaces belong. Indent with two spaces.';
    case 'MULTIPLE_DOCS':
      return 'A second document begins here. Remove the line ---, a configuration is one document.';
    case 'BAD_SCALAR_START':
      return `A value cannot begin with ${show(text[pos[0]])}. Put it in quotes.`;
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'There is a second colon in this line. Put the value in quotes, or begin a new line.';
    case 'BAD_INDENT':
      return 'This is indented differently from what it belongs to, or a bracket is not closed. Line it up, with spaces.';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'A key and its colon belong on one line. Add the colon that is missing.';
    case 'MISSING_CHAR':
      return `Something is not closed or set apart here (${mention(message)}). Add what is missing.`;
    default:
      return `This is not YAML that can be read: ${mention(message)}. Write each key as \`key: value\`, indented with spaces.`;
  }
}

const repeated = (key: string) => `The key ${show(key)} stands here a second time. Keep one of them.`;

/** Keys that stand in their mapping already. */
function repeatedKeys(node: ParsedNode | null): readonly Scalar.Parsed[] {
  if (isSeq<ParsedNode>(node)) return node.items.flatMap(repeatedKeys);
  if (!isMap<ParsedNode, ParsedNode | null>(node)) return [];
  const seen = new Set<string>();
  return node.items.flatMap(({ key, value }) => {
    const again = isScalar(key) && seen.size === seen.add(String(key.value)).size;
    return [...(again ? [key] : []), ...repeatedKeys(value)];
  });
}

function offsetOf(root: ParsedNode | null, path: readonly PropertyKey[], key?: string): number {
  let node = root;
  for (const step of path) {
    const part = isSeq<ParsedNode>(node) ? node.items[Number(step)] : pairIn(node, String(step))?.value;
    node = part ?? node;
  }
  const pair = key === undefined ? undefined : pairIn(node, key);
  return (pair?.key ?? node)?.range[0] ?? 0;
}

const pairIn = (node: ParsedNode | null, key: string) =>
  isMap<ParsedNode, ParsedNode | null>(node)
    ? node.items.findLast((pair) => isScalar(pair.key) && String(pair.key.value) === key)
    : undefined;
