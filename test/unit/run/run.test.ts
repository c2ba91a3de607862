import { EVIDENCE_SCHEMA, parseEvidence } from '../../../src/evidence/evidence';
import { joined } from '../../../src/look';
import { extendLvm } from '../../../src/steps/extend-lvm';
import type { Situation, Step } from '../../../src/steps/step';
import {
  edited,
  extended,
  extendedHalfWay,
  fresh,
  group,
  hashOf,
  planOf,
  type Raws,
  saying,
  settings,
  thin,
} from '../steps/variants';
import { EVENTS, script, server } from './server';

const planHash = hashOf(planOf(fresh))!;
const APPLIED = { events: EVENTS, end: { code: 0 } };

describe('a plan', () => {
  test('only looks, once', async () => {
    const { start, commands, counts } = server({});
    const evidence = await start({ mode: 'plan' });
    expect(evidence.steps[0]).toMatchObject({ outcome: 'planned', plan: { hash: planHash } });
    expect(commands).toEqual([]);
    expect(counts).toEqual({ looks: 1, opened: 1, closed: 1, asked: 0 });
  });

  test('that is refused says why', async () => {
    const evidence = await server({ looks: [edited(fresh, thin)] }).start({ mode: 'plan' });
    expect(evidence.steps[0]).toMatchObject({ outcome: 'refused', refusal: { code: 'thin' } });
  });

  test.each(['apply', 'rollback'] as const)('of %s alone changes nothing either', async (mode) => {
    const { start, commands } = server({});
    const evidence = await start({ mode, planOnly: true });
    expect(evidence.steps[0]!.outcome).toBe('planned');
    expect(commands).toEqual([]);
  });
});

test('verify looks and checks, without a plan', async () => {
  const { start, commands } = server({ looks: [extended] });
  const [step] = (await start({ mode: 'verify' })).steps;
  expect(step).toMatchObject({
    outcome: 'verified',
    checks: [{ result: 'pass' }, { result: 'pass' }, { result: 'pass' }],
  });
  expect(step).not.toHaveProperty('plan');
  expect(commands).toEqual([]);
});

test('the tables of a step are in its record, and are those of the last look', async () => {
  const step: Step<unknown> = {
    ...(extendLvm as Step<unknown>),
    tables: (now) => [{ title: 'Sizes', columns: ['A'], rows: [[measuredSize(now)]] }],
  };
  const measuredSize = (now: Situation<unknown>) => step.verify(now)[0]!.measured;
  const { start } = server({ looks: [fresh, extended], answers: [APPLIED] });
  const [record] = (await start({ mode: 'apply', steps: [step], planHash })).steps;
  expect(record!.tables).toEqual([{ title: 'Sizes', columns: ['A'], rows: [['150 GiB, file system 150 GiB']] }]);
});

describe('the evidence', () => {
  test('is one document, read back as it was written', async () => {
    const trigger = {
      repository: 'me/edge',
      commit: 'c',
      actor: 'me',
      url: 'https://github.com/me/edge/actions/runs/1',
    };
    const evidence = await server({}).start({ mode: 'plan', trigger });
    expect(parseEvidence(JSON.stringify(evidence))).toEqual(evidence);
    expect(evidence).toMatchObject({
      schema: EVIDENCE_SCHEMA,
      tool: { name: 'edge-phase1', version: '0.1.0' },
      run: expect.stringMatching(/^20261124T100517Z-[a-z0-9]+$/),
      ...{ mode: 'plan', host: 'ssh://deploy@edge', started: '2026-11-24T10:05:17.329Z', seconds: 0 },
      ...{ trigger, config: settings() },
    });
  });

  test('keeps the raw output that each fact was read from', async () => {
    const [step] = (await server({}).start({ mode: 'plan' })).steps;
    expect(step!.before!.raw.map(({ id }) => id)).toEqual(fresh.map(({ id }) => id));
    expect(step!.before!.machine.name).toBe('edgeserver');
  });
});

