import type { Config } from '../config/schema';
import type { KubernetesFacts } from '../facts/kubernetes';
import { BACKUP_HOOK, type PreflightFacts } from '../facts/preflight';
import { isUnreadable } from '../facts/reading';
import type { Check } from '../steps/step';
import { type Texts, textsOf } from '../texts';
import { podsCheck } from './pods';

const HOUR = 3_600_000;

type Say = Texts['checks']['preflight'];
type Found = Pick<Check, 'measured' | 'result'>;

/** What the plan asks for before it begins. It informs: it earns nothing, and makes no run fail. */
export function preflightChecks(
  facts: PreflightFacts,
  kubernetes: KubernetesFacts | undefined,
  now: Date,
  config: Config,
): readonly Check[] {
  const pods = podsCheck(kubernetes, config);
  const { preflight: say } = textsOf(config).checks;
  const check = (id: string, title: string, target: string, how: string, found: Found): Check => ({
    ...{ id: `preflight_${id}`, title: say.title(title), target, how, informational: true },
    ...{ measured: found.measured, result: found.result },
  });
  return [
    check('phase_0', say.phase0, say.declared, say.phase0How, phase0(config, say)),
    check('pods', say.stable, pods.target, pods.how, pods),
    check(
      'backup',
      say.backup,
      say.backupTarget(config.preflight.backup.max_age_hours * HOUR),
      say.backupHow(config.preflight.backup.path === null ? say.byHook(BACKUP_HOOK) : say.byFile),
      backup(facts, now, config, textsOf(config).checks),
    ),
    check('budget', say.budget, say.nothing, say.budgetHow, budget(config, say)),
    check('script', 'extend-lvm-phase1.sh', say.thisVersion, say.scriptHow, script(facts, say)),
  ];
}

const phase0 = ({ preflight }: Config, say: Say): Found =>
  preflight.phase_0_complete
    ? { measured: say.complete, result: 'pass' }
    : { measured: say.notDeclared, result: 'unknown' };

const budget = ({ cost }: Config, say: Say): Found => ({
  measured: say.minuteCosts(cost.runner_minute_usd),
  result: cost.runner_minute_usd === 0 ? 'pass' : 'fail',
});

/** A missing script is no failure: where the user may, apply puts it there. */
const script = (facts: PreflightFacts, say: Say): Found => ({
  measured: say.script[facts.script],
  result: facts.script === 'this version' ? 'pass' : facts.script === 'not there' ? 'unknown' : 'fail',
});

function backup(
  { backup }: PreflightFacts,
  now: Date,
  { preflight }: Config,
  { preflight: say, notKnown }: Texts['checks'],
): Found {
  if (backup === undefined) return { measured: say.noPlace(BACKUP_HOOK), result: 'unknown' };
  if (backup === 'none') {
    return { measured: preflight.backup.path === null ? say.hookSaysNo(BACKUP_HOOK) : say.noFile, result: 'fail' };
  }
  if (isUnreadable(backup)) return { measured: notKnown(backup.unreadable), result: 'unknown' };
  const age = now.getTime() - Date.parse(backup.at);
  return {
    measured: say.written(backup.bytes, backup.at, Math.max(0, age)),
    result: age <= preflight.backup.max_age_hours * HOUR ? 'pass' : 'fail',
  };
}
