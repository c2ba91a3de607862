import type { Config } from '../config/schema';
import type { Read, ReadResult } from '../host/host';
import { textsOf } from '../texts';
import { EVENTS, kubectl, kubectlFiltered, NO_TOOL, NODES, PODS, readLines } from './kubectl';
import { type KubeletJournal, kubeletJournal, kubeletJournalRead } from './kubelet-journal';
import type { Pod } from './pods';
import { type FactTexts, lastWords, outputOf, resultOf, type Unreadable } from './reading';

export interface NodeCondition {
  readonly type: string;
  readonly status: string;
  /** When the status became what it is. */
  readonly since: string;
  /** When the kubelet last said so. */
  readonly seen: string;
}

export interface ClusterNode {
  readonly name: string;
  readonly machineId: string;
  /** `containerd://…`: what runs the pods. Only with `docker://` do they hang on Docker. */
  readonly runtime: string;
  readonly kubelet: string;
  readonly conditions: readonly NodeCondition[];
}

/** What the kubelet does when disks fill up, as it is in force. */
export interface Thresholds {
  /** As `{"nodefs.available": "5%"}`. */
  readonly hard: Readonly<Record<string, string>>;
  readonly soft: Readonly<Record<string, string>>;
}

/** An event that tells of a full disk. */
export interface PressureEvent {
  readonly reason: string;
  readonly type: string;
  readonly last: string;
  readonly host: string;
  /** `Pod default/web-0`. */
  readonly about: string;
  readonly message: string;
}

export interface PressureEvents {
  /** How many events of any kind the API server still had. */
  readonly total: number;
  readonly found: readonly PressureEvent[];
}

/** Each part by itself: a user may see the pods and not the nodes. */
export interface KubernetesFacts {
  readonly nodes: readonly ClusterNode[] | Unreadable;
  /** The node that this host is, found by its machine id. */
  readonly here: ClusterNode | undefined;
  readonly thresholds: Thresholds | Unreadable;
  readonly pods: readonly Pod[] | Unreadable;
  readonly events: PressureEvents | Unreadable;
  /** Not in the evidence of earlier versions. */
  readonly journal?: KubeletJournal | Unreadable;
}

/** The path of this host's kubelet configuration. The name of a node is known only on the host. */
const CONFIGZ_PATH = `case $1 in *[!0-9a-f]*) exit 1;; esac
printf '%s\\n' "$2" | sed -n 's#^{"machine":"'"$1"'","name":"\\([a-z0-9.-]*\\)".*#/api/v1/nodes/\\1/proxy/configz#p'`;

/** Of the kubelet's configuration only this: the rest may hold what is not ours to keep. */
const THRESHOLDS = `grep -oE '"eviction(Hard|Soft)":[{][^}]*[}]' | paste -sd, - | sed 's/.*/{&}/'`;

/** Nothing is read where the configuration says that there is no cluster. */
export function kubernetesReads({ kubernetes, checks }: Config): readonly Read[] {
  if (kubernetes.cluster === 'none') return [];
  const file = kubernetes.kubeconfig;
  return [
    { id: 'kube_nodes', argv: kubectl(file, 'get', 'nodes', '-o', NODES), inShell: true },
    {
      id: 'kube_configz_path',
      argv: ['sh', '-c', CONFIGZ_PATH, 'node', { from: 'machine_id' }, { from: 'kube_nodes' }],
      inShell: true,
    },
    {
      id: 'kube_configz',
      argv: kubectlFiltered(THRESHOLDS, file, 'get', '--raw', { from: 'kube_configz_path' }),
      inShell: true,
    },
    { id: 'kube_pods', argv: kubectl(file, 'get', 'pods', '--all-namespaces', '-o', PODS), inShell: true },
    { id: 'kube_events', argv: kubectl(file, 'get', 'events', '--all-namespaces', '-o', EVENTS), inShell: true },
    kubeletJournalRead(checks.disk_pressure.window_hours),
  ];
}

/** Undefined where the configuration says that there is no cluster. Needs the reads of the machine too. */
export function kubernetesFacts(results: readonly ReadResult[], config: Config): KubernetesFacts | undefined {
  const say = textsOf(config).facts;
  if (config.kubernetes.cluster === 'none') return undefined;
  const nodes = nodesOf(results, say);
  const machineId = outputOf(results, 'machine_id')?.trim() ?? '';
  const here = 'unreadable' in nodes ? undefined : nodes.find((node) => node.machineId === machineId);
  return {
    nodes,
    here: machineId === '' ? undefined : here,
    thresholds: thresholdsOf(results, say),
    pods: podsOf(results, say),
    events: eventsOf(results, say),
    journal: kubeletJournal(results, say),
  };
}

type Row = Readonly<Record<string, unknown>>;
const text = (value: unknown) => (typeof value === 'string' ? value : '');
const rows = (value: unknown) => (Array.isArray(value) ? (value as readonly Row[]) : []);

