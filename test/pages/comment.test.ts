import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { commentText, progressText } from '../../src/report/comment';
import { fitted } from '../../src/report/fit';
import { DESKTOP, describeInBrowser, type Look, markdownPage, PHONE, show, startBrowser } from './browser';
import { applied, build, buildExtras } from './samples';

const LIMIT = 65_000;
/** Milliseconds for a busy machine. */
const SLOW = 120_000;
/** Where pictures are kept: `PICTURES=1 npm run test:pages` makes them anew. */
const PICTURES = process.env.PICTURES ? join(__dirname, '../../docs/pictures') : undefined;

const COMMENTS = {
  build: fitted(commentText(build, buildExtras), LIMIT),
  disk: fitted(commentText(applied), LIMIT),
  progress: progressText(
    'apply extend-lvm on edgeserver',
    applied.steps[0]!.applied!.events.filter(({ event }) => event !== 'plan').map(({ text }) => text),
    28,
  ),
};

describeInBrowser('a comment', () => {
  let browser: Browser;
  let pages: { light: Page; dark: Page };
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser();
    pages = { light: await markdownPage(browser, false), dark: await markdownPage(browser, true) };
  }, SLOW);
  afterAll(() => browser.close());

  async function shown(name: keyof typeof COMMENTS, look: Look) {
    page = look.dark ? pages.dark : pages.light;
    await show(page, COMMENTS[name], look);
  }

  const phone = { width: PHONE, dark: false };
  const looks: readonly [keyof typeof COMMENTS, string, Look][] = [
    ['build', 'phone', phone],
    ['build', 'phone-dark', { ...phone, dark: true }],
    ['build', 'desktop', { width: DESKTOP, dark: false }],
    ['disk', 'phone', phone],
    ['disk', 'desktop-dark', { width: DESKTOP, dark: true }],
    ['progress', 'phone', phone],
  ];

  test.each(looks)(
    '%s on a %s: no wider than the screen, verdict on top, details folded',
    async (name, kind, look) => {
      await shown(name, look);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(look.width);
      const verdict = page.locator('.markdown-body > :first-child');
      expect(await verdict.evaluate((element: { tagName: string }) => element.tagName)).toBe('H3');
      expect((await verdict.boundingBox())!.y).toBeLessThan(60);
      expect(await page.locator('details[open]').count()).toBe(0);
      expect(await page.locator('.markdown-body > table').count()).toBe(name === 'progress' ? 0 : 1);
      if (PICTURES) {
        mkdirSync(PICTURES, { recursive: true });
        await page.locator('body').screenshot({ path: join(PICTURES, `comment-${name}-${kind}.png`) });
      }
    },
    SLOW,
  );

  test(
    'the chart of past runs is drawn',
    async () => {
      await shown('build', phone);
      const chart = page.locator('pre.mermaid svg');
      expect(await chart.count()).toBe(1);
      expect(await chart.getAttribute('aria-roledescription')).toBe('xychart');
      expect(await chart.locator('.plot path').count()).toBe(2);
      const { width } = (await chart.boundingBox())!;
      expect(width).toBeGreaterThan(300);
      expect(width).toBeLessThanOrEqual(PHONE);
    },
    SLOW,
  );

  test(
    'what is folded can be opened',
    async () => {
      await shown('build', phone);
      const part = page.locator('details', { hasText: 'Time by instruction' });
      expect(await part.locator('tr').last().isVisible()).toBe(false);
      await part.locator('summary').click();
      expect(await part.locator('tr').last().isVisible()).toBe(true);
      expect(await part.locator('tr').count()).toBe(5);
    },
    SLOW,
  );
});
