import { concluded } from '../evidence/conclusion';
import { historyFiles } from '../evidence/history';
import { cell } from '../report/defuse';
import type { Forecast, Reached } from '../stats/forecast';
import type { Speech } from '../texts';
import { heading, joinedParts, list } from './markdown';
import { once, type Page } from './material';

/** From the whole history, as of the last time that the checks were judged. */
export const forecastOf = once((material): Forecast | undefined => {
  const looked = material.evidence.findLast(({ steps }) =>
    steps.some(({ step, before, after }) => step === 'validate' && (before || after)),
  );
  return looked && concluded(looked, historyFiles(material.history)['disks.jsonl'] ?? '').forecast;
});

export function forecastSection(page: Page): string {
  const { performance } = page.speech.texts;
  return joinedParts([heading(2, performance.forecastTitle), ...forecastParts(page)]);
}

export function forecastParts(page: Page): readonly string[] {
  const { texts, format } = page.speech;
  const words = texts.performance.forecast;
  const found = forecastOf(page.material);
  if (!found) return [words.none];
  const { growth, values, days } = found;
  if (!growth) return [words.few(values, format.number(days, 1))];
  const [estimate, low, high] = [growth.estimate, growth.low, growth.high].map((bytes) =>
    format.size(Math.round(bytes)),
  );
  return [words.growth(estimate!, low!, high!, format.number(days, 1)), list(forecastWords(page, found))];
}

/** When each fill level that matters is reached, one line each. */
export function forecastWords({ speech }: Page, { marks }: Forecast): readonly string[] {
  const { texts } = speech;
  return marks.map((mark) => `${titleOf(speech, mark)}${texts.common.colon} ${whenOf(speech, mark)}`);
}

/** As `evidence/conclusion.ts` names them. */
function titleOf({ texts, format }: Speech, { title }: Reached): string {
  const { use, eviction } = texts.performance.forecast;
  const [, percent] = /^(\d+(?:\.\d+)?) % in use$/.exec(title) ?? [];
  if (percent !== undefined) return use(format.percent(Number(percent) / 100));
  return title.startsWith('pods are evicted') ? eviction : cell(title);
}

function whenOf({ texts, format }: Speech, { bytesLeft, at, earliest, latest }: Reached): string {
  const words = texts.performance.forecast;
  if (bytesLeft === undefined) return words.unknown;
  if (bytesLeft <= 0) return words.already;
  if (!earliest) return words.never;
  const date = (time: string | undefined) => (time ? format.day(time) : words.never);
  return words.about(date(at), date(earliest), date(latest));
}
