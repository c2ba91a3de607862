import { createInterface } from 'node:readline/promises';
import { plain } from '../report/defuse';
import type { Plan } from '../steps/step';
import type { Streams } from './command';
import type { Options } from './options';

/** Shows a plan to the person at the terminal, and asks. */
export async function approve(plan: Plan, { yes }: Options, { stdin, stderr }: Streams): Promise<boolean> {
  if (yes) return true;
  if (plan.verdict === 'changes') {
    stderr.write(
      plain(
        `\n${plan.summary}\n${plan.changes.map((c, i) => `  ${i + 1}. ${c.title}\n     ${c.command}`).join('\n')}\n`,
      ),
    );
  }
  if (!stdin.isTTY) {
    stderr.write('Nobody can be asked here (no terminal): pass --yes, or the hash of the plan (--plan-hash).\n');
    return false;
  }
  const questions = createInterface({ input: stdin, output: stderr });
  const answer = await questions.question('Carry this out now? [y/N] ');
  questions.close();
  return /^y(es)?$/i.test(answer.trim());
}
