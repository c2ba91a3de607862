import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const QUIET = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-sync', ...QUIET];
const MODULES = join(__dirname, 'node_modules');

/** `describe` where Debian's Chromium is installed; elsewhere the suite is skipped, and says why. */
export function describeInBrowser(name: string, body: () => void): void {
  if (existsSync(CHROMIUM)) describe(name, body);
  else describe.skip(`${name} (skipped: there is no ${CHROMIUM}; apt-get install chromium)`, body);
}

/** The same with a light page that shows Markdown; the body asks for it in its tests. */
export function describeOnPage(name: string, body: (page: () => Page) => void): void {
  describeInBrowser(name, () => {
    let browser: Browser;
    let page: Page;
    beforeAll(async () => {
      browser = await startBrowser();
      page = await markdownPage(browser, false);
    }, SLOW);
    afterAll(() => browser.close());
    body(() => page);
  });
}

/** Milliseconds for a busy machine. */
export const SLOW = 180_000;

export const startBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

export const PHONE = 390;
export const DESKTOP = 900;

export interface Look {
  readonly width: number;
  readonly dark: boolean;
}

const BOX = `
  body { margin: 0; padding: 12px; background: var(--page); }
  .markdown-body { border: 1px solid var(--line); border-radius: 6px; padding: 16px; font-size: 14px; }
  .markdown-body pre.mermaid { background: transparent; padding: 0; text-align: center; overflow: visible; }`;
const COLOURS = {
  light: '--page: #ffffff; --line: #d1d9e0;',
  dark: '--page: #0d1117; --line: #3d444d;',
};

/** A page that shows Markdown as GitHub does: its dialect, its style sheet, Mermaid. Without a network. */
export async function markdownPage(browser: Browser, dark: boolean): Promise<Page> {
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  await page.route('**', (route) => route.abort());
  const theme = dark ? 'dark' : 'light';
  const css = readFileSync(join(MODULES, `github-markdown-css/github-markdown-${theme}.css`), 'utf8');
  await page.setContent(
    `<!doctype html><style>:root { ${COLOURS[theme]} color-scheme: ${theme}; } ${css} ${BOX}</style><div class="markdown-body"></div>`,
  );
  await page.addScriptTag({ path: join(MODULES, 'marked/lib/marked.umd.js') });
  await page.addScriptTag({ path: join(MODULES, 'mermaid/dist/mermaid.min.js') });
  return page;
}

/** What the page's own scripts offer. */
interface Scripts {
  readonly document: {
    querySelector(selector: string): { innerHTML: string };
    querySelectorAll(
      selector: string,
    ): Iterable<{ className: string; textContent: string; parentElement: { replaceWith(node: unknown): void } }>;
    createElement(name: string): { className: string; textContent: string };
  };
  readonly marked: { parse(text: string, options: object): string };
  readonly mermaid: { initialize(options: object): void; run(options: object): Promise<void> };
}

/** Shows the text, with its charts drawn. */
export async function show(page: Page, text: string, { width, dark }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 844 });
  await page.evaluate(
    async ([markdown, theme]) => {
      const { document, marked, mermaid } = globalThis as unknown as Scripts;
      document.querySelector('.markdown-body').innerHTML = marked.parse(markdown, { gfm: true });
      for (const code of document.querySelectorAll('code.language-mermaid')) {
        const chart = document.createElement('pre');
        chart.className = 'mermaid';
        chart.textContent = code.textContent;
        code.parentElement.replaceWith(chart);
      }
      mermaid.initialize({ startOnLoad: false, theme });
      await mermaid.run({ querySelector: 'pre.mermaid' });
    },
    [text, dark ? 'dark' : 'default'] as const,
  );
}
