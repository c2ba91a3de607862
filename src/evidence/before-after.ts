import type { Config } from '../config/schema';
import { comparePods, comparisonText, type Pod, snapshotOf } from '../facts/pods';
import { isUnreadable } from '../facts/reading';
import type { Check, Table } from '../steps/step';
import { verify } from '../steps/validate';
import type { ValidateFacts } from '../steps/validate/facts';
import type { Cost } from './cost';
import type { Observation } from './evidence';

/** What the table tells about one of the two times. */
export interface Side {
  readonly at: string;
  readonly checks: readonly Check[];
  readonly pods: readonly Pod[] | undefined;
}

/** The checks of an observation that `validate` has made, judged again. */
export function sideOf({ at, machine, facts }: Observation, config: Config): Side {
  const seen = facts as ValidateFacts;
  const pods = seen.kubernetes?.pods;
  return {
    at,
    checks: verify({ machine, facts: seen, journal: [], config, at: new Date(at) }),
    pods: pods && !isUnreadable(pods) ? pods : undefined,
  };
}

/** The plan's table of before and after: disk, risk, builds, registry, cost; and whether the pods are the same ones. */
export function beforeAfter(before: Side, after: Side, cost: Cost): Table {
  const row = (title: string, ...ids: readonly string[]) => [title, said(before, ids), said(after, ids)];
  return {
    title: 'Before and after',
    columns: ['', `Before (${when(before)})`, `After (${when(after)})`],
    rows: [
      row('Disk', 'disk_size', 'disk_use'),
      row('Risk', 'disk_pressure'),
      row('Builds', 'build_time'),
      row('Registry', 'harbor'),
      ['Pods', said(before, ['pods']), podsAfter(before, after)],
      ['Cost', 'n/a', `$${cost.usd.toFixed(2)}`],
    ],
    note: 'Both columns are observed; what was not known then stays unknown. Bytes are powers of 1024.',
  };
}

const when = ({ at }: Side) => at.slice(0, 16).replace('T', ' ');

const said = ({ checks }: Side, ids: readonly string[]) =>
  ids.map((id) => checks.find((check) => check.id === id)?.measured ?? 'not known').join(', ');

function podsAfter(before: Side, after: Side): string {
  const now = said(after, ['pods']);
  if (!before.pods || !after.pods) return now;
  const marks = snapshotOf(before.pods);
  return `${now}; ${comparisonText(comparePods(marks, after.pods), marks)}`;
}
