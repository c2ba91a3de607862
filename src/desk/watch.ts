import { forecastCheck } from '../checks/forecast';
import { concluded } from '../evidence/conclusion';
import type { Evidence } from '../evidence/evidence';
import { type History, historyFiles } from '../evidence/history';
import { historyOr } from '../github/past-runs';
import { watchChecks } from '../github/watch';
import { Refusal } from '../host/host';
import { markdownReport } from '../report/markdown';
import { textsOf } from '../texts';
import type { Desk, TaskResult } from './world';

/** Opens an issue for a check that starts to fail, closes it when it passes again. The forecast is one of the checks. */
export async function watchTask(desk: Desk): Promise<TaskResult> {
  const last = desk.evidence.at(-1);
  if (!last)
    throw new Refusal(
      'evidence',
      'There is no evidence: the server was not looked at.',
      'The log of the job on the server says why.',
    );
  const looked = withForecast(last, await historyOr(desk.api, desk.repository), desk.now());
  const { colon } = textsOf(desk.config).common;
  const { watch: say } = textsOf(desk.config).desk;
  const did = await watchChecks(desk.api, desk.repository, looked);
  const lines = did.map(({ check, number, did: what }) => `- #${number}${colon} \`${check}\` ${say.did[what]}`);
  const changed = lines.length > 0 ? lines.join('\n') : say.nothing;
  return { summary: `${changed}\n\n${markdownReport(looked)}`, outputs: {}, warnings: [] };
}

/** The evidence with the forecast, which a job on the server cannot make: it knows no history. */
export function withForecast(evidence: Evidence, history: History, now: Date): Evidence {
  const foretold = concluded(evidence, historyFiles(history)['disks.jsonl'] ?? '');
  const { forecast } = foretold;
  if (!forecast) return evidence;
  const steps = foretold.steps.map((record) =>
    record.step === 'validate'
      ? { ...record, checks: [...record.checks, forecastCheck(forecast, now, foretold.config)] }
      : record,
  );
  return { ...foretold, steps };
}
