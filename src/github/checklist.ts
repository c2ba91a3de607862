import { isComplete, newBody, type Progress, progressOf, tasksIn, withFinding, withItems } from '../checklist/body';
import { type Checklist, type Group, hasProof, type Item, itemsOf } from '../checklist/checklist';
import { type Finding, judge } from '../checklist/judge';
import { withMarker, wordsOf } from '../checklist/marker';
import {
  completionSummary,
  type GroupState,
  type Links,
  newTrackingBody,
  sum,
  withLinks,
  withProgress,
  withScorecard,
} from '../checklist/tracking';
import type { Evidence } from '../evidence/evidence';
import { type Texts, textsOf } from '../texts';
import type { Api } from './api';
import type { Issue, IssueFields } from './issues';
import { Issues } from './issues';
import type { Repository } from './repository';

/** On each issue of the checklist; by it they are listed. */
export const LABEL = 'edge-phase1';
export const TRACKING_LABEL = 'edge-phase1-tracking';

/** What is known now, to be brought into the issues. */
export interface News {
  readonly evidence: readonly Evidence[];
  /** Of `/phase1 go`, or of the review of an environment. */
  readonly approvals: readonly Finding[];
  /** Boxes that people set, by item. */
  readonly people: ReadonlyMap<string, Finding>;
}

export const NO_NEWS: News = { evidence: [], approvals: [], people: new Map() };

export interface Synced {
  /** Number of the tracking issue. */
  readonly tracking: number;
  readonly url: string;
  readonly progress: Progress;
  readonly groups: readonly GroupState[];
  /** Numbers of the issues that were opened or changed. */
  readonly changed: readonly number[];
  readonly complete: boolean;
}

export interface ChecklistWorld {
  readonly sleep: (seconds: number) => Promise<void>;
  /** Posts a comment, or updates the one with this marker. */
  readonly comment: (issue: number, topic: 'completion', text: string) => Promise<void>;
}

/** A list that was read right after a write may lack it. */
const LAG_SECONDS = 5;

/**
 * Brings the checklist's issues up to date: opens what is missing, ticks what is proved, and leaves everything else as people
 * left it. It can be stopped at any point; the next time goes on from what is there.
 */
export async function syncChecklist(
  api: Api,
  repository: Repository,
  checklist: Checklist,
  news: News,
  links: Links,
  world: ChecklistWorld,
  say = textsOf({}).desk.checklist,
): Promise<Synced> {
  const issues = new Issues(api, repository);
  const sync = new Sync(issues, checklist, news, world, say);
  const found = await sync.find();
  const tracking = found.tracking ?? (await sync.openTracking());
  const weeks = await sync.milestones();
  const groups: GroupState[] = [];
  const subIssues = await issues.subIssues(tracking.number);
  for (const group of checklist.groups) {
    const issue = found.groups.get(group.id) ?? (await sync.openGroup(group, weeks));
    if (subIssues && !subIssues.includes(issue.number)) await issues.addSubIssue(tracking.number, issue);
    groups.push(await sync.group(group, issue));
  }
  const complete = groups.every(({ progress }) => isComplete(progress));
  const body = await sync.tracking(tracking.number, groups, links, complete);
  if (complete) await world.comment(tracking.number, 'completion', completionSummary(body, groups, say));
  // Closed after the summary was posted, so that a run that is cut short in between posts it.
  await sync.closeTracking(tracking.number, complete);
  const url = `${links.repository}/issues/${tracking.number}`;
  return { tracking: tracking.number, url, progress: sum(groups), groups, changed: sync.changed, complete };
}

interface Found {
  readonly tracking: Issue | undefined;
  readonly groups: ReadonlyMap<string, Issue>;
}

class Sync {
  readonly changed: number[] = [];
  private readonly items: ReadonlyMap<string, Item>;

  constructor(
    private readonly issues: Issues,
    private readonly checklist: Checklist,
    private readonly news: News,
    private readonly world: ChecklistWorld,
    private readonly say: Texts['desk']['checklist'],
  ) {
    this.items = itemsOf(checklist);
  }

  /** The issues that there are. Before one is opened, it is looked for a second time. */
  async find(): Promise<Found> {
    const found = this.recognise(await this.issues.withLabel(LABEL));
    if (found.tracking && found.groups.size === this.checklist.groups.length) return found;
    await this.world.sleep(LAG_SECONDS);
    return this.recognise(await this.issues.withLabel(LABEL));
  }

  /** By hidden marker; where somebody removed it, by the number that the tracking issue remembers, then by title. */
  private recognise(issues: readonly Issue[]): Found {
    const tracking =
      issues.find((issue) => wordsOf('tracking', issue.body ?? '')) ??
      issues.find((issue) => labelsOf(issue).includes(TRACKING_LABEL));
    const remembered = new Map((wordsOf('issues', tracking?.body ?? '') ?? []).map((word) => pair(word)));
    const others = issues.filter((issue) => issue !== tracking);
    const groups = this.checklist.groups.flatMap((group) => {
      const issue =
        others.find(({ body }) => groupIn(body) === group.id) ??
        others.find(({ number, body }) => remembered.get(group.id) === number && groupIn(body) === undefined) ??
        others.find(({ title, body }) => title === group.title && groupIn(body) === undefined);
      return issue ? [[group.id, issue] as const] : [];
    });
    return { tracking, groups: new Map(groups) };
  }

