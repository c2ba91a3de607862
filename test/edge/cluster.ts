/** A cluster for a test server: kubectl is the real one of this machine, the API server the small one of the tests. */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DockerHost } from '../../lab/docker';
import { sshArguments } from '../../lab/ssh';
import type { Vm } from '../../lab/vm';
import { HOST_PATH } from '../../src/host/quote';
import { type ApiServer, startApiServer } from '../integration/kubernetes/api-server';
import { healthy } from '../integration/kubernetes/cluster';

export const kubectlPath = HOST_PATH.split(':')
  .map((folder) => join(folder, 'kubectl'))
  .find(existsSync);

const PORT = 6443;
const KUBECONFIG = `apiVersion: v1
kind: Config
current-context: edge
contexts: [{ name: edge, context: { cluster: edge } }]
clusters: [{ name: edge, cluster: { server: "http://127.0.0.1:${PORT}" } }]
`;

export interface Cluster {
  readonly api: ApiServer;
  close(): Promise<void>;
}

type Install = (path: string, content: Buffer, mode: string) => Promise<unknown>;

async function setUp(install: Install): Promise<ApiServer> {
  if (!kubectlPath) throw new Error('There is no kubectl here: apt-get install kubernetes-client');
  await install('/usr/local/bin/kubectl', readFileSync(realpathSync(kubectlPath)), '0755');
  await install('/etc/rancher/k3s/k3s.yaml', Buffer.from(KUBECONFIG), '0600');
  return startApiServer(healthy());
}

/** A healthy cluster, which a virtual server reaches through its own SSH connection, and whose only node it is. */
export async function clusterOfVm(vm: Vm): Promise<Cluster> {
  const api = await setUp((path, content, mode) =>
    vm.mustSh(`install -D -m ${mode} /dev/stdin '${path}'`, { stdin: content }),
  );
  const { nodes } = healthy();
  nodes.items[0]!.status.nodeInfo.machineID = (await vm.mustSh('cat /etc/machine-id')).trim();
  api.state = { ...healthy(), nodes };
  const way = ['-N', '-o', 'ExitOnForwardFailure=yes', '-R', `127.0.0.1:${PORT}:${new URL(api.url).host}`];
  const tunnel = spawn('ssh', [...way, ...sshArguments(vm.ssh('root'))], { stdio: 'ignore' });
  await vm.mustSh(`until (exec 3<>/dev/tcp/127.0.0.1/${PORT}) 2>/dev/null; do sleep 0.2; done`, { timeoutSeconds: 60 });
  return {
    api,
    async close() {
      tunnel.kill();
      await api.close();
    },
  };
}

/** Runs in the network of the Docker host, and hands what comes to this machine. */
const RELAY = `require('net').createServer((c) => { const u = require('net').connect(process.argv[1]);
  c.pipe(u).pipe(c); c.on('error', () => u.destroy()); u.on('error', () => c.destroy()); }).listen(${PORT}, '127.0.0.1')`;

/** The same for Docker in namespaces of its own. */
export async function clusterOfDocker(docker: DockerHost): Promise<Cluster> {
  const api = await setUp((path, content, mode) => docker.write(path, content, mode));
  const { port } = new URL(api.url);
  const folder = mkdtempSync(join(tmpdir(), 'relay-'));
  const socket = join(folder, 'socket');
  const server = createServer((client) => {
    const upstream = connect(Number(port), '127.0.0.1');
    client.pipe(upstream).pipe(client);
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((ready) => server.listen(socket, ready));
  const relay = spawn('nsenter', ['-t', docker.pid, '-n', process.execPath, '-e', RELAY, socket], { stdio: 'ignore' });
  await docker.mustSh(`until (exec 3<>/dev/tcp/127.0.0.1/${PORT}) 2>/dev/null; do sleep 0.1; done`);
  return {
    api,
    async close() {
      relay.kill();
      await api.close();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