describe('apply with the approved hash', () => {
  test('starts the script with what it has to find, follows it, and looks again', async () => {
    const { start, commands, counts, progress } = server({ looks: [fresh, extended], answers: [APPLIED] });
    const evidence = await start({ mode: 'apply', planHash });
    expect(commands).toHaveLength(1);
    expect(commands[0]!.argv).toEqual([
      ...[script.path, '--json', '--yes', '--run-id', evidence.run],
      ...extendLvm.scriptArguments(planOf(fresh), settings()),
      ...['--plan-hash', planHash],
    ]);
    expect(commands[0]!.options).toMatchObject({ root: true });
    expect(evidence.steps[0]).toMatchObject({ outcome: 'done', applied: { exit: 0, events: EVENTS } });
    expect(evidence.steps[0]!.after!.facts).not.toEqual(evidence.steps[0]!.before!.facts);
    expect(evidence.steps[0]!.checks.map(({ result }) => result)).toEqual(['pass', 'pass', 'pass']);
    expect(counts).toEqual({ looks: 2, opened: 1, closed: 1, asked: 0 });
    expect(progress.flatMap(({ event }) => event ?? [])).toEqual(EVENTS);
  });

  test('is refused as drift when the host has changed since', async () => {
    const { start, commands } = server({ looks: [edited(fresh, group({ vg_seqno: '3' }))] });
    const evidence = await start({ mode: 'apply', planHash });
    expect(evidence.steps[0]).toMatchObject({ outcome: 'refused', refusal: { code: 'drift' } });
    expect(commands).toEqual([]);
  });

  test('a second time changes nothing, and is no failure', async () => {
    const { start, commands } = server({ looks: [extended] });
    expect((await start({ mode: 'apply', planHash })).steps[0]!.outcome).toBe('nothing-to-do');
    expect(commands).toEqual([]);
  });

  test('finishes what is left of it after a restart of the host', async () => {
    const cut = journalUntil(edited(fresh, extendedHalfWay), 5, 'another boot');
    const { start, commands } = server({ looks: [cut, extended], answers: [APPLIED] });
    const [step] = (await start({ mode: 'apply', planHash })).steps;
    expect(step!.outcome).toBe('done');
    expect(step!.notes).toEqual([
      'Run 20261124T100517Z-7csl was cut short by a restart of the host; this run goes on from what is there.',
    ]);
    expect(commands[0]!.argv).toContain('changes=growfs');
  });
});

describe('apply without a hash asks a person', () => {
  test('no: nothing is started', async () => {
    const { start, commands, counts } = server({ approves: false });
    const evidence = await start({ mode: 'apply' });
    expect(evidence.steps[0]).toMatchObject({ outcome: 'refused', refusal: { code: 'not-approved' } });
    expect([commands, counts.asked]).toEqual([[], 1]);
  });

  test('yes: it is carried out', async () => {
    const { start } = server({ approves: true, looks: [fresh, extended], answers: [APPLIED] });
    expect((await start({ mode: 'apply' })).steps[0]!.outcome).toBe('done');
  });

  test('nobody is asked where there is nothing to do', async () => {
    const { start, counts } = server({ looks: [extended] });
    await start({ mode: 'apply' });
    expect(counts.asked).toBe(0);
  });
});

describe('rollback', () => {
  test('is refused once the file system has grown', async () => {
    const evidence = await server({ looks: [extended] }).start({ mode: 'rollback' });
    expect(evidence.steps[0]).toMatchObject({ outcome: 'refused', refusal: { code: 'fs-grown' } });
  });

  test('starts the script for the way back', async () => {
    const cut = journalUntil(edited(fresh, extendedHalfWay), 5, 'another boot');
    const { start, commands } = server({ looks: [cut, fresh], answers: [{ end: { code: 0 } }], approves: true });
    expect((await start({ mode: 'rollback' })).steps[0]!.outcome).toBe('done');
    expect(commands[0]!.argv).toContain('--rollback');
    expect(commands[0]!.argv).toContain('changes=lvreduce');
  });
});

describe('an earlier run whose end the journal does not tell', () => {
  const running = journalUntil(edited(fresh, extendedHalfWay), 5);

  test('is followed to its end first when it is of this boot', async () => {
    const { start, commands } = server({ looks: [running, extended], answers: [{ end: { code: 0 } }] });
    const [step] = (await start({ mode: 'apply', planHash })).steps;
    expect(commands.map(({ argv }) => argv)).toEqual([[script.path, '--json', '--attach', '20261124T100517Z-7csl']]);
    expect(step).toMatchObject({
      ...{ outcome: 'nothing-to-do', notes: ['Run 20261124T100517Z-7csl was still going on and has ended well.'] },
    });
  });

  test('that turns out to be cut short is finished', async () => {
    const { start, commands } = server({
      looks: [running, running, extended],
      answers: [{ end: { code: 5 } }, APPLIED],
    });
    const [step] = (await start({ mode: 'apply', planHash })).steps;
    expect(step!.outcome).toBe('done');
    expect(commands[1]!.argv).toContain('changes=growfs');
  });

  test('is left alone by a plan', async () => {
    const { start, commands } = server({ looks: [running] });
    await start({ mode: 'plan' });
    expect(commands).toEqual([]);
  });
});

