import { isUnreadable } from '../../../../src/facts/reading';
import { NOT_RUN } from '../../../../src/host/host';
import { dockerConfig } from '../../../../src/steps/docker-config';
import {
  applied,
  byHand,
  changesOf,
  edited,
  entry,
  failing,
  file,
  flags,
  fresh,
  hashOf,
  info,
  planOf,
  type Raws,
  refusalOf,
  runnerInContainer,
  saying,
  situation,
  unit,
  withComment,
} from './server';

const RELOADED = {
  'storage-driver': 'null',
  'log-driver': 'null',
  'log-opts.max-size': 'null',
  'log-opts.max-file': 'null',
};

test("the plan's settings where there is no file: written, and Docker is restarted for the limits of the logs", () => {
  const plan = planOf(fresh);
  expect(changesOf(plan)).toEqual(['backup', 'replace', 'restart']);
  expect(plan.summary).toBe('/etc/docker/daemon.json: 6 setting(s) to write, then Docker is restarted.');
  expect(plan.notes.slice(0, 6)).toEqual([
    '+ storage-driver: "overlay2"',
    '+ log-driver: "json-file"',
    '+ log-opts.max-size: "10m"',
    '+ log-opts.max-file: "3"',
    '+ max-concurrent-downloads: 3',
    '+ max-concurrent-uploads: 3',
  ]);
});

test('each setting says why it is there and what it does for builds, and the whole that it makes none faster by itself', () => {
  const [table] = dockerConfig.tables!(situation(byHand));
  const row = (setting: string) => table!.rows.find(([key]) => key === setting);
  expect(row('log-opts.max-size')).toEqual([
    'log-opts.max-size',
    '"10m"',
    '"5m"',
    expect.stringContaining('fills the disk'),
    expect.stringContaining('Nothing directly'),
  ]);
  expect(row('max-concurrent-downloads')?.at(-1)).toBe('Nothing at 3, which is what Docker does by itself.');
  expect(row('log-driver')?.[2]).toBe('-');
  expect(table!.note).toContain('do not make builds faster by themselves');
  expect(dockerConfig.tables!(situation(withComment))).toEqual([]);
});

test('each change says what runs, why, how it is checked and how it is undone', () => {
  const plan = planOf(fresh, { 'live-restore': 'true' });
  const changes = plan.verdict === 'changes' ? plan.changes : [];
  for (const { title, command, why, check, undo } of changes)
    expect([title, command, why, check, undo]).not.toContain('');
});

test('afterwards there is nothing to do', () => {
  expect(planOf(applied)).toMatchObject({ verdict: 'nothing-to-do' });
});

test('what a person has written stays; what differs is shown with the old value', () => {
  const plan = planOf(byHand);
  expect(plan.notes).toEqual(
    expect.arrayContaining(['~ log-opts.max-size: "5m" → "10m"', '~ max-concurrent-downloads: 10 → 3']),
  );
  expect(JSON.stringify([plan, situation(byHand).facts])).not.toMatch(/hunter2|s3cret/);
});

describe('a reload is enough', () => {
  test.each<[string, Raws, Record<string, string>]>([
    ['for concurrency', fresh, RELOADED],
    ['for live-restore', fresh, { ...RELOADED, 'live-restore': 'true' }],
    [
      'for a storage driver and a log driver that are in use already',
      fresh,
      { 'log-opts.max-size': 'null', 'log-opts.max-file': 'null' },
    ],
  ])('%s', (_, raws, settings) => {
    expect(changesOf(planOf(raws, settings))).toEqual(['backup', 'replace', 'reload']);
  });

  test('but not where systemd cannot reload Docker', () => {
    expect(changesOf(planOf(edited(fresh, unit('CanReload', 'no')), RELOADED))).toEqual([
      'backup',
      'replace',
      'restart',
    ]);
  });

  test.each([
    ['a log driver that is not in use', { ...RELOADED, 'log-driver': 'local' }],
    ['limits of the build cache', { ...RELOADED, 'builder.gc.defaultKeepStorage': '20GB' }],
  ])('nor for %s', (_, settings) => {
    expect(changesOf(planOf(fresh, settings))).toEqual(['backup', 'replace', 'restart']);
  });
});

