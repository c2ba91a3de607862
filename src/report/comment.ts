import { type Evidence, exitCode, type Mode, type StepRecord } from '../evidence/evidence';
import { scoreVerdict } from '../evidence/scorecard';
import type { Topic } from '../github/marker';
import type { Check, Table } from '../steps/step';
import { type Speech, textsOf } from '../texts';
import { chart, type Series } from './chart';
import { block, cell, link, short } from './defuse';
import type { Folded, FoldedText } from './fit';
import { costLine, planHashOf, RESULT_SIGNS, speechOf, stepVerdict } from './lines';

/** What a comment shows besides the evidence. */
export interface CommentExtras {
  readonly history?: Series;
  /** What other sources add to the tables of the steps, such as the time by instruction. */
  readonly tables?: readonly Table[];
  /** What the figures depend on, name by name. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Address of the artifact with the evidence. */
  readonly artifactUrl?: string;
}

const TOPIC_OF_STEP: Readonly<Record<string, Topic>> = {
  'build-test': 'build',
  'disk-test': 'disk',
  validate: 'scorecard',
};

/** Which comment a run belongs to. @param steps their names */
export function topicOf(mode: Mode, steps: readonly string[]): Topic {
  const [only = '', ...others] = steps;
  const own = others.length === 0 ? TOPIC_OF_STEP[only] : undefined;
  if (own) return own;
  if (mode === 'plan') return 'plan';
  return mode === 'verify' ? 'scorecard' : 'progress';
}

/** A comment for a phone: the verdict in its first line, one table, all else folded. */
export function commentText(evidence: Evidence, extras: CommentExtras = {}): FoldedText {
  const { steps, trigger } = evidence;
  const speech = speechOf(evidence);
  const { report, common } = speech.texts;
  const artifact = extras.artifactUrl ?? (trigger && `${trigger.url}#artifacts`);
  const whole = report.wholeIn(artifact ? link(report.theEvidence, artifact) : report.jobSummary);
  const hash = planHashOf(evidence);
  const waits = steps.some(({ outcome }) => outcome === 'planned');
  const head = [
    `### ${sign(evidence)} ${verdictOf(evidence)}`,
    ...steps.flatMap((record) => stepWords(speech, record, steps.length)),
    checkTable(
      speech,
      steps.flatMap(({ checks }) => checks),
    ),
    steps.flatMap(stepNotes).join('\n'),
    extras.history ? chart(extras.history, speech.language) : '',
    waits && hash ? `**${report.planHash}${common.colon}** \`${hash}\`` : '',
    `**${report.costLabel}${common.colon}** ${costLine(evidence)}`,
  ];
  return {
    head: head.filter(Boolean).join('\n\n'),
    folded: foldedParts(evidence, extras),
    foot: foot(evidence, artifact),
    whole,
    say: speech.texts.desk.comment,
  };
}

/** An open check is no success, but a plan has not promised anything yet. */
function sign(evidence: Evidence): string {
  if (exitCode(evidence) !== 0) return RESULT_SIGNS.fail;
  if (evidence.mode === 'plan') return planHashOf(evidence) ? '📝' : RESULT_SIGNS.pass;
  if (evidence.scorecard?.success) return RESULT_SIGNS.pass;
  const results = evidence.steps.flatMap(({ checks }) => checks.filter(judges).map(({ result }) => result));
  return RESULT_SIGNS[results.includes('fail') ? 'fail' : results.includes('unknown') ? 'unknown' : 'pass'];
}

const machineOf = (steps: readonly StepRecord[]) => steps[0]?.before?.machine;

/** Pre-flight informs, and what does not apply says nothing. */
const judges = ({ informational, result }: Check) => !informational && result !== 'not-applicable';

function verdictOf(evidence: Evidence): string {
  const { steps, mode, host, scorecard } = evidence;
  const { texts, language } = speechOf(evidence);
  const { report, common } = texts;
  const name = cell(short(machineOf(steps)?.name || host, 60));
  const checks = steps.flatMap((step) => step.checks.filter(judges));
  const count = (result: Check['result']) => checks.filter((check) => check.result === result).length;
  const score =
    mode === 'plan' || checks.length === 0 ? [] : [report.checksPass(count('pass'), checks.length, count('unknown'))];
  if (scorecard && mode !== 'plan') return report.on(`${cell(scoreVerdict(scorecard, language))},`, name);
  const [only] = steps;
  if (steps.length !== 1 || !only) return [report.on(mode, name), ...score].join(`${common.colon} `);
  // That nothing was changed is no news where nothing was to be changed.
  const ended = only.outcome === 'verified' && score.length > 0 ? [] : [stepVerdict(only, language)];
  return `${report.on(cell(only.step), name)}${common.colon} ${[...ended, ...score].join(', ')}`;
}

function stepWords({ texts, language }: Speech, record: StepRecord, all: number): string[] {
  const { report, common } = texts;
  const { plan, refusal } = record;
  return [
    ...(all > 1 ? [`**${cell(record.step)}${common.colon}** ${stepVerdict(record, language)}`] : []),
    ...(plan && !('refusal' in plan) ? [cell(plan.summary)] : []),
    ...(refusal
      ? [
          `> **${report.why}${common.colon}** ${cell(refusal.message)}`,
          `**${report.whatToDo}${common.colon}**\n\n${block(refusal.wayOut)}`,
        ]
      : []),
  ];
}

