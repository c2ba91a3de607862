import { watchChecks } from '../github/watch';
import { Refusal } from '../host/host';
import type { Desk, TaskResult } from './world';

/** Opens an issue for a check that starts to fail, closes it when it passes again. */
export async function watchTask(desk: Desk): Promise<TaskResult> {
  const last = desk.evidence.at(-1);
  if (!last)
    throw new Refusal(
      'evidence',
      'There is no evidence: the server was not looked at.',
      'The log of the job on the server says why.',
    );
  const did = await watchChecks(desk.api, desk.repository, last);
  const lines = did.map(({ check, number, did: what }) => `- #${number}: \`${check}\` ${what}`);
  return { summary: lines.length > 0 ? lines.join('\n') : 'No check has changed.', outputs: {}, warnings: [] };
}
