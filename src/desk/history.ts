import { checklistOf } from '../checklist/config';
import {
  type ChecklistLine,
  HISTORY_KINDS,
  type History,
  type HistoryFiles,
  historyFiles,
  joined,
  NO_HISTORY,
} from '../evidence/history';
import { historyOf } from '../evidence/history-of';
import { checklistProgress } from '../github/checklist-progress';
import { ApiError } from '../github/error';
import { recordHistory } from '../github/history';
import type { Desk, TaskResult } from './world';

export interface HistoryResult extends TaskResult {
  /** What could not be written, for an artifact. */
  readonly files?: HistoryFiles;
}

/**
 * Adds what runs measured and carried out, and how far the checklist is, to the data branch; without the permission, the lines
 * are left for an artifact.
 */
export async function historyTask(desk: Desk): Promise<HistoryResult> {
  const warnings: string[] = [];
  const ofRuns = desk.evidence.map(historyOf).reduce(joined, NO_HISTORY);
  const lines = { ...ofRuns, checklists: await progressIn(desk, warnings) };
  const count = countOf(lines);
  if (count === 0) return { summary: 'These runs measured nothing for the history.', outputs: {}, warnings };
  const { written, why = '', history } = await recordHistory(desk.api, desk.repository, lines, desk);
  if (written) return { summary: `The history has ${count} lines of these runs.`, outputs: {}, warnings };
  return {
    summary: `The history was not written: ${why}`,
    outputs: {},
    warnings: [...warnings, `The history was not written; an artifact has it. ${why}`],
    files: historyFiles(history),
  };
}

/** Targets alone are no news. */
const countOf = (lines: History) =>
  HISTORY_KINDS.filter((kind) => kind !== 'targets').reduce((count, kind) => count + lines[kind].length, 0);

async function progressIn(desk: Desk, warnings: string[]): Promise<readonly ChecklistLine[]> {
  try {
    return await checklistProgress(desk.api, desk.repository, checklistOf(desk.config));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    warnings.push(`How far the checklist is was not recorded. ${error.message}`);
    return [];
  }
}
