import { lstatSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readDocument } from './document';
import { applyOverrides, readOverrides } from './overrides';
import { ConfigError, type Problem, problemsOf } from './problems';
import { type Config, configSchema } from './schema';
import { show } from './show';

export { ConfigError, type Problem } from './problems';

/** Looked for in this order, from the folder that the program is started in. */
export const CONFIG_FILES = ['.github/edge-phase1.yml', 'edge-phase1.yml'] as const;

export interface LoadedConfig {
  readonly config: Config;
  /** As it was found or named; undefined when there is none and all defaults hold. */
  readonly file: string | undefined;
}

export interface ConfigRequest {
  /** Folder that file names are relative to. */
  readonly dir: string;
  /** The file that somebody named; otherwise one is looked for. */
  readonly file?: string;
  /** `extend_lvm.size=160GiB`, as given to `--set`. */
  readonly overrides?: readonly string[];
}

/**
 * Reads the configuration of a folder, or the one that was named, and sets what the command line says otherwise.
 *
 * @throws ConfigError
 */
export function loadConfig({ dir, file = findConfig(dir), overrides = [] }: ConfigRequest): LoadedConfig {
  const config = file === undefined ? parseConfig('', '') : parseConfig(readText(resolve(dir, file), file), file);
  return { config: overrides.length > 0 ? applyOverrides(config, readOverrides(overrides)) : config, file };
}

/**
 * The configuration file of a folder, relative to it.
 *
 * @throws ConfigError when it is not clear which one is meant
 */
export function findConfig(dir: string): string | undefined {
  const found = CONFIG_FILES.filter((file) => isThere(join(dir, file)));
  const misnamed = CONFIG_FILES.map((file) => file.replace(/yml$/, 'yaml')).find((file) => isThere(join(dir, file)));
  if (found.length > 1) {
    throw fileError(found.join(' and '), 'Both are there, and it is not clear which one holds. Remove one of them.');
  }
  if (misnamed) throw fileError(misnamed, 'It would not be read, because its name ends in .yaml. Rename it to .yml.');
  return found[0];
}

/**
 * Reads the text of a configuration. An empty one has all defaults.
 *
 * @param fileName stands in messages
 * @throws ConfigError that lists every problem
 */
export function parseConfig(text: string, fileName: string): Config {
  const document = readDocument(text, fileName);
  if (!document.usable) throw new ConfigError(document.problems);
  const result = configSchema.safeParse(document.data);
  const problems = [...document.problems, ...(result.error ? schemaProblems(result.error.issues) : [])];
  if (!result.success || problems.length > 0) throw new ConfigError(problems.sort(byPosition));
  return result.data;

  function schemaProblems(issues: Parameters<typeof problemsOf>[0]) {
    return problemsOf(issues, document.data, (path, key) => {
      const position = document.position(path, key);
      return { where: `${fileName}:${position.line}:${position.column}`, position };
    });
  }
}

/** A link that leads nowhere and a folder that may not be entered count as well: the defaults were not asked for. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    return !['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}

const byPosition = ({ position: a }: Problem, { position: b }: Problem) => a!.line - b!.line || a!.column - b!.column;

function readText(path: string, file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw fileError(file, unreadable(error as NodeJS.ErrnoException));
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fileError(file, 'Its encoding is not UTF-8. Save it as UTF-8.');
  }
}

function unreadable({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'There is no such file. Name one that exists, or none for the defaults.';
  if (code === 'EISDIR') return 'It is a folder. Name the file in it.';
  if (code === 'EACCES') return 'It may not be read by this user. Give the right to read it.';
  return `It cannot be read (${show(message)}). Name a file that can.`;
}

const fileError = (where: string, message: string) => new ConfigError([{ where, field: '', message }]);
