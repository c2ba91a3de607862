import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DESKTOP, describeOnPage, PHONE, SLOW, show } from './browser';

const ROOT = join(__dirname, '..', '..');
/** The front page, and the pages that people open on a phone beside the server. */
const PAGES = ['README.md', 'docs/walkthrough.md', 'docs/operators/recovery.md', 'docs/operators/runner.md'];

/** The text, with its pictures in it, because the page has no network. */
const text = (file: string) =>
  readFileSync(join(ROOT, file), 'utf8').replaceAll(
    /(src="|!\[[^\]]*\]\()([^")]+\.png)/g,
    (_all, before: string, path: string) => {
      const picture = readFileSync(join(ROOT, dirname(file), path)).toString('base64');
      return `${before}data:image/png;base64,${picture}`;
    },
  );

describeOnPage('the documents, as GitHub shows them', (page) => {
  const looks = PAGES.flatMap((file) => [
    { file, kind: 'phone', width: PHONE },
    { file, kind: 'desktop', width: DESKTOP },
  ]);

  test.each(looks)(
    '$file on a $kind: no wider than the screen, every table seen whole, every picture there',
    async ({ file, width }) => {
      await show(page(), text(file), { width, dark: false });
      await page().evaluate('Promise.all([...document.images].map((image) => image.decode()))');
      expect(await page().evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      const cutOff = await page().evaluate(
        '[...document.querySelectorAll("table")].filter((table) => table.scrollWidth > table.clientWidth + 1).map((table) => table.textContent.trim().slice(0, 60))',
      );
      expect(cutOff).toEqual([]);
      if (process.env.LOOK)
        await page().screenshot({
          path: `${process.env.LOOK}-${width}-${file.replaceAll('/', '_')}.png`,
          fullPage: true,
          scale: 'css',
        });
    },
    SLOW,
  );

  test(
    'the two commands are on the first screen',
    async () => {
      await show(page(), text('README.md'), { width: DESKTOP, dark: false });
      const commands = await page().locator('pre').first().boundingBox();
      expect(commands!.y + commands!.height).toBeLessThan(600);
      expect(await page().locator('pre').first().textContent()).toContain('npm start');
    },
    SLOW,
  );
});
