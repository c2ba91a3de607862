import type { Config } from '../../config/schema';
import { DOCKER_ROOT_READS, type DockerFacts, dockerFacts, dockerReads } from '../../facts/docker';
import type { Need, Plan, Step } from '../step';
import { STEP } from './about';
import { plan } from './plan';
import { rollback } from './rollback';
import { SETTINGS, valueAt } from './settings';
import { tables } from './tables';
import { verify } from './verify';

const needs: readonly Need[] = [
  { program: 'docker', debianPackage: 'docker-cli', why: 'to see its containers' },
  { program: 'curl', debianPackage: 'curl', why: "to ask Docker's API" },
  { program: 'dockerd', debianPackage: 'docker.io', why: 'to check a configuration before it is used' },
  { program: 'systemctl', debianPackage: 'systemd', why: 'to reload and restart Docker' },
];

function scriptArguments(plan: Plan, config: Config): readonly string[] {
  const changes = plan.verdict === 'changes' ? plan.changes.map((c) => c.id).join(',') : '';
  const expected = Object.entries(plan.basis).filter(([name]) => name !== 'machine_id');
  const { cluster, kubeconfig } = config.kubernetes;
  return [
    ...(plan.intent === 'rollback' ? ['--rollback'] : []),
    ...['--cluster', cluster, '--pod-patience', String(config.docker_config.pod_patience_seconds)],
    ...(kubeconfig === null ? [] : ['--kubeconfig', kubeconfig]),
    ...SETTINGS.flatMap(({ key }) => ['--set', `${key}=${valueAt(config.docker_config.settings, key) ?? 'keep'}`]),
    ...[['changes', changes], ...expected].flatMap(([name, value]) => ['--expect', `${name}=${value}`]),
  ];
}

export const dockerConfig: Step<DockerFacts> = {
  id: STEP,
  title: "Settings of Docker's daemon",
  kind: 'change',
  script: 'docker-config-phase1.sh',
  needs,
  reads: () => dockerReads,
  rootReads: () => DOCKER_ROOT_READS,
  facts: (results) => dockerFacts(results),
  plan,
  rollback,
  scriptArguments,
  verify,
  tables,
};
