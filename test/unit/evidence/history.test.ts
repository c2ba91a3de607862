import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseEvidence } from '../../../src/evidence/evidence';
import {
  type DiskLine,
  HISTORY_SCHEMA,
  historyFiles,
  joined,
  MOST_BYTES,
  MOST_LINES,
  NewerHistory,
  NO_HISTORY,
  parseHistory,
} from '../../../src/evidence/history';
import { historyOf } from '../../../src/evidence/history-of';

const fixture = (folder: string, name: string) => readFileSync(join(__dirname, '../../fixtures', folder, name), 'utf8');
const applied = parseEvidence(fixture('evidence', 'applied.json'));
const disk = (minute: number, host = 'edge', used = 1): DiskLine => ({
  at: new Date(Date.UTC(2026, 1, 11, 0, minute)).toISOString(),
  host,
  used_bytes: used,
  size_bytes: 100,
});
const disks = (lines: readonly DiskLine[]) => ({ ...NO_HISTORY, disks: lines });

describe('what a run adds', () => {
  test('is the use of the disk before and after, under the name of the machine', () => {
    expect(historyOf(applied).disks).toEqual([
      {
        at: '2026-11-24T10:05:25.303Z',
        host: 'edgeserver',
        used_bytes: expect.any(Number),
        size_bytes: expect.any(Number),
        available_bytes: expect.any(Number),
      },
      {
        at: expect.any(String),
        host: 'edgeserver',
        used_bytes: expect.any(Number),
        size_bytes: expect.any(Number),
        available_bytes: expect.any(Number),
      },
    ]);
  });

  test('is the plan that was carried out, with what it said about itself', () => {
    expect(historyOf(applied).applied).toEqual([
      {
        at: '2026-11-24T10:05:45.394Z',
        host: 'edgeserver',
        run: '20261124T100517Z-7csl',
        step: 'extend-lvm',
        mode: 'apply',
        outcome: 'done',
        title: '/ (ubuntu-vg/ubuntu-lv): 100 GiB → 150 GiB, while it is in use.',
      },
    ]);
  });

  test('is no mark where nothing was changed: a measurement, a refusal, an outcome that is not known', () => {
    const [step] = applied.steps;
    const as = (change: object) => historyOf({ ...applied, steps: [{ ...step!, ...change }] }).applied;
    expect(as({ kind: 'measurement' })).toEqual([]);
    expect(as({ outcome: 'refused' })).toEqual([]);
    expect(as({ outcome: 'unknown' })).toEqual([]);
    expect(as({ outcome: 'needs-person' })).toHaveLength(1);
  });

  test('is what the checks of its configuration compare with, and nothing for those that it lacks', () => {
    expect(historyOf(applied).targets.map(({ check, value }) => [check, value])).toEqual([
      ['disk_use', 60],
      ['disk_size', 140 * 1024 ** 3],
    ]);
  });
});

describe('what a build test adds', () => {
  const run = { k: 1, load: null, io_avg10: null, io_some_us: null, io_full_us: null };
  const at = '2026-02-20T09:00:00Z';
  const runs = [
    { ...run, scenario: 'cold', seconds: 2400, at, ok: true },
    { ...run, scenario: 'cold', seconds: 12, at, ok: false },
    { ...run, scenario: 'prime', seconds: 90, at, ok: true },
  ];
  const [step] = applied.steps;
  const measured = (outcome: 'done' | 'planned') => ({
    ...applied,
    steps: [
      { ...step!, step: 'build-test', outcome, after: { ...step!.after!, facts: { result: { runs, commit: 'abc' } } } },
    ],
  });

  test('is each build that ended well, not those that failed or only filled the cache', () => {
    expect(historyOf(measured('done')).builds).toEqual([
      { at, host: 'edgeserver', scenario: 'cold', seconds: 2400, commit: 'abc', run: applied.run },
    ]);
  });

  test('is nothing when it only looked at what was measured before', () => {
    expect(historyOf(measured('planned')).builds).toEqual([]);
  });
});

test('what validate adds is its score, with the points that are not known', () => {
  const scorecard = {
    rows: [],
    score: 75,
    possible: 100,
    total: 100,
    unknown: 15,
    needed: 85,
    spentUsd: 0,
    success: false,
  };
  expect(historyOf({ ...applied, scorecard }).scores).toEqual([
    { at: applied.started, host: 'edgeserver', score: 75, unknown: 15 },
  ]);
});

