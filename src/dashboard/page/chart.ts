import uPlot from 'uplot';
import type { Language } from '../../texts/language';
import { drawAbove, drawBelow, FONT_SIZE, font, labelWidth } from './draw';
import type { Look } from './look';
import type { Line, Spec } from './spec';
import { timeTicks } from './ticks';

const [LOW, HIGH, NARROW] = [220, 280, 480];
const AXIS_WIDTH = 54;
const FLAG_ROOM = 24;
/** Below it, points would become one thick line. */
const POINT_ROOM = 14;

/** Draws a chart into its place. `read` is told the place of the data that the cursor is at; null when it has left. */
export function drawChart(
  into: HTMLElement,
  spec: Spec,
  look: Look,
  language: Language,
  width: number,
  read: (place: number | null) => void,
): uPlot {
  const stepped = uPlot.paths.stepped!({ align: 1 });
  const axisFont = font(look, 1);
  const ticks = { show: false } as const;
  return new uPlot(
    {
      width,
      height: heightOf(width),
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      legend: { show: false },
      padding: [FLAG_ROOM, labelWidth(spec.labels, look, width * 0.3), 0, 0],
      cursor: { drag: { x: false, y: false }, y: false, points: { size: 9 } },
      scales: { x: { range: [spec.from, spec.to] }, y: { range: [0, spec.max] } },
      axes: [
        {
          ...{
            stroke: look.muted,
            font: axisFont,
            ticks,
            gap: 6,
            size: FONT_SIZE * 3.2,
            space: width < NARROW ? 62 : 76,
          },
          grid: { show: false },
          values: (_u, splits, _axis, _space, step) => timeTicks(splits, step, language),
        },
        {
          ...{ stroke: look.muted, font: axisFont, ticks, size: AXIS_WIDTH, gap: 6, space: 44 },
          grid: { stroke: look.line, width: 1 },
          values: (_u, splits) => splits.map(spec.tick),
        },
      ],
      series: [{}, ...spec.lines.map((line) => seriesOf(line, look, stepped, hasRoom(line, spec, width)))],
      bands: spec.bands.map(({ upper, lower, fill }) => ({ series: [upper, lower], fill })),
      hooks: {
        drawAxes: [(u) => drawBelow(u, spec, look)],
        draw: [(u) => drawAbove(u, spec, look)],
        setCursor: [({ cursor }) => read(cursor.idx ?? null)],
      },
    },
    spec.data,
    into,
  );
}

export const heightOf = (width: number) => (width < NARROW ? LOW : HIGH);

const seriesOf = (line: Line, look: Look, stepped: uPlot.Series.PathBuilder, marked: boolean): uPlot.Series => ({
  stroke: line.colour,
  width: line.width,
  spanGaps: true,
  ...(line.dash && { dash: line.dash }),
  ...(line.fill && { fill: line.fill }),
  ...(line.stepped && { paths: stepped }),
  points: { show: marked, size: 7, width: 2, fill: look.paper },
});

function hasRoom({ times }: Line, { from, to }: Spec, width: number): boolean {
  const seen = times.filter((time) => time >= from && time <= to);
  if (seen.length < 2) return seen.length === 1;
  const pixels = ((seen.at(-1)! - seen[0]!) / (to - from)) * (width - AXIS_WIDTH);
  return pixels / (seen.length - 1) >= POINT_ROOM;
}
