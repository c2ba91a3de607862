import { z } from 'zod';
import { parseSize } from './size';

const GIB = 1024 ** 3;
const PIB = 1024 ** 5;

const size = z
  .union([z.string(), z.int()])
  .transform((value, context) => {
    try {
      return typeof value === 'number' ? value : parseSize(value);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  })
  .pipe(z.int().min(GIB, 'allowed is 1 GiB to 1 PiB').max(PIB, 'allowed is 1 GiB to 1 PiB'));

const mountPoint = z.string().regex(/^\//, 'allowed is an absolute path, as /');

const extendLvm = z.strictObject({
  mount: mountPoint.default('/').describe('Mount point of the file system to grow.'),
  size: size
    .prefault('150GiB')
    .describe('Absolute size that the logical volume shall have. The default is the plan: 100 GiB and 50 GiB more.'),
  when_short: z
    .enum(['refuse', 'max'])
    .default('refuse')
    .describe('What to do when it does not fit: refuse, or take the maximum available.'),
  other_disks: z
    .boolean()
    .default(false)
    .describe('Whether the volume may spread to disks of its volume group that it does not lie on yet.'),
  new_disk: z
    .string()
    .regex(/^(\/dev\/disk\/by-id\/[^/]+|[A-Za-z0-9._-]+)$/, 'allowed is /dev/disk/by-id/... or a serial number')
    .nullable()
    .default(null)
    .describe('A blank disk to add when the space is not enough: /dev/disk/by-id/... or its serial number.'),
  backup_dir: z
    .string()
    .regex(/^(auto|\/.*)$/, 'allowed is auto or an absolute path')
    .default('auto')
    .describe('Folder for the copy of the metadata backup. auto: on another disk, where there is one.'),
});

const checks = z.strictObject({
  disk_size: z
    .strictObject({ target: size.prefault('140GiB').describe('Smallest size of / that passes.') })
    .prefault({}),
  disk_use: z
    .strictObject({ target: z.number().gt(0).max(100).default(60).describe('Use of / in percent that still fails.') })
    .prefault({}),
});

const github = z.strictObject({
  allow_public_repository: z
    .boolean()
    .default(false)
    .describe('Whether a public repository may change the server. Read the security notes first.'),
});

const cost = z.strictObject({
  runner_minute_usd: z.number().min(0).max(10).default(0).describe('Price of a runner minute in US dollars; self-hosted ones cost nothing.'),
});

export const configSchema = z.strictObject({
  host: z.string().default('local').describe('local, or ssh://user@name[:port].'),
  extend_lvm: extendLvm.prefault({}),
  checks: checks.prefault({}),
  github: github.prefault({}),
  cost: cost.prefault({}),
});

/** The configuration with all defaults filled in. Sizes are bytes. */
export type Config = z.output<typeof configSchema>;
