/** What the kubelet wrote into systemd's journal about a full disk: a further source, where this user may read it. */

import type { Read, ReadResult } from '../host/host';
import { ENGLISH, jsonOf, lastWords, resultOf, type Unreadable } from './reading';

export interface KubeletJournal {
  /** Lines of the kubelet (or of K3s, which holds it) in the window. */
  readonly lines: number;
  /** When the oldest of them was written. */
  readonly first: string;
  /** How many of them tell that disk space is short. */
  readonly found: number;
  /** When the newest of those was written. */
  readonly last?: string;
}

/**
 * Only numbers and times leave the host: the lines of K3s hold what is not ours to keep.
 *
 * The kubelet says that it reclaims something as `Eviction manager: attempting to reclaim`, with the resource
 * (pkg/kubelet/eviction/eviction_manager.go); with `-v=2` it also tells which event it records for its node
 * (pkg/kubelet/kubelet_node_status.go). In JSON the quotes in a line are escaped.
 */
const COUNT = String.raw`{
  match($0, /"__REALTIME_TIMESTAMP":"[0-9]+/)
  time = substr($0, RSTART + 24, RLENGTH - 24)
  if (!lines++) first = time
  if (/viction manager: attempting to reclaim[^a-z]*(resourceName=[^a-z]*)?(ephemeral-storage|nodefs|imagefs|containerfs|inodes)/ ||
    /Recording .*event message for node.*NodeHasDiskPressure[^A-Za-z]/) { found++; last = time }
} END { printf "{\"lines\":%d,\"first\":\"%s\",\"found\":%d,\"last\":\"%s\"}\n", lines, first, found, last }`;

/** Where no unit of a kubelet lies there is nothing to search for, and journalctl takes its time to find that out. */
const UNIT_FOLDERS = ['/etc', '/run', '/usr/local/lib', '/usr/lib', '/lib'].map((folder) => `${folder}/systemd/system`);

const PROGRAM = `since=$1 found=; shift
for folder in "$@"; do
  for unit in k3s k3s-agent kubelet; do [ ! -e "$folder/$unit.service" ] || found=1; done
done
[ -n "$found" ] || { echo '{"lines":0,"first":"","found":0,"last":""}'; exit 0; }
command -v journalctl >/dev/null || { echo "there is no journalctl" >&2; exit 127; }
timeout 20 journalctl --no-pager -o json --output-fields=MESSAGE -n 100000 --since "$since" \\
  -u k3s.service -u k3s-agent.service -u kubelet.service | awk '${COUNT}'`;

export const kubeletJournalRead = (hours: number): Read => ({
  id: 'kube_journal',
  argv: ['sh', '-c', PROGRAM, 'journal', `-${Math.ceil(hours * 3600)}s`, ...UNIT_FOLDERS],
  inShell: true,
});

/** Without the right to read, journalctl shows nothing: no lines at all are never taken for a quiet kubelet. */
export function kubeletJournal(results: readonly ReadResult[], texts = ENGLISH): KubeletJournal | Unreadable {
  const say = texts.kubernetes;
  const answer = jsonOf(results, 'kube_journal') as { lines: number; first: string; found: number; last: string };
  if (!answer) {
    const result = resultOf(results, 'kube_journal');
    return { unreadable: result.code === 0 ? say.journalTorn : lastWords(result, texts), wayOut: say.readJournal };
  }
  const { lines, first, found, last } = answer;
  if (!(lines > 0) || first === '') return { unreadable: say.noLine, wayOut: say.readJournal };
  return { lines, first: at(first), found, ...(found > 0 && { last: at(last) }) };
}

const at = (microseconds: string) => new Date(Number(microseconds) / 1000).toISOString();
