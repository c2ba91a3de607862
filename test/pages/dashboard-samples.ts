import { type DiskLine, type History, NO_HISTORY } from '../../src/evidence/history';
import { seeded } from '../../src/stats/random';
import { hostileStrings } from '../unit/report/hostile-strings';

/** Example histories for layout and speed, not measurements. */

const DAY = 86_400_000;
const GIB = 1024 ** 3;
const START = Date.parse('2026-02-02T05:23:00Z');
export const NOW = new Date('2026-03-20T08:00:00Z');

const at = (day: number) => new Date(START + day * DAY).toISOString();
const random = seeded(7);
/** Around a value, by at most so many percent. */
const about = (value: number, percent: number) => value * (1 + ((random() - 0.5) * 2 * percent) / 100);

export const nothing: History = NO_HISTORY;

export const onePoint: History = {
  ...NO_HISTORY,
  disks: [{ at: at(40), host: 'edgeserver', used_bytes: 71 * GIB, size_bytes: 98 * GIB, available_bytes: 22 * GIB }],
  builds: [{ at: at(40), host: 'edgeserver', scenario: 'cold', seconds: 4212, commit: 'b'.repeat(40), run: 'r' }],
  scores: [{ at: at(40), host: 'edgeserver', score: 35, unknown: 25 }],
};

interface Course {
  readonly host: string;
  readonly days: number;
  /** Day on which the disk was extended. */
  readonly extended: number;
  readonly cold: number;
  readonly used: number;
}

function course({ host, days, extended, cold, used }: Course): History {
  const every = Array.from({ length: days }, (_, day) => day);
  const size = (day: number) => (day < extended ? 98 : 147) * GIB;
  const disks = every.map((day): DiskLine => {
    const used_bytes = Math.round(about((used + day * 0.22) * GIB, 0.6));
    const available_bytes = Math.round(size(day) * 0.95 - used_bytes);
    return { at: at(day), host, used_bytes, size_bytes: size(day), available_bytes };
  });
  const gain = (day: number) => (day < extended ? 1 : day < extended + 9 ? 0.86 : 0.71);
  const builds = every
    .filter((day) => day % 4 === 2)
    .flatMap((day) =>
      (['cold', 'warm', 'source'] as const).flatMap((scenario) =>
        Array.from({ length: scenario === 'cold' ? 6 : 4 }, (_, k) => ({
          ...{ at: at(day + k / 24), host, scenario, commit: `${day}f3a9c21`, run: `run-${day}` },
          seconds: Math.round(about(cold * gain(day) * { cold: 1, warm: 0.06, source: 0.42 }[scenario], 7)),
        })),
      ),
    );
  const scores = every.map((day) => ({
    ...{ at: at(day), host },
    score: day < extended ? 20 : day < extended + 4 ? 50 : day < extended + 12 ? 75 : 90,
    unknown: day < 3 ? 40 : day < extended + 4 ? 25 : day < extended + 12 ? 15 : 0,
  }));
  const applied = (day: number, step: string, title: string, outcome = 'done') => ({
    ...{ at: at(day + 0.2), host, run: `run-${day}`, step, mode: 'apply', outcome, title },
  });
  return {
    ...{ disks, builds, scores },
    applied: [
      applied(extended, 'extend-lvm', '/ (ubuntu-vg/ubuntu-lv): 100 GiB → 150 GiB, while it is in use.'),
      applied(
        extended + 8,
        'docker-config',
        'Log rotation and live restore in daemon.json; Docker is restarted.',
        'undone',
      ),
      applied(extended + 9, 'docker-config', 'Log rotation and live restore in daemon.json; Docker is restarted.'),
    ],
    targets: [
      { at: at(days), host, check: 'disk_use', value: 60, of: '' },
      { at: at(days), host, check: 'eviction', value: 95, of: '' },
      { at: at(days), host, check: 'build_time', value: 3600, of: 'cold' },
      { at: at(days), host, check: 'score', value: 85, of: '' },
    ],
    checklists: [],
  };
}

const GROUPS: readonly (readonly [title: string, done: number, total: number])[] = [
  ['Before the start', 5, 5],
  ['Week 1, day 1: LVM extension', 6, 6],
  ['Week 1, day 3: Docker', 4, 4],
  ['Week 1, day 5: disk test', 3, 4],
  ['Week 2: Harbor', 2, 6],
  ['Week 2: build tests', 1, 3],
  ['Week 2: final validation', 0, 3],
];

const checklists = GROUPS.map(([title, done, total], place) => ({
  ...{ at: at(41), group: `g${place}`, place, title, done, total },
}));

export const phase1: History = {
  ...course({ host: 'edgeserver', days: 45, extended: 12, cold: 4200, used: 70 }),
  checklists,
};

const together = (histories: readonly History[]): History =>
  histories.reduce((all, one) => ({
    builds: [...all.builds, ...one.builds],
    disks: [...all.disks, ...one.disks],
    scores: [...all.scores, ...one.scores],
    applied: [...all.applied, ...one.applied],
    targets: [...all.targets, ...one.targets],
    checklists: [...all.checklists, ...one.checklists],
  }));

export const threeHosts = together([
  phase1,
  course({ host: 'edge-montreal', days: 38, extended: 20, cold: 3500, used: 62 }),
  { ...course({ host: 'edge-lab', days: 12, extended: 5, cold: 2900, used: 55 }), scores: [] },
]);

/** Of one host: so many disk readings, and as many builds. */
export function many(points: number): History {
  const every = Array.from({ length: points }, (_, i) => i);
  const when = (i: number) => new Date(START - (points - i) * 3_600_000 + 44 * DAY).toISOString();
  const wave = (i: number) => Math.sin(i / 300) * 0.04 + Math.sin(i / 12) * 0.01;
  return {
    ...course({ host: 'edgeserver', days: 45, extended: 12, cold: 4200, used: 70 }),
    checklists,
    disks: every.map((i) => {
      const used = (66 + (i / points) * 12) * (1 + wave(i));
      const size = i < points / 2 ? 98 : 147;
      return {
        ...{ at: when(i), host: 'edgeserver', used_bytes: Math.round(used * GIB), size_bytes: size * GIB },
        available_bytes: Math.round((size * 0.95 - used) * GIB),
      };
    }),
    builds: every.map((i) => ({
      ...{ at: when(i), host: 'edgeserver', scenario: i % 2 ? 'cold' : 'warm', commit: 'abc', run: `run-${i}` },
      seconds: Math.round((i % 2 ? 4000 - (i / points) * 900 : 300) * (1 + wave(i) + (random() - 0.5) * 0.1)),
    })),
  };
}

/** A host, steps, scenarios and groups that are named so. */
export function named(text: string): History {
  const host = text;
  return {
    disks: [{ at: at(1), host, used_bytes: 5 * GIB, size_bytes: 10 * GIB }],
    builds: [{ at: at(1), host, scenario: text, seconds: 100, commit: text, run: text }],
    scores: [{ at: at(1), host, score: 10, unknown: 5 }],
    applied: [{ at: at(1), host, run: text, step: text, mode: text, outcome: text, title: text }],
    targets: [{ at: at(1), host, check: 'build_time', value: 60, of: text }],
    checklists: [{ at: at(1), group: text, place: 0, title: text, done: 1, total: 2 }],
  };
}

export const hostile: History = together(hostileStrings.map(named));
