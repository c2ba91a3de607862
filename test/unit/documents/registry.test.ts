import { execFileSync } from 'node:child_process';
import { documentsOf } from '../../../src/documents';
import { registryOf } from '../../../src/documents/registry';
import { answering, lab, read, withRegistry } from './lab';

const guide = (more: object = {}) => read(documentsOf(lab({}, withRegistry(more)), 'en')['harbor-setup-guide.md']);

test('the guide is about the registry as it is', () => {
  const text = guide();
  expect(text).toContain('| Address | `http://192.0.2.7:8085` |');
  expect(text).toContain('| Kind | Harbor 2.15.2 |');
  expect(text).toContain("docker login --username 'robot$ci+ci' --password-stdin 192.0.2.7:8085 < SECRET_FILE");
  expect(text).toContain("username: 'robot$ci+ci'");
  expect(text).toContain('docker push 192.0.2.7:8085/ci/app:1.0');
  expect(text).toContain('"insecure-registries": ["192.0.2.7:8085"]');
  expect(text).toContain('cd /opt/edge-phase1/harbor/2.15.2/harbor\nsudo docker compose stop');
  expect(text).toContain(
    'tar -C / -czf /BACKUP_DISK/registry.tar.gz twisterlab/data-warehouse/harbor opt/edge-phase1/harbor var/lib/edge-phase1/harbor',
  );
  expect(text).toContain(
    'pushed and pulled with one and the same digest on 25 November 2026, 03:20 (push 1.5 s, pull 0.4 s)',
  );
  expect(text).not.toContain('capital letters');
});

test('with https it tells about certificates and their renewal', () => {
  const text = guide({ scheme: 'https' });
  expect(text).toContain('/etc/docker/certs.d/192.0.2.7:8085/ca.crt');
  expect(text).toContain('sudo ./prepare');
  expect(text).not.toContain('insecure-registries');
});

test('a small registry is one container, without projects and health page', () => {
  const text = guide({ kind: 'distribution', version: '2.8.3', project: '', robot: 'ci' });
  expect(text).toContain('Distribution (a small registry without pages and projects)');
  expect(text).toContain('docker push 192.0.2.7:8085/app:1.0');
  expect(text).toContain("docker login --username 'ci'");
  expect(text).toContain('sudo docker stop edge-phase1-registry');
  expect(text).not.toMatch(/robot\$|api\/v2\.0|prepare|compose|capital letters/i);
});

test('the command that reads the secret reads just that', () => {
  const [command = ''] = /sed '[^']*'/.exec(guide()) ?? [];
  const line = '{"registry":"192.0.2.7:8085","name":"robot$ci+ci","secret":"s3/cr&t"}\n';
  expect(execFileSync('sh', ['-c', command], { input: line, encoding: 'utf8' })).toBe('s3/cr&t\n');
});

test('without a registry it says so, and how to install one', () => {
  const text = read(documentsOf(lab(), 'en')['harbor-setup-guide.md']);
  expect(text).toContain('Nothing shows that a registry is installed');
  expect(text).toContain('edge-phase1 apply harbor');
  expect(text).not.toContain('docker push');
});

test('what was pulled otherwise than pushed is no proof', () => {
  expect(guide({ pulled_digest: `sha256:${'cd'.repeat(32)}` })).toContain('not proven');
});

test.each([
  ['a command in the address', { registry: 'x; rm -rf /' }],
  ['another form', { schema: 'edge-phase1/harbor/2' }],
  ['no time', { at: 'yesterday' }],
])('%s is no registry', (_, more) => {
  expect(registryOf(lab({}, withRegistry(more)))).toBeUndefined();
});

test.each(['not json', '[]', 'null', '{}'])('%s is no registry', (text) => {
  expect(registryOf(lab({}, answering('validate_harbor_proof', text)))).toBeUndefined();
});

test.each([
  ['install', '/opt/x; reboot'],
  ['data', '/opt/../etc'],
  ['project', 'ci$(reboot)'],
  ['robot', "ci'; reboot; '"],
])('a %s that is a command stands in none: a word in capital letters does', (field, value) => {
  const text = guide({ [field]: value });
  expect(text).not.toContain('reboot');
  expect(text).not.toContain('..');
  expect(text).toContain('Words in capital letters');
});
