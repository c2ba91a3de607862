import { type Language, speechIn } from '../texts';

/** Figures of past runs, the oldest first. */
export interface Series {
  readonly title: string;
  readonly unit: string;
  readonly points: readonly Point[];
  /** Drawn as a second line. */
  readonly target?: number;
}

export interface Point {
  /** ISO time of the run. */
  readonly at: string;
  /** undefined where it is unknown: such a run is not drawn. */
  readonly value: number | undefined;
}

export const CHART_RUNS = 30;

/** Small, so that its words stay readable on a phone; in colours that are seen on a light and on a dark page. */
const LOOK = `%%{init: ${JSON.stringify({
  xyChart: { width: 480, height: 260 },
  themeVariables: { xyChart: { backgroundColor: 'transparent', plotColorPalette: '#2f81f7, #d29922' } },
})}}%%`;

/** A chart that GitHub draws, with one line below it that says its ends; empty with fewer than two known figures. */
export function chart({ title, unit, points, target }: Series, language: Language = 'en'): string {
  const words = speechIn(language).texts.common.chart;
  const latest = points.slice(-CHART_RUNS);
  const known = latest.filter((point): point is Point & { value: number } => Number.isFinite(point.value));
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last || known.length < 2) return '';
  const values = known.map(({ value }) => value);
  const top = niceTop(Math.max(...values, target ?? 0));
  const lines = [
    LOOK,
    'xychart-beta',
    `  title "${plainWords(words.in(title, unit))}"`,
    `  x-axis 1 --> ${known.length}`,
    `  y-axis 0 --> ${top}`,
    `  line [${values.map(figure).join(', ')}]`,
    ...(target === undefined ? [] : [`  line [${values.map(() => figure(target)).join(', ')}]`]),
  ];
  const missing = latest.length - known.length;
  const caption = [
    `${day(first.at)}: ${figure(first.value)} ${plainWords(unit)}`,
    `${day(last.at)}: ${figure(last.value)} ${plainWords(unit)}`,
    ...(target === undefined ? [] : [words.target(figure(target))]),
    ...(missing > 0 ? [words.missing(missing)] : []),
  ];
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n\n<sub>${caption.join(' · ')}</sub>`;
}

/** Nothing that could end a quoted word of Mermaid, or an HTML tag. */
const plainWords = (text: string) => text.replace(/[^\p{L}\p{N} .,()%/-]/gu, '').slice(0, 120);

const figure = (value: number) => String(Math.round(value * 100) / 100);

const day = (at: string) => (/^\d{4}-\d{2}-\d{2}/.exec(at) ?? ['?'])[0];

/** A round number with room above the highest figure. */
function niceTop(highest: number): number {
  if (highest <= 0) return 1;
  const step = 10 ** Math.floor(Math.log10(highest));
  return Math.ceil((highest * 1.1) / (step / 2)) * (step / 2);
}
