/** What the host has to offer to a registry: processors, memory, space, Compose, and whether its port is free. */

import type { Config } from '../config/schema';
import type { Read, ReadResult } from '../host/host';
import { textsOf } from '../texts';
import { MOUNTS_READ, type Mount, mountsIn, mountUnderRead } from './block';
import { kubectl, NO_TOOL, readLines, SERVICES } from './kubectl';
import { type FactTexts, lastWords, outputOf, resultOf, type Unreadable } from './reading';

/** A service of the cluster that takes ports of the node, with or without a listener. */
export interface ClusterService {
  /** `namespace/name`. */
  readonly name: string;
  readonly type: string;
  readonly ports: readonly number[];
}

export interface HarborPlace {
  /** Version of Compose; empty where there is none. */
  readonly compose: string;
  /** Bytes of memory that the kernel manages; undefined where it is not known. */
  readonly memoryBytes: number | undefined;
  readonly cpus: number | undefined;
  /** IPv4 addresses of the host, as others reach it. */
  readonly addresses: readonly string[];
  readonly mounts: readonly Mount[];
  /** What the configured data folder lies on, or will; undefined where none is configured or it is not known. */
  readonly dataMount: Mount | undefined;
  /** What listens on the ports that are wanted, as `ss` names it. */
  readonly listeners: readonly string[] | Unreadable;
  /** Addresses of the host on which something answered there. */
  readonly answers: readonly string[];
  /** Undefined where there is no cluster, or none that can be asked. */
  readonly services: readonly ClusterService[] | Unreadable | undefined;
  readonly k3s: boolean;
  /** Whether the file that the configuration names as its source is there; undefined where it names none or it is not known. */
  readonly sourceThere: boolean | undefined;
}

/**
 * Only a connection tells of a port that is taken through iptables. Two addresses are enough; bridges are the same host.
 * All at once: each answers at once, or is not waited for longer than two seconds.
 */
const CONNECT = `
addresses=127.0.0.1
for address in $(hostname -I); do
  case $address in *:*) ;; *) addresses="$addresses $address"; [ "\${addresses#* * }" = "$addresses" ] || break;; esac
done
for address in $addresses; do
  for port in "$@"; do ( exec 3<>"/dev/tcp/$address/$port" && echo "$address:$port" ) 2>/dev/null & done
done; wait`;

/** The addresses of the interface that leads out; those of Docker's and Kubernetes' bridges are not for others. */
const ADDRESSES = `
route=$(ip -4 route show default)
case $route in *' dev '*) ;; *) exit 0;; esac
device=\${route#* dev }
ip -4 -o addr show dev "\${device%%[[:space:]]*}" scope global | sed 's/.* inet \\([0-9.]*\\).*/\\1/'`;

/**
 * The plugin, or the program of its own that older versions are. Docker's client would first ask each of its plugins who it
 * is; these are the folders that it looks in.
 */
const COMPOSE = `
for plugin in "$HOME/.docker" /usr/local/lib/docker /usr/local/libexec/docker /usr/lib/docker /usr/libexec/docker; do
  [ ! -x "$plugin/cli-plugins/docker-compose" ] || exec "$plugin/cli-plugins/docker-compose" version --short
done
exec docker-compose version --short`;

const DATA = `path=$1; [ -n "$path" ] || [ ! -e "$2/configured" ] || path=$(sed -n 's/^data=//p' "$2/configured" 2>/dev/null)`;

/** The ports that it takes: with https Harbor also answers plain HTTP, with a redirect, on the next one. */
export const portsOf = ({ harbor }: Config): readonly number[] =>
  harbor.registry === 'harbor' && harbor.scheme === 'https' ? [harbor.port, harbor.port + 1] : [harbor.port];

