import type { Config } from '../config/schema';
import type { ClusterNode, KubernetesFacts, PressureEvent } from '../facts/kubernetes';
import { isUnreadable } from '../facts/reading';
import type { Check } from '../steps/step';
import { day, span } from './when';

const HOUR = 3_600_000;

/** The kubelet reports at least every five minutes, and the cluster notices its silence by itself; this is the last resort. */
const SILENCE = 15 * 60_000;

type Found = Pick<Check, 'measured' | 'result'>;
const unknown = (measured: string): Found => ({ measured, result: 'unknown' });
const fail = (measured: string): Found => ({ measured, result: 'fail' });

/**
 * Whether this host's node has been free of disk pressure for the whole window.
 *
 * The condition keeps the time of its last change, so that False since before the window proves that it never was True in
 * it. Evictions are looked for among the pods that are still there and the events that the API server still has. What the
 * kubelet wrote of a full disk counts too, where its journal can be read; that it wrote nothing proves nothing.
 *
 * @param facts undefined where the configuration says that there is no cluster
 * @param now the host's own clock
 */
export function pressureCheck(facts: KubernetesFacts | undefined, now: Date, { checks }: Config): Check {
  const window = checks.disk_pressure.window_hours * HOUR;
  const about = {
    id: 'disk_pressure',
    title: 'DiskPressure',
    target: `False and no eviction for ${span(window)}`,
    how: "observed: the condition of the node and when it changed; evicted pods that are still there; events by their exact reason, kept for 1 h by default; the kubelet's journal, where it can be read",
  };
  if (!facts) return { ...about, measured: 'no cluster, as configured', result: 'not-applicable' };
  return { ...about, ...observed(facts, now, window) };
}

function observed(facts: KubernetesFacts, now: Date, window: number): Found {
  const { nodes, here, pods, events } = facts;
  if (isUnreadable(nodes)) return unknown(`not known: ${nodes.unreadable}`);
  if (!here) return unknown(`not known: this host is none of the cluster's nodes (${names(nodes)})`);
  const condition = here.conditions.find(({ type }) => type === 'DiskPressure');
  if (!condition || condition.status === 'Unknown') return unknown('not known: the kubelet does not report it');
  const since = Date.parse(condition.since);
  if (condition.status === 'True') return fail(`True since ${day(since)}`);
  const seen = Date.parse(condition.seen);
  if (!(now.getTime() - seen < SILENCE)) return unknown(`not known: the kubelet has been silent since ${day(seen)}`);
  const start = now.getTime() - window;
  const evictions = evictionsSince(facts, here, start);
  if (evictions.length > 0) return fail(`False since ${day(since)}, but ${evictions.join('; ')}`);
  if (!(since <= start)) {
    return unknown(
      `False since ${day(since)} only; what was before is not known. Look again after ${day(since + window)}`,
    );
  }
  if (isUnreadable(pods)) return unknown(`False since ${day(since)}; evictions not known: ${pods.unreadable}`);
  if (isUnreadable(events)) return unknown(`False since ${day(since)}; evictions not known: ${events.unreadable}`);
  const looked = `none evicted in ${span(window)} (${pods.length} pods and ${events.total} events seen)`;
  const measured = `False since ${day(since)} (${span(now.getTime() - since)}); ${looked}${journalWords(facts)}`;
  return { measured, result: 'pass' };
}

function journalWords({ journal }: KubernetesFacts): string {
  if (!journal) return '';
  if (isUnreadable(journal)) return `; the kubelet's journal not seen: ${journal.unreadable}`;
  return `; ${journal.lines} lines of the kubelet's journal since ${day(journal.first)} seen`;
}

const names = (nodes: readonly ClusterNode[]) => nodes.map(({ name }) => name).join(', ') || 'it has none';

/** What happened on this node since then, in words. A pod that does not tell when it was evicted counts. */
function evictionsSince({ pods, events, journal }: KubernetesFacts, here: ClusterNode, start: number): string[] {
  const late = (time: string | undefined) => !(Date.parse(time ?? '') < start);
  const gone = isUnreadable(pods) ? [] : pods.filter((p) => p.evicted && p.node === here.name && late(p.evicted.at));
  const told = isUnreadable(events) ? [] : events.found.filter((e) => isHere(e, here) && late(e.last) && counts(e));
  const pressure = told.filter(({ reason }) => reason !== 'Evicted');
  const evicted = new Set([
    ...gone.map(({ name }) => name),
    ...told.filter(({ reason }) => reason === 'Evicted').map(({ about }) => about.replace(/^Pod /, '')),
  ]);
  return [
    ...pressure.map(({ reason, last }) => `${reason} at ${day(last)}`),
    ...(journal && !isUnreadable(journal) && journal.last && late(journal.last)
      ? [`the kubelet's journal tells of a full disk ${journal.found} times, last at ${day(journal.last)}`]
      : []),
    ...(evicted.size > 0 ? [`evicted: ${[...evicted].join(', ')}`] : []),
  ];
}

const isHere = ({ host, about }: PressureEvent, { name }: ClusterNode) =>
  host === name || host === '' || about === `Node ${name}`;

/** Thresholds are also met for memory and process numbers, which is not about disks. */
const counts = ({ reason, message }: PressureEvent) =>
  reason !== 'EvictionThresholdMet' || /ephemeral-storage|inodes|fs\b/.test(message);
