import { type Texts, textsOf } from '../texts';
import type { Group, Item } from './checklist';
import type { Finding } from './judge';
import { marker, withMarker, wordsOf } from './marker';

/** A line of a task list in an issue, as people may have left it. */
export interface Task {
  /** Index of its line. */
  readonly line: number;
  readonly ticked: boolean;
  /** Without hidden words. */
  readonly title: string;
  /** undefined for a line that people wrote. */
  readonly id: string | undefined;
  /** What was written last by this program, and of when that was. */
  readonly says: string | undefined;
  readonly at: string | undefined;
}

const TASK = /^(\s*(?:[-*+]|\d+[.)])\s+\[)([ xX])(\]\s+)(.*?)(\s*)$/;
const ITEM = /<!-- edge-phase1:item ([\w.-]+)(?: (\w+) ([\w.:+-]+))? -->(?:.*?<!-- \/edge-phase1 -->)?/;
const COMMENT = /<!--.*?-->/g;

/** The tasks of a body; lines in a code block are none. */
export function tasksIn(body: string): readonly Task[] {
  let fence: string | undefined;
  return body.split('\n').flatMap((text, line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1];
    if (mark && fence === undefined) fence = mark;
    else if (mark && fence !== undefined && mark.startsWith(fence)) fence = undefined;
    const [, , box, , rest = ''] = (fence === undefined && TASK.exec(text)) || [];
    if (box === undefined) return [];
    const [, id, says, at] = ITEM.exec(rest) ?? [];
    const title = rest.replace(ITEM, '').replace(COMMENT, '').trim();
    return [{ line, ticked: box !== ' ', title, id, says, at }];
  });
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export function progressOf(body: string): Progress {
  const tasks = tasksIn(body);
  return { done: tasks.filter(({ ticked }) => ticked).length, total: tasks.length };
}

export const isComplete = ({ done, total }: Progress) => total > 0 && done === total;

/** The body of a group's issue when it is new. */
export function newBody(group: Group, say = textsOf({}).desk.checklist): string {
  return [
    ...group.items.map((item) => `- [ ] ${item.title} ${marker('item', item.id)}`),
    '',
    say.yours,
    '',
    marker('placed', ...group.items.map(({ id }) => id)),
    marker('group', group.id, 'open'),
    '',
  ].join('\n');
}

/**
 * Brings items that are new in the checklist into a body that people may have changed. One that somebody removed stays
 * removed; one whose hidden marker got lost is known by its title.
 */
export function withItems(body: string, group: Group): string {
  const placed = new Set(wordsOf('placed', body) ?? []);
  const lines = body.split('\n');
  const missing: Item[] = [];
  for (const item of group.items) {
    const tasks = tasksIn(lines.join('\n'));
    if (tasks.some(({ id }) => id === item.id)) continue;
    const same = tasks.find(({ id, title }) => id === undefined && plainTitle(title) === plainTitle(item.title));
    if (same) lines[same.line] = atEnd(lines[same.line]!, ` ${marker('item', item.id)}`);
    else if (!placed.has(item.id)) missing.push(item);
  }
  const last = tasksIn(lines.join('\n')).findLast(({ id }) => id !== undefined);
  const added = missing.map((item) => `- [ ] ${item.title} ${marker('item', item.id)}`);
  lines.splice(last ? last.line + 1 : 0, 0, ...added);
  const all = [...placed, ...group.items.map(({ id }) => id)];
  return withMarker(lines.join('\n'), 'placed', ...new Set(all));
}

const plainTitle = (title: string) => title.toLowerCase().replace(/\s+/g, ' ').trim();

/** The end of a line, before a carriage return that editing on the web leaves. */
const atEnd = (line: string, text: string) =>
  line.replace(/(\s*)$/, (space) => text + (space.includes('\r') ? '\r' : ''));

/**
 * Writes on an item's line what was found. The box changes only when what is known changes, so that a box that a person set
 * otherwise stays until there is news.
 */
export function withFinding(body: string, id: string, finding: Finding, say = textsOf({}).desk.checklist): string {
  const task = tasksIn(body).find((t) => t.id === id);
  const box = task && boxFor(task, finding);
  if (!task || box === undefined) return body;
  const lines = body.split('\n');
  const words = `${marker('item', id, finding.says, finding.at)} ${signOf(finding, say)}${finding.text}<!-- /edge-phase1 -->`;
  lines[task.line] = lines[task.line]!.replace(ITEM, () => words).replace(
    TASK,
    (_all, start: string, _box, close: string, rest: string, space: string) =>
      `${start}${box ? 'x' : ' '}${close}${rest}${space}`,
  );
  return lines.join('\n');
}

/** The box after a finding; undefined when the finding is no news. */
function boxFor({ ticked, says, at }: Task, finding: Finding): boolean | undefined {
  if (says === finding.says && says !== 'person') return undefined;
  if (at !== undefined && finding.at <= at) return undefined;
  if (finding.says === 'person') return ticked;
  if (finding.says === 'disproved') return ticked || says === 'proved' ? false : undefined;
  return true;
}

const signOf = ({ says }: Finding, { unticked }: Texts['desk']['checklist']) =>
  ({ proved: '✅ ', disproved: `❌ ${unticked}`, approved: '', person: '' })[says];

/** Items whose box a person set between two versions of a body. */
export function boxesSet(before: string, after: string): readonly { id: string; ticked: boolean }[] {
  const was = new Map(tasksIn(before).map(({ id, ticked }) => [id, ticked]));
  return tasksIn(after).flatMap(({ id, ticked }) =>
    id !== undefined && was.has(id) && was.get(id) !== ticked ? [{ id, ticked }] : [],
  );
}
