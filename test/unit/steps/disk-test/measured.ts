import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { machineFacts } from '../../../../src/facts/machine';
import { diskTest } from '../../../../src/steps/disk-test';
import type { DiskTestSituation } from '../../../../src/steps/disk-test/facts';
import type { DiskTestResult, MeasuredDisk, Round } from '../../../../src/steps/disk-test/result';
import { type Edit, edited, failing, type Raws, saying, settings } from '../variants';

/** What the test server answered after disk-test had measured its three disks, two rounds of each. */
export const looked: Raws = (
  JSON.parse(readFileSync(join(__dirname, '../../../fixtures/server/disk-test.json'), 'utf8')) as Raws
).map(({ id, argv, code, stdout, stderr }) => ({ id, argv, code, stdout, stderr }));

export function situation(raws: Raws, overrides: Readonly<Record<string, string>> = {}): DiskTestSituation {
  const config = settings(overrides);
  return {
    machine: machineFacts(raws),
    facts: diskTest.facts(raws, config),
    journal: [],
    config,
    at: new Date('2026-11-25T08:00:00Z'),
  };
}

export const round = (figures: Partial<Round> = {}): Round => ({ busy: false, ...figures });

/** A round for each of these numbers of synced writes a second. */
export const disk = (key: string, writes: readonly number[], more: Partial<MeasuredDisk> = {}): MeasuredDisk => ({
  key,
  serial: key,
  name: 'sdx',
  mount: '/',
  volume_bytes: 100 * 1024 ** 3,
  smart: 'passed',
  no_hdparm: '',
  no_file: '',
  busy_percent_before: 0,
  rounds: writes.map((rand_write_iops) => round({ rand_write_iops, buffered_mib_s: 100 })),
  ...more,
});

export const result = (disks: readonly MeasuredDisk[], more: Partial<DiskTestResult> = {}): DiskTestResult => ({
  run: 'r',
  time: '2026-11-25T07:00:00Z',
  boot: 'b',
  options: { runs: 4, seconds: 6, size_bytes: 256 * 1024 ** 2 },
  disks,
  ...more,
});

/** The host keeps these results, the newest first. */
export const keeping = (...results: readonly DiskTestResult[]): Edit =>
  saying('disks_result', JSON.stringify({ v: 1, results }));

export const measuredNothing = failing(
  'disks_result',
  'cat: /var/lib/edge-phase1/disk-test.json: No such file or directory',
);

export const fresh = edited(looked, measuredNothing);
