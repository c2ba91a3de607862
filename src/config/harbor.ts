import { z } from 'zod';
import { allowed, section, size } from './parts';

/** The minor versions of Harbor whose `harbor.yml` is known here, oldest first. */
export const HARBOR_MINORS = ['2.10', '2.11', '2.12', '2.13', '2.14', '2.15'] as const;

/** The three minor versions that the Harbor project supports at a time; those of 2026. */
export const SUPPORTED_MINORS: readonly string[] = HARBOR_MINORS.slice(-3);

/**
 * SHA-256 of offline installers, by version. Empty: the Harbor project publishes none that could be cited here, so the
 * configuration has to name it (`harbor.sha256`). From 2.15 on releases are signed, so that it can be established with cosign.
 */
export const INSTALLER_SHA256: Readonly<Record<string, string>> = {};

const VERSION = allowed(`a version from ${HARBOR_MINORS[0]}.0 to ${HARBOR_MINORS.at(-1)}.x, as 2.15.2`);
const SOURCE = allowed(
  'an http:// or https:// address without user and password, the absolute path of a file on the server, the name of an image (distribution), or null',
);
const SHA256 = allowed('64 hexadecimal digits, as sha256sum prints them, or null');
const HOST = allowed('a name or an IPv4 address as clients reach the server, without scheme and port, or null');
const PORT = allowed('a port from 1 to 65534');
const FOLDER = allowed('an absolute path of letters, digits, dots, _ and -, without a slash at its end');
const PROJECT = allowed('a name of lower-case letters and digits, with single dots, _ or - between them, at most 60');
const CRON = allowed(
  'six fields with spaces between them (second minute hour day month weekday), as 0 0 3 * * 0, or null for none',
);
const PROXY_PROJECT = allowed('NAME=URL, as mirror=https://registry.example, or null');
const LOG_SIZE = allowed('a size as Harbor writes it, such as 500k, 50M or 1G');
const PROXY = allowed('an http:// or https:// address without user and password, or null');
const NO_PROXY = allowed('names and addresses with commas between them and without spaces, or null');
const TRUST = allowed('a list of docker and k3s');

const wholeNumber = (from: number, to: number, standard: number) => {
  const error = allowed(`a whole number from ${from} to ${to}`);
  return z
    .int({ ...error, abort: true })
    .min(from, error)
    .max(to, error)
    .default(standard);
};

