import type uPlot from 'uplot';
import type { DashboardData, DiskForecast, HostData } from '../data';
import { formatOf, plainPercent } from '../format';
import { fill } from '../words';
import { seriesColour } from './look';
import type { Scene, Spec, Threshold } from './spec';

const DAY_SECONDS = 86_400;
/** How far ahead is drawn: half of what is shown of the past, within these. */
const [LEAST_DAYS, MOST_DAYS] = [7, 90];

/** Percent in use over time, what is foretold, and the levels that matter. */
export function diskSpec(host: HostData, { language, texts }: DashboardData, { look, span }: Scene): Spec {
  const format = formatOf(language);
  const { at, used, usable } = host.disk;
  const percent = used.map((bytes, i) => (100 * bytes) / usable[i]!);
  const last = at.length - 1;
  const [lastAt, lastPercent] = [at[last]!, percent[last]!];
  const ahead = aheadOf(host.forecast, lastAt, lastPercent, span.to - span.from);
  const gaps = at.map(() => null);
  const foretold = (of: (point: Ahead) => number) => [...gaps.slice(1), lastPercent, ...ahead.map(of)];
  const colour = seriesColour(look, 0);
  const dashed = { colour, width: 1.5, dash: [4, 4], times: [] };
  const none = { colour: 'transparent', width: 0, times: [] };
  const end = ahead.at(-1);
  return {
    data: [
      [...at, ...ahead.map((point) => point.at)],
      [...percent, ...ahead.map(() => null)],
      foretold((point) => point.estimate),
      foretold((point) => point.low),
      foretold((point) => point.high),
    ] as uPlot.AlignedData,
    lines: [{ colour, width: 2, fill: look.soft, times: at }, dashed, none, none],
    bands: ahead.length > 0 ? [{ upper: 4, lower: 3, fill: look.soft }] : [],
    from: span.from,
    to: Math.max(span.to, end?.at ?? 0),
    max: 100,
    tick: (value) => `${format.number(value)} %`,
    labels: [
      end
        ? { text: texts.forecastLine, at: end.at, value: end.estimate, colour }
        : { text: format.percent(lastPercent), at: lastAt, value: lastPercent, colour },
    ],
    thresholds: thresholdsOf(host, (value) => plainPercent(format, value), texts.target, texts.eviction),
    flags: host.marks,
    bars: [],
    words(place) {
      if (place > last) return '';
      const sizes = { used: format.size(used[place]!), usable: format.size(usable[place]!) };
      return `${format.moment(at[place]!)} · ${format.percent(percent[place]!)} · ${fill(texts.used_of, sizes)}`;
    },
  };
}

function thresholdsOf(
  { targets }: HostData,
  number: (value: number) => string,
  target: string,
  eviction: string,
): readonly Threshold[] {
  return [
    ...(targets.diskUse === undefined
      ? []
      : [{ value: targets.diskUse, text: `${target} < ${number(targets.diskUse)} %` }]),
    ...(targets.eviction === undefined
      ? []
      : [{ value: targets.eviction, text: `${eviction}: ${number(targets.eviction)} %` }]),
  ];
}

interface Ahead {
  readonly at: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** A point a day, so that a line that reaches full or empty ends there. */
function aheadOf({ growth }: DiskForecast, at: number, percent: number, shown: number): readonly Ahead[] {
  if (!growth) return [];
  const days = Math.round(Math.min(Math.max(shown / 2 / DAY_SECONDS, LEAST_DAYS), MOST_DAYS));
  const within = (value: number) => Math.min(Math.max(value, 0), 100);
  return Array.from({ length: days }, (_, i) => {
    const on = (slope: number) => within(percent + slope * (i + 1));
    return {
      at: at + (i + 1) * DAY_SECONDS,
      estimate: on(growth.estimate),
      low: on(growth.low),
      high: on(growth.high),
    };
  });
}
