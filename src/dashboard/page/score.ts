import type uPlot from 'uplot';
import type { DashboardData, HostData } from '../data';
import { formatOf } from '../format';
import { fill } from '../words';
import { seriesColour } from './look';
import type { Scene, Spec } from './spec';

const MOST_SCORE = 100;

/** The score, and above it the points that are not known: what it could be at most. */
export function scoreSpec(host: HostData, { language, texts }: DashboardData, { look, span }: Scene): Spec {
  const format = formatOf(language);
  const { at, score, unknown } = host.scores;
  const { score: target } = host.targets;
  const colour = seriesColour(look, 2);
  const possible = score.map((points, i) => points + unknown[i]!);
  return {
    data: [at, possible, score] as unknown as uPlot.AlignedData,
    lines: [
      { colour, width: 1, dash: [2, 3], stepped: true, times: [] },
      { colour, width: 2, stepped: true, times: at },
    ],
    bands: [{ upper: 1, lower: 2, fill: look.soft }],
    from: span.from,
    to: span.to,
    max: MOST_SCORE,
    tick: (value) => format.number(value),
    labels: [{ text: format.number(score.at(-1)!), at: at.at(-1)!, value: score.at(-1)!, colour }],
    thresholds: target === undefined ? [] : [{ value: target, text: `${texts.target} ≥ ${format.number(target)}` }],
    flags: host.marks,
    bars: [],
    words(place) {
      const points = `${texts.score} ${format.number(score[place]!)}`;
      const open = unknown[place]! > 0 ? ` · ${fill(texts.unknownPoints, { n: format.number(unknown[place]!) })}` : '';
      return `${format.moment(at[place]!)} · ${points}${open}`;
    },
  };
}