describe('live-restore', () => {
  test('is switched on by a reload before the restart, so that no container stops', () => {
    const plan = planOf(fresh, { 'live-restore': 'true' });
    expect(changesOf(plan)).toEqual(['backup', 'replace', 'live-restore', 'restart']);
    expect(plan.verdict === 'changes' && plan.changes.at(-1)!.title).toContain('go on');
  });

  test('where it is on already, the restart needs nothing before it', () => {
    expect(changesOf(planOf(edited(fresh, info({ LiveRestoreEnabled: true })), { 'live-restore': 'true' }))).toEqual([
      'backup',
      'replace',
      'restart',
    ]);
  });

  test('is recommended where a restart would stop containers', () => {
    expect(planOf(fresh).notes.join('\n')).toContain('With docker_config.settings.live-restore: true');
  });
});

test('the storage driver is left out where it is another one, and the plan says why', () => {
  const plan = planOf(edited(fresh, info({ Driver: 'overlayfs' })));
  expect(plan.notes.join('\n')).toMatch(/storage-driver is left out: Docker uses overlayfs/);
  expect(plan.basis.settings).not.toContain('storage-driver');
});

test('Kubernetes in this Docker is said to be restarted too', () => {
  const pod = saying('dockerd_ps', 'abc|k8s_web_web-1_default_uid_0|busy|running|Up 2 hours\n');
  expect(planOf(edited(fresh, pod)).notes.join('\n')).toContain('Kubernetes runs its pods in this Docker');
});

describe('a run that was cut short is finished', () => {
  const replaced = entry(applied, 'done', 'replace');
  test.each([
    ['after the file was replaced', [replaced], ['restart']],
    ['while the file was replaced', [entry(applied, 'intent', 'replace')], ['restart']],
    ['where a reload is enough', [entry(applied, 'done', 'replace', { how: 'reload' })], ['reload']],
    ['before the restart', [replaced, entry(applied, 'intent', 'restart')], ['restart']],
    ['not after the restart', [replaced, entry(applied, 'done', 'restart')], []],
    ['not where it was undone', [replaced, entry(applied, 'failed', 'restart')], []],
    ['not where Docker was started anew since', [entry(applied, 'done', 'replace', { invocation: 'another' })], []],
    ['not where the file is another one now', [entry(applied, 'done', 'replace', { file_sha256: 'another' })], []],
  ])('%s', (_, journal, changes) => {
    expect(changesOf(planOf(applied, {}, journal))).toEqual(changes);
  });

  test('in the middle of the restart: the containers that were not started again are', () => {
    const { containers } = situation(applied).facts;
    const id = isUnreadable(containers) ? '' : containers[0]!.id;
    const stopped = edited(applied, saying('dockerd_ps', `${id}|once|busy|exited|Exited (137) 2 minutes ago\n`));
    const journal = [entry(applied, 'intent', 'restart', { invocation: 'another', containers: [id] })];
    expect(changesOf(planOf(stopped, {}, journal))).toEqual(['containers']);
    expect(changesOf(planOf(applied, {}, journal))).toEqual([]);
    const otherBoot = [entry(applied, 'intent', 'restart', { invocation: 'another', containers: [id], boot: 'b' })];
    expect(changesOf(planOf(stopped, {}, otherBoot))).toEqual([]);
    // What finishes it may be cut short too.
    expect(changesOf(planOf(stopped, {}, [...journal, entry(applied, 'intent', 'containers')]))).toEqual([
      'containers',
    ]);
    expect(changesOf(planOf(stopped, {}, [...journal, entry(applied, 'done', 'containers')]))).toEqual([]);
  });

  test('in the middle of the restart: pods that were remembered before it are compared', () => {
    const rest = (fields: object) => [
      entry(applied, 'intent', 'restart', { invocation: 'another', containers: [], ...fields }),
    ];
    const plan = planOf(applied, {}, rest({ pods_before: '17' }));
    expect(changesOf(plan)).toEqual(['containers']);
    expect(plan.verdict === 'changes' && plan.changes[0]!.title).toContain('17 pods');
    expect(changesOf(planOf(applied, {}, rest({})))).toEqual([]);
    expect(changesOf(planOf(applied, {}, rest({ pods_before: '17', boot: 'b' })))).toEqual([]);
  });

  test('its target is that of the whole plan, so that one approval covers both', () => {
    expect(planOf(applied, {}, [replaced]).target).toBe(planOf(fresh).target);
  });
});

