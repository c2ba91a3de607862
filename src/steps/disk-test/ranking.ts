import { deviceAt, type Mount } from '../../facts/block';
import { disksUnder } from '../../facts/disks';
import { leastP } from '../../stats/rank-sum';
import { type Texts, textsOf } from '../../texts';
import type { DiskTestFacts } from './facts';
import { type Figures, figuresOf, isApart } from './figures';
import { BUSY_PERCENT, type DiskTestResult, type MeasuredDisk } from './result';

export interface Ranked {
  readonly disk: MeasuredDisk;
  /** 4 KiB writes a second, each synced: what unpacking layers and writing a cache wait for. */
  readonly writes: Figures;
}

/** A difference smaller than this is not worth moving data for, however sure it is. */
export const WORTHWHILE = 1.1;
/** The usual line for an exact test. */
const SURE = 0.05;

export const isBusy = ({ rounds, busy_percent_before }: MeasuredDisk) =>
  rounds.some(({ busy }) => busy) || (busy_percent_before ?? 0) >= BUSY_PERCENT;

/** The disks that were measured with a file, the one with most small synced writes first. */
export const ranked = ({ disks }: DiskTestResult): readonly Ranked[] =>
  disks
    .flatMap((disk) => {
      const writes = figuresOf(disk, 'rand_write_iops');
      return writes ? [{ disk, writes }] : [];
    })
    .sort((a, b) => b.writes.median - a.writes.median);

/** Which disk suits Docker's data and the build cache best, how sure that is, and where they are now. */
export function bestHome(result: DiskTestResult, facts: DiskTestFacts, say = textsOf({}).diskTest.ranking): string {
  const order = ranked(result);
  const [best, second] = order;
  if (!best) return say.unknown;
  if (!second) return say.onlyOne(best.disk.key);
  const choice = compared(best, second, say);
  const where = dataDisks(facts);
  const now = where.length === 0 ? say.homeUnknown(facts.dataRoot) : say.home(facts.dataRoot, where);
  if (!choice.better) return `${choice.text} ${now} ${say.noReason}`;
  if (where.length === 1 && where[0] === best.disk.key) return `${choice.text} ${now}`;
  return `${choice.text} ${now} ${say.moving}`;
}

function compared(best: Ranked, second: Ranked, say: Say): { readonly better: boolean; readonly text: string } {
  const [one, other] = [best.disk.key, second.disk.key];
  const ratio = best.writes.median / second.writes.median;
  if (!isApart(best.writes, second.writes)) return { better: false, text: say.overlap(one, other) };
  if (ratio < WORTHWHILE) return { better: false, text: say.equal(one, other) };
  const { runs: n } = best.writes;
  const { runs: m } = second.writes;
  const chance = leastP(n, m);
  const busy = [best, second].filter(({ disk }) => isBusy(disk)).map(({ disk }) => disk.key);
  const sure = busy.length > 0 ? say.busy(busy) : chance >= SURE ? say.chance(n, m, chance) : say.sure(n, m, chance);
  return { better: true, text: say.best(one, other, Number.isFinite(ratio) ? ratio : undefined, sure) };
}

type Say = Texts['diskTest']['ranking'];

/** Keys of the disks under Docker's data. */
export function dataDisks({
  block,
  disks,
  dataRoot,
}: Pick<DiskTestFacts, 'block' | 'disks' | 'dataRoot'>): readonly string[] {
  const holds = ({ target }: Mount) => dataRoot === target || dataRoot.startsWith(target === '/' ? '/' : `${target}/`);
  const mount = block.mounts
    .filter(holds)
    .sort((a, b) => a.target.length - b.target.length)
    .at(-1);
  const device = mount && deviceAt(block, mount.source);
  return device ? disksUnder(disks, block, device).map(({ key }) => key) : [];
}
