import { allChecks, type Evidence } from '../evidence/evidence';
import { scoreVerdict } from '../evidence/scorecard';
import { cell } from '../report/defuse';
import { costLine, RESULT_SIGNS, speechOf } from '../report/lines';
import { type Texts, textsOf } from '../texts';
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

type Say = Texts['desk']['checklist'];
const ENGLISH: Say = textsOf({}).desk.checklist;

export const newTrackingBody = (checklist: Checklist, say = ENGLISH) =>
  [say.tracking(itemsOf(checklist).size), say.help, '', marker('tracking', 'open'), ''].join('\n\n');

/** The table of progress: groups in the order of the checklist, as GitHub counts their boxes. */
export function withProgress(body: string, groups: readonly GroupState[], say = ENGLISH): string {
  const { done, total } = sum(groups);
  const rows = groups.map(
    ({ group, week, number, closed, progress }) =>
      `| ${closed ? '✅' : '⬜'} | #${number} ${cell(group.title)} | ${say.of(progress.done, progress.total)} | ${week ? week.due : '—'} |`,
  );
  const table = [
    `|${say.columns.map((column) => ` ${column} `.replace('  ', ' ')).join('|')}|`,
    '|---|---|---|---|',
    ...rows,
  ];
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  return withSection(body, 'progress', `${say.done(done, total, percent)}\n\n${table.join('\n')}`);
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
  const { texts, language } = speechOf(evidence);
  const { report, desk, common } = texts;
  const score = evidence.scorecard ? `${common.colon} ${cell(scoreVerdict(evidence.scorecard, language))}` : '';
  return [
    `**${desk.checklist.scorecard}**${score} (${runLink(evidence)})`,
    [`| ${report.check} | ${report.measured} | ${report.target} |`, '|---|---|---|', ...rows].join('\n'),
    `**${report.costLabel}${common.colon}** ${costLine(evidence)}`,
  ].join('\n\n');
}

export function withLinks(body: string, { repository, dataBranch }: Links, { links: say } = ENGLISH): string {
  if (!isWebAddress(repository)) return body;
  const links = [
    `[${say.runs}](${repository}/actions)`,
    `[${say.milestones}](${repository}/milestones)`,
    `[${say.history}](${repository}/tree/${dataBranch})`,
  ];
  return withSection(body, 'links', links.join(' · '));
}

/** The comment that is posted when everything is done. */
export function completionSummary(body: string, groups: readonly GroupState[], say = ENGLISH): string {
  const { done, total } = sum(groups);
  const card = sectionIn(body, 'scorecard')?.trim() ?? say.noScorecard;
  return [
    say.complete(done, total),
    groups
      .map(({ group, number, progress }) => `- #${number} ${cell(group.title)}: ${say.items(progress.total)}`)
      .join('\n'),
    card.replace(/<!--.*?-->/g, '').trim(),
    marker('completion'),
  ].join('\n\n');
}