/** The rows of an answer that is whole, or why there are none. */
function rowsOf(
  results: readonly ReadResult[],
  id: string,
  say: FactTexts,
): { rows: readonly Row[]; total: number } | Unreadable {
  const output = outputOf(results, id);
  if (output === undefined) return unreadable(resultOf(results, id), say);
  const read = readLines(output);
  if (!read) return { unreadable: say.kubernetes.torn, wayOut: say.kubernetes.again };
  return { rows: read.items as readonly Row[], total: read.total };
}

/** Like `rowsOf`, where every object has a row. */
function allOf(results: readonly ReadResult[], id: string, say: FactTexts): readonly Row[] | Unreadable {
  const read = rowsOf(results, id, say);
  if ('unreadable' in read) return read;
  if (read.rows.length === read.total) return read.rows;
  return { unreadable: say.kubernetes.notAll(read.rows.length, read.total), wayOut: say.kubernetes.again };
}

const condition = ({ type, status, since, seen }: Row): NodeCondition => ({
  type: text(type),
  status: text(status),
  since: text(since),
  seen: text(seen),
});

function nodesOf(results: readonly ReadResult[], say: FactTexts): readonly ClusterNode[] | Unreadable {
  const read = allOf(results, 'kube_nodes', say);
  if ('unreadable' in read) return read;
  return read.map((row) => ({
    name: text(row.name),
    machineId: text(row.machine),
    runtime: text(row.runtime),
    kubelet: text(row.kubelet),
    conditions: rows(row.conditions).map(condition),
  }));
}

function podsOf(results: readonly ReadResult[], say: FactTexts): readonly Pod[] | Unreadable {
  const read = allOf(results, 'kube_pods', say);
  return 'unreadable' in read ? read : read.map(podOf);
}

function podOf(row: Row): Pod {
  const [owner] = rows(row.owners);
  const conditions = rows(row.conditions);
  const containers = rows(row.containers);
  return {
    name: `${text(row.namespace)}/${text(row.name)}`,
    uid: text(row.uid),
    node: text(row.node),
    owner: owner ? `${text(row.namespace)}/${text(owner.kind)}/${text(owner.name)}` : '',
    phase: text(row.phase),
    ready: conditions.some(({ type, status }) => type === 'Ready' && status === 'True'),
    leaving: text(row.deleted) !== '',
    containers: containers.map((container) => ({
      name: text(container.name),
      ready: container.ready === true,
      restarts: Number(container.restarts),
      waiting: text(container.waiting),
    })),
    ...(row.reason === 'Evicted' && {
      evicted: { at: evictionTime(conditions, containers), message: text(row.message) },
    }),
  };
}

/** Newer kubelets tell it by the condition DisruptionTarget; older ones only by when the containers ended. */
function evictionTime(conditions: readonly Row[], containers: readonly Row[]): string | undefined {
  const disruption = conditions.find(({ type, status }) => type === 'DisruptionTarget' && status === 'True');
  const ended = containers.map((container) => text(container.ended)).sort();
  return text(disruption?.since) || ended.at(-1) || undefined;
}

function eventsOf(results: readonly ReadResult[], say: FactTexts): PressureEvents | Unreadable {
  const read = rowsOf(results, 'kube_events', say);
  if ('unreadable' in read) return read;
  const found = read.rows.map((row) => ({
    reason: text(row.reason),
    type: text(row.type),
    last: [row.last, row.repeated, row.time, row.first].map(text).find((time) => time !== '') ?? '',
    host: text(row.host) || text(row.reporter),
    about: [text(row.kind), [text(row.namespace), text(row.name)].filter(Boolean).join('/')].join(' '),
    message: text(row.message),
  }));
  return { total: read.total, found };
}

function thresholdsOf(results: readonly ReadResult[], say: FactTexts): Thresholds | Unreadable {
  const result = resultOf(results, 'kube_configz');
  const nodes = resultOf(results, 'kube_nodes');
  if (nodes.code !== 0) return unreadable(nodes, say);
  if (result.code !== 0) return unreadable(result, say);
  try {
    const { evictionHard, evictionSoft } = JSON.parse(result.stdout) as Record<string, Record<string, string>>;
    return { hard: evictionHard ?? {}, soft: evictionSoft ?? {} };
  } catch {
    return { unreadable: say.kubernetes.noThresholds, wayOut: say.kubernetes.again };
  }
}

/** What the most common failures mean, and what to do. */
function unreadable(result: ReadResult, texts: FactTexts): Unreadable {
  const say = texts.kubernetes;
  const told = lastWords(result);
  const wayOut = () => {
    if (result.code === 127) return say.installTool;
    if (/no kubeconfig/.test(told)) return say.nameKubeconfig;
    if (/may not be read|permission denied/.test(told)) return say.makeKubeconfig;
    return /Forbidden|forbidden/.test(told) ? say.giveRight : say.again;
  };
  return { unreadable: lastWords(result, texts), wayOut: wayOut(), ...(told === NO_TOOL && { noTool: true }) };
}
