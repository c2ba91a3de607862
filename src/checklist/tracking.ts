import { allChecks, type Evidence } from '../evidence/evidence';
import { scoreVerdict } from '../evidence/scorecard';
import { cell } from '../report/defuse';
import { costLine, RESULT_SIGNS } from '../report/lines';
import type { Progress } from './body';
import { type Checklist, type Group, itemsOf, type Week } from './checklist';
import { isWebAddress, runLink } from './judge';
import { marker, sectionIn, withSection, wordsOf } from './marker';

/** A group with its issue. */
export interface GroupState {
  readonly group: Group;
  readonly week: Week | undefined;
  readonly number: number;
  readonly closed: boolean;
  readonly progress: Progress;
}

export interface Links {
  /** Such as `https://github.com/me/edge`. */
  readonly repository: string;
  readonly dataBranch: string;
}

export const newTrackingBody = (checklist: Checklist) =>
  [
    `The ${itemsOf(checklist).size} items of the plan, a sub-issue for each day. What stands outside of the tables is yours.`,
    'Somebody with write permission can write `/phase1 help` in a comment here.',
    '',
    marker('tracking', 'open'),
    '',
  ].join('\n\n');

/** The table of progress: groups in the order of the checklist, as GitHub counts their boxes. */
export function withProgress(body: string, groups: readonly GroupState[]): string {
  const { done, total } = sum(groups);
  const rows = groups.map(
    ({ group, week, number, closed, progress }) =>
      `| ${closed ? '✅' : '⬜'} | #${number} ${cell(group.title)} | ${progress.done} of ${progress.total} | ${week ? week.due : '—'} |`,
  );
  const table = ['| | Group | Done | Due |', '|---|---|---|---|', ...rows];
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  return withSection(body, 'progress', `**${done} of ${total} items done (${percent} %)**\n\n${table.join('\n')}`);
}

export function sum(groups: readonly { progress: Progress }[]): Progress {
  return {
    done: groups.reduce((n, { progress }) => n + progress.done, 0),
    total: groups.reduce((n, { progress }) => n + progress.total, 0),
  };
}

/** The latest scorecard; a run without checks, or an older one, leaves what is there. */
export function withScorecard(body: string, evidence: Evidence): string {
  const [shown, kind] = wordsOf('scored', body) ?? [];
  const isNews = shown === undefined || evidence.started > shown;
  // The checks of one step do not take the place of a whole scorecard.
  if (allChecks(evidence).length === 0 || !isNews || (kind === 'whole' && !evidence.scorecard)) return body;
  const marked = marker('scored', evidence.started, evidence.scorecard ? 'whole' : 'part');
  return withSection(body, 'scorecard', `${scorecard(evidence)}\n\n${marked}`);
}

function scorecard(evidence: Evidence): string {
  const rows = allChecks(evidence).map(
    ({ result, title, measured, target }) =>
      `| ${RESULT_SIGNS[result]} ${cell(title)} | ${cell(measured)} | ${cell(target)} |`,
  );
  const score = evidence.scorecard ? `: ${cell(scoreVerdict(evidence.scorecard))}` : '';
  return [
    `**Latest scorecard**${score} (${runLink(evidence)})`,
    ['| Check | Measured | Target |', '|---|---|---|', ...rows].join('\n'),
    `**Cost:** ${costLine(evidence)}`,
  ].join('\n\n');
}

export function withLinks(body: string, { repository, dataBranch }: Links): string {
  if (!isWebAddress(repository)) return body;
  const links = [
    `[Runs and their evidence](${repository}/actions)`,
    `[milestones](${repository}/milestones)`,
    `[history](${repository}/tree/${dataBranch})`,
  ];
  return withSection(body, 'links', links.join(' · '));
}

/** The comment that is posted when everything is done. */
export function completionSummary(body: string, groups: readonly GroupState[]): string {
  const { done, total } = sum(groups);
  const card = sectionIn(body, 'scorecard')?.trim() ?? 'No scorecard was reported yet: run `/phase1 verify validate`.';
  return [
    `## ✅ Phase 1: all ${done} of ${total} items are done`,
    groups
      .map(({ group, number, progress }) => `- #${number} ${cell(group.title)}: ${progress.total} items`)
      .join('\n'),
    card.replace(/<!--.*?-->/g, '').trim(),
    marker('completion'),
  ].join('\n\n');
}
