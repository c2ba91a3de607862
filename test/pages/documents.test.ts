import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT_NAMES, documentsOf } from '../../src/documents';
import { LANGUAGES } from '../../src/texts';
import { BEFORE, builds, lab, withRegistry } from '../unit/documents/lab';
import { DESKTOP, describeOnPage, PHONE, SLOW, show } from './browser';

/** Where pictures are put, to be looked at: `DOCUMENT_PICTURES=FOLDER npm run test:pages`. */
const PICTURES = process.env.DOCUMENT_PICTURES;

/** The real run on the test server, with a registry and builds of before as examples. */
const material = lab({ builds: builds(BEFORE, [131, 127, 140, 133, 129]) }, withRegistry());

describeOnPage('the documents', (page) => {
  const looks = LANGUAGES.flatMap((language) =>
    DOCUMENT_NAMES.flatMap((name) => [PHONE, DESKTOP].map((width) => [language, name, width] as const)),
  );

  test.each(looks)(
    'in %s: %s at a width of %d is no wider than the screen, its charts and tables drawn',
    async (language, name, width) => {
      const text = documentsOf(material, language)[`${name}.md`];
      await show(page(), text, { width, dark: false });
      expect(await page().evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await page().locator('h1').count()).toBe(1);
      expect(await page().locator('pre.mermaid svg[aria-roledescription="xychart"]').count()).toBe(
        text.split('```mermaid').length - 1,
      );
      expect(await page().locator('table').count()).toBe(text.split(/^\|(?:---\|)+$/m).length - 1);
      if (PICTURES) {
        mkdirSync(PICTURES, { recursive: true });
        await page()
          .locator('body')
          .screenshot({ path: join(PICTURES, `${name}-${language}-${width}.png`), scale: 'css' });
      }
    },
    SLOW,
  );
});
