/** What the library does not draw: names at the lines' ends, thresholds, flags, intervals. In pixels of the canvas. */

import uPlot from 'uplot';
import type { Look } from './look';
import type { Bar, EndLabel, Flag, Spec } from './spec';

export const FONT_SIZE = 12;
const LABEL_HEIGHT = 15;
/** Room at the right, the same for charts with short names, so that they end at the same place. */
const LEAST_LABELS = 64;
const BADGE = 9;
/** Of the widest usual badge, with the distance to the next. */
const BADGE_WIDTH = 34;

export const font = ({ font: family }: Look, ratio: number, weight = 400) =>
  `${weight} ${Math.round(FONT_SIZE * ratio)}px ${family}`;

/** Width of the widest name at the right, with its distance to the line. */
export function labelWidth(labels: readonly EndLabel[], look: Look, most: number): number {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = font(look, 1, 600);
  const widest = Math.max(0, ...labels.map(({ text }) => context.measureText(text).width));
  return Math.min(Math.max(Math.ceil(widest) + 14, LEAST_LABELS), most);
}

export function drawBelow(u: uPlot, spec: Spec, look: Look): void {
  inside(u, () => {
    for (const bar of spec.bars) interval(u, bar, spec.bars.length);
  });
  for (const { value } of spec.thresholds) {
    const y = u.valToPos(value, 'y', true);
    stroke(u, look.target, 1.25, [6, 4], [u.bbox.left, y, u.bbox.left + u.bbox.width, y]);
  }
  for (const flags of near(u, spec.flags)) {
    const x = Math.round(u.valToPos(flags[0]!.at, 'x', true));
    stroke(u, look.muted, 1, [2, 3], [x, u.bbox.top, x, u.bbox.top + u.bbox.height]);
  }
}

export function drawAbove(u: uPlot, spec: Spec, look: Look): void {
  const { ctx } = u;
  const ratio = uPlot.pxRatio;
  ctx.save();
  ctx.font = font(look, ratio);
  for (const { value, text } of spec.thresholds) {
    const y = u.valToPos(value, 'y', true);
    const above = y - LABEL_HEIGHT * ratio > u.bbox.top;
    ctx.textBaseline = above ? 'bottom' : 'top';
    haloed(u, text, u.bbox.left + 6 * ratio, y + (above ? -3 : 4) * ratio, look.target, look);
  }
  ctx.font = font(look, ratio, 600);
  ctx.textBaseline = 'middle';
  for (const { label, y } of apart(u, spec.labels)) {
    const x = Math.min(u.valToPos(label.at, 'x', true), u.bbox.left + u.bbox.width) + 8 * ratio;
    const room = ctx.canvas.width - x - 2 * ratio;
    haloed(u, fitted(ctx, label.text, room), x, y, label.colour, look);
  }
  for (const flags of near(u, spec.flags)) badge(u, flags, look);
  ctx.restore();
}

function inside(u: uPlot, draw: () => void): void {
  u.ctx.save();
  u.ctx.beginPath();
  u.ctx.rect(u.bbox.left, u.bbox.top - 2, u.bbox.width, u.bbox.height + 4);
  u.ctx.clip();
  draw();
  u.ctx.restore();
}

type Points = readonly [x1: number, y1: number, x2: number, y2: number];

function stroke(
  { ctx }: uPlot,
  colour: string,
  width: number,
  dash: readonly number[],
  [x1, y1, x2, y2]: Points,
): void {
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = width * uPlot.pxRatio;
  ctx.setLineDash(dash.map((length) => length * uPlot.pxRatio));
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
  ctx.restore();
}

/** With end strokes where there is room for them. */
function interval(u: uPlot, { at, low, high, colour }: Bar, count: number): void {
  const x = u.valToPos(at, 'x', true);
  const [bottom, top] = [u.valToPos(low, 'y', true), u.valToPos(high, 'y', true)];
  u.ctx.globalAlpha = 0.55;
  stroke(u, colour, 1.5, [], [x, bottom, x, top]);
  const half = 4 * uPlot.pxRatio;
  if (count * half * 3 < u.bbox.width)
    for (const y of [bottom, top]) stroke(u, colour, 1.5, [], [x - half, y, x + half, y]);
  u.ctx.globalAlpha = 1;
}

/** Readable on lines, too. */
function haloed({ ctx }: uPlot, text: string, x: number, y: number, colour: string, look: Look): void {
  ctx.strokeStyle = look.paper;
  ctx.lineWidth = 4 * uPlot.pxRatio;
  ctx.lineJoin = 'round';
  ctx.setLineDash([]);
  ctx.textAlign = 'left';
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

function fitted(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  let characters = [...text];
  if (ctx.measureText(text).width <= room) return text;
  while (characters.length > 1 && ctx.measureText(`${characters.join('')}…`).width > room)
    characters = characters.slice(0, -1);
  return `${characters.join('')}…`;
}

/** Names whose lines end close together are moved apart, in their order. */
function apart(u: uPlot, labels: readonly EndLabel[]): readonly { label: EndLabel; y: number }[] {
  const height = LABEL_HEIGHT * uPlot.pxRatio;
  const placed = labels
    .filter(({ at }) => at >= u.scales.x!.min! && at <= u.scales.x!.max!)
    .map((label) => ({ label, y: u.valToPos(label.value, 'y', true) }))
    .sort((a, b) => a.y - b.y);
  placed.forEach((entry, i) => {
    if (i > 0) entry.y = Math.max(entry.y, placed[i - 1]!.y + height);
  });
  const bottom = u.bbox.top + u.bbox.height;
  for (let i = placed.length - 1, limit = bottom; i >= 0; i--, limit = placed[i + 1]!.y - height) {
    placed[i]!.y = Math.min(placed[i]!.y, limit);
  }
  return placed;
}

/** Flags that would cover each other share a badge. */
function near(u: uPlot, flags: readonly Flag[]): readonly (readonly Flag[])[] {
  const groups: Flag[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const flag of flags) {
    if (flag.at < u.scales.x!.min! || flag.at > u.scales.x!.max!) continue;
    const x = u.valToPos(flag.at, 'x', true);
    if (x - end < BADGE_WIDTH * uPlot.pxRatio) groups.at(-1)!.push(flag);
    else {
      groups.push([flag]);
      end = x;
    }
  }
  return groups;
}

function badge({ ctx, bbox, valToPos }: uPlot, flags: readonly Flag[], look: Look): void {
  const ratio = uPlot.pxRatio;
  const [first, last] = [flags[0]!, flags.at(-1)!];
  const text = first === last ? `${first.number}` : `${first.number}–${last.number}`;
  const radius = BADGE * ratio;
  const half = Math.max(radius, ctx.measureText(text).width / 2 + 5 * ratio);
  const [x, y] = [valToPos(first.at, 'x', true), bbox.top - radius - 2 * ratio];
  ctx.fillStyle = look.ink;
  ctx.beginPath();
  ctx.roundRect(x - half, y - radius, 2 * half, 2 * radius, radius);
  ctx.fill();
  ctx.fillStyle = look.paper;
  ctx.textAlign = 'center';
  ctx.fillText(text, x, y + ratio / 2);
}