  async openTracking(): Promise<Issue> {
    await this.issues.ensureLabel(LABEL, '0e8a16', this.say.label);
    await this.issues.ensureLabel(TRACKING_LABEL, '5319e7', this.say.trackingLabel);
    const fields = {
      title: this.checklist.title,
      body: newTrackingBody(this.checklist, this.say),
      labels: [LABEL, TRACKING_LABEL],
    };
    return this.opened(await this.issues.create(fields, ({ body }) => wordsOf('tracking', body ?? '') !== undefined));
  }

  async openGroup(group: Group, weeks: ReadonlyMap<string, number>): Promise<Issue> {
    await this.issues.ensureLabel(LABEL, '0e8a16', this.say.label);
    const milestone = group.week === undefined ? undefined : weeks.get(group.week);
    const fields = {
      title: group.title,
      body: newBody(group, this.say),
      labels: [LABEL],
      ...(milestone !== undefined && { milestone }),
    };
    return this.opened(await this.issues.create(fields, ({ body }) => groupIn(body) === group.id));
  }

  private opened(issue: Issue): Issue {
    this.changed.push(issue.number);
    return issue;
  }

  /** Numbers by week. */
  async milestones(): Promise<ReadonlyMap<string, number>> {
    const numbers = new Map<string, number>();
    for (const { id, title, due } of this.checklist.weeks) {
      numbers.set(id, await this.issues.ensureMilestone(title, due));
    }
    return numbers;
  }

  /** Brings what is known into the issue of a group. */
  async group(group: Group, { number }: Issue): Promise<GroupState> {
    const issue = await this.change(number, (now) => {
      const open = withMarker(now.body ?? '', 'group', group.id, closedByUs(now.body) ? 'complete' : 'open');
      const body = this.withNews(withItems(open, group));
      return closing(now, body, 'group', [group.id], isComplete(progressOf(body)));
    });
    const week = this.checklist.weeks.find(({ id }) => id === group.week);
    return { group, week, number, closed: issue.state === 'closed', progress: progressOf(issue.body ?? '') };
  }

  /** Of all items, since people may move one to another day. */
  private withNews(body: string): string {
    const { evidence, approvals, people } = this.news;
    const oldestFirst = [...evidence].sort((a, b) => (a.started < b.started ? -1 : 1));
    let now = body;
    for (const task of tasksIn(body)) {
      const item = task.id === undefined ? undefined : this.items.get(task.id);
      if (!item) continue;
      for (const document of oldestFirst) {
        const says = tasksIn(now).find(({ id }) => id === item.id)?.says;
        const finding = judge(item, document, says === 'proved' || says === 'disproved');
        if (finding) now = withFinding(now, item.id, finding, this.say);
      }
      const person = people.get(item.id);
      if (person && !hasProof(item)) now = withFinding(now, item.id, person, this.say);
      if (item.approval) for (const finding of approvals) now = withFinding(now, item.id, finding, this.say);
    }
    return now;
  }

  /** @returns the body */
  async tracking(number: number, groups: readonly GroupState[], links: Links, complete: boolean): Promise<string> {
    const issue = await this.change(number, (now) => {
      const remembered = groups.map(({ group, number: n }) => `${group.id}=${n}`);
      let body = withMarker(now.body ?? '', 'tracking', complete && closedByUs(now.body) ? 'complete' : 'open');
      body = withProgress(body, groups, this.say);
      for (const document of this.news.evidence) body = withScorecard(body, document);
      body = withMarker(withLinks(body, links, this.say), 'issues', ...remembered);
      const reopened = closedByUs(now.body) && !complete && now.state === 'closed';
      return { body, ...(reopened && { state: 'open', state_reason: 'reopened' }) };
    });
    return issue.body ?? '';
  }

  async closeTracking(number: number, complete: boolean): Promise<void> {
    await this.change(number, (now) => closing(now, now.body ?? '', 'tracking', [], complete));
  }

  private async change(number: number, change: (issue: Issue) => IssueFields | undefined): Promise<Issue> {
    const { issue, changed } = await this.issues.change(number, change);
    if (changed && !this.changed.includes(number)) this.changed.push(number);
    return issue;
  }
}

/** Closes what has become complete, and opens again what is not any more; what a person closed or opened stays so. */
function closing(
  now: Issue,
  body: string,
  name: string,
  words: readonly string[],
  complete: boolean,
): IssueFields | undefined {
  const before = closedByUs(now.body);
  const marked = withMarker(body, name, ...words, complete ? 'complete' : 'open');
  if (complete && !before) return { body: marked, state: 'closed', state_reason: 'completed' };
  if (!complete && before && now.state === 'closed') return { body: marked, state: 'open', state_reason: 'reopened' };
  return { body: marked };
}

const closedByUs = (body: string | null) =>
  (wordsOf('group', body ?? '') ?? wordsOf('tracking', body ?? '') ?? []).at(-1) === 'complete';

const groupIn = (body: string | null) => wordsOf('group', body ?? '')?.[0];

const labelsOf = ({ labels }: Issue) => labels.map((label) => (typeof label === 'string' ? label : (label.name ?? '')));

function pair(word: string): readonly [string, number] {
  const at = word.lastIndexOf('=');
  return [word.slice(0, at), Number(word.slice(at + 1))];
}
