import { cell, short } from '../report/defuse';
import { controlOf } from '../steps/disk-test/control';
import { type Figures, figuresOf } from '../steps/disk-test/figures';
import { isBusy, ranked } from '../steps/disk-test/ranking';
import { type DiskTestResult, type MeasuredDisk, parseResults } from '../steps/disk-test/result';
import { heading, joinedParts, table } from './markdown';
import { once, outputsOf, type Page } from './material';

const MIB = 1024 ** 2;
/** Nanoseconds of a millisecond. */
const MS = 1e6;

/** Everything that the server has kept and that was read from it, each run once, the newest first. */
export const diskResults = once((material): readonly DiskTestResult[] => {
  const all = outputsOf(material, 'disks_result').flatMap(({ stdout }) => resultsIn(stdout));
  const once = [...new Map(all.map((result) => [result.run, result])).values()];
  return once.sort((a, b) => Date.parse(b.time) - Date.parse(a.time));
});

function resultsIn(text: string): readonly DiskTestResult[] {
  try {
    return parseResults(text);
  } catch {
    return [];
  }
}

export function disksSection(page: Page): string {
  const { texts, format } = page.speech;
  const { performance } = texts;
  const [newest] = diskResults(page.material);
  if (!newest) {
    return joinedParts([heading(2, performance.disksTitle), performance.noDisks('`edge-phase1 apply disk-test`')]);
  }
  const best = ranked(newest).map(({ disk }) => disk);
  const disks = [...best, ...newest.disks.filter((disk) => !best.includes(disk))];
  return joinedParts([
    heading(2, performance.disksTitle),
    table(
      performance.diskColumns,
      disks.map((disk) => diskRow(page, disk)),
    ),
    performance.diskMethod(newest.options.runs, format.moment(newest.time)),
  ]);
}

export const diskName = ({ key, mount }: MeasuredDisk) => cell(short(mount === '' ? key : `${key} (${mount})`, 60));

function diskRow({ speech }: Page, disk: MeasuredDisk): readonly string[] {
  const { texts, format } = speech;
  const { performance, common } = texts;
  const figures = (found: Figures | undefined, show: (value: number) => string) => {
    if (!found) return common.unknown;
    const range = found.runs > 1 ? ` (${show(found.least)}–${show(found.most)})` : '';
    return `${show(found.median)}${range}`;
  };
  const per = (unit: number) => (value: number) => format.number(value / unit, value / unit < 100 ? 1 : 0);
  return [
    isBusy(disk) ? `${diskName(disk)}, ${performance.busy}` : diskName(disk),
    figures(figuresOf(disk, 'rand_write_iops'), per(1)),
    figures(figuresOf(disk, 'fsync_p50_ns'), per(MS)),
    figures(figuresOf(disk, 'seq_read_bytes_s'), per(MIB)),
    figures(figuresOf(disk, 'buffered_mib_s'), per(1)),
  ];
}

/** The negative control: whether the extension left the speed of the disks as it was. */
export function controlPoint({ material, speech }: Page): string {
  const { lvm } = speech.texts.performance;
  const control = controlOf(diskResults(material));
  if (!control || control.rows.length === 0) return lvm.unmeasured;
  const broken = control.rows.filter(({ held }) => !held);
  const { format } = speech;
  const said = (broken.length > 0 ? broken : control.rows).map(
    ({ disk, figure, before, after }) =>
      `${cell(short(disk, 40))}, ${speech.texts.diskTest.control.figures[figure]}: ${format.number(before.median, 1)} → ${format.number(after.median, 1)}`,
  );
  return broken.length > 0 ? lvm.broken(said.join('; ')) : lvm.held(said.join('; '));
}
