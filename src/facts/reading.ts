import type { ReadResult } from '../host/host';
import { missingRight } from '../host/sudo';
import { type Texts, textsOf } from '../texts';

/** What could not be observed, and why. Never taken for zero, nor for "not there". */
export interface Unreadable {
  readonly unreadable: string;
  readonly wayOut: string;
  /** The program to look with is not installed. */
  readonly noTool?: true;
}

/** What the facts say where something could not be observed. */
export type FactTexts = Texts['facts'];
export const ENGLISH: FactTexts = textsOf({}).facts;

export const isUnreadable = (value: object): value is Unreadable => 'unreadable' in value;

export function resultOf(results: readonly ReadResult[], id: string): ReadResult {
  const result = results.find((r) => r.id === id);
  if (!result) throw new Error(`the batch has no read '${id}'`);
  return result;
}

/** Standard output of a read that succeeded, else undefined. */
export function outputOf(results: readonly ReadResult[], id: string): string | undefined {
  const result = resultOf(results, id);
  return result.code === 0 ? result.stdout : undefined;
}

/** The last line that a failed command said, or its exit code where it said nothing. */
export function lastWords(result: ReadResult, say = ENGLISH): string {
  const line = result.stderr.trim().split('\n').at(-1) ?? '';
  return line === '' ? say.exitCode(result.code) : (say.fromHost[line] ?? line);
}

/** Whether the program of a read is not there, as the shell or sudo says it. A missing sudo is another matter. */
export const isNotInstalled = ({ code, stderr }: ReadResult) =>
  /^sudo: \S+: command not found/m.test(stderr) || (code === 127 && !/sudo: not found|'sudo'/.test(stderr));

/** What to do when sudo did not let a read through: the exact line for the sudoers file. Undefined for other failures. */
export function rightWayOut(results: readonly ReadResult[], id: string, say = ENGLISH): string | undefined {
  const user = results.find((r) => r.id === 'user')?.stdout.trim() || 'USER';
  const refusal = missingRight(resultOf(results, id), user, say);
  if (refusal?.code !== 'sudo-right') return refusal?.wayOut;
  return `${refusal.wayOut}\n${say.wholeSudoers}`;
}

/** JSON output of a read, or undefined where the command failed or answered in another form. */
export function jsonOf(results: readonly ReadResult[], id: string): unknown {
  const text = outputOf(results, id);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
