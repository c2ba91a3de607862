import type { z } from 'zod';
import { fieldPaths, keysAt } from './fields';
import { nearest } from './nearest';
import { show } from './show';

export interface Position {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

export interface Problem {
  /** For people: `file:line:column`, or the flag of the command line. */
  readonly where: string;
  /** For annotations; absent when it is not about a place in a file. */
  readonly position?: Position;
  /** `extend_lvm.size`; empty when it is about the whole. */
  readonly field: string;
  /** Complete sentences that end with what to do. */
  readonly message: string;
}

const MOST_SHOWN = 50;

/** All that is wrong with a configuration; the message has one problem a line, each with what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly Problem[]) {
    const lines = problems.slice(0, MOST_SHOWN).map((problem) => `${problem.where}: ${problem.message}`);
    const more = problems.length > MOST_SHOWN ? [`There are ${problems.length - MOST_SHOWN} more.`] : [];
    super([...lines, ...more].join('\n'));
  }
}

type Path = readonly PropertyKey[];

/** Where a problem is told: at a value, or at a key of the section at this path. */
export type Locate = (path: Path, key?: string) => Pick<Problem, 'where' | 'position'>;

/** The findings of the schema in words. `data` is what was checked. */
export function problemsOf(issues: readonly z.core.$ZodIssue[], data: unknown, locate: Locate): readonly Problem[] {
  return issues.flatMap((issue) => {
    const { path } = issue;
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        ...locate(path, key),
        field: [...path, key].join('.'),
        message: unknownKey(path, key),
      }));
    }
    const complete = issue.code === 'custom' && issue.params?.complete === true;
    const field = path.join('.');
    const value = path.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown> | null)?.[key], data);
    const message = complete ? issue.message : `${field || 'The configuration'} is ${show(value)}. ${issue.message}`;
    return [{ ...locate(path), field, message }];
  });
}

/** The way out after a name that is not known. */
export const suggestion = (meant: string | undefined, known: readonly string[]) =>
  meant ? `Did you mean ${meant}?` : `Allowed are ${known.join(', ')}.`;

function unknownKey(path: Path, key: string): string {
  const known = keysAt(path) ?? [];
  const meant = nearest(key, known) ?? fieldPaths().find((field) => field.endsWith(`.${key}`));
  const owner = path.join('.') || 'The configuration';
  return `${owner} has no key ${show(key)}. ${suggestion(meant, known)}`;
}
