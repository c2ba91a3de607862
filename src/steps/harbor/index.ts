import type { Config } from '../../config/schema';
import { DOCKER_ROOT_READS } from '../../facts/docker';
import type { Need, Plan, Step } from '../step';
import { STEP } from './about';
import { facts, type HarborStepFacts, reads } from './facts';
import { passwordRefusal } from './password';
import { plan } from './plan';
import { rollback } from './rollback';
import { tables } from './tables';
import { verify } from './verify';

const needs: readonly Need[] = [
  { program: 'docker', debianPackage: 'docker-cli', why: 'to run the registry, and to prove it' },
  { program: 'curl', debianPackage: 'curl', why: "to fetch it, and to ask it and Docker's API" },
  { program: 'ss', debianPackage: 'iproute2', why: 'to see whether its port is free' },
  { program: 'tar', debianPackage: 'tar', why: 'to unpack the installer' },
  { program: 'openssl', debianPackage: 'openssl', why: 'to make certificates and passwords' },
  {
    program: 'systemd-run',
    debianPackage: 'systemd',
    why: 'to run changes to their end',
    onlyWhen: 'systemd runs; setsid otherwise',
  },
];

function scriptArguments(plan: Plan, { harbor }: Config): readonly string[] {
  const changes = plan.verdict === 'changes' ? plan.changes.map((c) => c.id).join(',') : '';
  const { installed = '', version = '', config_sha256 = '', host = '', data = '', remove_data } = plan.basis;
  const expect = (values: Readonly<Record<string, string | number>>) =>
    Object.entries(values).flatMap(([name, value]) => ['--expect', `${name}=${value}`]);
  const option = (name: string, value: string | null) => (value === null ? [] : [name, value]);
  if (plan.intent === 'rollback') {
    return [
      ...['--rollback', '--install', harbor.install],
      ...(remove_data === undefined ? [] : ['--remove-data', String(remove_data).split('/').at(-1)!]),
      ...expect({ changes, installed }),
    ];
  }
  return [
    ...['--registry', harbor.registry],
    ...(harbor.registry === 'harbor' ? ['--release', harbor.version] : []),
    ...option('--source', harbor.source),
    ...option('--sha256', harbor.sha256),
    ...['--host', String(host), '--port', String(harbor.port), '--scheme', harbor.scheme],
    ...option('--cert', harbor.cert),
    ...option('--key', harbor.key),
    ...['--data', String(data), '--install', harbor.install, '--min-free', String(harbor.min_free)],
    ...['--project', harbor.project, '--robot', harbor.robot, '--keep', String(harbor.keep)],
    ...['--gc', harbor.gc ?? 'none'],
    ...option('--proxy-project', harbor.proxy_project),
    ...['--log-size', harbor.log_size, '--log-count', String(harbor.log_count)],
    ...option('--http-proxy', harbor.http_proxy),
    ...option('--https-proxy', harbor.https_proxy),
    ...option('--no-proxy', harbor.no_proxy),
    ...['--trust', harbor.trust.length === 0 ? 'none' : [...new Set(harbor.trust)].sort().join(',')],
    ...expect({ changes, installed, version, config_sha256 }),
  ];
}

export const harbor: Step<HarborStepFacts> = {
  id: STEP,
  title: 'A registry on the server: Harbor, or a light one',
  kind: 'change',
  script: 'harbor-phase1.sh',
  asGoodAsRoot: 'it installs what it is told to, and Docker runs it',
  needs,
  reads,
  rootReads: () => DOCKER_ROOT_READS,
  facts,
  plan,
  rollback,
  scriptArguments,
  verify,
  tables,
  secret: { name: 'harbor_admin_password', option: '--password-stdin', refusal: passwordRefusal },
};
