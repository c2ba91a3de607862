import type { Evidence } from '../evidence/evidence';
import { scoreText } from '../evidence/scorecard';
import type { Reached } from '../stats/forecast';
import type { Table } from '../steps/step';
import type { Texts } from '../texts';
import { speechOf } from './lines';

/** The scorecard as a table, where the run has one. */
export function scoreTable(evidence: Evidence): Table | undefined {
  const { scorecard } = evidence;
  if (!scorecard) return undefined;
  const { texts, language } = speechOf(evidence);
  const { report, common } = texts;
  const earned = ({ result, weight }: (typeof scorecard.rows)[number]) =>
    result === 'not-applicable' ? report.notApplicable : report.points(result === 'pass' ? weight : 0, weight);
  return {
    title: report.scoreTitle(scoreText(scorecard, language)),
    columns: report.scoreColumns,
    rows: scorecard.rows.map((row) => [
      language === 'en' ? row.title : (common.checks[row.id] ?? row.title),
      language === 'en' ? row.result : common.results[row.result],
      earned(row),
    ]),
    note: report.scoreNote,
  };
}

/** The forecast in sentences; none where no history was given. */
export function forecastLines(evidence: Evidence): readonly string[] {
  const { forecast } = evidence;
  if (!forecast) return [];
  const words = speechOf(evidence).texts.report.forecast;
  const { growth, unknown, values, days, marks } = forecast;
  if (!growth) return [words.unknown(unknown)];
  const { low, estimate, high } = growth;
  return [
    words.growth(words.size(estimate), words.size(low), words.size(high), values, days),
    ...marks.map((mark) => markLine(words, mark)),
  ];
}

type Words = Texts['report']['forecast'];

function markLine(words: Words, { title, bytesLeft, unknown, at, earliest, latest }: Reached): string {
  if (bytesLeft === undefined) return words.markUnknown(title, String(unknown));
  if (bytesLeft <= 0) return words.already(title, words.size(-bytesLeft));
  const left = words.left(title, words.size(bytesLeft));
  if (!earliest) return words.leftOnly(left);
  const reached = at ? words.about(date(at)) : words.notReached;
  return words.reached(left, reached, date(earliest), latest ? date(latest) : words.never);
}

const date = (time: string) => time.slice(0, 10);
