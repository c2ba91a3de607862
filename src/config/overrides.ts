import { readDocument } from './document';
import { fieldPaths, keysAt } from './fields';
import { nearest } from './nearest';
import { ConfigError, type Problem, problemsOf, suggestion } from './problems';
import { type Config, configSchema } from './schema';
import { mention, show } from './show';

/**
 * Splits what was given to `--set`: `extend_lvm.size=160GiB`. The last one for a field holds.
 *
 * @throws ConfigError
 */
export function readOverrides(texts: readonly string[]): Readonly<Record<string, string>> {
  const problems: Problem[] = texts
    .filter((text) => !/^[^=]+=/.test(text))
    .map((text) => ({
      where: `--set ${mention(text)}`,
      field: '',
      message: 'Write a field and its value: --set extend_lvm.size=160GiB.',
    }));
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.fromEntries(texts.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]));
}

/**
 * The configuration with single fields set from the command line: `{'extend_lvm.size': '160GiB'}` for
 * `--set extend_lvm.size=160GiB`. A value is read as it would be in the file: `true`, `60` and `null` are no texts.
 *
 * @throws ConfigError that names each wrong flag
 */
export function applyOverrides(config: Config, overrides: Readonly<Record<string, string>>): Config {
  const wanted: Record<string, unknown> = structuredClone(config);
  const problems: Problem[] = [];
  for (const [field, text] of Object.entries(overrides)) {
    const found = fieldProblem(field) ?? set(wanted, field, text);
    if (found) problems.push({ where: flag(field, text), field, message: found });
  }
  const result = configSchema.safeParse(wanted);
  const issues = result.error?.issues ?? [];
  problems.push(
    ...problemsOf(issues, wanted, (path) => ({ where: flag(path.join('.'), overrides[path.join('.')] ?? '') })),
  );
  if (!result.success || problems.length > 0) throw new ConfigError(problems);
  return result.data;
}

function fieldProblem(field: string): string | undefined {
  const fields = fieldPaths();
  if (fields.includes(field)) return undefined;
  const keys = keysAt(field.split('.'));
  if (keys) return `${field} is a section. Name one of its fields: ${keys.map((key) => `${field}.${key}`).join(', ')}.`;
  const meant = nearest(field, fields) ?? fields.find((known) => known.endsWith(`.${field}`));
  return `There is no field ${show(field)}. ${suggestion(meant, fields)}`;
}

function set(target: Record<string, unknown>, field: string, text: string): string | undefined {
  const { data, problems } = readDocument(text, '');
  if (problems[0]) return problems[0].message;
  const path = field.split('.');
  const section = path.slice(0, -1).reduce((node, key) => node[key] as Record<string, unknown>, target);
  section[path.at(-1)!] = data;
  return undefined;
}

const flag = (field: string, text: string) => `--set ${mention(field)}=${mention(text)}`;
