import { harbor } from '../../../../src/steps/harbor';
import {
  answering,
  changesOf,
  configOf,
  edited,
  failing,
  fresh,
  half,
  installed,
  light,
  planOf,
  SERVICES,
  saying,
  situation,
} from './server';

const ALL = ['fetch', 'configure', 'install', 'start', 'prove', 'use', 'trust'];
const LIGHT = {
  'harbor.registry': 'distribution',
  'harbor.source': '/srv/files/registry.tar',
  'harbor.data': '/srv/plain',
};
/** What the step has left when it proved and set up the registry, with something in it changed. */
const result = (change: (old: Record<string, unknown>) => object) =>
  answering('validate_harbor_proof', ({ stdout }) => {
    const old = JSON.parse(stdout) as Record<string, unknown>;
    return { stdout: JSON.stringify({ ...old, ...change(old) }) };
  });

test('on a host without a registry everything is to do', () => {
  const plan = planOf(fresh);
  expect(changesOf(plan)).toEqual(ALL);
  expect(plan.summary).toBe('Harbor 2.14.0 at 10.0.85.1:8085: install it, with its data in /srv/harbor.');
  expect(plan.target).toBe('harbor 2.14.0 at 10.0.85.1:8085');
  expect(plan.basis).toMatchObject({ installed: 'none', version: '2.14.0', data: '/srv/harbor' });
});

test('each change says what runs, why, how it is checked and how it is undone', () => {
  const plan = planOf(fresh);
  const changes = plan.verdict === 'changes' ? plan.changes : [];
  for (const { title, command, why, check, undo } of changes)
    expect([title, command, why, check, undo]).not.toContain('');
});

test('one that is installed as configured, healthy and proven is left alone', () => {
  expect(planOf(installed)).toMatchObject({ verdict: 'nothing-to-do' });
});

test('what was fetched or configured already is not done again', () => {
  const { basis } = planOf(fresh);
  const configured = saying('harbor_configured', `harbor 2.14.0 ${basis.config_sha256}\nregistry=harbor\n`);
  expect(changesOf(planOf(edited(fresh, saying('harbor_fetched', ''))))).toEqual(ALL.slice(1));
  expect(changesOf(planOf(edited(fresh, saying('harbor_fetched', ''), configured)))).toEqual(ALL.slice(2));
});

describe('half up, as after a restart of Docker', () => {
  test('it is only brought back', () => {
    const plan = planOf(half);
    expect(changesOf(plan)).toEqual(['start']);
    expect(plan.summary).toBe('Harbor 2.14.0 at 10.0.85.1:8085 is not whole: bring it up.');
  });

  test.each([
    ['a container that is gone', answering('dockerd_ps', ({ stdout }) => ({ stdout: stdout.replace(/.*\n/, '') }))],
    [
      'a component that is not healthy',
      answering('harbor_local_health', ({ stdout }) => ({ stdout: stdout.replace('"healthy"}', '"unhealthy"}') })),
    ],
    ['a page that does not answer', failing('harbor_local_health', 'curl: (7) Failed to connect', 7)],
  ])('%s is noticed', (_, edit) => {
    expect(changesOf(planOf(edited(installed, edit)))).toEqual(['start']);
  });
});

describe('a proof is repeated', () => {
  test.each([
    ['without one', failing('validate_harbor_proof', 'cat: x: No such file or directory'), ['prove', 'use', 'trust']],
    ['where it is about another configuration', result(() => ({ config_sha256: 'other' })), ['prove']],
    ['where another digest came back', result(() => ({ pulled_digest: 'sha256:other' })), ['prove']],
  ])('%s', (_, edit, changes) => {
    expect(changesOf(planOf(edited(installed, edit)))).toEqual(changes);
  });
});

