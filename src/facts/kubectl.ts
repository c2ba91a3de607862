/** How the cluster of a host is asked, and how its answers are read back. Pure. */

import type { Captured } from '../host/host';

export const NO_TOOL = 'neither kubectl nor k3s is installed';

/**
 * Runs `kubectl`, or `k3s kubectl` where only K3s is there, which is known only on the host. The first argument is the
 * configured kubeconfig or nothing; then `$KUBECONFIG` counts, then K3s' own file, then the user's.
 *
 * It says by itself what kubectl would say badly: without a kubeconfig that asks localhost:8080.
 */
const PROGRAM = `
file=$1; shift
if command -v kubectl >/dev/null; then tool=kubectl
elif command -v k3s >/dev/null; then tool="k3s kubectl"
else echo "${NO_TOOL}" >&2; exit 127; fi
k3s=/etc/rancher/k3s/k3s.yaml
if [ -n "$file" ]; then KUBECONFIG=$file
elif [ -z "$KUBECONFIG" ]; then
  for file in "$k3s" "$HOME/.kube/config"; do [ ! -r "$file" ] || { KUBECONFIG=$file; break; }; done
fi
if [ -z "$KUBECONFIG" ]; then
  if [ -e "$k3s" ] || command -v k3s >/dev/null; then echo "$k3s may not be read by $(id -un)" >&2
  else echo "there is no kubeconfig" >&2; fi
  exit 78
fi
export KUBECONFIG
`;

/** A server that does not answer shall not hold up the whole look. */
const TIMEOUT = '--request-timeout=10s --cache-dir=/dev/null/none';

/** The argv of a kubectl call. */
export const kubectl = (kubeconfig: string | null, ...args: readonly (string | Captured)[]) =>
  ['sh', '-c', `${PROGRAM}exec $tool ${TIMEOUT} "$@"`, 'kubectl', kubeconfig ?? '', ...args] as const;

/** The same with its output filtered by a fixed shell program, which reads it on standard input. */
export const kubectlFiltered = (filter: string, kubeconfig: string | null, ...args: readonly (string | Captured)[]) =>
  [
    ...['sh', '-c', `${PROGRAM}answer=$($tool ${TIMEOUT} "$@") || exit\nprintf '%s\\n' "$answer" | ${filter}`],
    ...['kubectl', kubeconfig ?? '', ...args],
  ] as const;

/**
 * Go templates rather than `-o json`: what is not named here never leaves the host, and the specs of pods hold secrets.
 * Each object becomes one line of JSON; a last line has their number, so that a torn answer is not taken for a whole one.
 */
const template = (item: string) =>
  `go-template={{define "s"}}{{if .}}{{printf "%q" .}}{{else}}null{{end}}{{end}}${item}{"total":{{len .items}}}{{"\\n"}}`;

const fields = (names: Readonly<Record<string, string>>) =>
  Object.entries(names)
    .map(([name, path]) => `"${name}":{{template "s" ${path}}}`)
    .join(',');

const list = (path: string, item: string) =>
  `[{{range $i, $e := ${path}}}{{if $i}},{{end}}{{with $e}}{${item}}{{end}}{{end}}]`;

const CONDITION = { type: '.type', status: '.status', since: '.lastTransitionTime', seen: '.lastHeartbeatTime' };

export const NODES = template(
  `{{range .items}}{${fields({
    machine: '.status.nodeInfo.machineID',
    name: '.metadata.name',
    runtime: '.status.nodeInfo.containerRuntimeVersion',
    kubelet: '.status.nodeInfo.kubeletVersion',
  })},"conditions":${list('.status.conditions', fields(CONDITION))}}{{"\\n"}}{{end}}`,
);

/** The message of a pod is read only where it was evicted: otherwise it may hold anything. */
export const PODS = template(
  `{{range .items}}{${fields({
    namespace: '.metadata.namespace',
    name: '.metadata.name',
    uid: '.metadata.uid',
    node: '.spec.nodeName',
    deleted: '.metadata.deletionTimestamp',
    phase: '.status.phase',
    reason: '.status.reason',
    started: '.status.startTime',
  })}{{if .status.reason}}{{if eq .status.reason "Evicted"}},${fields({ message: '.status.message' })}{{end}}{{end}},"owners":${list(
    '.metadata.ownerReferences',
    fields({ kind: '.kind', name: '.name' }),
  )},"conditions":${list(
    '.status.conditions',
    fields({ type: '.type', status: '.status', since: '.lastTransitionTime' }),
  )},"containers":${list(
    '.status.containerStatuses',
    `${fields({
      name: '.name',
      waiting: '.state.waiting.reason',
      ended: '.state.terminated.finishedAt',
    })},"ready":{{.ready}},"restarts":{{.restartCount}}`,
  )}}{{"\\n"}}{{end}}`,
);

/** What tells of a full disk, as the kubelet writes it (pkg/kubelet/events). Compared as whole words. */
export const PRESSURE_REASONS = ['NodeHasDiskPressure', 'EvictionThresholdMet', 'Evicted'] as const;

/** Only events with those reasons, whatever their type: NodeHasDiskPressure is a *Normal* one. The others are counted. */
export const EVENTS = template(
  `{{range .items}}{{if .reason}}{{if eq .reason ${PRESSURE_REASONS.map((r) => `"${r}"`).join(' ')}}}{${fields({
    reason: '.reason',
    type: '.type',
    first: '.firstTimestamp',
    last: '.lastTimestamp',
    time: '.eventTime',
    repeated: '.series.lastObservedTime',
    host: '.source.host',
    reporter: '.reportingInstance',
    kind: '.involvedObject.kind',
    namespace: '.involvedObject.namespace',
    name: '.involvedObject.name',
    message: '.message',
  })}}{{"\\n"}}{{end}}{{end}}{{end}}`,
);

/** Only services that take ports of the node: K3s' load balancer does so through iptables, without a listener. */
export const SERVICES = template(
  `{{range .items}}{{if eq .spec.type "LoadBalancer" "NodePort"}}{${fields({
    namespace: '.metadata.namespace',
    name: '.metadata.name',
    type: '.spec.type',
  })},"ports":${list(
    '.spec.ports',
    '"port":{{.port}},"node":{{if .nodePort}}{{.nodePort}}{{else}}0{{end}}',
  )}}{{"\\n"}}{{end}}{{end}}`,
);

/** JSON lines as the templates print them; undefined when the answer is torn or in another form. */
export function readLines(output: string): { readonly items: readonly unknown[]; readonly total: number } | undefined {
  try {
    const lines = output.split('\n').filter((line) => line !== '');
    const values = lines.map((line) => JSON.parse(jsonOfGo(line)) as unknown);
    const total = (values.at(-1) as { total?: unknown } | undefined)?.total;
    return typeof total === 'number' ? { items: values.slice(0, -1), total } : undefined;
  } catch {
    return undefined;
  }
}

/** Go quotes some characters in ways that JSON does not know: see strconv.Quote. */
function jsonOfGo(line: string): string {
  return line.replace(/\\(?:x([0-9a-f]{2})|U([0-9a-f]{8})|.)/g, (quoted, byte?: string, point?: string) => {
    if (byte) return `\\u00${byte}`;
    if (point) return String.fromCodePoint(Number.parseInt(point, 16));
    if (quoted === '\\a') return '\\u0007';
    return quoted === '\\v' ? '\\u000b' : quoted;
  });
}
