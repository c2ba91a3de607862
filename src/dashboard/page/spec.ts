import type uPlot from 'uplot';
import type { Look } from './look';

/** A line of a chart. */
export interface Line {
  readonly colour: string;
  readonly width: number;
  readonly dash?: number[];
  readonly fill?: string;
  readonly stepped?: boolean;
  /** Times of its points, which are marked where there is room for them; empty for a line without. */
  readonly times: readonly number[];
}

/** Named at its right end, in its colour. */
export interface EndLabel {
  readonly text: string;
  readonly at: number;
  readonly value: number;
  readonly colour: string;
}

/** A horizontal line with its name. */
export interface Threshold {
  readonly value: number;
  readonly text: string;
}

/** A vertical line with a number: something was carried out. */
export interface Flag {
  readonly at: number;
  readonly number: number;
}

/** From low to high at a time. */
export interface Bar {
  readonly at: number;
  readonly low: number;
  readonly high: number;
  readonly colour: string;
}

/** Everything that a chart draws, in the units of its axes. */
export interface Spec {
  readonly data: uPlot.AlignedData;
  readonly lines: readonly Line[];
  /** Filled between two lines, counted from 1. */
  readonly bands: readonly { readonly upper: number; readonly lower: number; readonly fill: string }[];
  readonly from: number;
  readonly to: number;
  readonly max: number;
  readonly tick: (value: number) => string;
  readonly labels: readonly EndLabel[];
  readonly thresholds: readonly Threshold[];
  readonly flags: readonly Flag[];
  readonly bars: readonly Bar[];
  /** What is said about a place of the data; empty where there is only what is foretold. */
  readonly words: (place: number) => string;
}

/** Seconds since 1970, from and to. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Scene {
  readonly look: Look;
  readonly span: Span;
}