describe('what it is used for', () => {
  test.each([
    ['another project', { 'harbor.project': 'builds' }],
    ['another account', { 'harbor.robot': 'builder' }],
    ['another retention', { 'harbor.keep': '3' }],
    ['no garbage collection', { 'harbor.gc': 'null' }],
    ['a proxy cache', { 'harbor.proxy_project': 'mirror=https://registry.example' }],
  ])('%s needs no restart', (_, overrides) => {
    expect(changesOf(planOf(installed, overrides))).toEqual(['use']);
  });

  test('K3s is told besides; nobody is told where nobody is to be', () => {
    expect(changesOf(planOf(installed, { 'harbor.trust': '[k3s, docker]' }))).toEqual(['trust']);
    expect(changesOf(planOf(installed, { 'harbor.trust': '[]' }))).toEqual([]);
    expect(changesOf(planOf(fresh, { 'harbor.trust': '[]' }))).toEqual(ALL.slice(0, -1));
  });
});

describe('another configuration goes through configure and install', () => {
  test.each([
    ['log files', { 'harbor.log_count': '3' }],
    ['a proxy', { 'harbor.http_proxy': 'http://proxy.lan:3128' }],
    ['https', { 'harbor.scheme': 'https' }],
  ])('%s', (_, overrides) => {
    const plan = planOf(installed, overrides);
    expect(changesOf(plan).slice(0, 4)).toEqual(['configure', 'install', 'start', 'prove']);
    expect(plan.summary).toContain('does not answer meanwhile');
  });

  test('another address is another registry for Docker and for CI too', () => {
    const free = [saying('harbor_listeners', ''), saying('harbor_answers', '')];
    expect(changesOf(planOf(edited(installed, ...free), { 'harbor.port': '8086' }))).toEqual(ALL.slice(1));
  });

  test('an upgrade is fetched first, and says from where it goes', () => {
    const plan = planOf(edited(installed, failing('harbor_fetched', '')), { 'harbor.version': '2.15.2' });
    expect(changesOf(plan)).toEqual(['fetch', 'configure', 'install', 'start', 'prove']);
    expect(plan.summary).toContain('from Harbor 2.14.0');
  });

  test('whatever does not change what runs leaves it alone', () => {
    for (const overrides of [{ 'harbor.min_free': '3GB' }, { 'harbor.sha256': 'ab'.repeat(32) }])
      expect(changesOf(planOf(installed, overrides))).toEqual([]);
  });
});

describe('what the configuration leaves open', () => {
  const open = { 'harbor.hostname': 'null', 'harbor.data': 'null' };

  test('the name is the first address of the host, and the data lie on the data disk with the most space', () => {
    const mount = (target: string, avail: number) => ({
      ...{ target, source: '/dev/sdb', fstype: 'ext4', options: 'rw,relatime', size: 4e11, used: 0, avail },
    });
    const filesystems = [mount('/', 9e10), mount('/boot', 9e9), mount('/srv/small', 5e10), mount('/srv/data', 2e11)];
    const raws = edited(
      fresh,
      saying('harbor_addresses', '192.168.1.10 172.17.0.1 fd00::1 \n'),
      saying('mounts', JSON.stringify({ filesystems })),
    );
    const { basis } = planOf(raws, { ...open, 'harbor.min_free': '40GB' });
    expect(basis).toMatchObject({ host: '192.168.1.10', data: '/srv/data/edge-phase1-registry' });
  });

  test('what was installed keeps its name and its data, also when another disk has more space by now', () => {
    expect(planOf(installed, open)).toMatchObject({
      verdict: 'nothing-to-do',
      basis: { host: '10.0.85.1', data: '/srv/harbor' },
    });
  });

  test('without a data disk the data lie on /', () => {
    const filesystems = [{ target: '/', source: '/dev/sda', fstype: 'ext4', options: 'rw', size: 2e11, avail: 1e11 }];
    const raws = edited(fresh, saying('mounts', JSON.stringify({ filesystems })));
    expect(planOf(raws, { 'harbor.data': 'null' }).basis.data).toBe('/var/lib/edge-phase1-registry');
  });
});

