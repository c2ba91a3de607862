import { type Circumstances, decide, parseCommand } from '../../../src/github/commands';

const STEPS = [
  { id: 'extend-lvm', kind: 'change' },
  { id: 'disk-test', kind: 'measurement' },
  { id: 'validate', kind: 'look' },
] as const;
const HASH = 'd125122df0e3812039ec4fb4de92c1c12a5f5f9a0194188eb9c5038a9fa8c5de';
const parse = (text: string) => parseCommand(text, STEPS);

describe('a comment', () => {
  test.each([
    ['/phase1 help', { verb: 'help' }],
    ['/phase1', { verb: 'help' }],
    ['/phase1 status', { verb: 'status' }],
    ['/phase1 go', { verb: 'go' }],
    ['/phase1 plan extend-lvm', { verb: 'plan', step: 'extend-lvm' }],
    ['/phase1  verify   validate  \r\n', { verb: 'verify', step: 'validate' }],
    ['/phase1 rollback extend-lvm', { verb: 'rollback', step: 'extend-lvm' }],
    [`/phase1 rollback extend-lvm ${HASH}`, { verb: 'rollback', step: 'extend-lvm', hash: HASH }],
    ['/phase1 apply disk-test', { verb: 'apply', step: 'disk-test' }],
    ['/phase1 apply extend-lvm d125122df0e3', { verb: 'apply', step: 'extend-lvm', hash: 'd125122df0e3' }],
  ])('%j is a command', (text, command) => {
    expect(parse(text)).toEqual({ kind: 'command', command });
  });

  test.each([
    '',
    'Well done',
    ' /phase1 go',
    '> /phase1 go',
    'do /phase1 go',
    '/phase10 go',
    '/phase1-go',
    '/phase',
    '`/phase1 go`',
  ])('%j is not for us', (text) => {
    expect(parse(text)).toEqual({ kind: 'none' });
  });

  test.each([
    ['/phase1 dance', 'no such command'],
    ['/phase1 plan', '`/phase1 plan STEP`'],
    ['/phase1 plan extend-lvm now', '`/phase1 plan STEP`'],
    ['/phase1 go please', '`/phase1 go`'],
    ['/phase1 plan reboot', 'no such step'],
    ['/phase1 apply extend-lvm', 'needs the hash'],
    ['/phase1 apply extend-lvm abc', 'at least its first 12'],
    ['/phase1 apply extend-lvm D125122DF0E3', 'at least its first 12'],
    [`/phase1 apply extend-lvm ${HASH}0`, 'at least its first 12'],
    [`/phase1 apply extend-lvm ${HASH} --yes`, '`/phase1 apply STEP HASH`'],
    ['/phase1 plan extend-lvm\n/phase1 go', 'one line'],
    ['/phase1 plan extend-lvm\nrm -rf /', 'one line'],
    ['/phase1 plan $(reboot)', 'no such step'],
    ['/phase1 plan extend-lvm;reboot', 'no such step'],
    ['/phase1 plan ../../etc/passwd', 'no such step'],
    ['/phase1 plan extend-lvm\u202e', 'only letters'],
    ['/phase1 plan extend-lvm\u0000', 'only letters'],
    ['/phase1 plan \u0435xtend-lvm', 'only letters'],
    [`/phase1 plan ${'a'.repeat(100_000)}`, 'is short'],
    ['/phase1 constructor', 'no such command'],
  ])('%j is refused', (text, why) => {
    expect(parse(text)).toEqual({ kind: 'refused', why: expect.stringContaining(why) });
  });

  test('a refusal repeats nothing of what was written', () => {
    for (const text of ['/phase1 @octocat', '/phase1 plan @octocat', '/phase1 apply extend-lvm @octocat'])
      expect(JSON.stringify(parse(text))).not.toContain('octocat');
  });
});

describe('what is done about it', () => {
  const shown = [
    { step: 'extend-lvm', intent: 'apply', hash: HASH },
    { step: 'extend-lvm', intent: 'apply', hash: `e${HASH.slice(1)}` },
  ];
  const decided = (text: string, change: Partial<Circumstances> = {}) =>
    decide(parse(text), { onTracking: true, role: 'write', shown, ...change });

  test.each(['admin', 'maintain', 'write'])('%s may have it done', (role) => {
    expect(decided('/phase1 plan extend-lvm', { role })).toEqual({
      do: 'run',
      mode: 'plan',
      step: 'extend-lvm',
      planHash: '',
    });
  });

  test.each(['triage', 'read', 'none', 'WRITE', ''])('%j may not', (role) => {
    for (const text of ['/phase1 plan extend-lvm', `/phase1 apply extend-lvm ${HASH}`, '/phase1 go', '/phase1 status'])
      expect(decided(text, { role })).toMatchObject({ do: 'refuse', why: expect.stringContaining('write permission') });
    expect(decided('/phase1 help', { role })).toEqual({ do: 'help' });
  });

  test('apply takes the whole hash of the plan that was shown, from its beginning', () => {
    expect(decided('/phase1 apply extend-lvm d125122df0e3')).toEqual({
      do: 'run',
      mode: 'apply',
      step: 'extend-lvm',
      planHash: HASH,
    });
  });

  test.each([
    ['of another step', `/phase1 apply validate ${HASH}`],
    ['that was never shown', `/phase1 apply extend-lvm ${'0'.repeat(64)}`],
    ['of an apply, for a rollback', `/phase1 rollback extend-lvm ${HASH}`],
  ])('a hash %s is refused', (_, text) => {
    expect(decided(text)).toMatchObject({ do: 'refuse', why: expect.stringContaining('No plan of') });
  });

  test('a beginning that two plans share is refused', () => {
    const twins = [...shown, { step: 'extend-lvm', intent: 'apply', hash: `${HASH.slice(0, 63)}0` }];
    expect(decided('/phase1 apply extend-lvm d125122df0e3', { shown: twins })).toMatchObject({ do: 'refuse' });
    expect(decided(`/phase1 apply extend-lvm ${HASH}`, { shown: [...twins, ...twins] })).toMatchObject({ do: 'run' });
  });

  test('elsewhere than on the tracking issue, strangers get no answer and others a refusal', () => {
    expect(decided('/phase1 plan extend-lvm', { onTracking: false, role: 'none' })).toEqual({ do: 'nothing' });
    expect(decided('/phase1 plan extend-lvm', { onTracking: false })).toMatchObject({ do: 'refuse' });
  });
});
