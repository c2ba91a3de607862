import { dashboardData } from '../../../src/dashboard/model';
import { type BuildLine, type DiskLine, type History, NO_HISTORY } from '../../../src/evidence/history';

const GIB = 1024 ** 3;
const MADE = new Date('2026-03-01T08:00:00Z');
const at = (day: number, hour = 5) => `2026-02-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`;
const data = (history: Partial<History>) => dashboardData({ ...NO_HISTORY, ...history }, 'en', MADE);
const only = (history: Partial<History>) => data(history).hosts[0]!;
const disk = (day: number, used: number, more: Partial<DiskLine> = {}): DiskLine => ({
  ...{ at: at(day), host: 'edge', used_bytes: used * GIB, size_bytes: 100 * GIB },
  ...more,
});
const build = (day: number, seconds: number, more: Partial<BuildLine> = {}): BuildLine => ({
  ...{ at: at(day), host: 'edge', scenario: 'cold', seconds, commit: 'abc' },
  ...more,
});

test('a history without lines has no hosts', () => {
  expect(data({})).toMatchObject({ hosts: [], scenarios: [], checklist: [] });
});

describe('builds', () => {
  const seconds = (scenario: 'cold' | 'warm', builds: readonly BuildLine[]) =>
    only({ builds }).scenarios.find(({ name }) => name === scenario)?.sessions;

  test('of one run are one session: the median, and the range where there are few', () => {
    const run = { run: 'a' };
    expect(seconds('cold', [build(1, 30, run), build(1, 10, run), build(1, 20, run)])).toEqual([
      { at: Date.parse(at(1)) / 1000, seconds: 20, low: 10, high: 30, builds: 3, established: false, commit: 'abc' },
    ]);
  });

  test('of six and more have a 95 % interval of the median', () => {
    const six = [1, 2, 3, 4, 5, 6].map((value) => build(1, value, { run: 'a' }));
    expect(seconds('cold', six)).toMatchObject([{ seconds: 3.5, low: 1, high: 6, established: true }]);
  });

  test('of two runs are two sessions, in the order of time; scenarios are apart', () => {
    const builds = [build(2, 5, { run: 'b' }), build(1, 4, { run: 'a' }), build(1, 1, { run: 'a', scenario: 'warm' })];
    expect(seconds('cold', builds)?.map((session) => session.seconds)).toEqual([4, 5]);
    expect(seconds('warm', builds)).toHaveLength(1);
    expect(data({ builds }).scenarios).toEqual(['cold', 'warm']);
  });

  test('recorded before runs had names are put together by day and commit', () => {
    const builds = [build(1, 5), build(1, 7), build(1, 9, { commit: 'def' }), build(2, 4)];
    expect(seconds('cold', builds)?.map((session) => session.builds)).toEqual([2, 1, 1]);
  });
});

describe('the disk', () => {
  test('is in use of what programs can use, and of the whole size where that was not recorded', () => {
    const { disk: columns } = only({ disks: [disk(2, 50, { available_bytes: 30 * GIB }), disk(1, 40)] });
    expect(columns.usable).toEqual([100 * GIB, 80 * GIB]);
    expect(columns.used).toEqual([40 * GIB, 50 * GIB]);
  });

  test('is foretold to reach the levels of its newest targets', () => {
    const targets = [
      { at: at(1), host: 'edge', check: 'disk_use', value: 60, of: '' },
      { at: at(1), host: 'edge', check: 'eviction', value: 95, of: '' },
    ];
    const disks = [1, 2, 3, 4, 5, 6].map((day) => disk(day, 40 + day));
    const { forecast } = only({ disks, targets });
    expect(forecast.growth?.bytes).toBeCloseTo(GIB, 0);
    expect(forecast.growth?.estimate).toBeCloseTo(1);
    expect(forecast.levels.map(({ id, at, exceeded }) => [id, at?.slice(0, 10), exceeded])).toEqual([
      ['disk_use', '2026-02-20', false],
      ['eviction', '2026-03-27', false],
    ]);
  });

  test('with too little history is not foretold, and a level that is exceeded is said to be', () => {
    const targets = [{ at: at(1), host: 'edge', check: 'disk_use', value: 60, of: '' }];
    const { forecast } = only({ disks: [disk(1, 70)], targets });
    expect(forecast.growth).toBeUndefined();
    expect(forecast.levels).toEqual([{ id: 'disk_use', percent: 60, exceeded: true }]);
  });
});

test('what was carried out is numbered on each host, by time', () => {
  const line = { run: 'r', step: 'extend-lvm', mode: 'apply', outcome: 'done', title: 'x' };
  const applied = [
    { ...line, at: at(2), host: 'a' },
    { ...line, at: at(1), host: 'b' },
    { ...line, at: at(1), host: 'a' },
  ];
  expect(data({ applied }).hosts.map(({ marks }) => marks.map((mark) => [mark.number, mark.at]))).toEqual([
    [
      [1, Date.parse(at(1)) / 1000],
      [2, Date.parse(at(2)) / 1000],
    ],
    [[1, Date.parse(at(1)) / 1000]],
  ]);
});

test('of the checklist the newest line of each group is shown, in the order of the groups', () => {
  const line = (group: string, place: number, day: number, done: number) => ({
    ...{ at: at(day), group, place, title: group, done, total: 5 },
  });
  const checklists = [line('z', 0, 1, 1), line('a', 1, 1, 2), line('z', 0, 3, 4)];
  expect(data({ checklists }).checklist.map(({ title, done }) => [title, done])).toEqual([
    ['z', 4],
    ['a', 2],
  ]);
});

test('values that cannot be are left out: nothing is drawn that was not measured', () => {
  const history = { disks: [disk(1, -1), disk(2, 5, { size_bytes: 0 })], builds: [build(1, -3)] };
  expect(only(history)).toMatchObject({ disk: { at: [] }, scenarios: [], lastSeen: undefined });
});
