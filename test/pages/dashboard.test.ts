import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildPage } from '../../scripts/dev/page';
import { dashboardHtml } from '../../src/dashboard/html';
import { dashboardData } from '../../src/dashboard/model';
import { describeInBrowser, PHONE, startBrowser } from './browser';
import { hostile, many, NOW, nothing, onePoint, phase1, threeHosts } from './dashboard-samples';

/** Milliseconds for a busy machine. */
const SLOW = 120_000;
/** Where pictures are kept: `PICTURES=1 npm run test:pages` makes them anew. */
const PICTURES = process.env.PICTURES ? join(__dirname, '../../docs/pictures') : undefined;
const POINTS = 10_000;

const HISTORIES = { nothing, onePoint, phase1, threeHosts, many: many(POINTS), hostile };
type Name = keyof typeof HISTORIES;
const NAMES = Object.keys(HISTORIES) as Name[];
const LIGHT = { colorScheme: 'light' } as const;
const DARK = { colorScheme: 'dark' } as const;

/** In the page: texts that are seen and stand out too little from what is behind them. */
const FAINT = `(() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parts(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const faint = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.checkVisibility() || e.closest('.unseen, script, noscript')) continue;
    const style = getComputedStyle(e);
    const large = parseFloat(style.fontSize) >= 24;
    const found = contrast(parts(style.color), behind(e));
    if (found < (large ? 3 : 4.5)) faint.push(e.tagName + '.' + e.className + ' ' + found.toFixed(2) + ' ' + e.textContent.slice(0, 30));
  }
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = (name) => { probe.style.color = 'var(--' + name + ')'; return parts(getComputedStyle(probe).color); };
  for (const name of ['series-0', 'series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'target', 'muted', 'ink']) {
    const found = contrast(colour(name), colour('card'));
    if (found < 4.5) faint.push(name + ' ' + found.toFixed(2));
  }
  probe.remove();
  return faint;
})()`;

