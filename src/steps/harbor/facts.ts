import type { Config } from '../../config/schema';
import { type DockerFacts, dockerFacts, dockerReads } from '../../facts/docker';
import { type HarborHealth, harborHealth, localHealthRead } from '../../facts/harbor';
import { type Installed, installedFacts, installedReads } from '../../facts/harbor-installed';
import { type HarborPlace, placeFacts, placeReads } from '../../facts/harbor-place';
import { outputOf, type Unreadable } from '../../facts/reading';
import { HARBOR_PROOF_READ, type HarborProof, harborProof } from '../../facts/results';
import type { Read, ReadResult } from '../../host/host';
import type { Situation } from '../step';

export interface HarborStepFacts {
  /** The host's own clock, where it was read. */
  readonly now: string | undefined;
  readonly docker: DockerFacts;
  readonly place: HarborPlace;
  readonly installed: Installed | Unreadable;
  /** Undefined never: the address is known. */
  readonly health: HarborHealth | Unreadable;
  readonly proof: HarborProof | Unreadable;
}

export type HarborSituation = Situation<HarborStepFacts>;

export const reads = (config: Config): readonly Read[] => [
  { id: 'host_time', argv: ['date', '-u', '+%Y-%m-%dT%H:%M:%SZ'] },
  ...dockerReads,
  ...placeReads(config),
  ...installedReads(config),
  localHealthRead(config.harbor),
  HARBOR_PROOF_READ,
];

export function facts(results: readonly ReadResult[], config: Config): HarborStepFacts {
  const docker = dockerFacts(results);
  return {
    now: outputOf(results, 'host_time')?.trim(),
    docker,
    place: placeFacts(results, config),
    installed: installedFacts(results, docker.containers),
    health: harborHealth(results, 'harbor_local_health') ?? NOT_ASKED,
    proof: harborProof(results),
  };
}

const NOT_ASKED = { unreadable: 'it was not asked', wayOut: 'Run it again.' };
