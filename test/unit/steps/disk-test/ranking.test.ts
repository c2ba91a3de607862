import fc from 'fast-check';
import { leastP } from '../../../../src/stats/rank-sum';
import { digits, figuresOf, isApart, shown } from '../../../../src/steps/disk-test/figures';
import { bestHome, ranked } from '../../../../src/steps/disk-test/ranking';
import type { MeasuredDisk } from '../../../../src/steps/disk-test/result';
import { edited, failing, saying } from '../variants';
import { disk, looked, result, round, situation } from './measured';

const { facts } = situation(looked);
const verdict = (...disks: readonly MeasuredDisk[]) => bestHome(result(disks), facts);

const FAST = disk('EDGE-STORAGE', [90, 95, 100, 105]);
const SLOW = disk('EDGE-SYSTEM', [38, 40, 41, 44]);

test('the disk with most small synced writes comes first; what was not measured is in no place', () => {
  const unmeasured = disk('C', [], { rounds: [round({ buffered_mib_s: 900 })] });
  expect(ranked(result([SLOW, unmeasured, FAST])).map(({ disk: { key } }) => key)).toEqual([
    'EDGE-STORAGE',
    'EDGE-SYSTEM',
  ]);
});

describe('the best home for the data of Docker', () => {
  test('is established when every one of 4 rounds beats every one of the others', () => {
    expect(verdict(SLOW, FAST)).toBe(
      "EDGE-STORAGE is the best home for Docker's data and the build cache: 2.41 times as many small synced writes a second as EDGE-SYSTEM (in every one of 4 rounds against 4, exact rank test p = 0.029). Docker's data (/var/lib/docker) lies on EDGE-SYSTEM now. Moving it is a change of its own (data-root in daemon.json), which this step does not make.",
    );
  });

  test('is only observed with 3 rounds, however far they lie apart', () => {
    const [a, b] = [disk('A', [900, 910, 920]), disk('B', [1, 2, 3])];
    expect(verdict(a, b)).toContain(
      'observed, not established: with 3 rounds against 3, chance alone does it with p = 0.10; 4 against 4 can tell',
    );
  });

  test('is only observed when one of the two was busy', () => {
    const busy = { ...SLOW, rounds: SLOW.rounds.map((one, i) => ({ ...one, busy: i === 2 })) };
    expect(verdict(FAST, busy)).toContain('observed, not established: EDGE-SYSTEM worked for others at the time');
    expect(verdict({ ...FAST, busy_percent_before: 10 }, SLOW)).toContain('EDGE-STORAGE worked for others');
  });

  test('is not told where rounds overlap', () => {
    expect(verdict(disk('A', [40, 50, 60, 70]), disk('B', [30, 35, 38, 41]))).toMatch(
      /^For small synced writes A and B cannot be told apart: their rounds overlap\..* Speed is no reason to move it\.$/,
    );
  });

  test('is none where the difference is not worth it', () => {
    expect(verdict(disk('A', [105, 106, 107, 108]), disk('B', [100, 101, 102, 103]))).toContain('as good as equal');
  });

  test('needs two disks that were measured with a file', () => {
    expect(verdict(FAST)).toBe('Only EDGE-STORAGE was measured with a file: there is no other to compare it with.');
    expect(verdict(disk('A', []))).toMatch(/is not known: none was measured with a file/);
  });

  test('a disk that managed no write at all does not divide by zero', () => {
    expect(verdict(FAST, disk('B', [0, 0, 0, 0]))).toContain('more small synced writes a second as B');
  });

  test('may be where the data lies already', () => {
    const there = { ...facts, dataRoot: '/twisterlab/ai-storage/docker' };
    expect(bestHome(result([SLOW, FAST]), there)).toMatch(
      /Docker's data \(\/twisterlab\/ai-storage\/docker\) lies on EDGE-STORAGE now\.$/,
    );
  });

  test('where the data lies is read from daemon.json, one key of it only', () => {
    const moved = edited(looked, saying('disks_data_root', '/twisterlab/data-warehouse/docker\n'));
    expect(situation(moved).facts.dataRoot).toBe('/twisterlab/data-warehouse/docker');
    const none = edited(looked, failing('disks_data_root', "sed: can't read /etc/docker/daemon.json"));
    expect(situation(none).facts.dataRoot).toBe('/var/lib/docker');
  });
});

describe('figures', () => {
  const of = (values: readonly number[]) => figuresOf(disk('A', values), 'rand_write_iops');

  test('median and range, of even and odd counts', () => {
    expect(of([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3, runs: 3 });
    expect(of([4, 1, 2, 3])).toEqual({ median: 2.5, least: 1, most: 4, runs: 4 });
    expect(of([])).toBeUndefined();
  });

  test('a round without the figure does not count', () => {
    const some = disk('A', [], { rounds: [round(), round({ rand_write_iops: 5 })] });
    expect(figuresOf(some, 'rand_write_iops')).toMatchObject({ median: 5, runs: 1 });
  });

  test('as people read them', () => {
    expect(shown(of([40, 41.26, 120.4]))).toBe('41.3 (40.0–120)');
    expect(shown(of([41.26]))).toBe('41.3');
    expect(shown(undefined)).toBe('–');
    expect([0.5, 9.999, 10, 99.94, 100].map(digits)).toEqual(['0.50', '10.00', '10.0', '99.9', '100']);
  });

  test('the chance to lie wholly apart is that of the exact rank test', () => {
    const chances: [number, number, number][] = [
      [3, 3, 0.1],
      [4, 4, 2 / 70],
      [5, 5, 2 / 252],
      [1, 1, 1],
    ];
    for (const [n, m, chance] of chances) expect(leastP(n, m)).toBeCloseTo(chance, 10);
  });

  test('it is the share of all orders in which one side comes first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (n, m) => {
        let [apart, all] = [0, 0];
        for (let mask = 0; mask < 2 ** (n + m); mask++) {
          const places = [...Array(n + m).keys()];
          const ours = places.filter((place) => mask & (1 << place));
          if (ours.length !== n) continue;
          const theirs = places.filter((place) => !ours.includes(place));
          all++;
          if (isApart(of(ours)!, of(theirs)!) || isApart(of(theirs)!, of(ours)!)) apart++;
        }
        expect(leastP(n, m)).toBeCloseTo(apart / all, 10);
      }),
    );
  });
});
