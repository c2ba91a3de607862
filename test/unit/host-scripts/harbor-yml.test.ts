import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const PART = join(__dirname, '../../../scripts/parts/harbor-configure.sh');

/** The keys that are set in the template of Harbor 2.15 (goharbor/harbor, make/harbor.yml.tmpl), without those of Trivy. */
const TEMPLATE = `
  hostname http.port https.port https.certificate https.private_key harbor_admin_password
  database.password database.max_idle_conns database.max_open_conns database.conn_max_lifetime database.conn_max_idle_time
  data_volume jobservice.max_job_workers jobservice.max_job_duration_hours jobservice.job_loggers
  jobservice.logger_sweeper_duration notification.webhook_job_max_retry notification.webhook_job_http_client_timeout
  log.level log.local.rotate_count log.local.rotate_size log.local.location _version
  proxy.http_proxy proxy.https_proxy proxy.no_proxy proxy.components network.allow_private_network_access
  upload_purging.enabled upload_purging.age upload_purging.interval upload_purging.dryrun cache.enabled cache.expire_hours`
  .trim()
  .split(/\s+/);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'harbor-yml-'));
  mkdirSync(join(folder, '2.15.2/harbor'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function written(settings: Readonly<Record<string, string>> = {}): {
  text: string;
  keys: readonly string[];
  yml: Record<string, unknown>;
} {
  writeFileSync(join(folder, 'admin-password'), `${settings.password ?? 'Harbor12345'}\n`);
  writeFileSync(join(folder, 'database-password'), 'db1234\n');
  const variables = {
    ...{ install: folder, SECRETS: folder, version: '2.15.2', host: 'registry.lan', port: '8085', scheme: 'http' },
    ...{ data: '/srv/harbor', log_size: '50M', log_count: '10', http_proxy: '', https_proxy: '', no_proxy: '' },
    ...{
      want: 'harbor 2.15.2 abc',
      installed: 'none',
      NAME: 'harbor-phase1.sh',
      cert_file: '/c.crt',
      key_file: '/c.key',
    },
    ...settings,
  };
  const script = `set -u; replace_file() { cat > "$1"; }; . "$1"; write_harbor_yml`;
  execFileSync('bash', ['-c', script, 'bash', PART], { env: { PATH: process.env.PATH, ...variables } });
  const text = readFileSync(join(folder, '2.15.2/harbor/harbor.yml'), 'utf8');
  const yml = parse(text);
  return { text, yml, keys: paths(yml) };
}

const paths = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => paths(inner, path ? `${path}.${key}` : key))
    : [path];

test('with https it has every key of the template and no other', () => {
  expect([...written({ scheme: 'https' }).keys].sort()).toEqual([...TEMPLATE].sort());
});

test('plain http has no https section, which Harbor would take for one with certificates', () => {
  const { keys, yml } = written();
  expect([...keys].sort()).toEqual(TEMPLATE.filter((key) => !key.startsWith('https.')).sort());
  expect(yml).toMatchObject({
    hostname: 'registry.lan',
    http: { port: 8085 },
    data_volume: '/srv/harbor',
    _version: '2.15.0',
  });
});

test('with https, plain http goes to the next port and not to 80', () => {
  expect(written({ scheme: 'https' }).yml).toMatchObject({
    http: { port: 8086 },
    https: { port: 8085, certificate: '/c.crt', private_key: '/c.key' },
  });
});

test('a password of digits, or with signs that mean something in YAML, stays a text', () => {
  expect(written({ password: '123456789Aa' }).yml.harbor_admin_password).toBe('123456789Aa');
  expect(written({ password: "{a}: &*!A1'x" }).yml.harbor_admin_password).toBe("{a}: &*!A1'x");
});

test('the data volume stands there without quotes: the installer reads it with awk', () => {
  expect(written().text).toMatch(/^data_volume: \/srv\/harbor$/m);
});
