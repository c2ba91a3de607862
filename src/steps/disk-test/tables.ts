import { contentsOf } from '../../facts/disks';
import { isUnreadable } from '../../facts/reading';
import { type Texts, textsOf } from '../../texts';
import type { Table } from '../step';
import { type Control, controlOf, controlText } from './control';
import { type DiskTestFacts, type DiskTestSituation, newestResult } from './facts';
import { figuresOf, shown } from './figures';
import { bestHome, ranked } from './ranking';
import { BUSY_PERCENT, type DiskTestResult, type FigureName, type MeasuredDisk } from './result';

const MIB = 1024 ** 2;
const MS = 1e6;

export function tables({ facts, config }: DiskTestSituation): readonly Table[] {
  const say = textsOf(config).diskTest;
  const newest = newestResult(facts);
  const control = isUnreadable(facts.results) ? undefined : controlOf(facts.results);
  return [
    ...(facts.disks.length > 0 ? [diskTable(facts, newest, say.disks)] : []),
    ...(newest ? [speedTable(facts, newest, say)] : []),
    ...(control ? [controlTable(control, say)] : []),
  ];
}

const diskTable = (
  facts: DiskTestFacts,
  newest: DiskTestResult | undefined,
  say: Texts['diskTest']['disks'],
): Table => ({
  title: say.title,
  columns: say.columns,
  rows: facts.disks.map((disk) => [
    disk.key,
    disk.device.name,
    disk.device.model || say.notKnown,
    say.size(disk.device.bytes),
    disk.device.rotational ? say.rotates : say.doesNot,
    disk.scheduler || say.notKnown,
    newest?.disks.find(({ key }) => key === disk.key)?.smart ?? say.notAsked,
    contentsOf(facts.block, disk).join(', ') || say.nothing,
  ]),
  note: say.note,
});

/** The best for builds first; then the disks that were only read. */
function speedTable(facts: DiskTestFacts, newest: DiskTestResult, texts: Texts['diskTest']): Table {
  const say = texts.speeds;
  const first = ranked(newest).map(({ disk }) => disk);
  const rest = newest.disks.filter((disk) => !first.includes(disk));
  const { runs, seconds, size_bytes } = newest.options;
  const missing = newest.disks.flatMap(({ key, no_file, no_hdparm }) => [
    ...(no_file ? [say.noFile(key, no_file)] : []),
    ...(no_hdparm ? [say.noHdparm(key, no_hdparm)] : []),
  ]);
  return {
    title: say.title(newest.time),
    columns: say.columns,
    rows: [...first, ...rest].map((disk) => speedRow(disk, texts)),
    note: [say.note(runs, size_bytes, seconds), bestHome(newest, facts, texts.ranking), ...missing].join(' '),
  };
}

function speedRow(disk: MeasuredDisk, { digits, speeds }: Texts['diskTest']): readonly string[] {
  const cell = (name: FigureName, unit?: number) => shown(figuresOf(disk, name), unit, digits);
  return [
    disk.key,
    cell('rand_write_iops'),
    cell('fsync_p50_ns', MS),
    cell('fsync_p99_ns', MS),
    cell('rand_read_iops'),
    cell('seq_write_bytes_s', MIB),
    cell('seq_read_bytes_s', MIB),
    cell('buffered_mib_s'),
    othersText(disk, speeds),
  ];
}

function othersText({ rounds, busy_percent_before }: MeasuredDisk, say: Texts['diskTest']['speeds']): string {
  const busy = rounds.filter((round) => round.busy);
  const before = busy_percent_before ?? 0;
  if (busy.length === 0) return before >= BUSY_PERCENT ? say.busyBefore(before) : say.quiet;
  const most = Math.max(...busy.map((round) => round.others_ops ?? 0));
  return say.busy(busy.length, rounds.length, most);
}

const controlTable = (control: Control, { control: say, digits }: Texts['diskTest']): Table => ({
  title: say.title,
  columns: say.columns(control.before.time, control.after.time),
  rows: control.rows.map(({ disk, figure, before, after, held }) => [
    disk,
    say.figures[figure],
    shown(before, 1, digits),
    shown(after, 1, digits),
    held ? say.same : say.notSame,
  ]),
  note: controlText(control, say),
});