export function placeReads(config: Config): readonly Read[] {
  const { harbor, kubernetes } = config;
  const ports = portsOf(config).map(String);
  const filter = ports.flatMap((port, i) => [...(i > 0 ? ['or'] : []), 'sport', '=', `:${port}`]);
  return [
    { id: 'harbor_compose', argv: ['sh', '-c', COMPOSE], inShell: true },
    { id: 'harbor_memory', argv: ['sed', '-n', 's/^MemTotal: *\\([0-9]*\\) kB$/\\1/p', '/proc/meminfo'] },
    { id: 'harbor_cpus', argv: ['nproc'] },
    { id: 'harbor_addresses', argv: ['sh', '-c', ADDRESSES], inShell: true },
    MOUNTS_READ,
    mountUnderRead('harbor_data_mount', DATA, harbor.data ?? '', harbor.install),
    { id: 'harbor_listeners', argv: ['ss', '-Hltn', ...filter] },
    { id: 'harbor_answers', argv: ['timeout', '2', 'bash', '-c', CONNECT, 'answers', ...ports] },
    { id: 'harbor_k3s', argv: ['test', '-d', '/etc/rancher/k3s'], inShell: true },
    ...(harbor.source?.startsWith('/') ? [{ id: 'harbor_source', argv: ['stat', '-c', '%F', harbor.source] }] : []),
    ...(kubernetes.cluster === 'none'
      ? []
      : [
          {
            id: 'harbor_kube_services',
            argv: kubectl(kubernetes.kubeconfig, 'get', 'services', '--all-namespaces', '-o', SERVICES),
            inShell: true,
          },
        ]),
  ];
}

export function placeFacts(results: readonly ReadResult[], config: Config): HarborPlace {
  const { harbor, kubernetes } = config;
  const say = textsOf(config).facts;
  const kilobytes = Number(outputOf(results, 'harbor_memory') || Number.NaN);
  const cpus = Number(outputOf(results, 'harbor_cpus') || Number.NaN);
  return {
    compose: /^v?(\d+\.\d+[\w.+-]*)$/.exec(outputOf(results, 'harbor_compose')?.trim() ?? '')?.[1] ?? '',
    memoryBytes: kilobytes > 0 ? kilobytes * 1024 : undefined,
    cpus: cpus > 0 ? cpus : undefined,
    addresses: (outputOf(results, 'harbor_addresses') ?? '')
      .split(/\s+/)
      .filter((word) => /^\d+(\.\d+){3}$/.test(word)),
    mounts: mountsIn(results, 'mounts'),
    dataMount: mountsIn(results, 'harbor_data_mount').at(-1),
    listeners: listenersOf(results, say),
    // Also where the time was up before all had answered.
    answers: resultOf(results, 'harbor_answers').stdout.split('\n').filter(Boolean).sort(),
    services: kubernetes.cluster === 'none' ? undefined : servicesOf(results, say),
    k3s: outputOf(results, 'harbor_k3s') !== undefined,
    sourceThere: harbor.source?.startsWith('/') ? isThere(resultOf(results, 'harbor_source')) : undefined,
  };
}

/** Local address and port of each: `LISTEN 0 4096 0.0.0.0:8085 0.0.0.0:*`. */
function listenersOf(results: readonly ReadResult[], say: FactTexts): HarborPlace['listeners'] {
  const result = resultOf(results, 'harbor_listeners');
  if (result.code !== 0) return say.harbor.listeners(lastWords(result, say));
  return result.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.trim().split(/\s+/)[3] ?? line);
}

function servicesOf(results: readonly ReadResult[], say: FactTexts): HarborPlace['services'] {
  const result = resultOf(results, 'harbor_kube_services');
  if (result.code !== 0) {
    // Without a tool or a kubeconfig there may be no cluster at all; K3s that cannot be asked is told of by `k3s`.
    if (result.stderr.includes(NO_TOOL) || result.code === 78) return undefined;
    return { unreadable: lastWords(result, say), wayOut: say.harbor.seeServices };
  }
  const read = readLines(result.stdout);
  if (!read) return say.harbor.torn;
  return (read.items as readonly ServiceRow[]).map(({ namespace, name, type, ports }) => ({
    name: `${namespace}/${name}`,
    type,
    // A node port is taken by both; the port of the service itself only by a load balancer.
    ports: ports.flatMap(({ port, node }) => [...(type === 'LoadBalancer' ? [port] : []), ...(node > 0 ? [node] : [])]),
  }));
}

interface ServiceRow {
  readonly namespace: string;
  readonly name: string;
  readonly type: string;
  readonly ports: readonly { readonly port: number; readonly node: number }[];
}

function isThere({ code, stderr }: ReadResult): boolean | undefined {
  if (code === 0) return true;
  return /No such file|Not a directory/.test(stderr) ? false : undefined;
}
