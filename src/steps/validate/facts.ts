import type { HarborFacts } from '../../checks/harbor';
import type { Config } from '../../config/schema';
import { type Mount, mountRead, mountsIn } from '../../facts/block';
import { harborHealth, harborReads } from '../../facts/harbor';
import { type KubernetesFacts, kubernetesFacts, kubernetesReads } from '../../facts/kubernetes';
import { type PreflightFacts, preflightFacts, preflightReads } from '../../facts/preflight';
import { outputOf, type Unreadable } from '../../facts/reading';
import { BUILD_TEST_READ, type BuildRun, buildRuns, HARBOR_PROOF_READ, harborProof } from '../../facts/results';
import type { Read, ReadResult } from '../../host/host';
import { textsOf } from '../../texts';

export interface ValidateFacts {
  /** The host's own clock when it was looked at, where it was read. */
  readonly now: string | undefined;
  /** What is mounted at `/`. */
  readonly root: Mount | undefined;
  /** Undefined where the configuration says that there is no cluster. */
  readonly kubernetes: KubernetesFacts | undefined;
  readonly builds: readonly BuildRun[] | Unreadable;
  readonly harbor: HarborFacts;
  readonly preflight: PreflightFacts;
}

export const reads = (config: Config): readonly Read[] => [
  { id: 'host_time', argv: ['date', '-u', '+%Y-%m-%dT%H:%M:%SZ'] },
  mountRead('root_mount', '/'),
  ...kubernetesReads(config),
  BUILD_TEST_READ,
  ...harborReads(config.checks.harbor.url),
  HARBOR_PROOF_READ,
  ...preflightReads(config),
];

export const facts = (results: readonly ReadResult[], config: Config, say = textsOf(config).facts): ValidateFacts => ({
  now: outputOf(results, 'host_time')?.trim(),
  root: mountsIn(results, 'root_mount').at(-1),
  kubernetes: kubernetesFacts(results, config),
  builds: buildRuns(results, say),
  harbor: { health: harborHealth(results, 'harbor_health', say), proof: harborProof(results, say) },
  preflight: preflightFacts(results, config),
});
