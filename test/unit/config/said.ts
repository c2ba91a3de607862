import { keysAt } from '../../../src/config/fields';
import { ConfigError, parseConfig } from '../../../src/config/load';
import type { Problem } from '../../../src/config/problems';

export const FILE = 'edge-phase1.yml';

/** The problems that this ends with; none when it succeeds. */
export function problemsIn(action: () => unknown): readonly Problem[] {
  try {
    action();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

/** What is said about it, a line for each problem. */
export const said = (action: () => unknown) => problemsIn(action).map(({ where, message }) => `${where}: ${message}`);

export const saidOf = (text: string) => said(() => parseConfig(text, FILE));

/** A configuration with this one field, such as `extend_lvm.size`, and its value as it is written. */
export function withField(field: string, value: string): string {
  const path = field.split('.');
  return `${path.map((key, depth) => `${'  '.repeat(depth)}${key}:`).join('\n')} ${value}\n`;
}

/** The sections of a configuration, as messages list them. */
export const SECTIONS = keysAt([])!.join(', ');
