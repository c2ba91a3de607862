import type { ChartKind, DashboardData, HostData } from './data';
import { forecastWords } from './facts';
import { type Format, formatOf } from './format';
import { html, type Markup } from './markup';
import { type Rows, rowsOf } from './rows';
import { fill, type Texts } from './words';

/** Rows of a table that are there without the page's script, which adds the older ones on demand. */
export const FIRST_ROWS = 50;
const STALE_DAYS = 7;
const DAY_SECONDS = 86_400;

/** The charts of one kind, a host beside the other. */
export function figures(kind: ChartKind, data: DashboardData): Markup {
  const format = formatOf(data.language);
  return html`<div class="hosts">${data.hosts.map((host, place) => figure(kind, host, place, data, format))}</div>
${legend(kind, data)}`;
}

/** What holds for the charts of all hosts. */
function legend(kind: ChartKind, { hosts, texts }: DashboardData): Markup | string {
  const intervals = kind === 'builds' && hosts.some(hasSeveral) ? `${texts.intervalNote} ` : '';
  const marks = hosts.some((host) => host.marks.length > 0)
    ? html`${texts.marksHint} <a href="#applied">${texts.applied}</a>.`
    : '';
  return intervals || marks ? html`<p class="note">${intervals}${marks}</p>` : '';
}

function figure(kind: ChartKind, host: HostData, place: number, data: DashboardData, format: Format): Markup {
  const { texts } = data;
  const rows = rowsOf(kind, host, texts, format);
  const name = data.hosts.length > 1 ? html`<h3><bdi>${host.name}</bdi></h3>` : '';
  if (rows.count === 0) return html`<div class="figure">${name}<p class="empty">${emptyText(kind, texts)}</p></div>`;
  const id = `${kind}-${place}`;
  const points = fill(texts.points, { n: format.number(rows.count) });
  const label = `${texts[kind]}, ${host.name}: ${points}. ${rows.row(0).join(', ')}`;
  return html`<div class="figure">${name}
<div class="plot" data-kind="${kind}" data-host="${place}" hidden tabindex="0" role="application" aria-roledescription="${texts.chart}" aria-label="${label}" aria-describedby="keys" data-hint="${texts.keys}"></div>
<p class="readout" id="${id}-readout" hidden></p>
${notes(kind, host, data, format).map((note) => html`<p class="note">${note}</p>`)}
<details><summary>${fill(texts.asTable, { n: format.number(rows.count) })}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${texts[kind]}, ${host.name}">${table(rows, id)}</div>
<button type="button" class="older" data-kind="${kind}" data-host="${place}" hidden>${texts.older}</button></details>
</div>`;
}

const emptyText = (kind: ChartKind, texts: Texts) =>
  ({ disk: texts.noDisk, builds: texts.noBuilds, score: texts.noScore })[kind];

function notes(kind: ChartKind, host: HostData, { texts, made }: DashboardData, format: Format): readonly string[] {
  if (kind !== 'disk') return [];
  const { at, size, usable } = host.disk;
  const age = Math.floor((made - at.at(-1)!) / DAY_SECONDS);
  const stale = age > STALE_DAYS ? [fill(texts.stale, { n: format.number(age) })] : [];
  const older = size.some((bytes, i) => bytes === usable[i]) ? [texts.sizeNote] : [];
  return [...stale, forecastWords(host, texts, format).join(' '), ...older];
}

const hasSeveral = ({ scenarios }: HostData) =>
  scenarios.some(({ sessions }) => sessions.some(({ builds }) => builds > 1));

function table(rows: Rows, id: string): Markup {
  const { columns, numbersFrom, count } = rows;
  const kind = (column: number) => (column >= numbersFrom ? 'number' : 'text');
  const shown = Array.from({ length: Math.min(count, FIRST_ROWS) }, (_, place) => rows.row(place));
  return html`<table id="${id}-table"><thead><tr>${columns.map((name, i) => html`<th scope="col" class="${kind(i)}">${name}</th>`)}</tr></thead>
<tbody>${shown.map((row) => html`<tr>${row.map((text, i) => html`<td class="${kind(i)}">${text}</td>`)}</tr>\n`)}</tbody></table>`;
}
