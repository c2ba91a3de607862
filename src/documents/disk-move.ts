import { leastP } from '../stats/rank-sum';
import type { DiskTestFacts } from '../steps/disk-test/facts';
import { isApart } from '../steps/disk-test/figures';
import { dataDisks, isBusy, ranked, WORTHWHILE } from '../steps/disk-test/ranking';
import { diskName, diskResults } from './disks';
import { type Material, observationsOf, type Page } from './material';

/** Whether Docker's data would be better on another disk; nothing where fewer than two were measured with a file. */
export function diskRow({ speech, material }: Page): readonly (readonly string[])[] {
  const { texts, format } = speech;
  const { disk: words } = texts.phase2;
  const [result] = diskResults(material);
  const [best, second] = result ? ranked(result) : [];
  if (!result || !best || !second) return [];
  const basis = words.basis(result.options.runs, format.day(result.time));
  const ratio = best.writes.median / second.writes.median;
  if (!isApart(best.writes, second.writes) || ratio < WORTHWHILE) return [[words.whatNot, words.same, basis]];
  const name = diskName(best.disk);
  const homes = homeOf(material);
  if (homes.length === 1 && homes[0] === best.disk.key) return [[words.whatNot, words.home(name), basis]];
  const doubts = [
    ...([best, second].some(({ disk }) => isBusy(disk)) ? [words.busy] : []),
    ...(leastP(best.writes.runs, second.writes.runs) >= 0.05 ? [words.few] : []),
  ];
  return [[words.what(name), words.brings(format.number(ratio, 1)), [basis, ...doubts].join('; ')]];
}

/** Keys of the disks that Docker's data lay on, when it was looked at last. */
function homeOf(material: Material): readonly string[] {
  for (const { facts } of observationsOf(material).toReversed()) {
    const { block, disks, dataRoot } = (facts ?? {}) as Partial<DiskTestFacts>;
    if (block && Array.isArray(disks) && dataRoot) return dataDisks({ block, disks, dataRoot });
  }
  return [];
}
