import type { DashboardData, GroupData, HostData } from './data';
import { type Fact, factsOf } from './facts';
import { type Format, formatOf } from './format';
import { html, type Markup } from './markup';
import { fill, type Texts } from './words';

/** The newest figures: large for one host, side by side for several. */
export function overview(data: DashboardData): Markup {
  const format = formatOf(data.language);
  const [only] = data.hosts;
  return data.hosts.length === 1 && only ? tiles(only, data.texts, format) : comparison(data, format);
}

function tiles(host: HostData, texts: Texts, format: Format): Markup {
  return html`<p class="host"><bdi>${host.name}</bdi> <span class="seen">${seen(host, texts, format)}</span></p>
<dl class="tiles">${factsOf(host, texts, format).map(
    (fact) => html`<div class="tile"><dt>${fact.title}</dt><dd>${figureOf(fact, texts)}</dd></div>`,
  )}</dl>`;
}

const seen = ({ lastSeen }: HostData, texts: Texts, { moment }: Format) =>
  lastSeen === undefined ? '' : `${texts.lastSeen}: ${moment(lastSeen)}`;

/** Roles are named because the narrow form lays rows out as blocks, which takes the meaning of a table from them. */
function comparison({ hosts, texts }: DashboardData, format: Format): Markup {
  const titles = factsOf(hosts[0]!, texts, format).map(({ title }) => title);
  const rows = hosts.map((host) => {
    const cells = factsOf(host, texts, format).map(
      (fact) =>
        html`<td role="cell"><span class="label" aria-hidden="true">${fact.title}</span>${figureOf(fact, texts)}</td>`,
    );
    const at = host.lastSeen === undefined ? '–' : format.moment(host.lastSeen);
    return html`<tr role="row"><th role="rowheader" scope="row"><bdi>${host.name}</bdi></th>${cells}<td role="cell"><span class="label" aria-hidden="true">${texts.lastSeen}</span><span class="note">${at}</span></td></tr>\n`;
  });
  return html`<table class="comparison" role="table"><caption>${texts.hostsSideBySide}</caption>
<thead role="rowgroup"><tr role="row">${[texts.host, ...titles, texts.lastSeen].map((title) => html`<th role="columnheader" scope="col">${title}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows}</tbody></table>`;
}

function figureOf({ value, note, result }: Fact, texts: Texts): Markup {
  const mark = result === 'pass' ? `✓ ${texts.reached}` : `✕ ${texts.missed}`;
  const verdict = result && value !== texts.reached ? html` <span class="verdict ${result}">${mark}</span>` : '';
  return html`<span class="value">${value}</span>${verdict} <span class="note">${note}</span>`;
}

export function checklist({ checklist: groups, texts, language }: DashboardData): Markup {
  if (groups.length === 0) return html`<p class="empty">${texts.noChecklist}</p>`;
  const format = formatOf(language);
  const sum = (of: (group: GroupData) => number) => groups.reduce((all, group) => all + of(group), 0);
  const [done, total] = [sum((group) => group.done), sum((group) => group.total)];
  return html`<p class="total"><span class="value">${fill(texts.itemsDone, { done: format.number(done), total: format.number(total) })}</span></p>
<ul class="groups">${groups.map((group) => groupItem(group, texts, format))}</ul>`;
}

function groupItem({ title, done, total, at }: GroupData, texts: Texts, format: Format): Markup {
  const count = fill(texts.doneOf, { done: format.number(done), total: format.number(total) });
  return html`<li><span class="group">${title}</span> <progress max="${total}" value="${done}" aria-label="${title}"></progress> <span class="count">${count}</span> <span class="note">${format.day(at)}</span></li>\n`;
}

/** Everything that was carried out, the newest first; the numbers are those in the charts. */
export function applied({ hosts, texts, language }: DashboardData): Markup {
  const { moment } = formatOf(language);
  const several = hosts.length > 1;
  const marks = hosts
    .flatMap((host) => host.marks.map((mark) => ({ ...mark, host: host.name })))
    .sort((a, b) => b.at - a.at);
  if (marks.length === 0) return html`<p class="empty">${texts.noApplied}</p>`;
  return html`<ul class="marks">${marks.map(
    (mark) => html`<li><span class="badge">${mark.number}</span>
<div><span class="what">${mark.title}</span>
<span class="note">${several ? html`<bdi>${mark.host}</bdi> · ` : ''}${moment(mark.at)} · <code>${mark.step}</code>${mark.mode === 'rollback' ? ` · ${texts.rollback}` : ''} · <span class="${mark.outcome === 'done' ? 'pass' : 'fail'}">${outcomeText(mark.outcome, texts)}</span></span></div></li>\n`,
  )}</ul>`;
}

const outcomeText = (outcome: string, texts: Texts) =>
  ({ done: texts.outcome_done, undone: texts.outcome_undone, 'needs-person': texts['outcome_needs-person'] })[
    outcome
  ] ?? texts.notKnown;
