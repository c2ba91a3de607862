/** The data of a chart as a table, newest first: the same words on the server's side and on the page. Pure. */

import type { ChartKind, HostData } from './data';
import type { Format } from './format';
import type { Texts } from './words';

export interface Rows {
  readonly columns: readonly string[];
  /** Columns from this one on hold numbers. */
  readonly numbersFrom: number;
  readonly count: number;
  /** The cells of a row. */
  row(place: number): readonly string[];
}

export function rowsOf(kind: ChartKind, host: HostData, texts: Texts, format: Format): Rows {
  if (kind === 'disk') return diskRows(host, texts, format);
  return kind === 'builds' ? buildRows(host, texts, format) : scoreRows(host, texts, format);
}

function diskRows({ disk }: HostData, texts: Texts, { moment, percent, size }: Format): Rows {
  const { at, used, usable } = disk;
  return {
    columns: [texts.when, texts.inUse, texts.used, texts.usable, texts.size],
    numbersFrom: 1,
    count: at.length,
    row(place) {
      const i = at.length - 1 - place;
      const share = (100 * used[i]!) / usable[i]!;
      return [moment(at[i]!), percent(share), size(used[i]!), size(usable[i]!), size(disk.size[i]!)];
    },
  };
}

function buildRows({ scenarios }: HostData, texts: Texts, { moment, duration, number }: Format): Rows {
  const sessions = scenarios
    .flatMap(({ name, sessions }) => sessions.map((session) => ({ name, ...session })))
    .sort((a, b) => b.at - a.at);
  return {
    columns: [texts.when, texts.scenario, texts.commit, texts.median, texts.interval, texts.buildCount],
    numbersFrom: 3,
    count: sessions.length,
    row(place) {
      const { at, name, commit, seconds, low, high, builds } = sessions[place]!;
      const interval = builds === 1 ? '–' : `${duration(low)} – ${duration(high)}`;
      return [moment(at), name, commit === '?' ? '–' : commit, duration(seconds), interval, number(builds)];
    },
  };
}

function scoreRows({ scores }: HostData, texts: Texts, { moment, number }: Format): Rows {
  const { at, score, unknown } = scores;
  return {
    columns: [texts.when, texts.score, texts.unknown],
    numbersFrom: 1,
    count: at.length,
    row(place) {
      const i = at.length - 1 - place;
      return [moment(at[i]!), number(score[i]!), number(unknown[i]!)];
    },
  };
}
