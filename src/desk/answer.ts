import { marker } from '../checklist/marker';
import { type Evidence, exitCode } from '../evidence/evidence';
import { planHashOf } from '../report/lines';
import { markdownReport } from '../report/markdown';
import { answer, react } from './command';
import { type Desk, runUrl, type TaskResult } from './world';

/** Puts the result of a command where it was asked for. */
export async function answerTask(desk: Desk): Promise<TaskResult> {
  const { comment } = desk.payload;
  if (!comment?.id) return { summary: 'No comment to answer.', outputs: {}, warnings: [] };
  const last = desk.evidence.at(-1);
  const text = last ? resultText(last) : nothingText(desk);
  await answer(desk, String(comment.id), text);
  await react(desk, comment.id, last && exitCode(last) === 0 ? 'rocket' : 'confused');
  return { summary: text, outputs: {}, warnings: [] };
}

function nothingText(desk: Desk): string {
  return `❌ The run ended without a result; its log says why: [workflow run](${runUrl(desk, desk.run)}).`;
}

/** The report; below a plan how to carry it out, with a hidden marker by which its hash is known to have been shown. */
function resultText(evidence: Evidence): string {
  const hash = planHashOf(evidence);
  const plan = evidence.steps.find((step) => step.outcome === 'planned' && step.plan?.verdict === 'changes')?.plan;
  if (!plan || hash === undefined) return markdownReport(evidence);
  return [
    marker('plan', plan.step, plan.intent, hash),
    markdownReport(evidence),
    `To carry it out, write:\n\n\`\`\`\n/phase1 ${plan.intent} ${plan.step} ${hash.slice(0, 12)}\n\`\`\``,
  ].join('\n\n');
}
