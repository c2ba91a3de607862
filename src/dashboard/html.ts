/** What the page shows -> one HTML file that needs nothing else. Pure. */

import { createHash } from 'node:crypto';
import type { Assets } from './assets';
import { CHARTS, type DashboardData } from './data';
import { figures } from './figures';
import { formatOf } from './format';
import { html, Markup, scriptJson } from './markup';
import { applied, checklist, overview } from './overview';
import { fill, type Texts } from './words';

export const DATA_ID = 'data';

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230b62c4'/%3E%3Cpath d='M3 11l3-4 3 2 4-5' fill='none' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";

export function dashboardHtml(data: DashboardData, { css, script }: Assets): string {
  const { language, texts, made } = data;
  const { text } = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy(css, script))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${texts.title}</title>
<link rel="icon" href="${ICON}">
<style>${new Markup(css)}</style>
</head>
<body>
<a class="skip" href="#content">${texts.skip}</a>
<header>
<h1>${texts.title}</h1>
<p class="note">${fill(texts.made, { at: formatOf(language).moment(made) })}</p>
<div class="tools">${data.hosts.length > 0 ? choice('span', texts.span, spans(texts)) : ''}${choice('theme', texts.theme, themes(texts))}</div>
</header>
<main id="content" tabindex="-1">
${data.hosts.length === 0 && data.checklist.length === 0 ? nothing(texts) : content(data)}
</main>
<script type="application/json" id="${DATA_ID}">${scriptJson(data)}</script>
<script>${new Markup(script)}</script>
</body>
</html>
`;
  return text;
}

/** Nothing is asked of any server, and only our own script and style may run: both are named by their hashes. */
function policy(css: string, script: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(css)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

type Choices = readonly (readonly [value: string, title: string])[];

const spans = (texts: Texts): Choices => [
  ['30', fill(texts.days, { n: 30 })],
  ['90', fill(texts.days, { n: 90 })],
  ['all', texts.all],
];

const themes = (texts: Texts): Choices => [
  ['auto', texts.auto],
  ['light', texts.light],
  ['dark', texts.dark],
];

/** Does nothing without the page's script, which shows it. */
function choice(name: string, legend: string, choices: Choices): Markup {
  const first = name === 'span' ? 'all' : 'auto';
  return html`<fieldset class="choice" hidden><legend>${legend}</legend>${choices.map(
    ([value, title]) =>
      html`<label><input type="radio" name="${name}" value="${value}"${value === first ? new Markup(' checked') : ''}><span>${title}</span></label>`,
  )}</fieldset>`;
}

function content(data: DashboardData): Markup {
  const { texts, hosts } = data;
  const charts = CHARTS.map((kind) => section(kind, texts[kind], hosts.length > 0 ? figures(kind, data) : html``));
  const now = hosts.length > 0 ? section('overview', texts.overview, overview(data)) : '';
  return html`<noscript><p class="empty">${texts.noScript}</p></noscript>
<p id="keys" class="unseen">${texts.keys}</p>
${now}
${hosts.length > 0 ? charts : ''}
<div class="pair">${section('checklist', texts.checklist, checklist(data))}
${section('applied', texts.applied, applied(data))}</div>`;
}

const section = (id: string, title: string, body: Markup) =>
  html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}</section>\n`;

const nothing = (texts: Texts) => html`<section class="nothing" aria-labelledby="nothing">
<h2 id="nothing">${texts.nothing}</h2>
<p>${texts.nothingHow}</p>
<ul>
<li>${texts.nothingWatch}</li>
<li>${texts.nothingVerify}<pre><code>edge-phase1 verify validate --evidence evidence.json
edge-phase1 dashboard --evidence .</code></pre></li>
<li>${texts.nothingBuild}<pre><code>edge-phase1 apply build-test --evidence build.json</code></pre></li>
</ul>
</section>`;
