import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandsOf } from '../../../src/build/advisor/shell';

export const ROOT = join(__dirname, '..', '..', '..');

/** A fenced block of a document. */
export interface Block {
  /** File and line, for messages. */
  readonly at: string;
  readonly language: string;
  readonly text: string;
}

const inFolder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

/** What people read: not what tests or tools made. */
export const DOCUMENTS: readonly string[] = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...inFolder('docs'),
  ...inFolder('examples'),
];

export const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

export function blocksOf(file: string): readonly Block[] {
  const blocks: Block[] = [];
  const fence = /^( *)```(\w*)\n([\s\S]*?)^\1```$/gm;
  const text = read(file);
  for (const { index, 1: indent = '', 2: language = '', 3: body = '' } of text.matchAll(fence)) {
    const at = `${file}:${text.slice(0, index).split('\n').length}`;
    blocks.push({ at, language, text: body.replaceAll(new RegExp(`^${indent}`, 'gm'), '') });
  }
  return blocks;
}

export const BLOCKS: readonly Block[] = DOCUMENTS.flatMap(blocksOf);
export const blocksIn = (...languages: string[]) => BLOCKS.filter(({ language }) => languages.includes(language));

const HEREDOC = /<<-?'?(\w+)'?.*\n([\s\S]*?)\n\1$/gm;

/** What stands between `<<'END'` and `END`. */
export const heredocsOf = (text: string): readonly string[] => [...text.matchAll(HEREDOC)].map(([, , body]) => body!);

/** The simple commands of a shell text, each as its words: without comments, assignments, here documents and redirections. */
export function shellCommands(text: string): readonly (readonly string[])[] {
  const bare = text.replaceAll(HEREDOC, '');
  return commandsOf(bare, 0, bare.length, '\\', true)
    .map(({ words }) => withoutRedirections(words.map(({ value }) => value)))
    .map((words) => words.slice(words.findIndex((word) => !/^(?:[A-Za-z_]\w*=.*|[{}!])$/.test(word))))
    .filter((words) => words.length > 0 && !/^(?:[A-Za-z_]\w*=.*|[{}!])$/.test(words[0]!));
}

function withoutRedirections(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => /^\d?(?:<|>>?)/.test(word));
  if (at < 0) return words;
  const length = /^\d?(?:<|>>?)$/.test(words[at]!) ? 2 : 1;
  return withoutRedirections([...words.slice(0, at), ...words.slice(at + length)]);
}

/** The first command of each line of PowerShell. */
export const powershellCommands = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .map((line) => line.replace(/ #.*| \|.*/, '').trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/ +/));