const stepNotes = ({ plan, notes }: StepRecord) => [...(plan?.notes ?? []), ...notes].map((note) => `- ${cell(note)}`);

function checkTable({ texts }: Speech, checks: readonly Check[]): string {
  const { report } = texts;
  if (checks.length === 0) return '';
  const rows = checks.map(({ result, title, measured, target }) => {
    const [what, was, wanted] = [title, measured, target].map((text) => cell(short(text, 120)));
    return `| ${RESULT_SIGNS[result]} ${what} | ${was} | ${wanted} |`;
  });
  return [`| ${report.check} | ${report.measured} | ${report.target} |`, '|---|---|---|', ...rows].join('\n');
}

function foldedParts(evidence: Evidence, { tables = [], environment }: CommentExtras): Folded[] {
  const { steps, host } = evidence;
  const speech = speechOf(evidence);
  const names = speech.texts.report.environmentNames;
  const machine = machineOf(steps);
  const about = machine
    ? {
        ...{ [names.host]: host, [names.name]: machine.name, [names.system]: machine.os },
        ...{ [names.kernel]: machine.kernel, ...environment },
      }
    : environment;
  return [
    ...steps.flatMap(({ plan }) => (plan?.verdict === 'changes' ? [planPart(speech, plan.changes)] : [])),
    ...steps.flatMap((step) => step.tables ?? []).map(tablePart),
    ...tables.map(tablePart),
    ...(about ? [environmentPart(speech, about)] : []),
    ...steps.flatMap(({ checks }) => (checks.length > 0 ? [howPart(speech, checks)] : [])),
    ...steps.flatMap(({ applied }) => (applied ? [eventsPart(speech, applied.events)] : [])),
  ];
}

const markdown = (title: string, text: string): Folded => ({ title, text, kind: 'markdown' });

const planPart = (
  { texts: { report, common } }: Speech,
  changes: readonly { title: string; command: string; check: string; undo: string }[],
) =>
  markdown(
    report.planOf(changes.length),
    changes
      .map((change, i) =>
        [
          `${i + 1}. **${cell(change.title)}**`,
          `   - ${report.runs}${common.colon} ${cell(change.command)}`,
          `   - ${report.checked}${common.colon} ${cell(change.check)}`,
          `   - ${report.undo}${common.colon} ${cell(change.undo)}`,
        ].join('\n'),
      )
      .join('\n'),
  );

function tablePart({ title, columns, rows, note }: Table): Folded {
  const line = (cells: readonly string[]) => `| ${cells.map((text) => cell(short(text, 100))).join(' | ')} |`;
  const table = [line(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(line)].join('\n');
  return markdown(cell(title), [table, ...(note ? [`<sub>${cell(note)}</sub>`] : [])].join('\n\n'));
}

const environmentPart = ({ texts }: Speech, about: Readonly<Record<string, string>>) =>
  markdown(
    texts.report.environment,
    Object.entries(about)
      .map(([name, value]) => `- ${cell(name)}${texts.common.colon} ${cell(short(value, 200))}`)
      .join('\n'),
  );

const howPart = ({ texts }: Speech, checks: readonly Check[]) =>
  markdown(
    texts.report.howMeasured,
    checks.map(({ title, how }) => `- ${cell(title)}${texts.common.colon} ${cell(short(how, 300))}`).join('\n'),
  );

const eventsPart = ({ texts }: Speech, events: readonly { time: string; text: string }[]): Folded => ({
  title: texts.report.hostDid,
  text: events.map(({ time, text }) => `${time.slice(11, 19)} ${text}`).join('\n'),
  kind: 'log',
});

function foot(evidence: Evidence, artifact: string | undefined): string {
  const { run, started, seconds, tool, trigger } = evidence;
  const { report } = speechOf(evidence).texts;
  const words = [
    ...(artifact ? [link(report.evidence, artifact)] : []),
    ...(trigger ? [link(report.workflowRun, trigger.url)] : []),
    `${report.run} ${cell(run)}`,
    cell(started.slice(0, 16).replace('T', ' ')),
    report.duration(seconds),
    `edge-phase1 ${cell(tool.version)}`,
  ];
  return `<sub>${words.join(' · ')}</sub>`;
}

const PROGRESS_LINES = 12;

/** What is going on, while it goes on. */
export function progressText(
  title: string,
  lines: readonly string[],
  elapsedSeconds: number,
  { desk, report } = textsOf({}),
): string {
  const said = lines.flatMap((line) => line.trim().split('\n')).filter((line) => line.trim() !== '');
  const shown = said.slice(-PROGRESS_LINES).map((line) => short(line, 300));
  return [
    desk.comment.goingOn(cell(title), report.duration(elapsedSeconds)),
    block(shown.join('\n')),
    desk.comment.updated,
  ].join('\n\n');
}
