import { type Evidence, exitCode, type StepRecord } from '../evidence/evidence';
import type { Table } from '../steps/step';
import type { Speech } from '../texts';
import { forecastLines, scoreTable } from './conclusion';
import { block, cell } from './defuse';
import { costLine, planHashOf, RESULT_SIGNS, speechOf, stepVerdict, verdict } from './lines';

/** A report for GitHub: verdict first, one table, details folded. */
export function markdownReport(evidence: Evidence): string {
  const { steps, mode, host, tool, run, started, seconds, trigger } = evidence;
  const hash = planHashOf(evidence);
  const speech = speechOf(evidence);
  const { report, common } = speech.texts;
  const score = scoreTable(evidence);
  const footer = [
    report.on(`\`${mode}\``, cell(host)),
    `${report.run} ${cell(run)}`,
    cell(started),
    report.duration(seconds),
    `edge-phase1 ${cell(tool.version)}`,
    ...(trigger ? [`[${report.workflowRun}](${trigger.url})`] : []),
  ];
  return [
    `### ${isWell(evidence) ? '✅' : '❌'} ${cell(verdict(evidence))}`,
    ...(score ? [tableSection(score)] : []),
    ...steps.map((record) => stepSection(speech, record)),
    ...forecastLines(evidence).map((line) => `- ${cell(line)}`),
    `**${report.costLabel}${common.colon}** ${costLine(evidence)}`,
    ...(hash ? [`**${report.planHash}${common.colon}** \`${hash}\``] : []),
    `<sub>${footer.join(' · ')}</sub>`,
    '',
  ].join('\n\n');
}

const isWell = (evidence: Evidence) => exitCode(evidence) === 0 && (evidence.scorecard?.success ?? true);

function stepSection(speech: Speech, record: StepRecord): string {
  const { report, common } = speech.texts;
  const { step, plan, refusal, checks, notes } = record;
  const parts = [
    `**${cell(step)}** — ${stepVerdict(record, speech.language)}`,
    ...(plan && !('refusal' in plan) ? [cell(plan.summary)] : []),
    ...(refusal
      ? [
          `> **${report.why}${common.colon}** ${cell(refusal.message)}`,
          `**${report.whatToDo}${common.colon}**\n\n${block(refusal.wayOut)}`,
        ]
      : []),
    ...[...(plan?.notes ?? []), ...notes].map((note) => `- ${cell(note)}`),
    ...(checks.length > 0 ? [checkTable(speech, record)] : []),
    ...(record.tables ?? []).map(tableSection),
    ...(plan?.verdict === 'changes' ? [planDetails(speech, plan)] : []),
    ...(record.applied ? [eventDetails(speech, record.applied.events)] : []),
  ];
  return parts.join('\n\n');
}

function checkTable({ texts }: Speech, { checks, before, after }: StepRecord): string {
  const { report } = texts;
  const rows = checks.map(
    (c) => `| ${RESULT_SIGNS[c.result]} ${cell(c.title)} | ${cell(c.measured)} | ${cell(c.target)} |`,
  );
  const when = after ? report.after : before ? report.now : '';
  return [
    `| ${report.check} | ${report.measured}${when && ` (${when})`} | ${report.target} |`,
    '|---|---|---|',
    ...rows,
  ].join('\n');
}

function tableSection({ title, columns, rows, note }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  const table = [line(columns), `|${'---|'.repeat(columns.length)}`, ...rows.map(line)].join('\n');
  return [`**${cell(title)}**`, table, ...(note ? [`<sub>${cell(note)}</sub>`] : [])].join('\n\n');
}

function planDetails(
  { texts }: Speech,
  plan: {
    changes: readonly { title: string; command: string; why: string; check: string; undo: string }[];
  },
) {
  const { report, common } = texts;
  const said = (label: string, text: string) => `   - ${label}${common.colon} ${cell(text)}`;
  const steps = plan.changes.map((c, i) =>
    [
      `${i + 1}. **${cell(c.title)}**`,
      said(report.runs, c.command),
      said(report.whyChange, c.why),
      said(report.checked, c.check),
      said(report.undo, c.undo),
    ].join('\n'),
  );
  return folded(report.planOf(plan.changes.length), steps.join('\n'));
}

const eventDetails = ({ texts }: Speech, events: readonly { time: string; text: string }[]) =>
  folded(texts.report.hostDid, block(events.map((e) => `${e.time.slice(11, 19)} ${e.text}`).join('\n')));

const folded = (title: string, body: string) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
