import type { Config } from '../config/schema';
import type { Evidence } from '../evidence/evidence';
import type { BrokenFile } from '../evidence/folder';
import type { Api } from '../github/api';
import type { Repository } from '../github/repository';
import type { DeskPayload } from './payload';

/** Everything that a task at the desk works with. It never sees the server, nor its secrets. */
export interface Desk {
  readonly api: Api;
  readonly repository: Repository;
  readonly config: Config;
  readonly payload: DeskPayload;
  /** Oldest first. */
  readonly evidence: readonly Evidence[];
  /** Evidence that cannot be read. */
  readonly broken?: readonly BrokenFile[];
  /** Such as `https://github.com`. */
  readonly server: string;
  /** Number of this workflow run. */
  readonly run: string;
  /** Number of the workflow run whose results are brought; empty when there is none. */
  readonly source: string;
  /** Whether the documents are put into a pull request. */
  readonly pullRequest?: boolean;
  readonly now: () => Date;
  readonly sleep: (seconds: number) => Promise<void>;
  readonly random: () => number;
}

export interface TaskResult {
  /** For people, Markdown: the job summary. */
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
  /** Left in a folder, for an artifact; its path is the output `KIND_path`. */
  readonly files?: { readonly kind: 'history' | 'documents'; readonly texts: Readonly<Record<string, string>> };
}

export const repositoryUrl = ({ server, repository }: Desk) => `${server}/${repository.owner}/${repository.name}`;
export const runUrl = (desk: Desk, run: string) => `${repositoryUrl(desk)}/actions/runs/${run}`;
