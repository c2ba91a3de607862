import { json, type Reply, type Upstream } from './reply';

interface RestComment {
  readonly id: number;
  readonly node_id: string;
  readonly html_url: string;
  readonly body: string;
  readonly user: { readonly login: string };
  readonly updated_at: string;
}

interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, string & number & null & boolean>>;
}

interface RestIssue {
  readonly id: number;
  readonly number: number;
  readonly state: string;
}

/** What a run of a workflow has left. */
export interface Artifact {
  readonly name: string;
  readonly archive: Buffer;
  readonly branch?: string;
  /** Of a run of a fork. */
  readonly fork?: boolean;
}

/**
 * What GitHub has and the emulator has not: comments and hiding them over GraphQL, sub-issues, reactions, reviews of runs,
 * artifacts, whether Pages are on.
 */
export class Additions {
  readonly hidden = new Set<string>();
  /** Who reviewed the environments of a workflow run, by its number, as `GET /actions/runs/{id}/approvals` answers. */
  readonly reviews = new Map<string, readonly object[]>();
  /** Of the workflow runs of all repositories. */
  readonly artifacts: Artifact[] = [];
  /** Where Pages of all repositories come from; without it they are off. */
  pages: 'workflow' | 'legacy' | undefined;
  /** Ids of sub-issues by `owner/repo#number` of the parent. */
  private readonly subIssues = new Map<string, RestIssue[]>();
  private readonly reactions = new Map<string, { id: number; content: string; user: { login: string } }[]>();
  /** Paths of the repositories that were asked about: an id in GraphQL does not tell which it belongs to. */
  private readonly repositories = new Set<string>();
  private nextId = 1;

  constructor(
    private readonly upstream: Upstream,
    private readonly isNew: (kind: string, id: number) => boolean,
  ) {}

  /** undefined for what the emulator answers itself. */
  async answer(method: string, path: string, login: string, body: string): Promise<Reply | undefined> {
    const [, repo] = /^(\/repos\/[^/]+\/[^/]+)/.exec(path) ?? [];
    if (repo) this.repositories.add(repo);
    if (path === '/graphql') return await this.graphql(JSON.parse(body) as GraphqlRequest, login);
    const [where] = path.split('?');
    const [, repository, number] = /^(\/repos\/[^/]+\/[^/]+)\/issues\/(\d+)\/sub_issues?$/.exec(where ?? '') ?? [];
    if (repository && number) return await this.subIssue(method, repository, number, login, body);
    const [, run] = /\/actions\/runs\/(\d+)\/approvals$/.exec(where ?? '') ?? [];
    if (run) return json(200, this.reviews.get(run) ?? []);
    if (where?.endsWith('/reactions')) return this.reaction(method, where, login, body);
    if (where === `${repo}/pages`) return this.pages ? json(200, { build_type: this.pages }) : NOT_FOUND;
    if (where === `${repo}/actions/artifacts`) return this.listArtifacts();
    const [, id, kind] = /\/(?:actions\/artifacts|archives)\/(\d+)(\/zip)?$/.exec(where ?? '') ?? [];
    const archive = this.artifacts[Number(id) - 1]?.archive;
    if (!archive) return undefined;
    // The archive lies elsewhere: GitHub answers with where.
    return kind ? { status: 302, headers: { location: `/archives/${id}` }, text: '' } : file(archive);
  }

  private listArtifacts(): Reply {
    const artifacts = this.artifacts.map(({ name, branch = 'main', fork = false }, at) => ({
      ...{ id: at + 1, name, expired: false },
      workflow_run: { id: 77, repository_id: 1, head_repository_id: fork ? 2 : 1, head_branch: branch },
    }));
    return json(200, { total_count: artifacts.length, artifacts });
  }

