/** A small API server on 127.0.0.1 that answers as a real one does, so that a real kubectl can be tried on it. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ClusterState {
  readonly nodes: unknown;
  readonly pods: readonly unknown[];
  readonly events: unknown;
  readonly services: unknown;
  /** The kubelet's answer, byte for byte. */
  readonly configz: string;
  /** Resources that this user may not list. */
  readonly forbidden?: readonly string[];
}

export interface ApiServer {
  readonly url: string;
  /** The methods and paths asked for, discovery left out. */
  readonly asked: string[];
  state: ClusterState;
  close(): Promise<void>;
}

const RESOURCES = [
  {
    name: 'events',
    singularName: 'event',
    namespaced: true,
    kind: 'Event',
    verbs: ['get', 'list'],
    shortNames: ['ev'],
  },
  { name: 'nodes', singularName: 'node', namespaced: false, kind: 'Node', verbs: ['get', 'list'], shortNames: ['no'] },
  { name: 'pods', singularName: 'pod', namespaced: true, kind: 'Pod', verbs: ['get', 'list'], shortNames: ['po'] },
  {
    name: 'services',
    singularName: 'service',
    namespaced: true,
    kind: 'Service',
    verbs: ['get', 'list'],
    shortNames: ['svc'],
  },
];

const DISCOVERY: Readonly<Record<string, unknown>> = {
  '/api': { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] },
  '/apis': { kind: 'APIGroupList', apiVersion: 'v1', groups: [] },
  '/api/v1': { kind: 'APIResourceList', groupVersion: 'v1', resources: RESOURCES },
};

const status = (code: number, reason: string, message: string) => ({
  code,
  body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, code },
});

export async function startApiServer(state: ClusterState): Promise<ApiServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const discovery = DISCOVERY[pathname];
    if (!discovery) asked.push(`${request.method} ${pathname}`);
    const { code, body } = discovery ? { code: 200, body: discovery } : answer(api.state, pathname);
    response.writeHead(code, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const api: ApiServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    state,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return api;
}

function answer(state: ClusterState, path: string): { code: number; body: unknown } {
  const resource = /^\/api\/v1\/(\w+)/.exec(path)?.[1] ?? '';
  const proxy = path.endsWith('/proxy/configz');
  const name = proxy ? 'nodes/proxy' : resource;
  if (state.forbidden?.includes(name)) {
    const what = `User "system:serviceaccount:default:looker" cannot list resource "${name}" in API group "" at the cluster scope`;
    return status(403, 'Forbidden', `${name} is forbidden: ${what}`);
  }
  if (proxy) return { code: 200, body: state.configz };
  if (path === '/api/v1/nodes') return { code: 200, body: state.nodes };
  if (path === '/api/v1/services') return { code: 200, body: state.services };
  if (path === '/api/v1/events') return { code: 200, body: state.events };
  if (path === '/api/v1/pods') {
    return {
      code: 200,
      body: { kind: 'PodList', apiVersion: 'v1', metadata: { resourceVersion: '1' }, items: state.pods },
    };
  }
  return status(404, 'NotFound', 'the server could not find the requested resource');
}
