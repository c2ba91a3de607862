/** Pods, which of them count, and whether they are as before. Pure. */

import { textsOf } from '../texts';

export interface Container {
  readonly name: string;
  readonly ready: boolean;
  readonly restarts: number;
  /** `CrashLoopBackOff`, `ImagePullBackOff`, ...; empty when it does not wait. */
  readonly waiting: string;
}

export interface Pod {
  /** `namespace/name`. */
  readonly name: string;
  readonly uid: string;
  readonly node: string;
  /** `Deployment`-like owner as `ReplicaSet/name`; empty for a pod that nobody would make again. */
  readonly owner: string;
  readonly phase: string;
  readonly ready: boolean;
  /** It is being deleted. */
  readonly leaving: boolean;
  readonly containers: readonly Container[];
  /** Only for an evicted pod: when, where the pod tells it, and the kubelet's words. */
  readonly evicted?: { readonly at: string | undefined; readonly message: string };
}

/**
 * Whether a pod is one that should be running: not one that has done its work, not one that is being deleted, and not
 * the remains of one that its owner has replaced. A failed pod without an owner counts: nobody makes it again.
 */
export const counts = ({ phase, leaving, owner }: Pod) =>
  phase !== 'Succeeded' && !leaving && !(phase === 'Failed' && owner !== '');

/** The phase Running includes containers that crash again and again, so the conditions are what counts. */
export const isReady = ({ phase, ready, containers }: Pod) =>
  phase === 'Running' && ready && containers.length > 0 && containers.every((container) => container.ready);

/** Why it is not ready, in the word that kubectl shows. */
/** @param notReady what is said of a pod that runs and is not ready */
export const stateOf = ({ containers, evicted, phase }: Pod, notReady = 'not Ready') =>
  containers.find((container) => container.waiting !== '')?.waiting ??
  (evicted ? 'Evicted' : phase === 'Running' ? notReady : phase);

const restartsOf = ({ containers }: Pod) => containers.reduce((sum, { restarts }) => sum + restarts, 0);

/** What is kept of a pod to see later whether it is the same one, undisturbed. */
export interface PodMark {
  readonly name: string;
  readonly uid: string;
  readonly owner: string;
  readonly ready: boolean;
  readonly restarts: number;
}

/** The pods that count, before a change. */
export const snapshotOf = (pods: readonly Pod[]): readonly PodMark[] =>
  pods
    .filter(counts)
    .map((pod) => ({ name: pod.name, uid: pod.uid, owner: pod.owner, ready: isReady(pod), restarts: restartsOf(pod) }));

export interface PodComparison {
  /** Were there, and neither they nor another pod in their place is there now. */
  readonly missing: readonly string[];
  /** Another pod stands in their place: `old → new`, or the name where it stayed the same. */
  readonly recreated: readonly string[];
  /** The same pod, whose containers were restarted: `name (3 more)`. */
  readonly restarted: readonly string[];
  /** Were ready (or their predecessor was), and are not now. */
  readonly notReady: readonly string[];
  readonly added: readonly string[];
}

/**
 * The pods of a snapshot against those of now. A pod with a new name and the same owner takes the place of one that is
 * gone; each new one takes one place.
 */
export function comparePods(
  before: readonly PodMark[],
  pods: readonly Pod[],
  say = textsOf({}).checks.pods,
): PodComparison {
  const left = pods.filter(counts);
  const take = (fits: (pod: Pod) => boolean) => {
    const index = left.findIndex(fits);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  const known = before.map((mark) => ({ mark, now: take((pod) => pod.name === mark.name) }));
  const places = known.map(({ mark, now }) => ({
    mark,
    now: now ?? (mark.owner === '' ? undefined : take((pod) => pod.owner === mark.owner)),
  }));
  const found = places.flatMap(({ mark, now }) => (now ? [{ mark, now }] : []));
  return {
    missing: places.filter(({ now }) => !now).map(({ mark }) => mark.name),
    recreated: found
      .filter(({ mark, now }) => mark.uid !== now.uid)
      .map(({ mark, now }) => (mark.name === now.name ? mark.name : `${mark.name} → ${now.name}`)),
    restarted: found
      .filter(({ mark, now }) => mark.uid === now.uid && restartsOf(now) > mark.restarts)
      .map(({ mark, now }) => say.restarts(mark.name, restartsOf(now) - mark.restarts)),
    notReady: found.filter(({ mark, now }) => mark.ready && !isReady(now)).map(({ now }) => now.name),
    added: left.map(({ name }) => name),
  };
}

/** Every pod that was ready is ready, whether or not it is another one. */
export const allBack = ({ missing, notReady }: PodComparison) => missing.length === 0 && notReady.length === 0;

/** Nothing happened to the pods at all. */
export const undisturbed = (comparison: PodComparison) => Object.values(comparison).every((list) => list.length === 0);

/** One line for people. */
export function comparisonText(
  comparison: PodComparison,
  before: readonly PodMark[],
  say = textsOf({}).checks.pods,
): string {
  if (undisturbed(comparison)) return say.asBefore(before.length);
  return (Object.keys(say.changed) as (keyof PodComparison)[])
    .filter((key) => comparison[key].length > 0)
    .map((key) => say.changedPods(say.changed[key], comparison[key]))
    .join('; ');
}
