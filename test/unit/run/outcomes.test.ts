import { exitCode, type Outcome } from '../../../src/evidence/evidence';
import { extended, fresh, hashOf, planOf } from '../steps/variants';
import { type Answer, EVENTS, script, server } from './server';

const planHash = hashOf(planOf(fresh))!;
const request = { mode: 'apply', planHash } as const;
const BEGUN = EVENTS.slice(0, 6);

const applied = async (...answers: Answer[]) => {
  const world = server({ looks: [fresh, extended], answers });
  const evidence = await world.start(request);
  return { ...world, evidence, step: evidence.steps[0]! };
};

test.each<[code: number, Outcome, exit: number]>([
  [0, 'done', 0],
  [2, 'refused', 3],
  [3, 'refused', 3],
  [4, 'undone', 4],
  [5, 'needs-person', 5],
  [137, 'needs-person', 5],
])('a script that ends with %i: %s, and exit code %i', async (code, outcome, exit) => {
  const { evidence, step } = await applied({ events: BEGUN, end: { code } });
  expect(step.outcome).toBe(outcome);
  expect(exitCode(evidence)).toBe(exit);
  expect(step.refusal === undefined).toBe(outcome === 'done');
  expect(step.after).toBeDefined();
});

test("a failure is told in the script's own words, with its way out", async () => {
  const event = {
    event: 'refused',
    time: '',
    text: '',
    code: 'locked',
    message: 'Another run.',
    way_out: 'Wait for it.',
  };
  const { step } = await applied({ events: [event], end: { code: 3 } });
  expect(step.refusal).toEqual({ code: 'locked', message: 'Another run.', wayOut: 'Wait for it.' });
});

test.each([
  ['sudo refuses', { code: 1, stderr: 'sudo: a password is required\n' }, 'a password is required'],
  ['the script may not be run', { code: 126, stderr: 'Permission denied' }, 'Permission denied'],
  ['the script is gone', { code: 127, stderr: '' }, 'exit code 127'],
])('when %s nothing was changed, and the doctor helps', async (_, end, words) => {
  const { step } = await applied({ end });
  expect(step).toMatchObject({ outcome: 'refused', refusal: { code: 'not-started' } });
  expect(step.refusal!.message).toContain(words);
  expect(step.refusal!.wayOut).toContain('edge-phase1 doctor');
});

describe('the script on the host', () => {
  const install = ['install', '-D', '-o', 'root', '-g', 'root', '-m', '0755', '/dev/stdin', script.path];

  test('is put there where it is another version', async () => {
    const { start, commands } = server({
      ...{ installed: '0'.repeat(64), looks: [fresh, extended] },
      answers: [{ end: { code: 0 } }, { events: EVENTS, end: { code: 0 } }],
    });
    expect((await start(request)).steps[0]!.outcome).toBe('done');
    expect(commands[0]!.argv).toEqual(install);
    expect(commands[0]!.options).toEqual({ root: true, stdin: script.text });
  });

  test('is refused with the commands for an administrator where this user may not', async () => {
    const { start, commands } = server({
      installed: '0'.repeat(64),
      answers: [{ end: { code: 1, stderr: 'sudo: a password is required' } }],
    });
    const [step] = (await start(request)).steps;
    expect(step).toMatchObject({ outcome: 'refused', refusal: { code: 'script-missing' } });
    expect(step!.refusal!.wayOut).toContain(
      `sudo install -D -o root -g root -m 0755 /tmp/${script.name} ${script.path}`,
    );
    expect(commands).toHaveLength(1);
  });

  test('is not started when the connection is lost before', async () => {
    const { start, commands } = server({ installed: '0'.repeat(64), answers: [{ end: 'lost' }] });
    expect((await start(request)).steps[0]).toMatchObject({ outcome: 'refused', refusal: { code: 'connection' } });
    expect(commands).toHaveLength(1);
  });
});

describe('when the connection is lost while the script runs', () => {
  test('it is found again, and each event is told once', async () => {
    const { step, commands, counts, progress, evidence } = await applied(
      { events: BEGUN, end: 'lost' },
      { events: EVENTS, end: { code: 0 } },
    );
    expect(step.outcome).toBe('done');
    expect(counts.opened).toBe(2);
    expect(commands[1]!.argv).toEqual([script.path, '--json', '--attach', evidence.run]);
    const told = step.applied!.events.filter(({ event }) => event !== 'started');
    expect(told).toEqual(EVENTS.filter(({ event }) => event !== 'started'));
    expect(progress.map(({ text }) => text)).toContain(
      'Connection lost. The host goes on by itself; trying to follow it again.',
    );
  });

  test('again and again, while it comes back', async () => {
    const { step, counts } = await applied(
      { events: BEGUN, end: 'lost' },
      { events: BEGUN, end: 'lost' },
      { events: EVENTS.slice(0, 9), end: 'lost' },
      { events: EVENTS, end: { code: 0 } },
    );
    expect([step.outcome, counts.opened]).toEqual(['done', 4]);
    expect(step.applied!.events.filter(({ event }) => event === 'end')).toHaveLength(1);
  });

  test('and it never comes back, the outcome is unknown: the next run finds out', async () => {
    const { start, counts } = server({
      ...{ looks: [fresh, 'lost'], answers: [{ events: BEGUN, end: 'lost' }], unreachable: Number.POSITIVE_INFINITY },
    });
    const evidence = await start(request);
    expect(evidence.steps[0]).toMatchObject({
      outcome: 'unknown',
      applied: { exit: null, events: BEGUN },
      refusal: { code: 'unknown', wayOut: expect.stringContaining('Run the same again') },
      notes: ['The host could not be looked at again afterwards.'],
    });
    expect(exitCode(evidence)).toBe(6);
    expect(counts.opened).toBe(1);
  });

  test('a run that never arrived is refused by the host, which knows no such run', async () => {
    const noRun = { event: 'refused', time: '', text: '', code: 'no-run', message: 'No run.', way_out: 'Start it.' };
    const { step } = await applied({ end: 'lost' }, { events: [noRun], end: { code: 3 } });
    expect(step).toMatchObject({ outcome: 'refused', refusal: { code: 'no-run' } });
  });
});

describe('when the run is cancelled', () => {
  test('before the script was started nothing is', async () => {
    const { start, commands } = server({ signal: AbortSignal.abort() });
    const [step] = (await start(request)).steps;
    expect(step).toMatchObject({ outcome: 'refused', refusal: { code: 'cancelled' } });
    expect(commands).toEqual([]);
  });

  test('not even the script is put on the host', async () => {
    const { start, commands } = server({ signal: AbortSignal.abort(), installed: '0'.repeat(64) });
    expect((await start(request)).steps[0]).toMatchObject({ refusal: { code: 'cancelled' } });
    expect(commands).toEqual([]);
  });

  test('while the script runs, the host finishes it, and the evidence is written at once', async () => {
    const controller = new AbortController();
    const { start, counts, commands } = server({
      signal: controller.signal,
      answers: [{ events: BEGUN, meanwhile: () => controller.abort(), end: { code: null } }],
    });
    const [step] = (await start(request)).steps;
    expect(step).toMatchObject({ outcome: 'unknown', applied: { exit: null } });
    expect(commands[0]!.options!.signal).toBe(controller.signal);
    expect(counts.looks).toBe(1);
  });
});
