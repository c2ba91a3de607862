/** The harbor.yml that the host script writes, against the structure of Harbor's own templates from 2.10 to 2.15. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { HARBOR_MINORS } from '../../../src/config/harbor';

const PARTS = resolve(__dirname, '../../../scripts/parts');
const STRUCTURE = JSON.parse(readFileSync(join(__dirname, '../../fixtures/harbor/structure.json'), 'utf8')) as Record<
  (typeof HARBOR_MINORS)[number],
  { adds: string[] }
> & { required: { always: string[]; https: string[] } };

const PASSWORD = "Aa1 it's: #{not} yaml";

/** The part of the script that writes the file, with its answers to the options. */
const WRITE = `
set -u
NAME=harbor-phase1.sh SECRETS=$1 version=$2.0 scheme=$3
want="harbor $version 0" installed=none install=/opt/harbor host=registry.lan port=8085 data=/srv/registry
cert_file=/etc/ssl/registry.crt key_file=/etc/ssl/registry.key log_size=50M log_count=10
http_proxy=http://proxy.lan:3128 https_proxy= no_proxy=localhost,.lan
. "$4/harbor-configure.sh"
replace_file() { cat; }
write_harbor_yml`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'harbor-yml-'));
  for (const name of ['admin-password', 'database-password']) writeFileSync(join(folder, name), `${PASSWORD}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

type Section = Readonly<Record<string, unknown>>;
const written = (minor: string, scheme: 'http' | 'https'): Section =>
  parse(execFileSync('bash', ['-c', WRITE, 'write', folder, minor, scheme, PARTS], { encoding: 'utf8' })) as Section;

/** `log.local.location` of each value; a list is one value. */
const keysIn = (section: Section, path: readonly string[] = []): readonly string[] =>
  Object.entries(section).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? keysIn(value as Section, [...path, key])
      : [[...path, key].join('.')],
  );

const valueAt = (section: Section, key: string) =>
  key.split('.').reduce<unknown>((part, name) => (part as Section | undefined)?.[name], section);

const known = new Set(HARBOR_MINORS.flatMap((minor) => STRUCTURE[minor].adds));

describe.each(HARBOR_MINORS)('harbor.yml for Harbor %s', (minor) => {
  it.each(['http', 'https'] as const)('over %s has all that its installer asks for', (scheme) => {
    const file = written(minor, scheme);
    const needed = [...STRUCTURE.required.always, ...(scheme === 'https' ? STRUCTURE.required.https : [])];
    for (const key of needed) expect([key, valueAt(file, key) ?? 'missing']).not.toEqual([key, 'missing']);
    expect(file._version).toBe(`${minor}.0`);
  });

  // The installer passes over a key of a newer version, so one file does for all; a key of none of them is a mistake.
  it('has only keys that its template or a newer one has, nested as there', () => {
    const unknown = keysIn(written(minor, 'https')).filter((key) => !known.has(key));
    expect(unknown).toEqual([]);
  });

  it('has no https section over http, which the installer would ask a certificate for', () => {
    expect(written(minor, 'http')).not.toHaveProperty('https');
    expect(written(minor, 'http')).toMatchObject({ http: { port: 8085 } });
  });
});

test('over https the port is that of https, and plain HTTP has another one', () => {
  expect(written('2.15', 'https')).toMatchObject({
    https: { port: 8085, certificate: '/etc/ssl/registry.crt', private_key: '/etc/ssl/registry.key' },
    http: { port: 8086 },
  });
});

test('logs are bounded, on the data volume; the proxy is for Harbor itself', () => {
  expect(written('2.15', 'http')).toMatchObject({
    data_volume: '/srv/registry',
    log: { local: { rotate_count: 10, rotate_size: '50M', location: expect.stringMatching(/^\/srv\/registry\//) } },
    proxy: { http_proxy: 'http://proxy.lan:3128', no_proxy: 'localhost,.lan' },
  });
});

test('a password comes out as it went in, whatever YAML would read in it', () => {
  const { harbor_admin_password: admin, database } = written('2.15', 'http');
  expect([admin, (database as Section).password]).toEqual([PASSWORD, PASSWORD]);
});
