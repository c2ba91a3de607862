import type { JsonObject } from '../../facts/daemon-file';
import type { Daemon, DockerFacts } from '../../facts/docker';
import type { Situation } from '../step';

export type DockerSituation = Situation<DockerFacts>;

/** Docker as it runs, with a file that can be read (or none): what is left once nothing stands in the way. */
export interface Subject {
  readonly daemon: Daemon;
  readonly settings: JsonObject;
  /** `none` where there is no file. */
  readonly sha256: string;
}

export const sumOf = ({ file }: DockerFacts): string => ('sha256' in file ? file.sha256 : 'none');