  private async graphql({ query, variables }: GraphqlRequest, login: string): Promise<Reply> {
    const operation = /(?:query|mutation)\s*(\w*)/.exec(query)?.[1];
    if (operation === 'Hide') {
      this.hidden.add(variables.id ?? '');
      return json(200, { data: { minimizeComment: { minimizedComment: { isMinimized: true } } } });
    }
    const viewer = { login };
    if (operation === 'Viewer') return json(200, { data: { viewer } });
    if (operation === 'Comment') return await this.oneComment(String(variables.id), viewer);
    const { owner, repo, number, after } = variables;
    this.repositories.add(`/repos/${owner}/${repo}`);
    const all = await this.comments(`/repos/${owner}/${repo}/issues/${number}/comments`, login);
    if (all === undefined) {
      return json(200, { data: { repository: null }, errors: [{ type: 'NOT_FOUND', message: 'Could not resolve' }] });
    }
    const latest = [...all].sort((a, b) => b.updated_at.localeCompare(a.updated_at) || b.id - a.id);
    const listed = query.includes('UPDATED_AT') ? latest : all;
    const from = Number(after ?? 0);
    const recent = {
      nodes: listed.slice(from, from + 100).map(toNode),
      pageInfo: { hasNextPage: listed.length > from + 100, endCursor: String(from + 100) },
    };
    if (/\bpullRequest\(/.test(query)) {
      return json(200, { data: { viewer, repository: { pullRequest: { comments: recent } } } });
    }
    const early = variables.first ? { early: { nodes: all.slice(0, 20).map(toNode) } } : {};
    return json(200, { data: { viewer, repository: { issueOrPullRequest: { recent, ...early } } } });
  }

  private async comments(path: string, login: string): Promise<RestComment[] | undefined> {
    const all: RestComment[] = [];
    for (let page = 1; ; page++) {
      const { status, text } = await this.upstream('GET', `${path}?per_page=100&page=${page}`, login);
      if (status !== 200) return undefined;
      const some = JSON.parse(text) as RestComment[];
      all.push(...some.filter(({ id }) => !this.isNew('comments', id)));
      if (some.length < 100) return all;
    }
  }

  private async oneComment(nodeId: string, viewer: { login: string }): Promise<Reply> {
    const [, id] = /IssueComment(\d+)/.exec(Buffer.from(nodeId, 'base64').toString()) ?? [];
    for (const repository of this.repositories) {
      const { status, text } = await this.upstream('GET', `${repository}/issues/comments/${id}`, viewer.login);
      if (status === 200) return json(200, { data: { viewer, node: toNode(JSON.parse(text) as RestComment) } });
    }
    return json(200, { data: { viewer, node: null }, errors: [{ type: 'NOT_FOUND', message: 'Could not resolve' }] });
  }

  private async subIssue(method: string, repository: string, number: string, login: string, body: string) {
    const parent = `${repository}/issues/${number}`;
    const children = this.subIssues.get(parent) ?? [];
    const document = body ? (JSON.parse(body) as { sub_issue_id?: number }) : {};
    if (method === 'GET') {
      const now = await Promise.all(
        children.map(async (child) =>
          JSON.parse((await this.upstream('GET', `${repository}/issues/${child.number}`, login)).text),
        ),
      );
      return json(200, now);
    }
    if (method === 'DELETE') {
      this.subIssues.set(
        parent,
        children.filter(({ id }) => id !== document.sub_issue_id),
      );
      return json(200, {});
    }
    const issue = await this.issueById(repository, document.sub_issue_id, login);
    if (!issue) return json(404, { message: 'The provided sub-issue does not exist' });
    const taken = [...this.subIssues.values()].some((ids) => ids.some(({ id }) => id === issue.id));
    if (taken)
      return json(422, {
        message:
          'An error occurred while adding the sub-issue to the parent issue. Issue may not contain duplicate sub-issues',
      });
    if (children.length >= 100) return json(422, { message: 'Parent cannot have more than 100 sub-issues' });
    this.subIssues.set(parent, [...children, issue]);
    return json(201, issue);
  }

  private async issueById(repository: string, id: number | undefined, login: string): Promise<RestIssue | undefined> {
    for (let page = 1; ; page++) {
      const { text } = await this.upstream('GET', `${repository}/issues?state=all&per_page=100&page=${page}`, login);
      const issues = JSON.parse(text) as RestIssue[];
      const found = issues.find((issue) => issue.id === id);
      if (found || issues.length < 100) return found;
    }
  }

  private reaction(method: string, path: string, login: string, body: string): Reply {
    const there = this.reactions.get(path) ?? [];
    if (method === 'GET') return json(200, there);
    const { content } = JSON.parse(body) as { content: string };
    const before = there.find((reaction) => reaction.content === content && reaction.user.login === login);
    if (before) return json(200, before);
    const reaction = { id: this.nextId++, content, user: { login } };
    this.reactions.set(path, [...there, reaction]);
    return json(201, reaction);
  }
}

const NOT_FOUND = json(404, { message: 'Not Found', status: '404' });
const file = (bytes: Buffer): Reply => ({
  ...{ status: 200, headers: { 'content-type': 'application/zip' }, text: '' },
  bytes,
});

const toNode = ({ id, node_id, html_url, body, user }: RestComment) => ({
  id: node_id,
  databaseId: id,
  url: html_url,
  body,
  author: { login: user.login.replace('[bot]', '') },
});
