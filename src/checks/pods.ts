import type { Config } from '../config/schema';
import type { KubernetesFacts } from '../facts/kubernetes';
import { counts, isReady, stateOf } from '../facts/pods';
import { isUnreadable } from '../facts/reading';
import type { Check } from '../steps/step';

const MOST_NAMED = 5;

/** Whether all pods that should run are Ready, with every container; and as many as are expected. */
export function podsCheck(facts: KubernetesFacts | undefined, { checks }: Config): Check {
  const { expected } = checks.pods;
  const about = {
    id: 'pods',
    title: 'Pods',
    target: expected === 'auto' ? 'all Ready' : `${expected} Ready, none unready`,
    how: 'observed: the condition Ready and every container of each pod, those that have completed or were replaced left out',
  };
  if (!facts) return { ...about, measured: 'no cluster, as configured', result: 'not-applicable' };
  if (isUnreadable(facts.pods)) return { ...about, measured: `not known: ${facts.pods.unreadable}`, result: 'unknown' };
  const pods = facts.pods.filter(counts);
  const unready = pods.filter((pod) => !isReady(pod));
  const ready = pods.length - unready.length;
  const named = unready.slice(0, MOST_NAMED).map((pod) => `${pod.name} ${stateOf(pod)}`);
  const more = unready.length > MOST_NAMED ? [`and ${unready.length - MOST_NAMED} more`] : [];
  const enough = pods.length > 0 && (expected === 'auto' || ready >= expected);
  return {
    ...about,
    measured: [`${ready} of ${pods.length} Ready`, ...named, ...more].join('; '),
    result: enough && unready.length === 0 ? 'pass' : 'fail',
  };
}
