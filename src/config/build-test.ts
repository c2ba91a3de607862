import { z } from 'zod';
import { compareShape } from './compare';
import { absolutePath, allowed, section, YES_NO } from './parts';

const FILE = allowed('a path in the context without .. in it, or an absolute path');
const PATH = /^\/?(?!.*(?:^|\/)\.\.(?:\/|$))[ -.0-~\u00a0-\uffff][ -~\u00a0-\uffff]*$/;
const file = z.string(FILE).regex(PATH, FILE);

const INSIDE = allowed('a path in the context, without .. in it, or null');
const NAME = allowed('a name of letters, digits, dots, _ and -, at most 40, or null');
const name = z.string(NAME).regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, NAME);

const TIMES = allowed('a whole number from 0 to 99');
const times = (often: number) =>
  z
    .int({ ...TIMES, abort: true })
    .min(0, TIMES)
    .max(99, TIMES)
    .default(often);

const FEW = allowed('a whole number from 0 to 9');
const LIMIT = allowed('a whole number of minutes from 1 to 4320');
const MINUTES = allowed('a number of minutes above 0 and up to 10080, or null');

const ARGUMENT = allowed('NAME=VALUE');

const CACHE = allowed('REGISTRY/NAME:TAG, as 10.0.0.5:8085/ci/cache:app, or null');
/** With a registry, so that it never means Docker Hub, and with nothing that would begin another field of --cache-from. */
const CACHE_REF =
  /^(?:[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::[0-9]{1,5})?|[A-Za-z0-9-]+:[0-9]{1,5}|localhost)(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)+(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?$/;

export const buildTest = section('The step build-test: time docker builds, and explain where the time goes.', {
  context: absolutePath('an absolute path')
    .nullable()
    .default(null)
    .describe('The folder on the server that docker build gets: the checkout. Builds are made from a copy of it.'),
  dockerfile: file
    .default('deploy/docker/Dockerfile.mcp-fast')
    .describe('The Dockerfile: a path in the context, or an absolute one.'),
  target: name.nullable().default(null).describe('The build stage to stop at.'),
  build_args: z
    .array(z.string(ARGUMENT).regex(/^[A-Za-z_][A-Za-z0-9_]*=[^\n]*$/, ARGUMENT), allowed('a list of NAME=VALUE'))
    .default([])
    .describe(
      'Build arguments. Not for secrets: they can be read in the image, in the process list and in the evidence.',
    ),
  runs: section('How often each scenario is measured; 0 leaves it out. Four against four can establish a difference.', {
    base: times(1).describe('Base images pulled, into an empty builder.'),
    cold: times(1).describe('A build with an empty cache. The base images are there already.'),
    warm: times(4).describe('A build after which nothing changed.'),
    changed: times(4).describe('A build after which one line of one source file changed.'),
    registry: times(4).describe(
      'A build in an empty builder that has the cache of registry_cache.ref. Only where that is set.',
    ),
  }),
  warmups: z
    .int({ ...FEW, abort: true })
    .min(0, FEW)
    .max(9, FEW)
    .default(0)
    .describe('Builds before the first warm and the first changed one that do not count.'),
  changed_file: z
    .string(INSIDE)
    .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[ -~\u00a0-\uffff]+$/, INSIDE)
    .nullable()
    .default(null)
    .describe('The source file that gets one more line, in the copy. null: the one that was changed last.'),
  time_limit_minutes: z
    .int({ ...LIMIT, abort: true })
    .min(1, LIMIT)
    .max(4320, LIMIT)
    .default(180)
    .describe('A build that takes longer is ended; that is its result.'),
  drop_caches: z
    .boolean(YES_NO)
    .default(false)
    .describe(
      'Whether the page cache of the whole server is emptied before each cold build. Everything on it reads from the disk again for a while.',
    ),
  registry_cache: section('A build cache in a registry of the local network, as the step harbor sets one up.', {
    ref: z
      .string(CACHE)
      .regex(CACHE_REF, CACHE)
      .nullable()
      .default(null)
      .describe('Where it lies: registry, path and tag. null: nothing is measured with it.'),
    write: z
      .boolean(YES_NO)
      .default(false)
      .describe(
        'Whether a build test writes the cache before it measures with it. It stays in the registry, with the layers of all stages. false: it is there already, as CI wrote it.',
      ),
  }),
  builder: z
    .enum(['throwaway', 'own'], allowed('throwaway or own'))
    .default('throwaway')
    .describe(
      "throwaway: a Docker daemon of its own, on the same disk, that is removed afterwards. own: the server's, whose cache is then used and filled.",
    ),
  network: z
    .enum(['host', 'none'], allowed('host or none'))
    .default('host')
    .describe('The network of RUN instructions. With host they also reach what listens on the server itself.'),
  label: name
    .nullable()
    .default(null)
    .describe(
      'A name for these measurements, as before-phase-1: later ones can be compared with them, and they are kept.',
    ),
  baseline: section('What the measurements are compared with.', {
    label: name.nullable().default(null).describe('The name of earlier measurements on this server.'),
    against: absolutePath('an absolute path')
      .nullable()
      .default(null)
      .describe("Another folder, as a checkout of the pull request's base commit: both are built in turn."),
    against_dockerfile: file.nullable().default(null).describe('Another Dockerfile, likewise.'),
    declared_minutes: z
      .number(MINUTES)
      .gt(0, MINUTES)
      .max(10080, MINUTES)
      .nullable()
      .default(70)
      .describe(
        'A time that somebody took by hand, for cold builds. It is shown as declared, and establishes nothing.',
      ),
  }),
  try_files: absolutePath('an absolute path, or null')
    .nullable()
    .default(null)
    .describe(
      'A folder of files that are laid over a second copy of the context, as a patch would change it: both are built in turn. Set by advise --try.',
    ),
  compare: section('When a difference counts.', compareShape),
});