const NAME = /^(?=.{1,60}$)[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const name = (standard: string) => z.string(PROJECT).regex(NAME, PROJECT).default(standard);

// They stand in a command line and in files: nothing that a shell, YAML or sed reads in another way.
const PATH = String.raw`(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]+)+`;
const folder = z.string(FOLDER).regex(new RegExp(`^${PATH}$`), FOLDER);
const WEB = String.raw`https?:\/\/(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::[0-9]{1,5})?`;
const WEB_PATH = String.raw`\/[A-Za-z0-9._~%+\/-]+`;
const PART = '[a-z0-9][a-z0-9._-]*';
const IMAGE = String.raw`(?:${PART}(?::[0-9]{1,5})?\/)?${PART}(?:\/${PART})*(?::\w[\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?`;

const text = (error: ReturnType<typeof allowed>, form: RegExp) =>
  z.string(error).regex(form, error).nullable().default(null);

export const harbor = section('The step harbor: a registry on the server, installed, proven and kept running.', {
  registry: z
    .enum(['harbor', 'distribution'], allowed('harbor or distribution'))
    .default('harbor')
    .describe(
      'harbor: about nine containers, wants 4 GB of memory. distribution: one small registry without pages, for small hosts and other processors.',
    ),
  version: z
    .string(VERSION)
    .regex(new RegExp(`^2\\.(?:${HARBOR_MINORS.map((minor) => minor.slice(2)).join('|')})\\.[0-9]{1,3}$`), VERSION)
    .default('2.15.2')
    .describe(
      `The version of Harbor. ${SUPPORTED_MINORS.join(', ')} are supported by the Harbor project; older ones are accepted with a warning.`,
    ),
  source: text(SOURCE, new RegExp(`^(?:${WEB}${WEB_PATH}|${PATH}|${IMAGE})$`)).describe(
    'Where it comes from. harbor: the offline installer at a mirror, or a file on the server; null: the release on GitHub. distribution: the name of an image, or a file that docker save has written.',
  ),
  sha256: text(SHA256, /^[0-9a-f]{64}$/).describe(
    'SHA-256 of the file. Without it no installer is fetched: what is installed as root has to be what was meant.',
  ),
  hostname: text(
    HOST,
    /^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/,
  ).describe("Name or address in the names of images, as clients reach it. null: the server's first address."),
  port: z
    .int({ ...PORT, abort: true })
    .min(1, PORT)
    .max(65534, PORT)
    .default(8085)
    .describe('Port of the registry. 80 and 443 belong to Traefik where K3s runs.'),
  scheme: z
    .enum(['http', 'https'], allowed('http or https'))
    .default('http')
    .describe('https without cert and key: a CA and a certificate are made on the server.'),
  cert: folder.nullable().default(null).describe('Certificate (PEM) on the server, with its chain.'),
  key: folder.nullable().default(null).describe('Private key of the certificate, on the server.'),
  data: folder
    .nullable()
    .default(null)
    .describe(
      'Folder for images and database. null: a folder on the largest data disk; on / only where there is none.',
    ),
  install: folder.default('/opt/edge-phase1/harbor').describe('Folder for what is installed.'),
  min_free: size
    .prefault('40GB')
    .describe('Space that has to be free on the data volume: what Harbor asks for. distribution makes do with less.'),
  project: name('ci').describe('The project that images of CI are pushed to.'),
  robot: name('ci').describe('The robot account of CI: it may push to and pull from that project, and nothing else.'),
  keep: wholeNumber(0, 1000, 10).describe('How many of the newest artifacts of a repository are kept; 0 keeps all.'),
  gc: z
    .string(CRON)
    .regex(/^[0-9*,/?-]+(?: [0-9*,/?-]+){4} [0-9A-Z*,/?#-]+$/, CRON)
    .nullable()
    .default('0 0 3 * * 0')
    .describe('When Harbor deletes what no image uses any more, in UTC. Sunday, 3 o’clock, unless set.'),
  proxy_project: text(PROXY_PROJECT, new RegExp(`^(?=.{1,300}$)[a-z0-9]+(?:[._-][a-z0-9]+)*=${WEB}$`)).describe(
    'A project that fetches from another registry and keeps what it has fetched.',
  ),
  log_size: z
    .string(LOG_SIZE)
    .regex(/^[1-9][0-9]{0,5}[kMG]$/, LOG_SIZE)
    .default('50M')
    .describe("Size at which a log file of Harbor is rotated. Harbor's own 200M, 50 times, can fill a disk."),
  log_count: wholeNumber(1, 999, 10).describe('Rotated log files that are kept of each component.'),
  http_proxy: text(PROXY, new RegExp(`^${WEB}\\/?$`)).describe('Proxy for what Harbor itself fetches.'),
  https_proxy: text(PROXY, new RegExp(`^${WEB}\\/?$`)).describe('The same for https.'),
  no_proxy: text(NO_PROXY, /^[A-Za-z0-9.*:/-]+(?:,[A-Za-z0-9.*:/-]+)*$/).describe('What is reached without the proxy.'),
  trust: z
    .array(z.enum(['docker', 'k3s'], TRUST), TRUST)
    .max(2, TRUST)
    .default(['docker', 'k3s'])
    .describe('What on the server is set up to use the registry. K3s only where it is there; empty for nothing.'),
  remove_data: folder
    .nullable()
    .default(null)
    .describe('The data folder by its name, when rollback is to delete it with all images. null: it is kept.'),
});
