import type { Config } from '../config/schema';
import type { ClusterNode, KubernetesFacts, PressureEvent } from '../facts/kubernetes';
import { isUnreadable } from '../facts/reading';
import type { Check } from '../steps/step';
import { type Texts, textsOf } from '../texts';

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
export function pressureCheck(facts: KubernetesFacts | undefined, now: Date, config: Config): Check {
  const { checks } = textsOf(config);
  const say = checks.pressure;
  const window = config.checks.disk_pressure.window_hours * HOUR;
  const about = {
    id: 'disk_pressure',
    title: say.title,
    target: say.target(window),
    how: say.how,
  };
  if (!facts) return { ...about, measured: checks.noCluster, result: 'not-applicable' };
  return { ...about, ...observed(facts, now, window, checks) };
}

function observed(
  facts: KubernetesFacts,
  now: Date,
  window: number,
  { pressure: say, notKnown }: Texts['checks'],
): Found {
  const { nodes, here, pods, events } = facts;
  if (isUnreadable(nodes)) return unknown(notKnown(nodes.unreadable));
  if (!here) return unknown(notKnown(say.otherHost(nodes.map(({ name }) => name))));
  const condition = here.conditions.find(({ type }) => type === 'DiskPressure');
  if (!condition || condition.status === 'Unknown') return unknown(notKnown(say.notReported));
  const since = Date.parse(condition.since);
  if (condition.status === 'True') return fail(say.trueSince(since));
  const seen = Date.parse(condition.seen);
  if (!(now.getTime() - seen < SILENCE)) return unknown(notKnown(say.silent(seen)));
  const start = now.getTime() - window;
  const evictions = evictionsSince(facts, here, start, say);
  if (evictions.length > 0) return fail(say.but(since, evictions));
  if (!(since <= start)) return unknown(say.tooShort(since, since + window));
  if (isUnreadable(pods)) return unknown(say.evictionsUnknown(since, pods.unreadable));
  if (isUnreadable(events)) return unknown(say.evictionsUnknown(since, events.unreadable));
  const none = say.none(since, now.getTime() - since, window, pods.length, events.total);
  return { measured: `${none}${journalWords(facts, say)}`, result: 'pass' };
}

function journalWords({ journal }: KubernetesFacts, say: Texts['checks']['pressure']): string {
  if (!journal) return '';
  if (isUnreadable(journal)) return say.journalUnseen(journal.unreadable);
  return say.journalSeen(journal.lines, journal.first);
}

/** What happened on this node since then, in words. A pod that does not tell when it was evicted counts. */
function evictionsSince(
  { pods, events, journal }: KubernetesFacts,
  here: ClusterNode,
  start: number,
  say: Texts['checks']['pressure'],
): string[] {
  const late = (time: string | undefined) => !(Date.parse(time ?? '') < start);
  const gone = isUnreadable(pods) ? [] : pods.filter((p) => p.evicted && p.node === here.name && late(p.evicted.at));
  const told = isUnreadable(events) ? [] : events.found.filter((e) => isHere(e, here) && late(e.last) && counts(e));
  const pressure = told.filter(({ reason }) => reason !== 'Evicted');
  const evicted = new Set([
    ...gone.map(({ name }) => name),
    ...told.filter(({ reason }) => reason === 'Evicted').map(({ about }) => about.replace(/^Pod /, '')),
  ]);
  return [
    ...pressure.map(({ reason, last }) => say.event(reason, last)),
    ...(journal && !isUnreadable(journal) && journal.last && late(journal.last)
      ? [say.journal(journal.found, journal.last)]
      : []),
    ...(evicted.size > 0 ? [say.evicted([...evicted])] : []),
  ];
}

const isHere = ({ host, about }: PressureEvent, { name }: ClusterNode) =>
  host === name || host === '' || about === `Node ${name}`;

/** Thresholds are also met for memory and process numbers, which is not about disks. */
const counts = ({ reason, message }: PressureEvent) =>
  reason !== 'EvictionThresholdMet' || /ephemeral-storage|inodes|fs\b/.test(message);
