import type { FigureName, MeasuredDisk } from './result';

/** What several rounds gave: their median, the ends of their range, and how many there were. */
export interface Figures {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly runs: number;
}

/** The figures of a disk under one name; undefined where no round has one. */
export function figuresOf({ rounds }: MeasuredDisk, name: FigureName): Figures | undefined {
  const values = rounds.flatMap((round) => round[name] ?? []).sort((a, b) => a - b);
  if (values.length === 0) return undefined;
  const middle = values.length / 2;
  const median = Number.isInteger(middle) ? (values[middle - 1]! + values[middle]!) / 2 : values[Math.floor(middle)]!;
  return { median, least: values[0]!, most: values.at(-1)!, runs: values.length };
}

/** A size that is a whole number of MiB, or close to it. */
export const mib = (bytes: number) => `${Math.floor(bytes / 1024 ** 2)} MiB`;

/** Three digits that mean something; whole numbers from 100 on. */
export const digits = (value: number) =>
  value >= 100 ? String(Math.round(value)) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/**
 * `41.2 (38.0–44.1)`, in units of `unit`.
 *
 * @param write how the language writes a figure
 */
export function shown(figures: Figures | undefined, unit = 1, write = digits): string {
  if (!figures) return '–';
  const { median, least, most, runs } = figures;
  return runs === 1 ? write(median / unit) : `${write(median / unit)} (${write(least / unit)}–${write(most / unit)})`;
}

/** Whether every round of one gave more than any round of the other. */
export const isApart = (more: Figures, less: Figures) => more.least > less.most;
