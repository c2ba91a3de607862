import {
  fileOf,
  HISTORY_KINDS,
  type History,
  type HistoryFiles,
  historyFiles,
  joined,
  NewerHistory,
  NO_HISTORY,
  parseHistory,
  SCHEMA_FILE,
} from '../evidence/history';
import { type Api, ifThere } from './api';
import { ApiError } from './error';
import { pathOf, type Repository } from './repository';

export const DATA_BRANCH = 'edge-phase1-data';

export interface Recorded {
  /** Everything that is known now: what could be read and what this run adds. */
  readonly history: History;
  readonly written: boolean;
  /** Why it was not written, and what to do: then the files belong into an artifact. */
  readonly why?: string;
}

export interface HistoryWorld {
  readonly now: () => Date;
  readonly sleep: (seconds: number) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Somebody else may have written in between this often; each of them is done then. */
const MOST_RACES = 10;
const FILES = [SCHEMA_FILE, ...HISTORY_KINDS.map(fileOf)];
const READ = { needs: 'contents: read' } as const;
const WRITE = { needs: 'contents: write' } as const;

interface Tip {
  readonly commit: string;
  readonly tree: string;
  readonly files: HistoryFiles;
}

/**
 * The history on the data branch; an empty one where there is no such branch.
 *
 * @throws NewerHistory, ApiError
 */
export async function readHistory(api: Api, repository: Repository, branch = DATA_BRANCH): Promise<History> {
  const tip = await readTip(api, pathOf(repository), branch);
  return tip ? parseHistory(tip.files) : NO_HISTORY;
}

/** Adds lines to the data branch; the same lines a second time change nothing. */
export async function recordHistory(
  api: Api,
  repository: Repository,
  lines: History,
  world: HistoryWorld,
  branch = DATA_BRANCH,
): Promise<Recorded> {
  const path = pathOf(repository);
  let known = lines;
  let refusal: string | undefined;
  try {
    for (let race = 0; race < MOST_RACES; race++) {
      if (race > 0) await world.sleep(world.random() * race);
      const tip = await readTip(api, path, branch);
      const before = tip ? parseHistory(tip.files) : NO_HISTORY;
      known = joined(before, lines);
      const files = historyFiles(known);
      if (tip && FILES.every((name) => tip.files[name] === files[name])) return { history: known, written: true };
      const commit = await commitFiles(api, path, files, tip, world.now());
      refusal = await moveBranch(api, path, branch, commit, tip !== undefined);
      if (refusal === undefined) return { history: known, written: true };
    }
    return notWritten(
      known,
      `GitHub did not take the new lines ${MOST_RACES} times; others write to ${branch}, or a rule protects it. ${refusal} Run it again.`,
    );
  } catch (error) {
    if (error instanceof ApiError || error instanceof NewerHistory) return notWritten(known, error.message);
    throw error;
  }
}

const notWritten = (history: History, why: string): Recorded => ({ history, written: false, why });

async function readTip(api: Api, path: string, branch: string): Promise<Tip | undefined> {
  const to = `read the history on the branch ${branch}`;
  const get = <T>(what: string) => api.get<T>({ path: `${path}/git/${what}`, to, ...READ });
  const ref = await ifThereOrEmpty(get<{ object: { sha: string } }>(`ref/heads/${branch}`));
  if (!ref) return undefined;
  const { tree } = await get<{ tree: { sha: string } }>(`commits/${ref.object.sha}`);
  const entries = await get<{ tree: { path: string; type: string; sha: string }[] }>(`trees/${tree.sha}`);
  const files: Record<string, string> = {};
  for (const { path: name, type, sha } of entries.tree) {
    if (type !== 'blob' || !FILES.includes(name)) continue;
    const blob = await get<{ content: string }>(`blobs/${sha}`);
    files[name] = Buffer.from(blob.content, 'base64').toString('utf8');
  }
  return { commit: ref.object.sha, tree: tree.sha, files };
}

/** GitHub answers 409 for a repository without any commit. */
async function ifThereOrEmpty<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await ifThere(asked);
  } catch (error) {
    if (error instanceof ApiError && error.status === 409) return undefined;
    throw error;
  }
}

async function commitFiles(
  api: Api,
  path: string,
  files: HistoryFiles,
  tip: Tip | undefined,
  now: Date,
): Promise<string> {
  const to = 'write the history';
  const post = <T>(what: string, body: unknown) => api.create<T>({ path: `${path}/git/${what}`, body, to, ...WRITE });
  const changed = Object.entries(files).filter(([name, content]) => tip?.files[name] !== content);
  const tree = [];
  for (const [name, content] of changed) {
    const { sha } = await post<{ sha: string }>('blobs', { content, encoding: 'utf-8' });
    tree.push({ path: name, mode: '100644', type: 'blob', sha });
  }
  const { sha } = await post<{ sha: string }>('trees', { tree, ...(tip && { base_tree: tip.tree }) });
  // A date of its own, so that a repeated request makes the same commit.
  const author = { name: 'edge-phase1', email: 'edge-phase1@users.noreply.github.com', date: now.toISOString() };
  const commit = await post<{ sha: string }>('commits', {
    message: 'Measurements of Phase 1',
    tree: sha,
    parents: tip ? [tip.commit] : [],
    author,
    committer: author,
  });
  return commit.sha;
}

/** What GitHub said, when somebody else was faster. */
async function moveBranch(
  api: Api,
  path: string,
  branch: string,
  sha: string,
  exists: boolean,
): Promise<string | undefined> {
  const to = `write the history to the branch ${branch}`;
  try {
    if (exists) {
      const body = { sha, force: false };
      await api.write({ method: 'PATCH', path: `${path}/git/refs/heads/${branch}`, body, to, ...WRITE });
    } else {
      await api.create({ path: `${path}/git/refs`, body: { ref: `refs/heads/${branch}`, sha }, to, ...WRITE });
    }
    return undefined;
  } catch (error) {
    if (error instanceof ApiError && (error.status === 422 || error.status === 409)) return error.message;
    throw error;
  }
}
