import { createHash } from 'node:crypto';
import { type Api, ifThere } from './api';
import { ApiError } from './error';
import { pathOf, type Repository } from './repository';

/** Files that are to be as they are here; other files stay. */
export interface Proposal {
  /** Ours alone, as `edge-phase1/documents`. */
  readonly branch: string;
  /** Text by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly title: string;
  readonly body: string;
  /** Of the commit, so that a repeated request makes the same one. */
  readonly at: string;
}

export interface Proposed {
  readonly did: 'nothing' | 'opened' | 'updated';
  readonly url: string;
}

const READ = { needs: 'contents: read' } as const;
const WRITE = { needs: 'contents: write' } as const;
const PULLS = { needs: 'pull-requests: write' } as const;

interface Pull {
  readonly html_url: string;
  readonly head: { readonly ref: string };
}

/**
 * One pull request with these files, through git objects: nothing is checked out. Where one is open its branch gets one
 * commit more, on top of what people have put there. Where the default branch has the files already, nothing is done.
 *
 * @throws ApiError
 */
export async function proposeFiles(api: Api, repository: Repository, proposal: Proposal): Promise<Proposed> {
  const path = pathOf(repository);
  const { branch, files } = proposal;
  const { default_branch: base } = await api.get<{ default_branch: string }>({
    path,
    to: 'read the default branch',
    needs: 'metadata: read',
  });
  const open = await openPull(api, repository, branch);
  // A branch without an open pull request is what an earlier one, merged or closed, has left: it begins anew.
  const parent = await tipOf(api, path, open ? branch : base);
  if (!parent) throw new ApiError('missing', `The branch ${base} has no commit yet. Push one, then run this again.`);
  if (await hasFiles(api, path, parent, files)) return { did: 'nothing', url: open?.html_url ?? '' };
  const commit = await commitOn(api, path, parent, proposal);
  const there = open !== undefined || (await tipOf(api, path, branch)) !== undefined;
  // What people push to an open pull request at this moment is not to be lost.
  await move(api, path, branch, { commit, there, force: open === undefined });
  if (open) return { did: 'updated', url: open.html_url };
  return { did: 'opened', url: (await openNew(api, repository, base, proposal)).html_url };
}

/** The commit that a branch points at; undefined where there is no such branch. */
async function tipOf(api: Api, path: string, branch: string): Promise<string | undefined> {
  const call = { path: `${path}/git/ref/heads/${branch}`, to: `read the branch ${branch}`, ...READ };
  try {
    return (await ifThere(api.get<{ object: { sha: string } }>(call)))?.object.sha;
  } catch (error) {
    // GitHub answers 409 for a repository without any commit.
    if (error instanceof ApiError && error.status === 409) return undefined;
    throw error;
  }
}

const treeOf = async (api: Api, path: string, commit: string): Promise<string> =>
  (
    await api.get<{ tree: { sha: string } }>({
      path: `${path}/git/commits/${commit}`,
      to: 'read the latest commit',
      ...READ,
    })
  ).tree.sha;

/** Git names a file by its content, so that names tell whether they are the same. */
async function hasFiles(api: Api, path: string, commit: string, files: Proposal['files']): Promise<boolean> {
  const tree = await treeOf(api, path, commit);
  const { tree: entries } = await api.get<{ tree: { path: string; sha: string }[] }>({
    path: `${path}/git/trees/${tree}?recursive=1`,
    to: 'list the files of the repository',
    ...READ,
  });
  const there = new Map(entries.map((entry) => [entry.path, entry.sha]));
  return Object.entries(files).every(([name, text]) => there.get(name) === blobName(text));
}

function blobName(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

async function commitOn(api: Api, path: string, parent: string, { files, title, at }: Proposal): Promise<string> {
  const post = async (what: string, body: unknown) =>
    (await api.create<{ sha: string }>({ path: `${path}/git/${what}`, body, to: 'write the documents', ...WRITE })).sha;
  const tree = [];
  for (const [name, content] of Object.entries(files)) {
    tree.push({ path: name, mode: '100644', type: 'blob', sha: await post('blobs', { content, encoding: 'utf-8' }) });
  }
  const whole = await post('trees', { base_tree: await treeOf(api, path, parent), tree });
  const author = { name: 'edge-phase1', email: 'edge-phase1@users.noreply.github.com', date: at };
  return post('commits', { message: title, tree: whole, parents: [parent], author, committer: author });
}

interface Move {
  readonly commit: string;
  /** Whether the branch is there already. */
  readonly there: boolean;
  readonly force: boolean;
}

async function move(api: Api, path: string, branch: string, { commit, there, force }: Move): Promise<void> {
  const to = `write the branch ${branch}`;
  if (there) {
    const body = { sha: commit, force };
    await api.write({ method: 'PATCH', path: `${path}/git/refs/heads/${branch}`, body, to, ...WRITE });
    return;
  }
  const find = async () => ((await tipOf(api, path, branch)) === commit ? {} : undefined);
  const body = { ref: `refs/heads/${branch}`, sha: commit };
  await api.create({ path: `${path}/git/refs`, body, find, to, ...WRITE });
}

async function openPull(api: Api, { owner, name }: Repository, branch: string): Promise<Pull | undefined> {
  const path = `${pathOf({ owner, name })}/pulls?state=open&head=${encodeURIComponent(`${owner}:${branch}`)}`;
  for await (const pull of api.list<Pull>({ path, to: 'look for an open pull request', ...PULLS })) {
    if (pull.head.ref === branch) return pull;
  }
  return undefined;
}

const openNew = (api: Api, repository: Repository, base: string, { branch, title, body }: Proposal): Promise<Pull> =>
  api.create<Pull>({
    path: `${pathOf(repository)}/pulls`,
    body: { title, body, head: branch, base },
    find: () => openPull(api, repository, branch),
    to: 'open a pull request',
    ...PULLS,
  });