describeInBrowser('the dashboard', () => {
  let browser: Browser;
  let folder: string;
  const trouble: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dashboard-'));
    const assets = buildPage();
    for (const name of NAMES) {
      writeFileSync(join(folder, `${name}.html`), dashboardHtml(dashboardData(HISTORIES[name], 'en', NOW), assets));
    }
    browser = await startBrowser();
  }, SLOW);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });

  async function open(name: Name, width = 1200, options: BrowserContextOptions = LIGHT): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
    const page = await context.newPage();
    trouble.length = requests.length = 0;
    page.on('console', (message) => trouble.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    return page;
  }
  const charts = (page: Page) => page.locator('.plot canvas').count();
  const readout = (page: Page, chart: string) => page.locator(`#${chart}-readout`).textContent();
  const background = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  /** Colours of a chart that are neither transparent nor alike, as a number that tells two drawings apart. */
  const ink = (page: Page) =>
    page.evaluate<number>(
      `(() => { const c = document.querySelector('.plot canvas'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let sum = 0; for (let i = 0; i < d.length; i++) sum = (sum * 31 + d[i]) % 2147483647; return sum; })()`,
    );

  test.each<[Name, number]>([
    ['nothing', 0],
    ['onePoint', 3],
    ['phase1', 3],
    ['threeHosts', 8],
    ['many', 3],
  ])(
    '%s: %i charts are drawn, nothing goes wrong, and nobody is asked for anything',
    async (name, count) => {
      const page = await open(name);
      expect(await charts(page)).toBe(count);
      await page.keyboard.press('End');
      expect(trouble).toEqual([]);
      expect(requests).toEqual([page.url()]);
      expect(await page.locator('h1').count()).toBe(1);
    },
    SLOW,
  );

  test(
    'hostile names run nothing, load nothing, and are shown letter for letter',
    async () => {
      const page = await open('hostile', 390);
      expect(trouble).toEqual([]);
      expect(requests).toEqual([page.url()]);
      expect(await page.locator('img, iframe, object, embed, main script').count()).toBe(0);
      expect(await page.locator('.comparison bdi', { hasText: '<script>alert(1)</script>' }).count()).toBeGreaterThan(
        0,
      );
    },
    SLOW,
  );

  test(
    'even a script in the page could neither ask a server nor write HTML',
    async () => {
      const page = await open('onePoint');
      const asked = `fetch('http://127.0.0.1:9/').then(() => 'answered', () => 'refused')`;
      expect(await page.evaluate(asked)).toBe('refused');
      expect(trouble.join('\n')).toContain('Content Security Policy');
      expect(
        await page.evaluate(`(() => { try { document.body.innerHTML = '<b>'; } catch (e) { return e.name; } })()`),
      ).toBe('TypeError');
    },
    SLOW,
  );

  test.each(NAMES)(
    '%s on 320 px is no wider than the screen',
    async (name) => {
      const page = await open(name, 320, { ...DARK, hasTouch: true });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      const wide = `[...document.querySelectorAll('.plot')].filter((e) => e.scrollWidth > e.clientWidth + 1).length`;
      expect(await page.evaluate(wide)).toBe(0);
    },
    SLOW,
  );

  test.each([
    ['light', LIGHT],
    ['dark', DARK],
  ] as const)(
    'in %s every text stands out enough, and so do the lines of the charts',
    async (_name, options) => {
      for (const name of ['nothing', 'phase1', 'threeHosts'] as const) {
        const page = await open(name, 1200, options);
        await page.evaluate(`document.querySelectorAll('details').forEach((d) => (d.open = true))`);
        expect(await page.evaluate(FAINT)).toEqual([]);
      }
    },
    SLOW,
  );

  test(
    'everything is reached with the keyboard, and what has the focus is seen to have it',
    async () => {
      const page = await open('phase1');
      const focused: string[] = [];
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab');
        const [what, outline] = await page.evaluate<[string, string]>(
          `(() => { const e = document.activeElement; const s = e.matches('input') ? e.nextElementSibling : e; return [e.className || e.name || e.tagName, getComputedStyle(s).outlineStyle]; })()`,
        );
        if (what === 'BODY') break;
        focused.push(what);
        expect([what, outline]).toEqual([what, 'solid']);
      }
      expect(focused[0]).toBe('skip');
      expect(focused.filter((what) => what === 'plot')).toHaveLength(3);
      for (const what of ['span', 'theme', 'SUMMARY', 'A']) expect(focused).toContain(what);
    },
    SLOW,
  );

  test(
    'a chart is read with the arrow keys, and its words are told to a screen reader',
    async () => {
      const page = await open('phase1');
      await page.locator('.plot[data-kind="disk"]').focus();
      const at = async (key: string) => {
        await page.keyboard.press(key);
        return (await readout(page, 'disk-0'))!.split(',')[0];
      };
      expect(await at('Home')).toBe('2 Feb 2026');
      expect(await at('ArrowRight')).toBe('3 Feb 2026');
      expect(await at('PageDown')).toBe('13 Feb 2026');
      expect(await at('ArrowLeft')).toBe('12 Feb 2026');
      expect(await at('End')).toBe('18 Mar 2026');
      expect(await at('ArrowRight')).toBe('18 Mar 2026');
      expect(await at('Home')).toBe('2 Feb 2026');
      expect(await at('Escape')).toBe('18 Mar 2026');
      expect(await page.locator('#disk-0-readout').getAttribute('aria-live')).toBe('polite');
      expect(await page.locator('.plot[data-kind="disk"]').getAttribute('aria-label')).toContain('points: 45');
    },
    SLOW,
  );

  test(
    'the time shown is chosen for all charts',
    async () => {
      const page = await open('phase1');
      const before = await ink(page);
      await page.getByLabel('30 days').check({ force: true });
      expect(await ink(page)).not.toBe(before);
      await page.locator('.plot[data-kind="score"]').focus();
      await page.keyboard.press('Home');
      expect(await readout(page, 'score-0')).toMatch(/^16 Feb 2026/);
      expect(trouble).toEqual([]);
    },
    SLOW,
  );

  test(
    'the colours are those of the system until others are chosen',
    async () => {
      const page = await open('phase1', 1200, DARK);
      const [dark, drawn] = [await background(page), await ink(page)];
      await page.getByLabel('Light').check({ force: true });
      expect(await background(page)).not.toBe(dark);
      expect(await ink(page)).not.toBe(drawn);
      await page.getByLabel('Auto').check({ force: true });
      expect([await background(page), await ink(page)]).toEqual([dark, drawn]);
    },
    SLOW,
  );

  test(
    'the tables have the same data; older rows are added on demand, to the last',
    async () => {
      const page = await open('many');
      const figure = page.locator('.figure', { has: page.locator('#disk-0-table') });
      await figure.locator('summary').click();
      const rows = () => page.evaluate<number>(`document.getElementById('disk-0-table').tBodies[0].rows.length`);
      const all = await page.evaluate<number>(
        `JSON.parse(document.getElementById('data').textContent).hosts[0].disk.at.length`,
      );
      expect(all).toBe(POINTS);
      expect(await rows()).toBe(50);
      const older = figure.getByRole('button');
      for (let i = 0; i < 50 && (await older.isVisible()); i++) await older.click();
      expect(await rows()).toBe(POINTS);
      expect(await older.isVisible()).toBe(false);
    },
    SLOW,
  );

  test(
    'without JavaScript all words and tables are there, and no empty charts',
    async () => {
      const page = await open('phase1', 1200, { javaScriptEnabled: false });
      expect(await page.locator('.tile .value').first().isVisible()).toBe(true);
      expect(await page.locator('noscript p').isVisible()).toBe(true);
      expect(await page.locator('.plot:visible, .choice:visible, .older:visible').count()).toBe(0);
      expect(await page.locator('#score-0-table tbody tr').count()).toBe(45);
    },
    SLOW,
  );

  test(
    'it is printed in light colours, as wide as paper, and is as before afterwards',
    async () => {
      const page = await open('phase1', 1200, DARK);
      const before = await ink(page);
      await page.emulateMedia({ media: 'print' });
      await page.waitForFunction(`document.documentElement.dataset.theme === 'light'`);
      const widths = `[...document.querySelectorAll('.plot canvas')].map((c) => c.getBoundingClientRect().width)`;
      for (const width of await page.evaluate<number[]>(widths)) expect(width).toBeLessThanOrEqual(700);
      expect(await page.locator('.tools').isVisible()).toBe(false);
      await page.emulateMedia({ media: 'screen' });
      await page.waitForFunction(`document.documentElement.dataset.theme === undefined`);
      expect(await ink(page)).toBe(before);
      expect((await page.pdf({ format: 'A4' })).subarray(0, 4).toString()).toBe('%PDF');
      expect(trouble).toEqual([]);
    },
    SLOW,
  );

  test(
    'moves nothing by itself for those who want it so',
    async () => {
      const page = await open('phase1', 1200, { reducedMotion: 'reduce' });
      expect(await page.evaluate('getComputedStyle(document.documentElement).scrollBehavior')).toBe('auto');
    },
    SLOW,
  );

  test(
    'fits a narrower window after it was drawn',
    async () => {
      const page = await open('threeHosts');
      await page.setViewportSize({ width: PHONE, height: 844 });
      await page.waitForFunction(`document.querySelector('.plot canvas').getBoundingClientRect().width <= ${PHONE}`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE);
    },
    SLOW,
  );

  (PICTURES ? test : test.skip)(
    'pictures for docs/ (skipped: PICTURES=1 makes them)',
    async () => {
      mkdirSync(PICTURES!, { recursive: true });
      const phone = await open('phase1', PHONE, { ...LIGHT, deviceScaleFactor: 1.5 });
      await phone.screenshot({
        path: join(PICTURES!, 'dashboard-phone.png'),
        clip: { x: 0, y: 0, width: PHONE, height: 1500 },
        fullPage: true,
      });
      const desktop = await open('threeHosts', 1280, DARK);
      await desktop.screenshot({
        path: join(PICTURES!, 'dashboard-desktop-dark.png'),
        clip: { x: 0, y: 0, width: 1280, height: 1500 },
        fullPage: true,
      });
    },
    SLOW,
  );
});
