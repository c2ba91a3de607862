import type { Api } from './api';
import { ApiError } from './error';
import { pathOf, type Repository } from './repository';

/** The part of an issue that is used here. */
export interface Issue {
  readonly number: number;
  /** Of the database; sub-issues are named by it. */
  readonly id: number;
  readonly title: string;
  readonly body: string | null;
  readonly state: 'open' | 'closed';
  readonly updated_at?: string;
  readonly html_url?: string;
  readonly labels: readonly ({ readonly name?: string } | string)[];
  readonly milestone?: { readonly number: number } | null;
  /** Present when it is a pull request, which GitHub lists among issues. */
  readonly pull_request?: unknown;
  readonly user?: { readonly login: string } | null;
}

export interface IssueFields {
  readonly title?: string;
  readonly body?: string;
  readonly state?: 'open' | 'closed';
  readonly state_reason?: 'completed' | 'reopened' | 'not_planned';
  readonly milestone?: number | null;
  readonly labels?: readonly string[];
}

const NEEDS = { needs: 'issues: write' } as const;

/** GitHub's own limit for the text of an issue, in characters. */
const MOST_CHARACTERS = 65_536;

/** Issues of one repository, found by label: a search lags. */
export class Issues {
  private readonly path: string;

  constructor(
    private readonly api: Api,
    repository: Repository,
  ) {
    this.path = pathOf(repository);
  }

  /** Open and closed, oldest first. */
  async withLabel(label: string): Promise<readonly Issue[]> {
    const found: Issue[] = [];
    const path = `${this.path}/issues?labels=${encodeURIComponent(label)}&state=all&sort=created&direction=asc`;
    for await (const issue of this.api.list<Issue>({ path, to: 'list the issues of the checklist', ...NEEDS })) {
      if (!issue.pull_request) found.push(issue);
    }
    return found.sort((a, b) => a.number - b.number);
  }

  get(number: number): Promise<Issue> {
    return this.api.get({ path: `${this.path}/issues/${number}`, to: `read issue ${number}`, ...NEEDS });
  }

  /** @param find by a marker in the body: looks for what a POST without an answer may have left */
  create(fields: IssueFields & { title: string; body: string }, find: (issue: Issue) => boolean): Promise<Issue> {
    const [label = ''] = fields.labels ?? [];
    return this.api.create({
      path: `${this.path}/issues`,
      body: fields,
      to: `open the issue '${fields.title}'`,
      find: async () => (await this.withLabel(label)).find(find),
      ...NEEDS,
    });
  }

  /**
   * Changes an issue, on the base of what it is at this moment, and looks whether GitHub kept it.
   *
   * @param change nothing when it is fine as it is
   * @returns the issue as it is then, and whether anything was changed
   */
  async change(
    number: number,
    change: (issue: Issue) => IssueFields | undefined,
  ): Promise<{ readonly issue: Issue; readonly changed: boolean }> {
    let issue = await this.get(number);
    for (let tries = 0; tries < 3; tries++) {
      const fields = change(issue);
      if (!fields || !differs(issue, fields)) return { issue, changed: tries > 0 };
      if ((fields.body ?? '').length > MOST_CHARACTERS) {
        throw new Error(
          `The text of issue ${number} is longer than GitHub allows. Move some of your notes into a comment.`,
        );
      }
      const to = `change issue ${number}`;
      await this.api.write({ method: 'PATCH', path: `${this.path}/issues/${number}`, body: fields, to, ...NEEDS });
      // An answer of 200 with the old text has been seen.
      issue = await this.get(number);
    }
    if (!differs(issue, change(issue) ?? {})) return { issue, changed: true };
    throw new ApiError(
      'unclear',
      `GitHub answered that it changed issue ${number}, and kept it as it was. Run it again.`,
    );
  }

  async ensureLabel(name: string, color: string, description: string): Promise<void> {
    const find = async () => {
      for await (const label of this.api.list<{ name: string }>({
        path: `${this.path}/labels`,
        to: 'list the labels',
        ...NEEDS,
      })) {
        if (label.name.toLowerCase() === name.toLowerCase()) return label;
      }
      return undefined;
    };
    if (await find()) return;
    const body = { name, color, description };
    await this.api.create({ path: `${this.path}/labels`, body, find, to: `create the label ${name}`, ...NEEDS });
  }

  /** @returns its number; one with the same title is taken, since titles are unique */
  async ensureMilestone(title: string, due: string): Promise<number> {
    const find = async () => {
      const path = `${this.path}/milestones?state=all`;
      for await (const milestone of this.api.list<Milestone>({ path, to: 'list the milestones', ...NEEDS })) {
        if (milestone.title === title) return milestone;
      }
      return undefined;
    };
    const there = await find();
    if (there) return there.number;
    // GitHub keeps the day of this moment in Pacific time; noon UTC is the same day everywhere it counts.
    const body = { title, due_on: `${due}T12:00:00Z` };
    const to = `create the milestone '${title}'`;
    return (await this.api.create({ path: `${this.path}/milestones`, body, find, to, ...NEEDS })).number;
  }

  /** @returns numbers of the issues that are sub-issues of this one; undefined where the server has no such thing */
  async subIssues(parent: number): Promise<readonly number[] | undefined> {
    const numbers: number[] = [];
    const path = `${this.path}/issues/${parent}/sub_issues`;
    try {
      for await (const { number } of this.api.list<Issue>({ path, to: `list the sub-issues of ${parent}`, ...NEEDS })) {
        numbers.push(number);
      }
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'missing') return undefined;
      throw error;
    }
    return numbers;
  }

  async addSubIssue(parent: number, child: Issue): Promise<void> {
    await this.api.create({
      path: `${this.path}/issues/${parent}/sub_issues`,
      body: { sub_issue_id: child.id },
      find: async () => ((await this.subIssues(parent))?.includes(child.number) ? child : undefined),
      to: `make issue ${child.number} a sub-issue of ${parent}`,
      ...NEEDS,
    });
  }
}

interface Milestone {
  readonly number: number;
  readonly title: string;
}

function differs(issue: Issue, { body, state, title, milestone }: IssueFields): boolean {
  return (
    (body !== undefined && body !== issue.body) ||
    (state !== undefined && state !== issue.state) ||
    (title !== undefined && title !== issue.title) ||
    (milestone !== undefined && milestone !== (issue.milestone?.number ?? null))
  );
}
