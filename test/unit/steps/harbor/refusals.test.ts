import {
  changesOf,
  type Edit,
  edited,
  failing,
  fresh,
  installed,
  type Overrides,
  planOf,
  refusalOf,
  SERVICES,
  saying,
} from './server';

const info = (fields: object): Edit =>
  ((raws) =>
    raws.map((raw) =>
      raw.id === 'dockerd_info' ? { ...raw, stdout: JSON.stringify({ ...JSON.parse(raw.stdout), ...fields }) } : raw,
    )) as Edit;
const mounts = (...rows: readonly (readonly [target: string, avail: number])[]) =>
  JSON.stringify({
    filesystems: rows.map(([target, avail]) => ({
      ...{ target, source: `/dev/${target}`, fstype: 'ext4', options: 'rw', size: 4e11, used: 0, avail },
    })),
  });
const HARBOR_CORE = 'ab|harbor-core|goharbor/harbor-core:v2.9.0|running|Up 3 weeks (healthy)|harbor\n';
const NO_DOCKER = 'sh: 1: exec: docker: not found';

test.each<[code: string, what: string, edits: readonly Edit[], overrides: Overrides, way: RegExp]>([
  ['docker-missing', 'no docker command', [failing('dockerd_ps', NO_DOCKER, 127)], {}, /apt-get install docker/],
  [
    'docker-down',
    'a daemon that does not run',
    [
      failing('dockerd_info', 'Cannot connect to the Docker daemon'),
      saying('dockerd_unit', 'LoadState=loaded\nActiveState=inactive\n'),
    ],
    {},
    /systemctl status docker/,
  ],
  ['docker-too-old', 'Docker 19.03', [info({ ServerVersion: '19.03.15' })], {}, /Update Docker/],
  ['inside-container', 'a runner in a container', [saying('in_container', '')], {}, /on the host itself/],
  ['compose-missing', 'Docker without Compose', [failing('harbor_compose', '')], {}, /docker-compose.*distribution/],
  ['compose-missing', 'help instead of a version', [saying('harbor_compose', 'Usage: docker')], {}, /docker-compose/],
  ['compose-too-old', 'Compose 2.2.3', [saying('harbor_compose', '2.2.3\n')], {}, /Update Docker/],
  ['compose-too-old', 'Compose 1.17.1', [saying('harbor_compose', '1.17.1\n')], {}, /Update Docker/],
  ['architecture', 'an ARM server', [saying('uname', 'Linux edge 6.12.0 aarch64\n')], {}, /distribution/],
  ['too-little-memory', '2 GB of memory', [saying('harbor_memory', '2014000\n')], {}, /distribution/],
  ['too-little-cpu', 'one processor', [saying('harbor_cpus', '1\n')], {}, /distribution/],
  ['unknown', 'memory that is not told', [saying('harbor_memory', '')], {}, /meminfo/],
  [
    'too-little-disk',
    'a full data disk',
    [saying('harbor_data_mount', mounts(['/srv', 9e8]))],
    {},
    /harbor\.data.*harbor\.min_free/,
  ],
  [
    'data-on-root',
    'a folder on / beside a data disk',
    [saying('harbor_data_mount', mounts(['/', 9e10])), saying('mounts', mounts(['/', 9e10], ['/srv/data', 2e11]))],
    {},
    /\/srv\/data\/registry/,
  ],
  ['unknown', 'a folder on nobody knows what', [saying('harbor_data_mount', '')], {}, /findmnt/],
  ['data-inside-install', 'data below the programs', [], { 'harbor.data': '/opt/harbor/data' }, /two folders/],
  [
    'port-in-use',
    'something that listens',
    [saying('harbor_listeners', 'LISTEN 0 4096 0.0.0.0:8085 0.0.0.0:*\n')],
    {},
    /harbor\.port.*ss -ltnp/,
  ],
  [
    'port-in-use',
    'something that only answers on connecting',
    [saying('harbor_answers', '10.0.85.1:8085\n')],
    {},
    /harbor\.port.*iptables-save/,
  ],
  [
    'port-in-use',
    "a port of K3s' load balancer, without a listener",
    [saying('harbor_kube_services', SERVICES)],
    { 'harbor.port': '443' },
    /harbor\.port/,
  ],
  [
    'port-in-use',
    'a node port',
    [saying('harbor_kube_services', SERVICES)],
    { 'harbor.port': '30080' },
    /harbor\.port/,
  ],
  [
    'port-in-use',
    'the next port, with https',
    [saying('harbor_kube_services', SERVICES)],
    { 'harbor.port': '30079', 'harbor.scheme': 'https' },
    /harbor\.port/,
  ],
  ['unknown', 'no ss to ask', [failing('harbor_listeners', 'ss: not found', 127)], {}, /iproute2/],
  ['foreign-harbor', 'a Harbor of somebody else', [saying('dockerd_ps', HARBOR_CORE)], {}, /checks\.harbor\.url/],
  [
    'foreign-harbor',
    'its containers outside of Compose',
    [saying('dockerd_ps', 'ab|x|registry.example/goharbor/harbor-core:v2.9.0|exited|Exited (0)\n')],
    {},
    /stop it/,
  ],
  ['checksum-unknown', 'no SHA-256', [], { 'harbor.sha256': 'null' }, /harbor\.sha256.*cosign/],
  [
    'checksum-unknown',
    'a file for the light registry without one',
    [],
    { 'harbor.registry': 'distribution', 'harbor.sha256': 'null' },
    /harbor\.sha256/,
  ],
  [
    'source-missing',
    'no image for the light registry',
    [],
    { 'harbor.registry': 'distribution', 'harbor.source': 'null' },
    /harbor\.source/,
  ],
  [
    'source-missing',
    'a file that is not there',
    [failing('harbor_source', "stat: cannot statx '/srv': No such file or directory")],
    {},
    /Copy it there/,
  ],
  ['host-name', 'localhost', [], { 'harbor.hostname': 'localhost' }, /harbor\.hostname/],
  ['host-name', '127.0.0.1', [], { 'harbor.hostname': '127.0.0.1' }, /harbor\.hostname/],
  ['host-name', 'the sample name', [], { 'harbor.hostname': 'reg.mydomain.com' }, /harbor\.hostname/],
  ['host-name', 'a host without an address', [saying('harbor_addresses', '\n')], { 'harbor.hostname': 'null' }, /set/i],
  [
    'https-without-key',
    'a certificate without its key',
    [],
    { 'harbor.scheme': 'https', 'harbor.cert': '/etc/ssl/registry.crt' },
    /both, or neither/,
  ],
  [
    'https-without-key',
    'a certificate with http',
    [],
    { 'harbor.cert': '/etc/ssl/registry.crt', 'harbor.key': '/etc/ssl/registry.key' },
    /harbor\.scheme/,
  ],
  [
    'unknown',
    'marks that may not be read',
    [failing('harbor_installed', 'cat: /opt/harbor/installed: Permission denied')],
    {},
    /chmod/,
  ],
  [
    'unknown',
    'containers that may not be seen',
    [failing('dockerd_ps', 'permission denied')],
    {},
    /systemctl status docker/,
  ],
])('%s: %s', (code, _, edits, overrides, way) => {
  const refusal = refusalOf(planOf(edited(fresh, ...edits), overrides));
  expect(refusal).toMatchObject({ code, wayOut: expect.stringMatching(way) });
  expect(refusal!.message).toMatch(/\.$|\.\)$/);
});

