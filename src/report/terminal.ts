import type { Evidence, StepRecord } from '../evidence/evidence';
import { scoreVerdict } from '../evidence/scorecard';
import type { Table } from '../steps/step';
import type { Speech, Texts } from '../texts';
import { forecastLines, scoreTable } from './conclusion';
import { plain } from './defuse';
import { costLine, speechOf, stepVerdict } from './lines';

/** A report for a terminal, 80 columns and more. */
export function terminalReport(evidence: Evidence): string {
  const { tool, mode, host, steps, seconds, scorecard } = evidence;
  const [score, forecast] = [scoreTable(evidence), forecastLines(evidence)];
  const speech = speechOf(evidence);
  const { report } = speech.texts;
  const machine = steps[0]?.before?.machine;
  const where = machine ? `${host} (${machine.name}, ${machine.os}, ${machine.kernel})` : host;
  const lines = [
    `edge-phase1 ${tool.version}  ${report.on(mode, where)}`,
    '',
    ...(scorecard ? [scoreVerdict(scorecard, speech.language), ''] : []),
    ...steps.flatMap((record) => stepLines(speech, record)),
    ...(score ? [...tableLines(score, speech.texts.common.colon), ''] : []),
    ...(forecast.length > 0 ? [...forecast, ''] : []),
    report.terminal.took(costLine(evidence), report.duration(seconds)),
    ...(mode === 'plan' ? nextCommands(evidence) : []),
  ];
  return plain(lines.join('\n'));
}

/** How each step that would change something is carried out, with the hash of the plan shown here as its approval. */
function nextCommands(evidence: Evidence): string[] {
  const { steps, host } = evidence;
  const commands = steps.flatMap(({ step, plan, kind }) => {
    if (plan?.verdict !== 'changes') return [];
    const approval = kind === 'measurement' ? '' : ` --plan-hash ${plan.hash}`;
    return [`  edge-phase1 apply ${step}${host === 'local' ? '' : ` --host ${host}`}${approval}`];
  });
  return commands.length === 0 ? [] : ['', speechOf(evidence).texts.report.terminal.next, ...commands];
}

function stepLines({ texts, language }: Speech, record: StepRecord): string[] {
  const { report, common } = texts;
  const { terminal } = report;
  const { step, plan, checks, refusal, notes } = record;
  return [
    `${step}${common.colon} ${stepVerdict(record, language)}`,
    ...(plan && !('refusal' in plan) ? [`  ${plan.summary}`] : []),
    ...(plan?.verdict === 'changes' ? plan.changes.flatMap((change, index) => changeLines(texts, change, index)) : []),
    ...(plan?.notes ?? []).map((note) => `  ${terminal.note}${common.colon} ${note}`),
    ...notes.map((note) => `  ${terminal.note}${common.colon} ${note}`),
    ...(refusal
      ? [
          `  ${report.why}${common.colon} ${indented(refusal.message)}`,
          `  ${report.whatToDo}${common.colon} ${indented(refusal.wayOut)}`,
        ]
      : []),
    ...(checks.length > 0 ? [`  ${terminal.checks}${common.colon}`] : []),
    ...checks.map(
      (c) => `    ${terminal.signs[c.result]}  ${c.title}${common.colon} ${c.measured} ${terminal.target(c.target)}`,
    ),
    ...(record.tables ?? []).flatMap((table) => tableLines(table, common.colon)),
    '',
  ];
}

/** Columns as wide as their widest cell, two spaces apart; a line that would be long for a terminal is left long. */
function tableLines({ title, columns, rows, note }: Table, colon: string): string[] {
  const lines = [columns, ...rows].map((cells) => cells.map(oneLine));
  const widths = columns.map((_, i) => Math.max(...lines.map((cells) => cells[i]?.length ?? 0)));
  const shown = lines.map((cells) => `    ${cells.map((text, i) => text.padEnd(widths[i]!)).join('  ')}`.trimEnd());
  return [`  ${oneLine(title)}${colon}`, ...shown, ...(note ? [`    (${oneLine(note)})`] : [])];
}

const oneLine = (text: string) => plain(text).replace(/\s+/g, ' ');

const changeLines = (
  { report: { runs, whyChange, undo }, common: { colon } }: Texts,
  change: { title: string; command: string; why: string; undo: string },
  index: number,
) => [
  `  ${index + 1}. ${change.title}`,
  `     ${label(runs, colon)} ${change.command}`,
  `     ${label(whyChange, colon)} ${change.why}`,
  `     ${label(undo, colon)} ${change.undo}`,
];

/** As wide as the longest of English. */
const label = (word: string, colon: string) => `${word}${colon}`.padEnd(6);

const indented = (text: string) => text.split('\n').join('\n    ');
