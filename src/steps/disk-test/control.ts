import { textsOf } from '../../texts';
import { type Figures, figuresOf, isApart } from './figures';
import { type DiskTestResult, type FigureName, isSameDisk, type MeasuredDisk } from './result';

/** Figures that an extension of a logical volume cannot change, because the disk stays the same. */
const WATCHED = ['rand_write_iops', 'buffered_mib_s'] as const satisfies readonly FigureName[];

/** Medians that are closer than this count as the same, even where the ranges lie apart. */
const SAME = 1.1;

export interface ControlRow {
  readonly disk: string;
  readonly figure: (typeof WATCHED)[number];
  readonly before: Figures;
  readonly after: Figures;
  readonly held: boolean;
}

export interface Control {
  readonly before: DiskTestResult;
  readonly after: DiskTestResult;
  readonly grown: Grown;
  readonly rows: readonly ControlRow[];
}

/** The volume that has grown between the two. */
interface Grown {
  readonly mount: string;
  readonly key: string;
  /** Bytes. */
  readonly from: number;
  readonly to: number;
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

function grownBetween(before: DiskTestResult, after: DiskTestResult): Grown | undefined {
  for (const now of after.disks) {
    const then = sameIn(before, now, after);
    if (then?.mount === now.mount && then.volume_bytes && now.volume_bytes && now.volume_bytes > then.volume_bytes) {
      return { mount: now.mount, key: now.key, from: then.volume_bytes, to: now.volume_bytes };
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
    return WATCHED.flatMap((figure) => {
      const [a, b] = [figuresOf(then, figure), figuresOf(now, figure)];
      return a && b ? [{ disk: now.key, figure, before: a, after: b, held: isSame(a, b) }] : [];
    });
  });

function isSame(a: Figures, b: Figures): boolean {
  const overlap = !isApart(a, b) && !isApart(b, a);
  return overlap || Math.max(a.median, b.median) <= SAME * Math.min(a.median, b.median);
}

/** What the control says, in words. */
export function controlText({ grown, rows }: Control, say = textsOf({}).diskTest.control): string {
  const broken = rows.filter(({ held }) => !held).map(({ disk, figure }) => `${disk}: ${say.figures[figure]}`);
  const between = say.between(say.grown(grown.mount, grown.key, grown.from, grown.to));
  if (rows.length === 0) return `${between} ${say.nothing}`;
  return `${between} ${broken.length === 0 ? say.held : say.broken(broken)}`;
}
