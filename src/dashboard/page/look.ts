/** Colours and font of the charts: those of the page, as they are now (light, dark, printed). */
export interface Look {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly paper: string;
  readonly target: string;
  readonly soft: string;
  /** Of series, by their place. */
  readonly series: readonly string[];
  readonly font: string;
}

const SERIES = 6;
/** Told apart by more than colour, where there are many. */
const DASHES: readonly (readonly number[])[] = [[], [8, 3], [2, 3], [10, 3, 2, 3], [5, 5], [1, 5]];

export const dashOf = (place: number): number[] => [...DASHES[place % DASHES.length]!];

export function lookNow(): Look {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const look = {
    ink: colour('ink'),
    muted: colour('muted'),
    line: colour('line'),
    paper: colour('card'),
    target: colour('target'),
    soft: colour('soft'),
    series: Array.from({ length: SERIES }, (_, place) => colour(`series-${place}`)),
    font: getComputedStyle(document.body).fontFamily,
  };
  probe.remove();
  return look;
}

export const seriesColour = ({ series }: Look, place: number): string => series[place % series.length]!;
