import type { Json, JsonObject } from '../../facts/daemon-file';
import { type Setting, type Value, valueAt, type Wish } from './settings';

/** One setting that is not as it should be. */
export interface Difference {
  readonly setting: Setting;
  /** What stands in the file now; undefined where nothing does. */
  readonly from: Json | undefined;
  readonly to: Value;
}

export const differences = (file: JsonObject, wanted: readonly Wish[]): readonly Difference[] =>
  wanted.flatMap(({ setting, value }) => {
    const from = valueAt(file, setting.key) as Json | undefined;
    return from === value ? [] : [{ setting, from, to: value }];
  });

/** The file with these settings in it. Everything else stays, in its order; what is new comes last. */
export const merged = (file: JsonObject, changes: readonly Difference[]): JsonObject =>
  changes.reduce((result, { setting, to }) => withValue(result, setting.key.split('.'), to), file);

function withValue(object: JsonObject, [name = '', ...rest]: readonly string[], value: Value): JsonObject {
  if (rest.length === 0) return { ...object, [name]: value };
  const inner = Object.hasOwn(object, name) ? object[name] : undefined;
  const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  return { ...object, [name]: withValue(isObject ? (inner as JsonObject) : {}, rest, value) };
}

/** `key=value` of each, in one line: what an approval and the host script hold each other to. */
export const inOneLine = (settings: readonly { readonly setting: Setting; readonly to: Value }[]): string =>
  settings.map(({ setting, to }) => `${setting.key}=${to}`).join(' ');

/** The differences for people, a line each, as a diff shows them. */
export function diffLines(changes: readonly Difference[]): readonly string[] {
  return changes.map(({ setting, from, to }) =>
    from === undefined
      ? `+ ${setting.key}: ${JSON.stringify(to)}`
      : `~ ${setting.key}: ${JSON.stringify(from)} → ${JSON.stringify(to)}`,
  );
}
