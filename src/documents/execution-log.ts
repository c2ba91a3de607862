import { type Evidence, MODES, type StepRecord } from '../evidence/evidence';
import { cell, link, short } from '../report/defuse';
import { changesOf, unseenRuns } from './changes';
import { documentText, heading, joinedParts, list, named, table } from './markdown';
import type { Page } from './material';

/** What ran on which day, who started and approved it, and what became of it. */
export function executionLog(page: Page): string {
  const { material, speech } = page;
  const { log, common } = speech.texts;
  const days = byDay(material.evidence);
  return documentText(page, common.titles.log, [
    log.summary(material.evidence.length, days.size, changesOf(material).length),
    ...[...days.values()].map((runs) => daySection(page, runs)),
    unseenSection(page),
    log.gap,
  ]);
}

function byDay(evidence: readonly Evidence[]): ReadonlyMap<string, readonly Evidence[]> {
  const days = new Map<string, Evidence[]>();
  for (const one of evidence) {
    const day = new Date(one.started).toISOString().slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return days;
}

function daySection(page: Page, runs: readonly Evidence[]): string {
  const { format, texts } = page.speech;
  const rows = runs.flatMap((run) => run.steps.map((record, index) => rowOf(page, run, record, index === 0)));
  const told = runs.flatMap((run) => run.steps.flatMap((record) => detailsOf(page, run, record)));
  return joinedParts([heading(2, format.day(runs[0]!.started)), table(texts.log.columns, rows), list(told)]);
}

function rowOf(page: Page, evidence: Evidence, record: StepRecord, first: boolean): readonly string[] {
  const { texts, format } = page.speech;
  const { log, common } = texts;
  const { trigger, mode, seconds, started } = evidence;
  const what = `\`${MODES.find((m) => m === mode) ?? '?'}\` ${named(common.steps, record.step)}`;
  return [
    format.time(started),
    trigger ? `${what} (${link(log.run, trigger.url)})` : what,
    outcomeOf(page, record),
    trigger ? cell(short(trigger.actor, 60)) : log.terminal,
    approvalOf(page, evidence, record),
    first ? format.duration(seconds) : '',
  ];
}

function outcomeOf({ speech }: Page, { outcome, kind }: StepRecord): string {
  const { outcomes } = speech.texts.common;
  if (outcome === 'done' && kind === 'measurement') return outcomes.measured;
  return Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : cell(outcome);
}

/** Only what was carried out needs one. A plan's hash says what was approved, also where nobody knows by whom. */
function approvalOf(
  { material, speech }: Page,
  { mode, trigger }: Evidence,
  { kind, plan, applied }: StepRecord,
): string {
  const { log } = speech.texts;
  const changes = (mode === 'apply' || mode === 'rollback') && kind !== 'measurement' && kind !== 'look';
  if (!changes || !applied) return log.notNeeded;
  const people = trigger ? (material.approvals.get(trigger.url) ?? []) : [];
  const hash = plan && 'hash' in plan ? [log.planOf(`\`${/^[0-9a-f]{12}/.exec(plan.hash)?.[0] ?? '?'}\``)] : [];
  const who = trigger ? people.map((name) => cell(short(name, 60))).join(', ') || log.notRecorded : log.terminal;
  return [who, ...hash].join('; ');
}

function detailsOf(page: Page, { started, scorecard, mode }: Evidence, record: StepRecord): readonly string[] {
  const { texts, format } = page.speech;
  const { log, common } = texts;
  const { plan, applied, refusal, checks, step } = record;
  const judging = checks.filter(({ informational, result }) => !informational && result !== 'not-applicable');
  const count = (result: string) => judging.filter((check) => check.result === result).length;
  const done = applied?.events.filter(({ event }) => event === 'done').length ?? 0;
  const summary = plan && !('refusal' in plan) && (applied || mode === 'plan') ? [cell(short(plan.summary, 300))] : [];
  const parts = [
    ...summary,
    ...(applied && plan?.verdict === 'changes' ? [log.changesDone(done, plan.changes.length)] : []),
    ...(judging.length > 0 && mode !== 'plan' ? [log.checks(count('pass'), judging.length, count('unknown'))] : []),
    ...(scorecard && step === 'validate' && mode !== 'plan'
      ? [`${log.score} ${format.number(scorecard.score)}/${format.number(scorecard.possible)}`]
      : []),
    ...(refusal ? [`${log.why}${common.colon} ${cell(short(refusal.message, 400))}`] : []),
  ];
  if (parts.length === 0) return [];
  return [`${format.time(started)} ${named(common.steps, step)}${common.colon} ${parts.join(' · ')}`];
}

function unseenSection(page: Page): string | undefined {
  const { texts, format } = page.speech;
  const { log, common } = texts;
  const runs = unseenRuns(page.material);
  if (runs.length === 0) return undefined;
  const rows = runs.map(({ step, mode, at, end }) => [
    format.moment(at),
    `\`${MODES.find((m) => m === mode) ?? '?'}\` ${named(common.steps, step)}`,
    end === 'success' || end === 'failed' || end === 'stopped' ? log.ends[end] : log.ends.none,
  ]);
  return joinedParts([heading(2, log.unseenTitle), log.unseen, table(log.unseenColumns, rows)]);
}