describe('refused before the file is touched', () => {
  test.each<[string, Raws, Record<string, string>, string, string]>([
    ['a comment', withComment, {}, 'daemon-json-broken', 'line 2: there is a comment'],
    [
      'a link',
      edited(fresh, saying('daemon_file_kind', 'symbolic link|777|root:root\n')),
      {},
      'daemon-json-link',
      'is a link',
    ],
    [
      'a file that may not be read',
      edited(applied, failing('daemon_file', "sed: can't read: Permission denied")),
      {},
      'unknown',
      'Permission denied',
    ],
    ['a container', edited(fresh, saying('in_container', '')), {}, 'inside-container', 'inside a container'],
    ['no docker.service', edited(fresh, unit('LoadState', 'not-found')), {}, 'no-unit', 'no docker.service'],
    ['a snap', edited(fresh, unit('LoadState', 'not-found'), saying('dockerd_snap', '')), {}, 'snap', 'snap'],
    [
      'Docker that is stopped',
      edited(fresh, unit('ActiveState', 'failed'), failing('dockerd_info', 'Cannot connect')),
      {},
      'docker-down',
      'does not answer',
    ],
    [
      'Docker without root',
      edited(fresh, info({ SecurityOptions: ['name=rootless'] })),
      {},
      'rootless',
      'without root',
    ],
    ['another configuration file', edited(fresh, flags('--config-file=/srv/d.json')), {}, 'other-file', '/srv/d.json'],
    [
      "a user's own Docker, where the system has none",
      edited(
        fresh,
        unit('ActiveState', 'inactive'),
        saying('dockerd_processes', ' 1000 dockerd         0::/user.slice/user-1000.slice\n'),
      ),
      {},
      'rootless',
      'without root',
    ],
    [
      'Docker that is stopped, and was not asked',
      edited(fresh, unit('ActiveState', 'inactive'), failing('dockerd_info', 'not run: it needs …', NOT_RUN)),
      {},
      'docker-down',
      'does not answer',
    ],
    [
      'live-restore in swarm mode',
      edited(fresh, info({ Swarm: { LocalNodeState: 'active' } })),
      { 'live-restore': 'true' },
      'swarm',
      '--live-restore daemon configuration is incompatible with swarm mode',
    ],
    [
      'live-restore that stands in the file already, in swarm mode',
      edited(fresh, file({ 'live-restore': true }), info({ Swarm: { LocalNodeState: 'pending' } })),
      {},
      'swarm',
      'pending',
    ],
    [
      'another configuration file, as two words',
      edited(fresh, flags('--config-file', '/srv/d.json')),
      {},
      'other-file',
      '/srv/d.json',
    ],
    ['a flag that says the same', edited(fresh, flags('--log-opt')), {}, 'flag-clash', '--log-opt'],
    [
      'options of another log driver',
      edited(fresh, file({ 'log-opts': { 'fluentd-address': '***' } })),
      {},
      'log-clash',
      'fluentd-address',
    ],
    [
      'an option that local does not know',
      edited(fresh, file({ 'log-opts': { tag: '***' } })),
      { 'log-driver': 'local' },
      'log-clash',
      'tag',
    ],
    [
      'limits for a log driver without them',
      edited(fresh, info({ LoggingDriver: 'journald' })),
      { 'log-driver': 'null' },
      'log-clash',
      'journald',
    ],
    [
      'a key that is too new',
      fresh,
      { 'builder.gc.defaultMaxUsedSpace': '20GB' },
      'key-not-known',
      'defaultKeepStorage',
    ],
    [
      'a key that is too old',
      edited(fresh, info({ ServerVersion: '29.1.0' })),
      { 'builder.gc.defaultKeepStorage': '20GB' },
      'key-not-known',
      'defaultReservedSpace',
    ],
    ['a runner in a container', edited(fresh, runnerInContainer), {}, 'runner-in-container', 'live-restore'],
  ])('%s', (_, raws, settings, code, words) => {
    const refusal = refusalOf(planOf(raws, settings));
    expect(refusal?.code).toBe(code);
    expect(`${refusal?.message} ${refusal?.wayOut}`).toContain(words);
  });

  test('a right that is missing: the exact line for the sudoers file', () => {
    const raws = edited(fresh, failing('dockerd_info', 'sudo: a password is required'));
    expect(refusalOf(planOf(raws))).toMatchObject({
      code: 'unknown',
      wayOut: expect.stringContaining('NOPASSWD: '),
    });
  });

  test('after a change of this step that Docker does not start with: the way out is to take it back', () => {
    const raws = edited(applied, unit('ActiveState', 'failed'));
    expect(refusalOf(planOf(raws, {}, [entry(applied, 'done', 'replace')]))?.wayOut).toContain(
      'rollback docker-config',
    );
  });

  test.each([
    ['a runner in a container, when containers go on', { 'live-restore': 'true' }, edited(fresh, runnerInContainer)],
    ['a runner in a container, when a reload is enough', RELOADED, edited(fresh, runnerInContainer)],
    ['the configuration file by its usual name', {}, edited(fresh, flags('--config-file', '/etc/docker/daemon.json'))],
    ['options that its log driver knows', {}, edited(fresh, file({ 'log-opts': { tag: '***', compress: '***' } }))],
  ])('but not %s', (_, settings, raws) => {
    expect(planOf(raws, settings).verdict).toBe('changes');
  });
});

