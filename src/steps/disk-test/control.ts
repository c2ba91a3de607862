import { gib } from '../../units';
import { type Figures, figuresOf, isApart } from './figures';
import { type DiskTestResult, type FigureName, isSameDisk, type MeasuredDisk } from './result';

/** Figures that an extension of a logical volume cannot change, because the disk stays the same. */
const WATCHED: readonly (readonly [FigureName, string])[] = [
  ['rand_write_iops', '4 KiB synced writes/s'],
  ['buffered_mib_s', 'hdparm -t MiB/s'],
];

/** Medians that are closer than this count as the same, even where the ranges lie apart. */
const SAME = 1.1;

export interface ControlRow {
  readonly disk: string;
  readonly figure: string;
  readonly before: Figures;
  readonly after: Figures;
  readonly held: boolean;
}

export interface Control {
  readonly before: DiskTestResult;
  readonly after: DiskTestResult;
  /** The volume that has grown between the two, for people. */
  readonly grown: string;
  readonly rows: readonly ControlRow[];
}

/**
 * The newest result against the last one from before a volume grew: a negative control. Where it does not hold, other
 * things than the extension have changed, and every other comparison of before and after is in doubt as well.
 */
export function controlOf([after, ...older]: readonly DiskTestResult[]): Control | undefined {
  if (!after) return undefined;
  for (const before of older) {
    const { runs: _, ...asked } = before.options;
    if (asked.seconds !== after.options.seconds || asked.size_bytes !== after.options.size_bytes) continue;
    const grown = grownBetween(before, after);
    if (grown !== undefined) return { before, after, grown, rows: rowsOf(before, after) };
  }
  return undefined;
}

function grownBetween(before: DiskTestResult, after: DiskTestResult): string | undefined {
  for (const now of after.disks) {
    const then = sameIn(before, now, after);
    if (then?.mount === now.mount && then.volume_bytes && now.volume_bytes && now.volume_bytes > then.volume_bytes) {
      return `the volume of ${now.mount} on ${now.key} grew from ${gib(then.volume_bytes)} to ${gib(now.volume_bytes)}`;
    }
  }
  return undefined;
}

const sameIn = (before: DiskTestResult, { key }: MeasuredDisk, after: DiskTestResult) =>
  before.disks.find((disk) => isSameDisk(disk, key, before.boot === after.boot));

const rowsOf = (before: DiskTestResult, after: DiskTestResult): readonly ControlRow[] =>
  after.disks.flatMap((now) => {
    const then = sameIn(before, now, after);
    if (!then) return [];
    return WATCHED.flatMap(([name, figure]) => {
      const [a, b] = [figuresOf(then, name), figuresOf(now, name)];
      return a && b ? [{ disk: now.key, figure, before: a, after: b, held: isSame(a, b) }] : [];
    });
  });

function isSame(a: Figures, b: Figures): boolean {
  const overlap = !isApart(a, b) && !isApart(b, a);
  return overlap || Math.max(a.median, b.median) <= SAME * Math.min(a.median, b.median);
}

/** What the control says, in words. */
export function controlText({ grown, rows }: Control): string {
  const broken = rows.filter(({ held }) => !held).map(({ disk, figure }) => `${disk}: ${figure}`);
  const between = `Between the two measurements ${grown}, which cannot change these figures.`;
  if (rows.length === 0) return `${between} Nothing was measured both times, so it controls nothing.`;
  if (broken.length === 0) return `${between} They did not change: the control held.`;
  return `${between} They did (${broken.join('; ')}): the control did not hold. Something else changed, such as the load or the place of the file; do not take a difference between builds before and after for an effect of the extension.`;
}
