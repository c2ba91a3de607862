import type { Evidence } from '../evidence/evidence';
import { scoreText } from '../evidence/scorecard';
import type { Reached } from '../stats/forecast';
import type { Table } from '../steps/step';
import { gib } from '../units';

/** The scorecard as a table, where the run has one. */
export function scoreTable({ scorecard }: Evidence): Table | undefined {
  if (!scorecard) return undefined;
  const earned = ({ result, weight }: (typeof scorecard.rows)[number]) =>
    result === 'not-applicable' ? 'does not apply' : `${result === 'pass' ? weight : 0} of ${weight}`;
  return {
    title: `Score: ${scoreText(scorecard)}`,
    columns: ['Check', 'Result', 'Points'],
    rows: scorecard.rows.map((row) => [row.title, row.result, earned(row)]),
    note: 'A pass earns its points, anything else none. Unknown is neither a pass nor a failure.',
  };
}

/** The forecast in sentences; none where no history was given. */
export function forecastLines({ forecast }: Evidence): readonly string[] {
  if (!forecast) return [];
  const { growth, unknown, values, days, marks } = forecast;
  if (!growth) return [`Forecast for /: unknown (${unknown}).`];
  const { low, estimate, high } = growth;
  return [
    `Growth of /: ${bytes(estimate)} a day (95 %: ${bytes(low)} to ${bytes(high)}), from ${values} days with values over ${days} days.`,
    ...marks.map(markLine),
  ];
}

function markLine({ title, bytesLeft, unknown, at, earliest, latest }: Reached): string {
  if (bytesLeft === undefined) return `${title}: unknown (${unknown}).`;
  if (bytesLeft <= 0) return `${title}: already, by ${gib(-bytesLeft)}.`;
  const left = `${title}: ${gib(bytesLeft)} left`;
  if (!earliest) return `${left}; not reached at this growth.`;
  return `${left}; ${at ? `about ${date(at)}` : 'not reached at this growth'} (earliest ${date(earliest)}, latest ${latest ? date(latest) : 'never'}).`;
}

const date = (time: string) => time.slice(0, 10);
const bytes = (value: number) => (value < 0 ? `-${gib(Math.round(-value))}` : gib(Math.round(value)));
