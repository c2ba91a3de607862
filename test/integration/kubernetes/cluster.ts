/** States of a cluster, made of the answers in `test/fixtures/kubernetes`. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterState } from './api-server';

const text = (name: string) => readFileSync(join(__dirname, '../../fixtures/kubernetes', name), 'utf8');
const json = <T>(name: string) => JSON.parse(text(name)) as T;

export const MACHINE_ID = '0123456789abcdef0123456789abcdef';
/** Within the hour after the events of the fixtures. */
export const NOW = '2026-11-24T12:00:00Z';

type Meta = { name: string; uid: string; namespace: string };
type PodJson = { metadata: Meta; spec: unknown; status: Record<string, unknown> };

/** As many pods that run as asked for, each with its own name and UID. */
export const running = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const pod = json<PodJson>('pod-running.json');
    const number = String(i + 1).padStart(2, '0');
    Object.assign(pod.metadata, {
      name: `mcp-6d5f7c9b8-x2x${number}`,
      uid: `9a0e9c6e-0f0e-4b8e-9a43-0d7f7a0f5c${number}`,
    });
    return pod;
  });

export const completed = () => json<PodJson>('pod-completed.json');
export const crashLooping = () => json<PodJson>('pod-crashloop.json');
export const evicted = () => json<PodJson>('pod-evicted.json');

type Condition = { type: string; status: string; lastTransitionTime: string; lastHeartbeatTime: string };
type NodeList = { items: { metadata: Meta; status: { conditions: Condition[]; nodeInfo: { machineID: string } } }[] };
type EventList = { items: unknown[] };

/** 17 of 17 pods run, one has completed, and no disk is under pressure. */
export const healthy = (): ClusterState & { nodes: NodeList; events: EventList } => ({
  nodes: json('nodes.json'),
  pods: [...running(17), completed()],
  events: json('events.json'),
  services: json('services.json'),
  configz: text('configz.json'),
});

/** The node says that its disk is full, and evicts. */
export function underPressure(): ClusterState {
  const { nodes, events, ...rest } = healthy();
  const pressure = nodes.items[0]!.status.conditions.find(({ type }) => type === 'DiskPressure')!;
  Object.assign(pressure, {
    status: 'True',
    lastTransitionTime: '2026-11-24T11:39:50Z',
    reason: 'KubeletHasDiskPressure',
    message: 'kubelet has disk pressure',
  });
  events.items.push(...json<unknown[]>('events-pressure.json'));
  return { ...rest, nodes, events, pods: [...running(17), evicted()] };
}

/** The pressure is over, and the tracks of it are still there. */
export function calmAgain(): ClusterState {
  const { nodes } = healthy();
  const pressure = nodes.items[0]!.status.conditions.find(({ type }) => type === 'DiskPressure')!;
  pressure.lastTransitionTime = '2026-11-24T11:46:00Z';
  return { ...underPressure(), nodes };
}

/** The first of these pods has a container that was restarted. */
export function restarted<Pod extends PodJson>(pods: readonly Pod[]): readonly Pod[] {
  const [container] = pods[0]!.status.containerStatuses as { restartCount: number }[];
  container!.restartCount += 1;
  return pods;
}
