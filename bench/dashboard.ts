// How long the dashboard takes in Chromium, from the start of loading a file until its charts are drawn: npx tsx bench/dashboard.ts
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildPage } from '../scripts/dev/page';
import { dashboardHtml } from '../src/dashboard/html';
import { dashboardData } from '../src/dashboard/model';
import { median } from '../src/stats/summary';
import { startBrowser } from '../test/pages/browser';
import { many, NOW, phase1 } from '../test/pages/dashboard-samples';

const RUNS = 9;
const POINTS = 10_000;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dashboard-'));
  const assets = buildPage();
  const browser = await startBrowser();
  for (const [name, history] of [
    ['45 days', phase1],
    [`${POINTS} disk readings and ${POINTS} builds`, many(POINTS)],
  ] as const) {
    const began = performance.now();
    const html = dashboardHtml(dashboardData(history, 'en', NOW), assets);
    const written = performance.now() - began;
    const file = join(folder, 'page.html');
    writeFileSync(file, html);
    const drawn: number[] = [];
    const script: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
      await page.goto(pathToFileURL(file).href);
      const [all, own] = await page.evaluate<[number, number]>(
        `(() => { const of = (name) => performance.getEntriesByName(name)[0].startTime; return [of('drawn'), of('drawn') - of('begins')]; })()`,
      );
      drawn.push(all);
      script.push(own);
      await page.close();
    }
    const ms = (values: readonly number[]) =>
      `median ${median(values).toFixed(0)} ms (${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)})`;
    console.log(`${name}: ${(html.length / 1024).toFixed(0)} KiB, written in ${written.toFixed(0)} ms`);
    console.log(`  loaded and drawn: ${ms(drawn)}; of that the page's script: ${ms(script)}; ${RUNS} loads`);
  }
  await browser.close();
  rmSync(folder, { recursive: true });
}

main();
