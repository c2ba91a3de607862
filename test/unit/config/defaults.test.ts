import { loadConfig, parseConfig } from '../../../src/config/load';
import { FILE } from './said';

const GIB = 1024 ** 3;

const PLAN = {
  host: 'local',
  language: 'en',
  extend_lvm: {
    mount: '/',
    size: 150 * GIB,
    when_short: 'refuse',
    other_disks: false,
    new_disk: null,
    backup_dir: 'auto',
  },
  disk_test: { disks: [] as string[], runs: 4, seconds: 6, size: 256 * 1024 ** 2, fio: true },
  kubernetes: { cluster: 'auto', kubeconfig: null },
  docker_config: {
    settings: {
      'storage-driver': 'overlay2',
      'log-driver': 'json-file',
      'log-opts': { 'max-size': '10m', 'max-file': '3' },
      'max-concurrent-downloads': 3,
      'max-concurrent-uploads': 3,
      'live-restore': null,
      builder: {
        gc: {
          enabled: null,
          defaultKeepStorage: null,
          defaultReservedSpace: null,
          defaultMaxUsedSpace: null,
          defaultMinFreeSpace: null,
        },
      },
    },
    pod_patience_seconds: 300,
  },
  harbor: {
    registry: 'harbor',
    version: '2.15.2',
    source: null,
    sha256: null,
    hostname: null,
    port: 8085,
    scheme: 'http',
    cert: null,
    key: null,
    data: null,
    install: '/opt/edge-phase1/harbor',
    min_free: 40_000_000_000,
    project: 'ci',
    robot: 'ci',
    keep: 10,
    gc: '0 0 3 * * 0',
    proxy_project: null,
    log_size: '50M',
    log_count: 10,
    http_proxy: null,
    https_proxy: null,
    no_proxy: null,
    trust: ['docker', 'k3s'],
    remove_data: null,
  },
  build_test: {
    context: null,
    dockerfile: 'deploy/docker/Dockerfile.mcp-fast',
    target: null,
    build_args: [] as string[],
    runs: { base: 1, cold: 1, warm: 4, changed: 4, registry: 4 },
    warmups: 0,
    changed_file: null,
    time_limit_minutes: 180,
    drop_caches: false,
    registry_cache: { ref: null, write: false },
    builder: 'throwaway',
    network: 'host',
    label: null,
    baseline: { label: null, against: null, against_dockerfile: null, declared_minutes: 70 },
    try_files: null,
    compare: { warn_percent: 5, fail_percent: 10 },
  },
  checks: {
    disk_size: { target: 140 * GIB, weight: 20 },
    disk_use: { target: 60, weight: 10 },
    disk_pressure: { window_hours: 1, weight: 20 },
    build_time: { target_minutes: 60, scenario: 'cold', declared_minutes: null, weight: 25 },
    harbor: { url: null, proof_max_age_hours: 168, weight: 15 },
    pods: { expected: 17, weight: 10 },
    success: 85,
  },
  preflight: { phase_0_complete: false, backup: { path: null, max_age_hours: 24 } },
  github: { allow_public_repository: false },
  checklist: { title: 'Phase 1: the checklist', weeks: null, groups: null },
  cost: { runner_minute_usd: 0 },
};

test('without a configuration file, the values of the plan hold', () => {
  expect(loadConfig({ dir: __dirname })).toEqual({ config: PLAN, file: undefined });
});

test.each([
  ['nothing', ''],
  ['blank lines', '\n\n'],
  ['a comment', '# later\n'],
  ['the mark of a document', '---\n'],
  ['an empty mapping', '{}'],
  ['null', 'null'],
  ['sections with nothing below', 'extend_lvm:\nchecks:\n  disk_size:\n  disk_use: ~\ngithub: {}\ncost: null\n'],
])('a file that holds only %s is as good as none', (_, text) => {
  expect(parseConfig(text, FILE)).toEqual(PLAN);
});

test('a field that is set leaves its neighbours at their defaults', () => {
  const { extend_lvm, checks } = parseConfig('checks:\n  disk_use:\n    target: 75.5\n', FILE);
  expect(checks).toEqual({ ...PLAN.checks, disk_use: { target: 75.5, weight: 10 } });
  expect(extend_lvm).toEqual(PLAN.extend_lvm);
});

