import type { Config } from '../config/schema';
import type { KubernetesFacts } from '../facts/kubernetes';
import { counts, isReady, stateOf } from '../facts/pods';
import { isUnreadable } from '../facts/reading';
import type { Check } from '../steps/step';
import { textsOf } from '../texts';

const MOST_NAMED = 5;

/** Whether all pods that should run are Ready, with every container; and as many as are expected. */
export function podsCheck(facts: KubernetesFacts | undefined, config: Config): Check {
  const { expected } = config.checks.pods;
  const { pods: say, notKnown, noCluster } = textsOf(config).checks;
  const about = {
    id: 'pods',
    title: say.title,
    target: expected === 'auto' ? say.allReady : say.target(expected),
    how: say.how,
  };
  if (!facts) return { ...about, measured: noCluster, result: 'not-applicable' };
  if (isUnreadable(facts.pods)) return { ...about, measured: notKnown(facts.pods.unreadable), result: 'unknown' };
  const pods = facts.pods.filter(counts);
  const unready = pods.filter((pod) => !isReady(pod));
  const ready = pods.length - unready.length;
  const named = unready.slice(0, MOST_NAMED).map((pod) => `${pod.name} ${stateOf(pod, say.notReady)}`);
  const enough = pods.length > 0 && (expected === 'auto' || ready >= expected);
  return {
    ...about,
    measured: say.measured(ready, pods.length, named, unready.length - named.length),
    result: enough && unready.length === 0 ? 'pass' : 'fail',
  };
}