describe('several steps', () => {
  const twice = [extendLvm, { ...extendLvm, id: 'again' }] as Step<unknown>[];

  test('a step that was refused ends an apply, but not a plan', async () => {
    const looks = [edited(fresh, thin)];
    expect((await server({ looks }).start({ mode: 'apply', steps: twice })).steps).toHaveLength(1);
    expect((await server({ looks }).start({ mode: 'plan', steps: twice })).steps).toHaveLength(2);
  });

  test('are looked at together, once', async () => {
    const { start, counts } = server({});
    const { steps } = await start({ mode: 'plan', steps: twice });
    expect(steps.map(({ outcome }) => outcome)).toEqual(['planned', 'planned']);
    expect(counts.looks).toBe(1);
  });

  test('those after a change are looked at anew, and each run of a script has a name of its own', async () => {
    const { start, counts, commands } = server({ looks: [fresh, extended], answers: [APPLIED], approves: true });
    const { run, steps } = await start({ mode: 'apply', steps: twice });
    expect(steps.map(({ outcome }) => outcome)).toEqual(['done', 'nothing-to-do']);
    expect(counts.looks).toBe(2);
    expect(commands[0]!.argv).toContain(`${run}-extend-lvm`);
  });
});

describe('a measurement', () => {
  const measurement = { ...extendLvm, kind: 'measurement' } as Step<unknown>;
  const request = { mode: 'apply', steps: [measurement] } as const;

  test('needs no approval', async () => {
    const { start, counts } = server({ looks: [fresh, extended], answers: [APPLIED] });
    expect((await start({ ...request, planOnly: true })).steps[0]!.outcome).toBe('done');
    expect(counts.asked).toBe(0);
  });

  test('that is cancelled is stopped on the host, and followed to its end', async () => {
    const controller = new AbortController();
    const stopped = { event: 'stopped', time: '', text: '', code: 'stopped', message: 'stopped', way_out: 'again' };
    const { start, commands } = server({
      signal: controller.signal,
      answers: [
        { events: EVENTS.slice(0, 2), meanwhile: () => controller.abort(), end: { code: null } },
        { events: [...EVENTS.slice(1, 2), stopped], end: { code: 3 } },
      ],
    });
    const { run, steps } = await start(request);
    expect(commands[1]!.argv).toEqual([script.path, '--json', '--stop', run]);
    expect(steps[0]).toMatchObject({ outcome: 'refused', refusal: { code: 'stopped' } });
    expect(steps[0]!.applied!.events.map(({ event }) => event)).toEqual([
      ...EVENTS.slice(0, 2).map(({ event }) => event),
      'stopped',
    ]);
  });
});

describe('a step that only looks', () => {
  test('has nothing to carry out: apply is verify', async () => {
    const { start, commands } = server({ looks: [extended] });
    const look = { ...extendLvm, kind: 'look', script: undefined } as unknown as Step<unknown>;
    expect((await start({ mode: 'apply', steps: [look] })).steps[0]).toMatchObject({ outcome: 'verified' });
    expect(commands).toEqual([]);
  });
});

test('two steps that read different things under one name are not made for each other', () => {
  const read = { id: 'disks', argv: ['lsblk'] };
  expect(joined([read, { ...read }])).toEqual([read]);
  expect(() => joined([read, { id: 'disks', argv: ['blkid'] }])).toThrow("two reads are called 'disks'");
});

test('the connection is closed, also when the host cannot be looked at', async () => {
  const { start, counts } = server({ looks: ['lost'] });
  await expect(start({ mode: 'plan' })).rejects.toThrow('lost');
  expect(counts.closed).toBe(1);
});

/** The journal as it was after so many lines of the real apply. */
function journalUntil(raws: Raws, lines: number, boot?: string): Raws {
  const journal = extended
    .find(({ id }) => id === 'journal')!
    .stdout.split('\n')
    .slice(0, lines)
    .join('\n');
  return edited(raws, saying('journal', boot ? journal.replace(/"boot":"[^"]*"/g, `"boot":"${boot}"`) : journal));
}