test('every field can be set', () => {
  const config = parseConfig(
    `
host: ssh://deploy@edge.example:2222
language: fr
extend_lvm:
  mount: /srv/data
  size: 1.5TB
  when_short: max
  other_disks: true
  new_disk: /dev/disk/by-id/ata-Example_SSD_1TB_S1234
  backup_dir: /mnt/usb
disk_test:
  disks:
    - EDGE-SYSTEM
    - /dev/disk/by-id/ata-Example_SSD_1TB_S1234
    - ubuntu-vg
    - /srv/data
  runs: 1
  seconds: 1
  size: 16MiB
  fio: false
docker_config:
  settings:
    storage-driver: null
    log-driver: local
    log-opts: { max-size: 500k, max-file: 10 }
    max-concurrent-downloads: 1
    max-concurrent-uploads: 100
    live-restore: true
    builder:
      gc:
        enabled: true
        defaultKeepStorage: 20GB
        defaultReservedSpace: 10%
        defaultMaxUsedSpace: 1TB
        defaultMinFreeSpace: 500MB
  pod_patience_seconds: 60
harbor:
  registry: distribution
  version: 2.10.3
  source: https://mirror.example/harbor.tgz
  sha256: ab00000000000000000000000000000000000000000000000000000000000001
  hostname: registry.lan
  port: 9443
  scheme: https
  cert: /etc/ssl/registry.crt
  key: /etc/ssl/registry.key
  data: /srv/data/registry
  install: /srv/registry
  min_free: 5GB
  project: builds
  robot: builder
  keep: 0
  gc: null
  proxy_project: mirror=https://registry.example
  log_size: 1G
  log_count: 2
  http_proxy: http://proxy.lan:3128
  https_proxy: http://proxy.lan:3128
  no_proxy: localhost,.lan
  trust: []
  remove_data: /srv/data/registry
build_test:
  context: /srv/my app
  dockerfile: /srv/docker files/Dockerfile
  target: web
  build_args:
    - VERSION=1.2 beta
    - EMPTY=
  runs: { base: 0, cold: 4, warm: 5, changed: 6, registry: 7 }
  warmups: 1
  changed_file: src/main page.py
  time_limit_minutes: 90
  drop_caches: true
  registry_cache: { ref: '10.0.0.5:8085/ci/cache:app', write: true }
  builder: own
  network: none
  label: after-1
  baseline: { label: before-1, against: /srv/base, against_dockerfile: Dockerfile.old, declared_minutes: 70.5 }
  try_files: /tmp/files to try
  compare: { warn_percent: 2.5, fail_percent: 20 }
checks:
  disk_size: { target: 1 TiB, weight: 0 }
  disk_use: { target: 100, weight: 100 }
  disk_pressure: { window_hours: 24, weight: 30 }
  build_time: { target_minutes: 45.5, scenario: warm, declared_minutes: 50, weight: 1 }
  harbor: { url: "https://edge.example:8443", proof_max_age_hours: 24, weight: 2 }
  pods: { expected: auto, weight: 3 }
  success: 90
kubernetes: { cluster: none, kubeconfig: /etc/edge-phase1/kubeconfig }
preflight:
  phase_0_complete: true
  backup: { path: /srv/backup, max_age_hours: 48 }
github:
  allow_public_repository: true
checklist:
  title: Our checklist
  weeks: [{ id: week-1, title: Week 1, due: 2026-03-01 }]
  groups:
    - id: day-1
      title: Day 1
      week: week-1
      items:
        - { id: decide, title: Decide, approval: go }
        - { id: extend, title: Extend, step: extend-lvm, planned: extend-lvm, checks: [volume_size] }
cost:
  runner_minute_usd: 0.008
`,
    FILE,
  );
  expect(config).toEqual({
    host: 'ssh://deploy@edge.example:2222',
    language: 'fr',
    extend_lvm: {
      mount: '/srv/data',
      size: 1_500_000_000_000,
      when_short: 'max',
      other_disks: true,
      new_disk: '/dev/disk/by-id/ata-Example_SSD_1TB_S1234',
      backup_dir: '/mnt/usb',
    },
    disk_test: {
      disks: ['EDGE-SYSTEM', '/dev/disk/by-id/ata-Example_SSD_1TB_S1234', 'ubuntu-vg', '/srv/data'],
      runs: 1,
      seconds: 1,
      size: 16 * 1024 ** 2,
      fio: false,
    },
    kubernetes: { cluster: 'none', kubeconfig: '/etc/edge-phase1/kubeconfig' },
    checks: {
      disk_size: { target: 1024 * GIB, weight: 0 },
      disk_use: { target: 100, weight: 100 },
      disk_pressure: { window_hours: 24, weight: 30 },
      build_time: { target_minutes: 45.5, scenario: 'warm', declared_minutes: 50, weight: 1 },
      harbor: { url: 'https://edge.example:8443', proof_max_age_hours: 24, weight: 2 },
      pods: { expected: 'auto', weight: 3 },
      success: 90,
    },
    preflight: { phase_0_complete: true, backup: { path: '/srv/backup', max_age_hours: 48 } },
    docker_config: {
      settings: {
        'storage-driver': null,
        'log-driver': 'local',
        'log-opts': { 'max-size': '500k', 'max-file': '10' },
        'max-concurrent-downloads': 1,
        'max-concurrent-uploads': 100,
        'live-restore': true,
        builder: {
          gc: {
            enabled: true,
            defaultKeepStorage: '20GB',
            defaultReservedSpace: '10%',
            defaultMaxUsedSpace: '1TB',
            defaultMinFreeSpace: '500MB',
          },
        },
      },
      pod_patience_seconds: 60,
    },
    harbor: {
      registry: 'distribution',
      version: '2.10.3',
      source: 'https://mirror.example/harbor.tgz',
      sha256: 'ab00000000000000000000000000000000000000000000000000000000000001',
      hostname: 'registry.lan',
      port: 9443,
      scheme: 'https',
      cert: '/etc/ssl/registry.crt',
      key: '/etc/ssl/registry.key',
      data: '/srv/data/registry',
      install: '/srv/registry',
      min_free: 5_000_000_000,
      project: 'builds',
      robot: 'builder',
      keep: 0,
      gc: null,
      proxy_project: 'mirror=https://registry.example',
      log_size: '1G',
      log_count: 2,
      http_proxy: 'http://proxy.lan:3128',
      https_proxy: 'http://proxy.lan:3128',
      no_proxy: 'localhost,.lan',
      trust: [],
      remove_data: '/srv/data/registry',
    },
    build_test: {
      context: '/srv/my app',
      dockerfile: '/srv/docker files/Dockerfile',
      target: 'web',
      build_args: ['VERSION=1.2 beta', 'EMPTY='],
      runs: { base: 0, cold: 4, warm: 5, changed: 6, registry: 7 },
      warmups: 1,
      changed_file: 'src/main page.py',
      time_limit_minutes: 90,
      drop_caches: true,
      registry_cache: { ref: '10.0.0.5:8085/ci/cache:app', write: true },
      builder: 'own',
      network: 'none',
      label: 'after-1',
      baseline: {
        label: 'before-1',
        against: '/srv/base',
        against_dockerfile: 'Dockerfile.old',
        declared_minutes: 70.5,
      },
      try_files: '/tmp/files to try',
      compare: { warn_percent: 2.5, fail_percent: 20 },
    },
    github: { allow_public_repository: true },
    checklist: {
      title: 'Our checklist',
      weeks: [{ id: 'week-1', title: 'Week 1', due: '2026-03-01' }],
      groups: [
        {
          id: 'day-1',
          title: 'Day 1',
          week: 'week-1',
          items: [
            { id: 'decide', title: 'Decide', approval: 'go' },
            { id: 'extend', title: 'Extend', step: 'extend-lvm', planned: 'extend-lvm', checks: ['volume_size'] },
          ],
        },
      ],
    },
    cost: { runner_minute_usd: 0.008 },
  });
});

test('one reading does not change the defaults of the next', () => {
  const first = parseConfig('', FILE);
  first.extend_lvm.mount = '/srv';
  first.checks.disk_use.weight = 1;
  expect(parseConfig('', FILE)).toEqual(PLAN);
});
