import { deviceAt, type Mount } from '../../facts/block';
import { disksUnder } from '../../facts/disks';
import { leastP } from '../../stats/rank-sum';
import type { DiskTestFacts } from './facts';
import { digits, type Figures, figuresOf, isApart } from './figures';
import { BUSY_PERCENT, type DiskTestResult, type MeasuredDisk } from './result';

export interface Ranked {
  readonly disk: MeasuredDisk;
  /** 4 KiB writes a second, each synced: what unpacking layers and writing a cache wait for. */
  readonly writes: Figures;
}

/** A difference smaller than this is not worth moving data for, however sure it is. */
const WORTHWHILE = 1.1;
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
export function bestHome(result: DiskTestResult, facts: DiskTestFacts): string {
  const order = ranked(result);
  const [best, second] = order;
  if (!best) return 'Which disk suits builds best is not known: none was measured with a file.';
  if (!second) return `Only ${best.disk.key} was measured with a file: there is no other to compare it with.`;
  const choice = compared(best, second);
  const where = dataDisks(facts);
  const now =
    where.length === 0
      ? `On which disk Docker's data (${facts.dataRoot}) lies is not known.`
      : `Docker's data (${facts.dataRoot}) lies on ${where.join(' and ')} now.`;
  if (!choice.better) return `${choice.text} ${now} Speed is no reason to move it.`;
  if (where.length === 1 && where[0] === best.disk.key) return `${choice.text} ${now}`;
  return `${choice.text} ${now} Moving it is a change of its own (data-root in daemon.json), which this step does not make.`;
}

function compared(best: Ranked, second: Ranked): { readonly better: boolean; readonly text: string } {
  const [one, other] = [best.disk.key, second.disk.key];
  const ratio = best.writes.median / second.writes.median;
  if (!isApart(best.writes, second.writes)) {
    return {
      better: false,
      text: `For small synced writes ${one} and ${other} cannot be told apart: their rounds overlap.`,
    };
  }
  if (ratio < WORTHWHILE) {
    return { better: false, text: `For small synced writes ${one} and ${other} are as good as equal.` };
  }
  const times = Number.isFinite(ratio) ? `${digits(ratio)} times as many` : 'more';
  const { runs: n } = best.writes;
  const { runs: m } = second.writes;
  const chance = leastP(n, m);
  const busy = [best, second].filter(({ disk }) => isBusy(disk)).map(({ disk }) => disk.key);
  const sure =
    busy.length > 0
      ? `observed, not established: ${busy.join(' and ')} worked for others at the time`
      : chance >= SURE
        ? `observed, not established: with ${n} rounds against ${m}, chance alone does it with p = ${chance.toFixed(2)}; 4 against 4 can tell`
        : `in every one of ${n} rounds against ${m}, exact rank test p = ${chance.toFixed(3)}`;
  return {
    better: true,
    text: `${one} is the best home for Docker's data and the build cache: ${times} small synced writes a second as ${other} (${sure}).`,
  };
}

/** Keys of the disks under Docker's data. */
function dataDisks({ block, disks, dataRoot }: DiskTestFacts): readonly string[] {
  const holds = ({ target }: Mount) => dataRoot === target || dataRoot.startsWith(target === '/' ? '/' : `${target}/`);
  const mount = block.mounts
    .filter(holds)
    .sort((a, b) => a.target.length - b.target.length)
    .at(-1);
  const device = mount && deviceAt(block, mount.source);
  return device ? disksUnder(disks, block, device).map(({ key }) => key) : [];
}
