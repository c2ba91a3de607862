import type { Config } from '../../config/schema';
import type { Need, Plan, Step } from '../step';
import { SCRIPT, STEP } from './about';
import { type BuildTestFacts, facts, reads } from './facts';
import { plan, rollback } from './plan';
import { tables } from './tables';
import { verify } from './verify';

const needs: readonly Need[] = [
  { program: 'docker', debianPackage: 'docker-cli', why: 'to build' },
  {
    program: 'dockerd',
    debianPackage: 'docker.io',
    why: 'for a throw-away builder',
    onlyWhen: 'build_test.builder is throwaway',
  },
  {
    program: 'unshare',
    debianPackage: 'util-linux',
    why: 'to keep that builder apart',
    onlyWhen: 'build_test.builder is throwaway',
  },
  { program: 'awk', debianPackage: 'mawk', why: 'to read the progress of a build' },
  { program: 'ps', debianPackage: 'procps', why: 'to end what was started' },
  { program: 'tar', debianPackage: 'tar', why: 'to tell two contexts apart' },
  {
    program: 'systemd-run',
    debianPackage: 'systemd',
    why: 'to go on when the connection is lost',
    onlyWhen: 'systemd runs; setsid otherwise',
  },
];

function scriptArguments(plan: Plan, config: Config): readonly string[] {
  const wish = config.build_test;
  const { base, cold, warm, changed, registry } = wish.runs;
  const { ref, write } = wish.registry_cache;
  const withCache = ref !== null && registry > 0;
  const expected = Object.entries(plan.basis).filter(([name]) => name !== 'machine_id');
  const option = (name: string, value: string | null) => (value === null ? [] : [name, value]);
  return [
    ...option('--context', wish.context),
    ...['--dockerfile', wish.dockerfile],
    ...option('--target', wish.target),
    ...wish.build_args.flatMap((argument) => ['--build-arg', argument]),
    ...option('--against', wish.baseline.against),
    ...option('--against-dockerfile', wish.baseline.against_dockerfile),
    ...option('--try-files', wish.try_files),
    ...[
      '--runs',
      `base=${base},cold=${cold},warm=${warm},changed=${changed}${withCache ? `,registry=${registry}` : ''}`,
    ],
    ...(withCache ? ['--registry-cache', ref, ...(write ? ['--write-registry-cache'] : [])] : []),
    ...['--warmups', String(wish.warmups)],
    ...option('--changed-file', wish.changed_file),
    ...['--time-limit', String(wish.time_limit_minutes * 60)],
    ...(wish.drop_caches ? ['--drop-caches'] : []),
    ...['--builder', wish.builder, '--network', wish.network],
    ...option('--label', wish.label),
    ...['--expect', `changes=${plan.verdict === 'changes' ? plan.changes.map((c) => c.id).join(',') : ''}`],
    ...expected.flatMap(([name, value]) => ['--expect', `${name}=${value}`]),
  ];
}

export const buildTest: Step<BuildTestFacts> = {
  id: STEP,
  title: 'Time docker builds, and see where the time goes',
  kind: 'measurement',
  script: SCRIPT,
  asGoodAsRoot: 'it builds what it is told to, as Docker does for its group',
  needs,
  reads,
  rootReads: () => [],
  facts,
  plan,
  rollback,
  scriptArguments,
  verify,
  tables,
};
