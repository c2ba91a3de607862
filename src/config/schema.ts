import { z } from 'zod';
import { Refusal } from '../host/host';
import { parseTarget } from '../host/target';
import { buildTest } from './build-test';
import { checklist } from './checklist';
import { checks } from './checks';
import { diskTest } from './disk-test';
import { dockerConfig } from './docker-config';
import { harbor } from './harbor';
import { kubernetes } from './kubernetes';
import { absolutePath, allowed, section, size, YES_NO } from './parts';
import { preflight } from './preflight';
import { looksSecret } from './show';

const host = z.string(allowed('local or ssh://user@name[:port]')).superRefine((value, context) => {
  try {
    parseTarget(value);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // It names the value itself, also one that is a token.
    const complete = !(looksSecret(value) && error.message.includes(value));
    const message = complete ? `${error.message} ${error.wayOut}` : error.wayOut;
    context.addIssue({ code: 'custom', message, params: { complete } });
  }
});

const EITHER = allowed('refuse or max');
const FOLDER = absolutePath('auto or an absolute path');
const DISK = allowed(
  'a path under /dev/disk/by-id or a serial number (in quotes when it is all digits), because names such as sdb change from boot to boot; ls -l /dev/disk/by-id shows what there is',
);

const extendLvm = section('The step extend-lvm: grow a logical volume and its file system, while in use.', {
  mount: absolutePath('an absolute path, such as / or /srv/data,')
    .default('/')
    .describe('Mount point of the file system to grow.'),
  size: size
    .prefault('150GiB')
    .describe(
      'Absolute size that the logical volume is to have, so that a second run changes nothing. 150GiB is the 100 GiB of the plan and 50 GiB more; 150GB would be 7 % less. A volume that is larger stays as it is.',
    ),
  when_short: z
    .enum(['refuse', 'max'], EITHER)
    .default('refuse')
    .describe('What to do when there is not enough space: refuse, or extend by the maximum available.'),
  other_disks: z
    .boolean(YES_NO)
    .default(false)
    .describe(
      'Whether the volume may spread to disks of its volume group that it does not lie on yet. It is then lost when any of them fails.',
    ),
  new_disk: z
    .string(DISK)
    .regex(
      /^(?:\/dev\/disk\/by-id\/(?!\.{1,2}$)[A-Za-z0-9#+.:=@_-]+|(?!(?:[shv]d[a-z]+|xvd[a-z]+|nvme[0-9]+n[0-9]+|mmcblk[0-9]+)[0-9p]*$)[A-Za-z0-9_][A-Za-z0-9._-]*)$/,
      DISK,
    )
    .nullable()
    .default(null)
    .describe(
      'A blank disk to add when the space elsewhere is not enough: /dev/disk/by-id/... or its serial number. No disk is ever added that is not named here.',
    ),
  backup_dir: z
    .union([z.literal('auto'), FOLDER], 'Allowed is auto or an absolute path.')
    .default('auto')
    .describe('Folder for the copy of the LVM metadata. auto: a folder on another disk, where there is one.'),
});

const github = section('How this repository may be used.', {
  allow_public_repository: z
    .boolean(YES_NO)
    .default(false)
    .describe(
      'Whether a run in a public repository may change the server. Strangers can open pull requests there; read the security notes first.',
    ),
});

const DOLLARS = allowed('a number from 0 to 10, in US dollars without the $ sign');

const cost = section('What the cost line of the reports is computed from.', {
  runner_minute_usd: z
    .number(DOLLARS)
    .min(0, DOLLARS)
    .max(10, DOLLARS)
    .default(0)
    .describe('Price of a runner minute in US dollars. Minutes of a self-hosted runner cost nothing.'),
});

export const configSchema = section(
  'The configuration of edge-phase1. Every key has a default: the values of the plan.',
  {
    host: host
      .meta({ pattern: '^(local|ssh://[^/@]+@[^/@]+/?)$' })
      .default('local')
      .describe(
        'The server: local, the machine that this runs on, or ssh://user@name[:port]. An IPv6 address stands in brackets.',
      ),
    extend_lvm: extendLvm,
    docker_config: dockerConfig,
    disk_test: diskTest,
    harbor,
    build_test: buildTest,
    kubernetes,
    checks,
    preflight,
    github,
    checklist,
    cost,
  },
);

/** The configuration with all defaults filled in. Sizes are bytes. */
export type Config = z.output<typeof configSchema>;
