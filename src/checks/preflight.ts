import type { Config } from '../config/schema';
import type { KubernetesFacts } from '../facts/kubernetes';
import { BACKUP_HOOK, type PreflightFacts } from '../facts/preflight';
import { isUnreadable } from '../facts/reading';
import type { Check } from '../steps/step';
import { gib } from '../units';
import { podsCheck } from './pods';
import { day, span } from './when';

const HOUR = 3_600_000;

type Found = Pick<Check, 'measured' | 'result'>;

/** What the plan asks for before it begins. It informs: it earns nothing, and makes no run fail. */
export function preflightChecks(
  facts: PreflightFacts,
  kubernetes: KubernetesFacts | undefined,
  now: Date,
  config: Config,
): readonly Check[] {
  const pods = podsCheck(kubernetes, config);
  const check = (id: string, title: string, target: string, how: string, found: Found): Check => ({
    ...{ id: `preflight_${id}`, title: `Pre-flight (${title})`, target, how, informational: true },
    ...{ measured: found.measured, result: found.result },
  });
  return [
    check('phase_0', 'Phase 0 complete', 'declared', 'declared: preflight.phase_0_complete', phase0(config)),
    check('pods', 'infrastructure stable', pods.target, pods.how, pods),
    check(
      'backup',
      'backup',
      `at most ${span(config.preflight.backup.max_age_hours * HOUR)} old`,
      `observed: ${seenBy(config)}; not whether it can be restored`,
      backup(facts, now, config),
    ),
    check('budget', 'budget', '$0', 'declared: cost.runner_minute_usd; nothing is ever bought', budget(config)),
    check(
      'script',
      'extend-lvm-phase1.sh',
      'there, this version',
      'observed: its SHA-256 on the server',
      script(facts),
    ),
  ];
}

const phase0 = ({ preflight }: Config): Found =>
  preflight.phase_0_complete
    ? { measured: 'declared complete', result: 'pass' }
    : { measured: 'not declared', result: 'unknown' };

const budget = ({ cost }: Config): Found => ({
  measured: `a runner minute costs $${cost.runner_minute_usd}`,
  result: cost.runner_minute_usd === 0 ? 'pass' : 'fail',
});

/** A missing script is no failure: where the user may, apply puts it there. */
const script = (facts: PreflightFacts): Found => ({
  measured: facts.script,
  result: facts.script === 'this version' ? 'pass' : facts.script === 'not there' ? 'unknown' : 'fail',
});

const seenBy = ({ preflight }: Config) =>
  preflight.backup.path === null ? `what ${BACKUP_HOOK} on the server tells` : 'when the newest file was written';

function backup({ backup }: PreflightFacts, now: Date, { preflight }: Config): Found {
  if (backup === undefined) {
    return { measured: `no place configured (preflight.backup.path), and no ${BACKUP_HOOK}`, result: 'unknown' };
  }
  if (backup === 'none') {
    return { measured: preflight.backup.path === null ? `${BACKUP_HOOK} says no` : 'no file there', result: 'fail' };
  }
  if (isUnreadable(backup)) return { measured: `not known: ${backup.unreadable}`, result: 'unknown' };
  const age = now.getTime() - Date.parse(backup.at);
  return {
    measured: `${backup.bytes === undefined ? '' : `${gib(backup.bytes)} `}written ${day(backup.at)} (${span(Math.max(0, age))} ago)`,
    result: age <= preflight.backup.max_age_hours * HOUR ? 'pass' : 'fail',
  };
}