describe('the hash of a plan', () => {
  const hash = hashOf(planOf(fresh));
  test('does not depend on containers, words, or what Docker answers besides', () => {
    expect(hashOf(planOf(edited(fresh, info({ ContainersRunning: 9, Name: 'other' }), saying('dockerd_ps', ''))))).toBe(
      hash,
    );
  });

  test.each<[string, Raws, Record<string, string>]>([
    ['the file', edited(fresh, file({ debug: true })), {}],
    ['the settings', fresh, { 'max-concurrent-uploads': '4' }],
    ['the machine', edited(fresh, saying('machine_id', '0'.repeat(32))), {}],
    ['a reload instead of a restart', edited(fresh, unit('CanReload', 'no')), RELOADED],
  ])('changes with %s', (_, raws, settings) => {
    expect(hashOf(planOf(raws, settings))).not.toBe(hash);
  });
});

test('the script is given every setting, and what the plan rests on', () => {
  const args = dockerConfig.scriptArguments(planOf(fresh), situation(fresh).config);
  expect(args).toEqual(
    expect.arrayContaining([
      'log-opts.max-file=3',
      'live-restore=keep',
      'changes=backup,replace,restart',
      'file_sha256=none',
    ]),
  );
  expect(args).not.toContain('--rollback');
});

test('Docker is asked only through an address that is told where it runs: asking would start it by its socket', () => {
  const reads = dockerConfig.reads(situation(fresh).config);
  const asking = reads.filter(({ argv }) => argv[0] === 'docker' || argv[0] === 'curl');
  expect(asking.map(({ id }) => id)).toEqual(['dockerd_info', 'dockerd_ps']);
  for (const { argv } of asking) expect(argv).toContainEqual(expect.objectContaining({ from: 'dockerd_socket' }));
  // The rights are for what is run there, word for word.
  const rights = dockerConfig.rootReads(situation(fresh));
  const asRun = asking.map(({ argv }) =>
    argv.map((arg) => (typeof arg === 'string' ? arg : `${arg.prefix ?? ''}/run/docker.sock`)),
  );
  expect(rights).toEqual(asRun);
});
