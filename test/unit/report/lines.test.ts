import type { Evidence } from '../../../src/evidence/evidence';
import { costLine, didChange, planHashOf, verdict } from '../../../src/report/lines';
import { progressPrinter } from '../../../src/report/progress';
import { terminalReport } from '../../../src/report/terminal';
import { duration, gib } from '../../../src/units';
import { extended, fresh, GIB, MIB } from '../steps/variants';
import { applied, planned, withStep } from './evidence';

const trigger = { repository: 'me/edge', commit: 'c', actor: 'me', url: 'https://github.com/me/edge/actions/runs/1' };
const priced = (runner_minute_usd: number) => ({ ...applied.config, cost: { runner_minute_usd } });

describe('the cost line is computed', () => {
  test('a run by hand has no runner minutes', () => {
    expect(costLine(applied)).toBe('$0.00 (bought: nothing; 0 runner minutes at $0)');
  });

  test('a workflow has whole minutes, at the price of the configuration', () => {
    expect(costLine({ ...applied, trigger })).toBe('$0.00 (bought: nothing; 1 runner minute at $0)');
    expect(costLine({ ...applied, trigger, seconds: 61, config: priced(0.008) })).toBe(
      '$0.02 (bought: nothing; 2 runner minutes at $0.008)',
    );
  });
});

test('something was changed when the host says that a change is done', () => {
  expect(didChange(applied)).toBe(true);
  expect(didChange(planned(fresh))).toBe(false);
  const events = applied.steps[0]!.applied!.events.filter(({ event }) => event !== 'done');
  expect(didChange(withStep({ applied: { ...applied.steps[0]!.applied!, events } }))).toBe(false);
});

test('a hash waits for approval only where there is something to change', () => {
  expect(planHashOf(planned(fresh))).toMatch(/^d125122df0e3/);
  expect(planHashOf(planned(extended))).toBeUndefined();
});

describe('a measurement', () => {
  const hash = 'c'.repeat(64);
  const [change] = planned(fresh).steps;
  const measurement = { ...change!, step: 'disk-test', kind: 'measurement' as const, plan: { ...change!.plan!, hash } };
  const both = { ...planned(fresh), steps: [change!, measurement] } as Evidence;

  test('needs no approval: beside a change, the hash is that of the change', () => {
    expect(planHashOf(both)).toMatch(/^d125122df0e3/);
    expect(planHashOf({ ...both, steps: [both.steps[1]!] })).toBe(hash);
    expect(terminalReport(both)).toMatch(
      /apply extend-lvm .*--plan-hash d125122df0e3\w+\n.*apply disk-test [^-]*--host \S+$/,
    );
  });

  test('changes nothing, also when it is done', () => {
    const done = withStep({ kind: 'measurement' });
    expect(didChange(done)).toBe(false);
    expect(verdict(done)).toBe('extend-lvm: measured; nothing was changed');
    expect(verdict({ ...both, steps: [both.steps[1]!] })).toBe(
      'disk-test: 3 actions of a measurement planned; nothing was changed',
    );
  });
});

test('the verdict over several steps', () => {
  const [step] = applied.steps;
  expect(verdict({ ...applied, steps: [step!, step!] })).toBe('apply: all steps well');
  expect(verdict({ ...applied, steps: [step!, { ...step!, outcome: 'undone' }] })).toBe('apply: not all steps well');
});

test.each([
  [0.04, '0.0 s'],
  [4.25, '4.3 s'],
  [59.94, '59.9 s'],
  [59.97, '1 min 0 s'],
  [119.6, '2 min 0 s'],
  [190, '3 min 10 s'],
])('%d seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

test('a size just short of another does not look like it', () => {
  expect(gib(150 * GIB)).toBe('150 GiB');
  expect(gib(150 * GIB - MIB)).toBe('150.0 GiB');
  expect(gib(4 * MIB)).toBe('4 MiB');
});

describe('progress', () => {
  const printed = (...texts: Parameters<ReturnType<typeof progressPrinter>>[0][]) => {
    let written = '';
    let now = 0;
    const stream = { write: (text: string) => (written += text) } as unknown as NodeJS.WritableStream;
    const print = progressPrinter(stream, () => (now += 1500));
    for (const text of texts) print(text);
    return written;
  };

  test('has the time since the start, and keeps lines under each other', () => {
    expect(printed({ step: 's', text: 'Looking' }, { step: 's', text: 'one\ntwo\n' })).toBe(
      '   1.5 s  Looking\n   3.0 s  one\n          two\n',
    );
  });

  test('shows no control character of the server', () => {
    expect(printed({ step: 's', text: '\u001b[2Jgone\r' })).toBe('   1.5 s  gone\n');
  });

  test('does not repeat the plan that was approved, nor empty lines', () => {
    const event = { event: 'plan', time: '', text: 'the plan' };
    expect(printed({ step: 's', text: 'the plan', event }, { step: 's', text: '' })).toBe('');
  });

  test('without a stream nothing is printed', () => {
    expect(() => progressPrinter(undefined, Date.now)({ step: 's', text: 'x' })).not.toThrow();
  });
});
