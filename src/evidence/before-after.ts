import type { Config } from '../config/schema';
import { comparePods, comparisonText, type Pod, snapshotOf } from '../facts/pods';
import { isUnreadable } from '../facts/reading';
import type { Check, Table } from '../steps/step';
import { verify } from '../steps/validate';
import type { ValidateFacts } from '../steps/validate/facts';
import { type Language, type Texts, textsOf } from '../texts';
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
export function beforeAfter(before: Side, after: Side, cost: Cost, language?: Language): Table {
  const { checks } = textsOf({ language });
  const say = checks.beforeAfter;
  const row = (title: string, ...ids: readonly string[]) => [
    title,
    said(before, ids, checks.unknown),
    said(after, ids, checks.unknown),
  ];
  return {
    title: say.title,
    columns: ['', say.before(before.at), say.after(after.at)],
    rows: [
      row(say.rows.disk, 'disk_size', 'disk_use'),
      row(say.rows.risk, 'disk_pressure'),
      row(say.rows.builds, 'build_time'),
      row(say.rows.registry, 'harbor'),
      [say.rows.pods, said(before, ['pods'], checks.unknown), podsAfter(before, after, checks)],
      [say.rows.cost, say.notApplicable, say.cost(cost.usd)],
    ],
    note: say.note,
  };
}

const said = ({ checks }: Side, ids: readonly string[], unknown: string) =>
  ids.map((id) => checks.find((check) => check.id === id)?.measured ?? unknown).join(', ');

function podsAfter(before: Side, after: Side, { pods: say, unknown }: Texts['checks']): string {
  const now = said(after, ['pods'], unknown);
  if (!before.pods || !after.pods) return now;
  const marks = snapshotOf(before.pods);
  return `${now}; ${comparisonText(comparePods(marks, after.pods, say), marks, say)}`;
}
