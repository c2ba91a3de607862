import { contentsOf } from '../../facts/disks';
import { isUnreadable } from '../../facts/reading';
import { gib } from '../../units';
import type { Table } from '../step';
import { type Control, controlOf, controlText } from './control';
import { type DiskTestFacts, type DiskTestSituation, newestResult } from './facts';
import { figuresOf, mib, shown } from './figures';
import { bestHome, ranked } from './ranking';
import { BUSY_PERCENT, type DiskTestResult, type FigureName, type MeasuredDisk } from './result';

const MIB = 1024 ** 2;
const MS = 1e6;

export function tables({ facts }: DiskTestSituation): readonly Table[] {
  const newest = newestResult(facts);
  const control = isUnreadable(facts.results) ? undefined : controlOf(facts.results);
  return [
    ...(facts.disks.length > 0 ? [diskTable(facts, newest)] : []),
    ...(newest ? [speedTable(facts, newest)] : []),
    ...(control ? [controlTable(control)] : []),
  ];
}

const diskTable = (facts: DiskTestFacts, newest: DiskTestResult | undefined): Table => ({
  title: 'The disks',
  columns: ['Disk', 'Now', 'Model', 'Size', 'Kind', 'Scheduler', 'SMART', 'On it'],
  rows: facts.disks.map((disk) => [
    disk.key,
    disk.device.name,
    disk.device.model || 'not known',
    gib(disk.device.bytes),
    disk.device.rotational ? 'rotates, says the kernel' : 'does not rotate',
    disk.scheduler || 'not known',
    newest?.disks.find(({ key }) => key === disk.key)?.smart ?? 'not asked yet',
    contentsOf(facts.block, disk).join(', ') || 'nothing that is mounted',
  ]),
  note: 'Names such as sda belong to one boot. Whether a virtual disk rotates is the claim of the machine under it.',
});

/** The best for builds first; then the disks that were only read. */
function speedTable(facts: DiskTestFacts, newest: DiskTestResult): Table {
  const first = ranked(newest).map(({ disk }) => disk);
  const rest = newest.disks.filter((disk) => !first.includes(disk));
  const { runs, seconds, size_bytes } = newest.options;
  const missing = newest.disks.flatMap(({ key, no_file, no_hdparm }) => [
    ...(no_file ? [`${key}: nothing was measured with a file, because ${no_file}.`] : []),
    ...(no_hdparm ? [`${key}: no figure of hdparm, because ${no_hdparm}.`] : []),
  ]);
  return {
    title: `How fast they are (${newest.time})`,
    columns: [
      'Disk',
      '4 KiB synced writes/s',
      'fsync p50 ms',
      'fsync p99 ms',
      '4 KiB reads/s',
      'Write MiB/s',
      'Read MiB/s',
      'hdparm -t MiB/s',
      'Work of others',
    ],
    rows: [...first, ...rest].map((disk) => speedRow(disk)),
    note: [
      `Median of ${runs} round(s) and their range; a file of ${mib(size_bytes)}, ${seconds} s a measurement.`,
      bestHome(newest, facts),
      ...missing,
    ].join(' '),
  };
}

function speedRow(disk: MeasuredDisk): readonly string[] {
  const cell = (name: FigureName, unit?: number) => shown(figuresOf(disk, name), unit);
  return [
    disk.key,
    cell('rand_write_iops'),
    cell('fsync_p50_ns', MS),
    cell('fsync_p99_ns', MS),
    cell('rand_read_iops'),
    cell('seq_write_bytes_s', MIB),
    cell('seq_read_bytes_s', MIB),
    cell('buffered_mib_s'),
    othersText(disk),
  ];
}

function othersText({ rounds, busy_percent_before }: MeasuredDisk): string {
  const busy = rounds.filter((round) => round.busy);
  const before = busy_percent_before ?? 0;
  if (busy.length === 0) return before >= BUSY_PERCENT ? `busy before (${before} % of the time)` : 'none worth saying';
  const most = Math.max(...busy.map((round) => round.others_ops ?? 0));
  return `BUSY in ${busy.length} of ${rounds.length} (up to ${most} operations/s)`;
}

const controlTable = (control: Control): Table => ({
  title: 'Negative control: extending a volume cannot change a disk',
  columns: ['Disk', 'Figure', control.before.time, control.after.time, 'Same'],
  rows: control.rows.map(({ disk, figure, before, after, held }) => [
    disk,
    figure,
    shown(before),
    shown(after),
    held ? 'yes' : 'NO',
  ]),
  note: controlText(control),
});
