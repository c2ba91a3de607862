/** What a run adds to the history. Pure. */

import { percentUsed } from '../checks/disk';
import { type Mount, mountAt } from '../facts/block';
import { isUnreadable } from '../facts/reading';
import { thresholdBytes } from '../facts/threshold';
import { short } from '../report/defuse';
import type { BuildTestFacts } from '../steps/build-test/facts';
import type { ExtendLvmFacts } from '../steps/extend-lvm/facts';
import type { ValidateFacts } from '../steps/validate/facts';
import type { Evidence, Observation, StepRecord } from './evidence';
import {
  type AppliedLine,
  type BuildLine,
  type DiskLine,
  type History,
  NO_HISTORY,
  type ScoreLine,
  type TargetLine,
} from './history';

const MOST_CHARACTERS = 200;

export const historyOf = (evidence: Evidence): History => ({
  ...NO_HISTORY,
  builds: buildLines(evidence),
  disks: diskLines(evidence),
  scores: scoreLines(evidence),
  applied: appliedLines(evidence),
  targets: targetLines(evidence),
});

function diskLines({ steps, host }: Evidence): readonly DiskLine[] {
  const lines = observationsIn(steps).flatMap(({ at, machine, facts }): DiskLine[] => {
    const root = rootIn(facts);
    if (!root) return [];
    const { usedBytes: used_bytes, bytes: size_bytes, availableBytes: available_bytes } = root;
    return [{ at, host: machine.name || host, used_bytes, size_bytes, available_bytes }];
  });
  return [...new Map(lines.map((line) => [line.at, line])).values()];
}

const observationsIn = (steps: readonly StepRecord[]): readonly Observation[] =>
  steps.flatMap(({ before, after }) => [before, after]).filter((o) => o !== undefined);

/** Builds that this run measured and that ended well; one that was measured before is in the history already. */
function buildLines({ steps, host, run: id }: Evidence): readonly BuildLine[] {
  return steps.flatMap(({ step, outcome, after }) => {
    const { result } = (after?.facts ?? {}) as Partial<Pick<BuildTestFacts, 'result'>>;
    if (step !== 'build-test' || outcome !== 'done' || !after || !result || isUnreadable(result)) return [];
    const { runs, commit } = result;
    const name = after.machine.name || host;
    return runs
      .filter(({ ok, scenario }) => ok && scenario !== 'prime')
      .map(({ at, scenario, seconds }) => ({ at, host: name, scenario, seconds, commit, run: id }));
  });
}

/** Of the steps that look at disks. */
function rootIn(facts: unknown): Mount | undefined {
  const { block, root } = (facts ?? {}) as Partial<Pick<ExtendLvmFacts, 'block'> & Pick<ValidateFacts, 'root'>>;
  return block ? mountAt(block, '/') : root;
}

function scoreLines(evidence: Evidence): readonly ScoreLine[] {
  const { scorecard, started } = evidence;
  return scorecard ? [{ at: started, host: nameIn(evidence), score: scorecard.score, unknown: scorecard.unknown }] : [];
}

const nameIn = ({ steps, host }: Evidence) => steps.find(({ before }) => before)?.before?.machine.name || host;

/** Plans that were carried out on the host. A measurement changes nothing; one that was refused or is unknown is no mark. */
function appliedLines(evidence: Evidence): readonly AppliedLine[] {
  const { steps, mode, run, started } = evidence;
  return steps.flatMap(({ step, kind = 'change', outcome, plan, applied, after }) => {
    const carriedOut = outcome === 'done' || outcome === 'undone' || outcome === 'needs-person';
    if (kind !== 'change' || !applied || !carriedOut) return [];
    const at = after?.at ?? applied.events.at(-1)?.time ?? started;
    const title = short(plan?.verdict === 'changes' ? plan.summary : step, MOST_CHARACTERS);
    return [{ at, host: nameIn(evidence), run, step, mode, outcome, title }];
  });
}

/** What the checks of the configuration compare with. Evidence of an older version may lack some. */
function targetLines(evidence: Evidence): readonly TargetLine[] {
  const { started: at, scorecard, config, steps } = evidence;
  const { disk_use, disk_size, build_time }: Partial<Evidence['config']['checks']> = config.checks;
  const values: readonly (readonly [check: string, value: number | undefined, of?: string])[] = [
    ['disk_use', disk_use?.target],
    ['disk_size', disk_size?.target],
    ['build_time', build_time && build_time.target_minutes * 60, build_time?.scenario],
    ['score', scorecard && Math.ceil((scorecard.needed * scorecard.possible) / 100)],
    ['eviction', evictionPercent(observationsIn(steps))],
  ];
  const host = nameIn(evidence);
  return values.flatMap(([check, value, of = '']) => (value === undefined ? [] : [{ at, host, check, value, of }]));
}

/** Percent in use, as df counts, at which the kubelet evicts pods; that of the file system with /var/lib/kubelet, taken to be `/`. */
function evictionPercent(observations: readonly Observation[]): number | undefined {
  for (const { facts } of observations.toReversed()) {
    const { root, kubernetes } = (facts ?? {}) as Partial<Pick<ValidateFacts, 'root' | 'kubernetes'>>;
    if (!root || !kubernetes || isUnreadable(kubernetes.thresholds)) continue;
    const nodefs = kubernetes.thresholds.hard['nodefs.available'];
    const left = nodefs === undefined ? undefined : thresholdBytes(nodefs, root.bytes);
    if (left === undefined) continue;
    const usable = root.usedBytes + root.availableBytes;
    return Math.round(percentUsed({ ...root, usedBytes: usable - left, availableBytes: left }) * 10) / 10;
  }
  return undefined;
}
