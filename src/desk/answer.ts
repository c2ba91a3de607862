import { marker } from '../checklist/marker';
import { type Evidence, exitCode } from '../evidence/evidence';
import { commentText } from '../report/comment';
import { type FoldedText, fitted } from '../report/fit';
import { planHashOf, speechOf } from '../report/lines';
import { markdownReport } from '../report/markdown';
import { answer, react } from './command';
import { extrasOf, nothingText } from './comment';
import type { Desk, TaskResult } from './world';

/** Puts the result of a command where it was asked for. */
export async function answerTask(desk: Desk): Promise<TaskResult> {
  const { comment } = desk.payload;
  if (!comment?.id) return { summary: 'There is no comment to answer.', outputs: {}, warnings: [] };
  const last = desk.evidence.at(-1);
  const text = last ? withPlan(last, commentText(last, await extrasOf(desk, last))) : undefined;
  await answer(desk, String(comment.id), (bytes) => (text ? fitted(text, bytes) : nothingText(desk)));
  await react(desk, comment.id, last && exitCode(last) === 0 ? 'rocket' : 'confused');
  return { summary: last ? markdownReport(last) : nothingText(desk), outputs: {}, warnings: [] };
}

/** Below a plan how to carry it out, with a hidden marker by which its hash is known to have been shown. */
function withPlan(evidence: Evidence, text: FoldedText): FoldedText {
  const hash = planHashOf(evidence);
  const plan = evidence.steps.find((step) => step.outcome === 'planned' && step.plan?.verdict === 'changes')?.plan;
  if (!plan || hash === undefined) return text;
  const how = `${speechOf(evidence).texts.desk.commands.toCarryOut}\n\n\`\`\`text\n/phase1 ${plan.intent} ${plan.step} ${hash.slice(0, 12)}\n\`\`\``;
  return { ...text, head: `${marker('plan', plan.step, plan.intent, hash)}\n\n${text.head}\n\n${how}` };
}
