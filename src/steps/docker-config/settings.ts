import type { Config } from '../../config/schema';

/** What Docker has to do before a setting holds: see "daemon configuration reload" in dockerd(8). */
export type Effect = 'reload' | 'restart';

export interface Setting {
  /** Where it stands in daemon.json, in Docker's own words: `log-opts.max-size`. */
  readonly key: string;
  readonly effect: Effect;
  /** The flag of the daemon that says the same; Docker refuses to start when both are given. */
  readonly flags: readonly string[];
  readonly why: string;
  /** What it can and cannot do for builds. */
  readonly builds: string;
}

const NOTHING = 'Nothing: it does not touch builds.';
const CACHE =
  'Much, if the cache is thrown away too early now; nothing otherwise. On a disk more than 80 % full BuildKit drops its cache all the time.';
const SINCE_28 = 'Docker 28 and newer.';

/** Everything that this step may write, in the order in which it is written. The host script has the same list. */
export const SETTINGS: readonly Setting[] = [
  {
    key: 'storage-driver',
    effect: 'restart',
    flags: ['--storage-driver', '-s'],
    why: 'Keeps the driver that is in use, also over updates. Written only where it is overlay2 already: another one would hide all images and containers.',
    builds: 'Nothing: it is the driver in use.',
  },
  {
    key: 'log-driver',
    effect: 'restart',
    flags: ['--log-driver'],
    why: 'The limits below are for this driver.',
    builds: NOTHING,
  },
  {
    key: 'log-opts.max-size',
    effect: 'restart',
    flags: ['--log-opt'],
    why: 'A container that writes much log fills the disk otherwise. Holds for containers that are created from then on.',
    builds: 'Nothing directly: it keeps space free on the disk.',
  },
  {
    key: 'log-opts.max-file',
    effect: 'restart',
    flags: ['--log-opt'],
    why: 'How many files of that size are kept of each container.',
    builds: NOTHING,
  },
  {
    key: 'max-concurrent-downloads',
    effect: 'reload',
    flags: ['--max-concurrent-downloads'],
    why: 'Layers pulled at a time.',
    builds: 'Nothing at 3, which is what Docker does by itself.',
  },
  {
    key: 'max-concurrent-uploads',
    effect: 'reload',
    flags: ['--max-concurrent-uploads'],
    why: 'Layers pushed at a time: fewer seeks on a hard disk.',
    builds: 'Nothing for the build; a push may be faster or slower. Measure it.',
  },
  {
    key: 'live-restore',
    effect: 'reload',
    flags: ['--live-restore'],
    why: 'Containers go on while the daemon restarts. Not with swarm mode.',
    builds: 'Nothing: a build that runs ends with the daemon all the same.',
  },
  {
    key: 'builder.gc.enabled',
    effect: 'restart',
    flags: [],
    why: 'Whether BuildKit limits its cache by itself.',
    builds: CACHE,
  },
  {
    key: 'builder.gc.defaultKeepStorage',
    effect: 'restart',
    flags: [],
    why: 'Size that the build cache may have. The old name, for Docker before 28.',
    builds: CACHE,
  },
  {
    key: 'builder.gc.defaultReservedSpace',
    effect: 'restart',
    flags: [],
    why: `Size up to which the build cache is always kept. ${SINCE_28}`,
    builds: CACHE,
  },
  {
    key: 'builder.gc.defaultMaxUsedSpace',
    effect: 'restart',
    flags: [],
    why: `Size that the build cache never exceeds. ${SINCE_28}`,
    builds: CACHE,
  },
  {
    key: 'builder.gc.defaultMinFreeSpace',
    effect: 'restart',
    flags: [],
    why: `Space on the disk that the build cache leaves free. ${SINCE_28}`,
    builds: CACHE,
  },
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
