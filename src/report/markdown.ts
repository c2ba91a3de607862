import { type Evidence, exitCode, type StepRecord } from '../evidence/evidence';
import type { Table } from '../steps/step';
import { duration } from '../units';
import { forecastLines, scoreTable } from './conclusion';
import { block, cell } from './defuse';
import { costLine, planHashOf, RESULT_SIGNS, stepVerdict, verdict } from './lines';

/** A report for GitHub: verdict first, one table, details folded. */
export function markdownReport(evidence: Evidence): string {
  const { steps, mode, host, tool, run, started, seconds, trigger } = evidence;
  const hash = planHashOf(evidence);
  const score = scoreTable(evidence);
  const footer = [
    `\`${mode}\` on ${cell(host)}`,
    `run ${cell(run)}`,
    cell(started),
    duration(seconds),
    `edge-phase1 ${cell(tool.version)}`,
    ...(trigger ? [`[workflow run](${trigger.url})`] : []),
  ];
  return [
    `### ${isWell(evidence) ? '✅' : '❌'} ${cell(verdict(evidence))}`,
    ...(score ? [tableSection(score)] : []),
    ...steps.map(stepSection),
    ...forecastLines(evidence).map((line) => `- ${cell(line)}`),
    `**Cost:** ${costLine(evidence)}`,
    ...(hash ? [`**Plan hash:** \`${hash}\``] : []),
    `<sub>${footer.join(' · ')}</sub>`,
    '',
  ].join('\n\n');
}

const isWell = (evidence: Evidence) => exitCode(evidence) === 0 && (evidence.scorecard?.success ?? true);

function stepSection(record: StepRecord): string {
  const { step, plan, refusal, checks, notes } = record;
  const parts = [
    `**${cell(step)}** — ${stepVerdict(record)}`,
    ...(plan && !('refusal' in plan) ? [cell(plan.summary)] : []),
    ...(refusal ? [`> **Why:** ${cell(refusal.message)}`, `**What to do:**\n\n${block(refusal.wayOut)}`] : []),
    ...[...(plan?.notes ?? []), ...notes].map((note) => `- ${cell(note)}`),
    ...(checks.length > 0 ? [checkTable(record)] : []),
    ...(record.tables ?? []).map(tableSection),
    ...(plan?.verdict === 'changes' ? [planDetails(plan)] : []),
    ...(record.applied ? [eventDetails(record.applied.events)] : []),
  ];
  return parts.join('\n\n');
}

function checkTable({ checks, before, after }: StepRecord): string {
  const rows = checks.map(
    (c) => `| ${RESULT_SIGNS[c.result]} ${cell(c.title)} | ${cell(c.measured)} | ${cell(c.target)} |`,
  );
  const when = after ? 'after' : before ? 'now' : '';
  return [`| Check | Measured${when && ` (${when})`} | Target |`, '|---|---|---|', ...rows].join('\n');
}

function tableSection({ title, columns, rows, note }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  const table = [line(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(line)].join('\n');
  return [`**${cell(title)}**`, table, ...(note ? [`<sub>${cell(note)}</sub>`] : [])].join('\n\n');
}

function planDetails(plan: {
  changes: readonly { title: string; command: string; why: string; check: string; undo: string }[];
}) {
  const steps = plan.changes.map((c, i) =>
    [
      `${i + 1}. **${cell(c.title)}**`,
      `   - runs: ${cell(c.command)}`,
      `   - why: ${cell(c.why)}`,
      `   - checked: ${cell(c.check)}`,
      `   - undo: ${cell(c.undo)}`,
    ].join('\n'),
  );
  return folded(`The plan: ${plan.changes.length} changes`, steps.join('\n'));
}

const eventDetails = (events: readonly { time: string; text: string }[]) =>
  folded('What the host did', block(events.map((e) => `${e.time.slice(11, 19)} ${e.text}`).join('\n')));

const folded = (title: string, body: string) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
