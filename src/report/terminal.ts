import type { Evidence, StepRecord } from '../evidence/evidence';
import { scoreVerdict } from '../evidence/scorecard';
import type { Table } from '../steps/step';
import { duration } from '../units';
import { forecastLines, scoreTable } from './conclusion';
import { plain } from './defuse';
import { costLine, stepVerdict } from './lines';

const SIGNS = { pass: 'PASS', fail: 'FAIL', unknown: '????', 'not-applicable': 'n/a ' };

/** A report for a terminal, 80 columns and more. */
export function terminalReport(evidence: Evidence): string {
  const { tool, mode, host, steps, seconds, scorecard } = evidence;
  const [score, forecast] = [scoreTable(evidence), forecastLines(evidence)];
  const machine = steps[0]?.before?.machine;
  const where = machine ? `${host} (${machine.name}, ${machine.os}, ${machine.kernel})` : host;
  const lines = [
    `edge-phase1 ${tool.version}  ${mode} on ${where}`,
    '',
    ...(scorecard ? [scoreVerdict(scorecard), ''] : []),
    ...steps.flatMap(stepLines),
    ...(score ? [...tableLines(score), ''] : []),
    ...(forecast.length > 0 ? [...forecast, ''] : []),
    `Cost: ${costLine(evidence)}. Took ${duration(seconds)}.`,
    ...(mode === 'plan' ? nextCommands(evidence) : []),
  ];
  return plain(lines.join('\n'));
}

/** How each step that would change something is carried out, with the hash of the plan shown here as its approval. */
function nextCommands({ steps, host }: Evidence): string[] {
  const commands = steps.flatMap(({ step, plan, kind }) => {
    if (plan?.verdict !== 'changes') return [];
    const approval = kind === 'measurement' ? '' : ` --plan-hash ${plan.hash}`;
    return [`  edge-phase1 apply ${step}${host === 'local' ? '' : ` --host ${host}`}${approval}`];
  });
  return commands.length === 0 ? [] : ['', 'Nothing was changed. To carry it out:', ...commands];
}

function stepLines(record: StepRecord): string[] {
  const { step, plan, checks, refusal, notes } = record;
  return [
    `${step}: ${stepVerdict(record)}`,
    ...(plan && !('refusal' in plan) ? [`  ${plan.summary}`] : []),
    ...(plan?.verdict === 'changes' ? plan.changes.flatMap(changeLines) : []),
    ...(plan?.notes ?? []).map((note) => `  Note: ${note}`),
    ...notes.map((note) => `  Note: ${note}`),
    ...(refusal ? [`  Why: ${indented(refusal.message)}`, `  What to do: ${indented(refusal.wayOut)}`] : []),
    ...(checks.length > 0 ? ['  Checks:'] : []),
    ...checks.map((c) => `    ${SIGNS[c.result]}  ${c.title}: ${c.measured} (target ${c.target})`),
    ...(record.tables ?? []).flatMap(tableLines),
    '',
  ];
}

/** Columns as wide as their widest cell, two spaces apart; a line that would be long for a terminal is left long. */
function tableLines({ title, columns, rows, note }: Table): string[] {
  const lines = [columns, ...rows].map((cells) => cells.map(oneLine));
  const widths = columns.map((_, i) => Math.max(...lines.map((cells) => cells[i]?.length ?? 0)));
  const shown = lines.map((cells) => `    ${cells.map((text, i) => text.padEnd(widths[i]!)).join('  ')}`.trimEnd());
  return [`  ${oneLine(title)}:`, ...shown, ...(note ? [`    (${oneLine(note)})`] : [])];
}

const oneLine = (text: string) => plain(text).replace(/\s+/g, ' ');

const changeLines = (change: { title: string; command: string; why: string; undo: string }, index: number) => [
  `  ${index + 1}. ${change.title}`,
  `     runs:  ${change.command}`,
  `     why:   ${change.why}`,
  `     undo:  ${change.undo}`,
];

const indented = (text: string) => text.split('\n').join('\n    ');
