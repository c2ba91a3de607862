import { historyFiles, historyOf, joined, NO_HISTORY } from '../evidence/history';
import { recordHistory } from '../github/history';
import type { Desk, TaskResult } from './world';

/** Adds the measurements of runs to the data branch; without the permission, they are left for an artifact. */
export async function historyTask(desk: Desk): Promise<TaskResult> {
  const lines = desk.evidence.map(historyOf).reduce(joined, NO_HISTORY);
  const count = lines.builds.length + lines.disks.length + lines.scores.length;
  if (count === 0) return { summary: 'These runs measured nothing for the history.', outputs: {}, warnings: [] };
  const { written, why = '', history } = await recordHistory(desk.api, desk.repository, lines, desk);
  if (written) return { summary: `The history has ${count} measurements of these runs.`, outputs: {}, warnings: [] };
  return {
    summary: `The history was not written: ${why}`,
    outputs: {},
    warnings: [`The history was not written; an artifact has it. ${why}`],
    files: { kind: 'history', texts: historyFiles(history) },
  };
}
