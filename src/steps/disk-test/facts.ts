import type { Config } from '../../config/schema';
import { type BlockFacts, blockFacts, blockReads } from '../../facts/block';
import { disksReads, type PhysicalDisk, physicalDisks } from '../../facts/disks';
import { isUnreadable, lastWords, outputOf, resultOf, type Unreadable } from '../../facts/reading';
import type { Read, ReadResult } from '../../host/host';
import { type Texts, textsOf } from '../../texts';
import type { Situation } from '../step';
import { type DiskTestResult, parseResults, RESULT_FILE } from './result';

export interface DiskTestFacts {
  readonly block: BlockFacts;
  readonly disks: readonly PhysicalDisk[];
  /** Programs that are there. */
  readonly tools: { readonly hdparm: boolean; readonly fio: boolean };
  /** Where Docker keeps its data, as its daemon.json says. */
  readonly dataRoot: string;
  /** What was measured before, the newest first; none where nothing was. */
  readonly results: readonly DiskTestResult[] | Unreadable;
}

export type DiskTestSituation = Situation<DiskTestFacts>;

/** Only this key of daemon.json: others may hold passwords, of a proxy for example. */
const DATA_ROOT = 's/.*"data-root"[[:space:]]*:[[:space:]]*"\\([^"]*\\)".*/\\1/p';

export const reads = (config: Config): readonly Read[] => [
  ...blockReads(config.extend_lvm.mount),
  ...disksReads,
  { id: 'disks_tools', argv: ['sh', '-c', 'command -v hdparm; command -v fio; :'], inShell: true },
  { id: 'disks_data_root', argv: ['sed', '-n', DATA_ROOT, '/etc/docker/daemon.json'] },
  { id: 'disks_result', argv: ['cat', RESULT_FILE] },
];

export function facts(results: readonly ReadResult[], config: Pick<Config, 'language'>): DiskTestFacts {
  const texts = textsOf(config);
  const block = blockFacts(results, texts.facts);
  const tools = outputOf(results, 'disks_tools') ?? '';
  return {
    block,
    disks: physicalDisks(results, block),
    tools: { hdparm: /\/hdparm$/m.test(tools), fio: /\/fio$/m.test(tools) },
    dataRoot: outputOf(results, 'disks_data_root')?.trim() || '/var/lib/docker',
    results: resultsOf(results, texts),
  };
}

function resultsOf(results: readonly ReadResult[], { diskTest, facts }: Texts): DiskTestFacts['results'] {
  const read = resultOf(results, 'disks_result');
  if (read.code !== 0) {
    if (/no such file/i.test(read.stderr)) return [];
    return diskTest.facts.unreadable(RESULT_FILE, lastWords(read, facts));
  }
  try {
    return parseResults(read.stdout);
  } catch (error) {
    return diskTest.facts.otherForm(RESULT_FILE, (error as Error).message);
  }
}

/** The newest result; undefined where there is none that can be read. */
export const newestResult = ({ results }: DiskTestFacts): DiskTestResult | undefined =>
  isUnreadable(results) ? undefined : results[0];
