/** Docker with the script and the planner of docker-config, at full speed: real Docker and containers, a stand-in for systemctl. */

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canRunDocker, type DockerHost, startDocker } from '../../lab/docker';
import { parseConfig } from '../../src/config/load';
import { applyOverrides } from '../../src/config/overrides';
import { batchProgram, parseBatch } from '../../src/host/batch';
import type { Host } from '../../src/host/host';
import { run } from '../../src/run';
import { dockerConfig } from '../../src/steps/docker-config';
import type { Step } from '../../src/steps/step';
import { imageScript, SCRIPT, type Settings, samePlan } from './docker';

/** `describe` on a machine that can run a private Docker; elsewhere the suite is skipped, and says why. */
export function describeWithDocker(name: string, body: () => void): void {
  jest.setTimeout(10 * 60 * 1000);
  const ability = canRunDocker();
  if (ability.ok) describe(name, body);
  else describe.skip(`${name} (skipped: ${ability.why})`, body);
}

/** A Docker host with an image of nothing but busybox, and the script. The caller stops it. */
export async function nativeDocker(): Promise<DockerHost> {
  const docker = await startDocker({ name: 'config' });
  await docker.write('/usr/local/bin/systemctl', readFileSync(join(__dirname, '../../lab/systemctl.sh')), '0755');
  await docker.write('/root/docker-config-phase1.sh', readFileSync(SCRIPT));
  await docker.write('/etc/machine-id', '0123456789abcdef0123456789abcdef\n');
  await docker.mustSh(`systemctl restart docker.service; mkdir -p /etc/docker; ${imageScript}`);
  return docker;
}

/** The Docker host as edge-phase1 sees a server. It only looks. */
function hostOf(docker: DockerHost): Host {
  return {
    name: 'local',
    async batch(reads) {
      const boundary = randomBytes(16).toString('hex');
      const { stdout, stderr } = await docker.sh('sh -s', { stdin: batchProgram(reads, { boundary, root: true }) });
      return parseBatch({ stdout: Buffer.from(stdout), stderr: Buffer.from(stderr) }, reads, boundary);
    },
    run: () => Promise.reject(new Error('it is only looked at')),
    async close() {},
  };
}

/** What edge-phase1 finds there, with these settings. */
export function evidenceOn(docker: DockerHost, mode: 'plan' | 'verify', settings: Settings = {}) {
  const overrides = Object.entries(settings).map(([key, value]) => [`docker_config.settings.${key}`, String(value)]);
  return run(
    {
      mode,
      steps: [dockerConfig as Step<unknown>],
      config: applyOverrides(parseConfig('', ''), Object.fromEntries(overrides)),
    },
    {
      open: async () => hostOf(docker),
      now: () => new Date(),
      approve: async () => false,
      progress: () => {},
      version: '0.1.0',
      patienceSeconds: 0,
    },
  );
}

/** What both planners say to these settings there. */
export const plannedOn = async (docker: DockerHost, settings: Settings = {}) =>
  samePlan(docker, settings, await evidenceOn(docker, 'plan', settings));
