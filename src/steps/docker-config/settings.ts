import type { Config } from '../../config/schema';
import type { Texts } from '../../texts';

/** What Docker has to do before a setting holds: see "daemon configuration reload" in dockerd(8). */
export type Effect = 'reload' | 'restart';

export interface Setting {
  /** Where it stands in daemon.json, in Docker's own words: `log-opts.max-size`. */
  readonly key: keyof Texts['dockerConfig']['settings'];
  readonly effect: Effect;
  /** The flag of the daemon that says the same; Docker refuses to start when both are given. */
  readonly flags: readonly string[];
}

/** Everything that this step may write, in the order in which it is written. The host script has the same list. */
export const SETTINGS: readonly Setting[] = [
  { key: 'storage-driver', effect: 'restart', flags: ['--storage-driver', '-s'] },
  { key: 'log-driver', effect: 'restart', flags: ['--log-driver'] },
  { key: 'log-opts.max-size', effect: 'restart', flags: ['--log-opt'] },
  { key: 'log-opts.max-file', effect: 'restart', flags: ['--log-opt'] },
  { key: 'max-concurrent-downloads', effect: 'reload', flags: ['--max-concurrent-downloads'] },
  { key: 'max-concurrent-uploads', effect: 'reload', flags: ['--max-concurrent-uploads'] },
  { key: 'live-restore', effect: 'reload', flags: ['--live-restore'] },
  { key: 'builder.gc.enabled', effect: 'restart', flags: [] },
  { key: 'builder.gc.defaultKeepStorage', effect: 'restart', flags: [] },
  { key: 'builder.gc.defaultReservedSpace', effect: 'restart', flags: [] },
  { key: 'builder.gc.defaultMaxUsedSpace', effect: 'restart', flags: [] },
  { key: 'builder.gc.defaultMinFreeSpace', effect: 'restart', flags: [] },
];

export type Value = string | number | boolean;

/** A setting with the value that it is to have. */
export interface Wish {
  readonly setting: Setting;
  readonly value: Value;
}

/** The settings that the configuration asks for; those that are null are left as they are. */
export function wishes(config: Config): readonly Wish[] {
  return SETTINGS.flatMap((setting) => {
    const value = valueAt(config.docker_config.settings, setting.key);
    return value === null || value === undefined ? [] : [{ setting, value: value as Value }];
  });
}

/** The value at a dotted path, or undefined where a part of it is not there. */
export function valueAt(data: unknown, key: string): unknown {
  return key.split('.').reduce<unknown>((part, name) => {
    const isObject = typeof part === 'object' && part !== null && !Array.isArray(part);
    return isObject && Object.hasOwn(part, name) ? (part as Record<string, unknown>)[name] : undefined;
  }, data);
}