describe('the plan says so', () => {
  const notes = (raws = fresh, overrides = {}) => planOf(raws, overrides).notes.join('\n');

  test('where a version gets no fixes any more', () => {
    expect(notes(fresh, { 'harbor.version': '2.10.3' })).toContain('Harbor 2.10 gets no security fixes');
    expect(notes(fresh, { 'harbor.version': '2.15.2' })).not.toContain('security fixes');
  });

  test('where nothing is encrypted', () => {
    expect(notes()).toContain('in the clear');
    expect(notes(fresh, { 'harbor.scheme': 'https' })).not.toContain('in the clear');
  });

  test('where K3s has a file of its registries that somebody else has written', () => {
    const others = edited(fresh, saying('harbor_trusted', 'others\n'));
    expect(notes(others, { 'harbor.trust': '[docker, k3s]' })).toMatch(
      /registries\.yaml .* left alone\. If 10\.0\.85\.1:8085/,
    );
    expect(notes(others, { 'harbor.trust': '[docker]' })).not.toContain('registries.yaml');
    expect(changesOf(harbor.rollback(situation(others)))).toEqual([]);
  });

  test('where K3s cannot be asked which ports it takes', () => {
    const forbidden = failing('harbor_kube_services', 'Error from server (Forbidden): services is forbidden');
    expect(notes(edited(fresh, forbidden))).toContain('services of the cluster cannot be seen');
    expect(notes(edited(fresh, saying('harbor_k3s', '')))).toContain('K3s is here');
    expect(notes(edited(fresh, saying('harbor_k3s', ''), saying('harbor_kube_services', SERVICES)))).not.toContain(
      'K3s',
    );
  });
});

describe('the light registry', () => {
  test('is left alone where it is as configured', () => {
    expect(planOf(light, LIGHT)).toMatchObject({ verdict: 'nothing-to-do' });
  });

  test('is one container, which is brought back', () => {
    const stopped = answering('dockerd_ps', ({ stdout }) => ({ stdout: stdout.replaceAll('|running|', '|exited|') }));
    expect(changesOf(planOf(edited(light, stopped), LIGHT))).toEqual(['start']);
  });

  test('needs neither much memory nor Compose', () => {
    const small = [
      saying('harbor_memory', '512000\n'),
      saying('harbor_cpus', '1\n'),
      failing('harbor_compose', '', 127),
    ];
    expect(changesOf(planOf(edited(fresh, ...small), LIGHT))).toEqual(ALL);
  });
});

test('the script is told all of it, and what it has to find', () => {
  const plan = planOf(fresh);
  const args = harbor.scriptArguments(plan, configOf({ 'harbor.gc': 'null', 'harbor.no_proxy': '.lan' }));
  expect(args.join(' ')).toMatch(
    /^--registry harbor --release 2\.14\.0 --source \/srv\/files\/harbor-offline-installer-v2\.14\.0\.tgz --sha256 c0ffee0+ --host 10\.0\.85\.1 --port 8085 --scheme http --data \/srv\/harbor --install \/opt\/harbor --min-free 2000000000 --project ci --robot ci --keep 10 --gc none --log-size 50M --log-count 10 --no-proxy \.lan --trust docker --expect changes=fetch,configure,install,start,prove,use,trust --expect installed=none --expect version=2\.14\.0 --expect config_sha256=[0-9a-f]{64}$/,
  );
});

test('what is read as root is known exactly, and can stand in a sudoers line', () => {
  const argvs = harbor.rootReads(situation(fresh));
  const rooted = harbor.reads(configOf()).filter(({ root }) => root);
  const asRun = rooted.map(({ argv }) =>
    argv.map((arg) => (typeof arg === 'string' ? arg : `${arg.prefix ?? ''}/run/docker.sock`)),
  );
  expect(asRun).toEqual(argvs);
  expect(argvs.flat().join('')).not.toMatch(/[\s*?[\]!"'#]/);
});
