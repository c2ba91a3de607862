/** What a whole run says that no step says alone: the score, the forecast, before and after. Pure. */

import { percentUsed } from '../checks/disk';
import type { Mount } from '../facts/block';
import type { Thresholds } from '../facts/kubernetes';
import { isUnreadable, type Unreadable } from '../facts/reading';
import { thresholdBytes } from '../facts/threshold';
import { forecast, type Reached } from '../stats/forecast';
import { readHistory } from '../stats/history';
import type { ValidateFacts } from '../steps/validate/facts';
import { type Texts, textsOf } from '../texts';
import { beforeAfter, sideOf } from './before-after';
import { costOf } from './cost';
import type { Evidence, Observation, StepRecord } from './evidence';
import { scorecardOf } from './scorecard';

const VALIDATE = 'validate';

/** @param history how full the disk was, as JSON lines */
export function concluded(evidence: Evidence, history?: string): Evidence {
  const record = validateOf(evidence);
  const observation = record && (record.after ?? record.before);
  if (!record || !observation) return evidence;
  const spanned = record.before && record.after ? withBefore(evidence, evidence) : evidence;
  return {
    ...spanned,
    scorecard: scorecardOf(record.checks, evidence.config, costOf(evidence).usd),
    ...(history !== undefined && { forecast: forecastOf(evidence, observation, history) }),
  };
}

/**
 * The evidence with a table that compares it with an earlier one, or with its own beginning.
 *
 * @throws Error when one of them did not run `validate`, so that there is nothing to compare
 */
export function withBefore(evidence: Evidence, earlier: Evidence): Evidence {
  const [now, then] = [validateOf(evidence), validateOf(earlier)];
  const [after, before] = [now?.after ?? now?.before, then?.before];
  if (!before || !after) throw new Error('both runs have to have validate among their steps');
  const table = beforeAfter(
    sideOf(before, earlier.config),
    sideOf(after, evidence.config),
    costOf(evidence),
    evidence.config.language,
  );
  const steps = evidence.steps.map((record) =>
    record === now ? { ...record, tables: [...(record.tables ?? []), table] } : record,
  );
  return { ...evidence, steps };
}

const validateOf = ({ steps }: Evidence): StepRecord | undefined => steps.find(({ step }) => step === VALIDATE);

function forecastOf({ host, config }: Evidence, { at, facts, machine }: Observation, text: string) {
  const { root, kubernetes, now } = facts as ValidateFacts;
  const { points, others } = readHistory(text, [host, host.replace(/^ssh:\/\/(?:[^@]*@)?/, ''), machine.name]);
  const time = new Date(now ?? at);
  const say = textsOf(config).checks.forecast;
  if (others) {
    return {
      ...forecast([], [], time, say.tooLittle),
      unknown: say.otherHosts(others.slice(0, 5)),
    };
  }
  const marks = marksOf(root, kubernetes, config.checks.disk_use.target, say);
  const known = marks.flatMap(({ title, bytesLeft }) => (bytesLeft === undefined ? [] : [{ title, bytesLeft }]));
  const { marks: reached, ...rest } = forecast(points, known, time, say.tooLittle);
  return { ...rest, marks: [...reached, ...marks.filter(({ bytesLeft }) => bytesLeft === undefined)] };
}

/** Fill levels of `/` that matter. The kubelet's is that of the file system with /var/lib/kubelet, taken to be `/`. */
function marksOf(
  root: ValidateFacts['root'],
  kubernetes: ValidateFacts['kubernetes'],
  target: number,
  say: Texts['checks']['forecast'],
): readonly Reached[] {
  if (!root) return [{ title: say.howFull, unknown: say.notRead }];
  const usable = root.usedBytes + root.availableBytes;
  const plan = { title: say.inUse(target), bytesLeft: Math.round((usable * (target - percentUsed(root))) / 100) };
  return kubernetes ? [plan, evictionMark(root, kubernetes.thresholds, say)] : [plan];
}

function evictionMark(root: Mount, thresholds: Thresholds | Unreadable, say: Texts['checks']['forecast']): Reached {
  const title = say.evicted;
  if (isUnreadable(thresholds)) return { title, unknown: thresholds.unreadable };
  const nodefs = thresholds.hard['nodefs.available'];
  const bytes = nodefs === undefined ? undefined : thresholdBytes(nodefs, root.bytes);
  if (bytes === undefined) return { title, unknown: say.noThreshold };
  return { title: say.evictedAt(nodefs!), bytesLeft: Math.round(root.availableBytes - bytes) };
}