test.each<[code: string, overrides: Overrides, words: RegExp]>([
  ['version-downgrade', { 'harbor.version': '2.13.1' }, /2\.14\.0 or newer/],
  ['other-registry', { 'harbor.registry': 'distribution' }, /rollback harbor/],
])('%s of what is installed', (code, overrides, words) => {
  expect(refusalOf(planOf(installed, overrides))).toMatchObject({ code, wayOut: expect.stringMatching(words) });
});

test('version-jump: an upgrade takes two minor versions at most, and the step between is named', () => {
  const old = saying('harbor_installed', 'harbor 2.11.1 abc\n');
  expect(refusalOf(planOf(edited(installed, old), { 'harbor.version': '2.15.2' }))).toMatchObject({
    code: 'version-jump',
    wayOut: 'Go over to 2.13 first (harbor.version), then to 2.15.2.',
  });
  expect(refusalOf(planOf(edited(installed, old), { 'harbor.version': '2.13.1' }))).toBeUndefined();
});

test('what is installed already has its place: neither memory, space nor its own port stand in the way', () => {
  const tight = [
    saying('harbor_memory', '2014000\n'),
    saying('harbor_data_mount', mounts(['/srv', 9e8])),
    saying('harbor_listeners', 'LISTEN 0 4096 0.0.0.0:8085 0.0.0.0:*\n'),
  ];
  expect(refusalOf(planOf(edited(installed, ...tight)))).toBeUndefined();
  expect(refusalOf(planOf(edited(installed, ...tight), { 'harbor.log_count': '3' }))).toBeUndefined();
});

test('an installation that was cut short is gone on with, though its own services listen already', () => {
  const cut = edited(installed, failing('harbor_installed', 'cat: /opt/harbor/installed: No such file or directory'));
  expect(changesOf(planOf(cut))).toEqual(['install', 'start', 'prove']);
});

test('the light registry does not ask for what only Harbor wants', () => {
  const raws = edited(fresh, saying('uname', 'Linux edge 6.12.0 aarch64\n'), saying('dockerd_ps', HARBOR_CORE));
  expect(refusalOf(planOf(raws, { 'harbor.registry': 'distribution', 'harbor.source': 'registry:2' }))).toBeUndefined();
});
