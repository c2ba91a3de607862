/** Brings the page to life: charts, time shown, colours, older rows. Without it the page still has all its words and tables. */

import type { DashboardData, HostData } from '../data';
import { keepTheme, keptTheme, onChoice, setChoice } from './choice';
import { lookNow } from './look';
import { showOlder } from './older';
import { Plot } from './plot';
import type { Span } from './spec';

const DAY_SECONDS = 86_400;
const PRINT_WIDTH = 680;

performance.mark('begins');
const data = JSON.parse(document.getElementById('data')!.textContent!) as DashboardData;
const elements = [...document.querySelectorAll<HTMLElement>('.plot')];
const plots = elements.map((element) => new Plot(element, data.hosts[Number(element.dataset.host)]!, data));
const whole = wholeSpan(data.hosts);
let shownDays = Number.POSITIVE_INFINITY;
let theme = keptTheme();

function draw(width?: number): void {
  const scene = { look: lookNow(), span: spanOf(shownDays) };
  for (const plot of plots) plot.draw(scene, width);
}

/** From the first to the last time of all hosts, so that charts side by side show the same time; with room around one point. */
function wholeSpan(hosts: readonly HostData[]): Span {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const include = (times: readonly number[]) => {
    for (const time of times) [from, to] = [Math.min(from, time), Math.max(to, time)];
  };
  for (const { disk, scores, scenarios } of hosts) {
    include(disk.at);
    include(scores.at);
    for (const { sessions } of scenarios) include(sessions.map(({ at }) => at));
  }
  return { from, to };
}

function spanOf(days: number): Span {
  const from = Math.max(whole.from, whole.to - days * DAY_SECONDS);
  const room = Math.max((whole.to - from) * 0.02, from === whole.to ? DAY_SECONDS / 2 : 0);
  return { from: from - room, to: whole.to + room };
}

function setTheme(name: string): void {
  if (name === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
}

function print(begins: boolean): void {
  document.documentElement.classList.toggle('printing', begins);
  setTheme(begins ? 'light' : theme);
  draw(begins ? PRINT_WIDTH : undefined);
}

setTheme(theme);
setChoice('theme', theme);
onChoice('theme', (value) => {
  theme = value;
  setTheme(theme);
  keepTheme(theme);
  draw();
});
onChoice('span', (value) => {
  shownDays = value === 'all' ? Number.POSITIVE_INFINITY : Number(value);
  draw();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => draw());
matchMedia('print').addEventListener('change', ({ matches }) => print(matches));
addEventListener('beforeprint', () => print(true));
addEventListener('afterprint', () => print(false));
for (const button of document.querySelectorAll<HTMLButtonElement>('button.older')) showOlder(button, data);
draw();
new ResizeObserver(() => {
  if (!document.documentElement.classList.contains('printing')) for (const plot of plots) plot.resize();
}).observe(document.body);
// The library draws when this script has ended.
queueMicrotask(() => performance.mark('drawn'));