describe('the files of the branch', () => {
  test('are read as they were written', () => {
    const at = '2026-02-11T00:00:00Z';
    const history = joined(NO_HISTORY, {
      applied: [
        { at, host: 'edge', run: 'r', step: 'extend-lvm', mode: 'apply', outcome: 'done', title: '100 → 150 GiB' },
      ],
      targets: [{ at, host: 'edge', check: 'disk_use', value: 60, of: '' }],
      checklists: [{ at, group: 'day-1', place: 1, title: 'Monday', done: 2, total: 5 }],
      builds: [{ at: '2026-02-11T00:00:00Z', host: 'edge', scenario: 'cold', seconds: 4200, commit: 'abc' }],
      disks: [disk(0), disk(5)],
      scores: [{ at: '2026-02-11T00:00:00Z', host: 'edge', score: 75, unknown: 15 }],
    });
    expect(parseHistory(historyFiles(history))).toEqual(history);
  });

  test('leave out torn lines and lines without a value, and make nothing up', () => {
    const whole = JSON.stringify(disk(0));
    const text = [
      whole,
      whole.slice(0, 20),
      '[]',
      'null',
      '{"at":"x"}',
      JSON.stringify({ ...disk(1), used_bytes: null }),
    ];
    const files = { ...historyFiles(NO_HISTORY), 'disks.jsonl': text.join('\n') };
    expect(parseHistory(files).disks).toEqual([disk(0)]);
  });

  test('of every earlier schema are still read', () => {
    const files = (schema: string) =>
      Object.fromEntries(
        Object.keys(historyFiles(NO_HISTORY)).map((name) => {
          try {
            return [name, fixture(`history/${schema}`, name)];
          } catch {
            return [name, ''];
          }
        }),
      );
    const expected = JSON.parse(fixture('history', 'expected.json'));
    for (let schema = 0; schema < 2; schema++)
      expect(parseHistory(files(`schema-${schema}`))).toEqual({ ...NO_HISTORY, ...expected });
    const now = parseHistory(files('schema-2'));
    expect(now).toMatchObject(expected);
    expect(historyFiles(now)).toEqual(files('schema-2'));
    expect(HISTORY_SCHEMA).toBe(2);
  });

  test('leave out a line whose additional value is none', () => {
    const line = { ...disk(0), available_bytes: '7' };
    const files = { ...historyFiles(NO_HISTORY), 'disks.jsonl': JSON.stringify(line) };
    expect(parseHistory(files).disks).toEqual([]);
  });

  test('of a newer schema are refused, so that nothing of them is lost', () => {
    expect(() => parseHistory({ 'history.json': `{"schema":${HISTORY_SCHEMA + 1}}` })).toThrow(NewerHistory);
  });
});

describe('putting lines together', () => {
  test('the same lines twice are there once', () => {
    const once = joined(disks([disk(0)]), disks([disk(1)]));
    expect(joined(once, once)).toEqual(once);
  });

  test('the order in which they come does not matter', () => {
    const line = fc.record({ minute: fc.nat(50), host: fc.constantFrom('a', 'b'), used: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (a, b) => {
        const of = (lines: typeof a) => disks(lines.map(({ minute, host, used }) => disk(minute, host, used)));
        const there = joined(of(a), of(b))
          .disks.map((l) => JSON.stringify(l))
          .sort();
        expect(
          joined(of(b), of(a))
            .disks.map((l) => JSON.stringify(l))
            .sort(),
        ).toEqual(there);
        expect(joined(of(a), of(b)).disks).toHaveLength(new Set(there).size);
      }),
      { numRuns: 100 },
    );
  });

  test('the newest of each server are kept', () => {
    const many = Array.from({ length: MOST_LINES + 10 }, (_, i) => disk(i));
    const kept = joined(disks(many), disks([disk(0, 'other')])).disks;
    expect(kept.filter(({ host }) => host === 'edge')).toEqual(many.slice(10));
    expect(kept.filter(({ host }) => host === 'other')).toHaveLength(1);
  });

  test('of what a check compares with only the newest of each host is kept, whatever the order', () => {
    const target = (at: string, value: number, host = 'edge') => ({ at, host, check: 'disk_use', value, of: '' });
    const [old, young] = [target('2026-02-11T00:00:00Z', 60), target('2026-02-12T00:00:00Z', 70)];
    const other = target('2026-02-10T00:00:00Z', 50, 'other');
    const of = (...targets: readonly (typeof old)[]) => ({ ...NO_HISTORY, targets });
    expect(joined(of(old, other), of(young)).targets).toEqual([other, young]);
    expect(joined(of(young), of(old, other)).targets).toEqual([other, young]);
  });

  test('a file never becomes larger than its limit, however many servers there are', () => {
    const many = Array.from({ length: 15_000 }, (_, i) => disk(i, `server-${i % 100}`));
    const files = historyFiles(joined(disks(many), NO_HISTORY));
    expect(Buffer.byteLength(files['disks.jsonl']!)).toBeLessThanOrEqual(MOST_BYTES);
  });
});
