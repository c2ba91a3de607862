import { z } from 'zod';
import { allowed, section, YES_NO } from './parts';

const LEFT = 'null: it is left as it is.';

const COUNT = allowed('a whole number from 1 to 100, or null to leave it as it is');
const count = (standard: number, what: string) =>
  z
    .int({ ...COUNT, abort: true })
    .min(1, COUNT)
    .max(100, COUNT)
    .nullable()
    .default(standard)
    .describe(what);

const FILES = allowed('a whole number from 1 to 999, or null to leave it as it is');
const LOG_SIZE = allowed('a size as Docker writes it, such as 500k, 10m or 1g, or null to leave it as it is');

const CACHE_SIZE = allowed('a size as Docker writes it, such as 20GB, or null to leave it as it is');
const CACHE_SHARE = allowed(
  'a size as Docker writes it, such as 20GB, or a share such as 20%, or null to leave it as it is',
);
const cacheSize = (what: string) =>
  z
    .string(CACHE_SIZE)
    .regex(/^[1-9][0-9]{0,5}(?:MB|GB|TB)$/, CACHE_SIZE)
    .nullable()
    .default(null)
    .describe(what);
const cacheShare = (what: string) =>
  z
    .string(CACHE_SHARE)
    .regex(/^(?:[1-9][0-9]{0,5}(?:MB|GB|TB)|[1-9][0-9]?%)$/, CACHE_SHARE)
    .nullable()
    .default(null)
    .describe(`${what} Docker 28 and newer; ${LEFT}`);

const gc = section('Limits of the build cache.', {
  enabled: z.boolean(YES_NO).nullable().default(null).describe(`Whether BuildKit limits its cache by itself; ${LEFT}`),
  defaultKeepStorage: cacheSize(`Size that the build cache may have. Docker before 28; ${LEFT}`),
  defaultReservedSpace: cacheShare('Size up to which the build cache is always kept.'),
  defaultMaxUsedSpace: cacheShare('Size that the build cache never exceeds.'),
  defaultMinFreeSpace: cacheShare('Space on the disk that the build cache leaves free.'),
});

const settings = section(
  "The settings of Docker's daemon, in Docker's own words; null leaves one as it is. What else stands in daemon.json stays.",
  {
    'storage-driver': z
      .literal('overlay2', allowed('overlay2, or null to leave it as it is'))
      .nullable()
      .default('overlay2')
      .describe('Written only where it is the driver in use: another one would hide all images and containers.'),
    'log-driver': z
      .enum(['json-file', 'local'], allowed('json-file or local, or null to leave it as it is'))
      .nullable()
      .default('json-file')
      .describe('Where the logs of containers go. json-file is what Docker does by itself.'),
    'log-opts': section('Limits of the logs of each container that is created from then on.', {
      'max-size': z
        .string(LOG_SIZE)
        .regex(/^[1-9][0-9]{0,5}[kmg]$/, LOG_SIZE)
        .nullable()
        .default('10m')
        .describe('Size at which a new log file is begun. Docker by itself has no limit.'),
      'max-file': z
        .union([z.string().meta({ pattern: '^[1-9][0-9]{0,2}$' }), z.int(FILES)], FILES)
        .transform(String)
        .pipe(z.string().regex(/^[1-9][0-9]{0,2}$/, FILES))
        .nullable()
        .prefault('3')
        .describe('Log files that are kept.'),
    }),
    'max-concurrent-downloads': count(3, 'Layers pulled at a time. 3 is what Docker does by itself.'),
    'max-concurrent-uploads': count(3, 'Layers pushed at a time. Docker by itself pushes 5.'),
    'live-restore': z
      .boolean(YES_NO)
      .nullable()
      .default(null)
      .describe(`Whether containers go on while Docker's daemon restarts. Not with swarm mode; ${LEFT}`),
    builder: section('The builder in Docker.', { gc }),
  },
);

const PATIENCE = allowed('a whole number of seconds from 0 to 3600');

export const dockerConfig = section("The step docker-config: settings of Docker's daemon in /etc/docker/daemon.json.", {
  settings,
  pod_patience_seconds: z
    .int(PATIENCE)
    .min(0, PATIENCE)
    .max(3600, PATIENCE)
    .default(300)
    .describe(
      'How long the pods of this node have after a restart of Docker to be as before; then the old file is put back. Only where the cluster can be seen as root.',
    ),
});
