import { createHash } from 'node:crypto';
import { dashboardHtml } from '../../../src/dashboard/html';
import { dashboardData } from '../../../src/dashboard/model';
import { type History, NO_HISTORY } from '../../../src/evidence/history';
import { LANGUAGES, speechIn } from '../../../src/texts';
import { hostileStrings } from '../report/hostile-strings';

const MADE = new Date('2026-03-01T08:00:00Z');
const ASSETS = { css: 'p{color:red}', script: 'run()' };
const AT = '2026-02-27T05:00:00Z';
const GIB = 1024 ** 3;
const named = (text: string): History => ({
  disks: [{ at: AT, host: text, used_bytes: 5 * GIB, size_bytes: 10 * GIB, available_bytes: 4 * GIB }],
  builds: [{ at: AT, host: text, scenario: text, seconds: 3000, commit: text, run: text }],
  scores: [{ at: AT, host: text, score: 70, unknown: 15 }],
  applied: [{ at: AT, host: text, run: text, step: text, mode: text, outcome: text, title: text }],
  targets: [
    { at: AT, host: text, check: 'build_time', value: 3600, of: text },
    { at: AT, host: text, check: 'disk_use', value: 60, of: '' },
    { at: AT, host: text, check: 'score', value: 85, of: '' },
  ],
  checklists: [{ at: AT, group: text, place: 0, title: text, done: 1, total: 2 }],
});
const page = (history: History, language: 'en' | 'fr' = 'en') =>
  dashboardHtml(dashboardData(history, language, MADE), ASSETS);
const dataIn = (text: string) => /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(text)![1]!;

describe('the page', () => {
  const text = page(named('edge'));

  test('names all that may run in it by hash, and asks nobody', () => {
    const hash = (source: string) => createHash('sha256').update(source).digest('base64');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)![1]!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${hash(ASSETS.script)}'`);
    expect(policy).toContain(`style-src 'sha256-${hash(ASSETS.css)}'`);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(text).not.toMatch(/(?:src|href)="(?!#|data:image\/svg)/);
    expect(text).not.toMatch(/ on\w+=| style=/);
  });

  test('says the figures with their targets, whether they are reached, and in tables', () => {
    expect(text).toContain('<span class="value">70</span> <span class="verdict fail">✕ not reached</span>');
    expect(text).toContain('target ≥ 85 · 15 points unknown');
    expect(text).toContain('<span class="value">50.0 min</span> <span class="verdict pass">✓ reached</span>');
    expect(text).toContain('<td class="number">55.6 %</td>');
    expect(text).toContain('Too little history for a forecast');
  });

  test('is the same from the same history', () => {
    expect(page(named('edge'))).toBe(text);
  });

  test('has one heading of the first level, and every section is named by its own', () => {
    expect(text.match(/<h1>/g)).toHaveLength(1);
    for (const [, id] of text.matchAll(/aria-labelledby="([^"]+)"/g)) expect(text).toContain(`<h2 id="${id}">`);
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('an empty history says how to get data', () => {
  const text = page(NO_HISTORY);
  expect(text).toContain('Nothing was recorded yet');
  expect(text).toContain('edge-phase1 verify validate --evidence evidence.json');
  expect(text).not.toContain('class="plot"');
});

test('an old reading is said to be old', () => {
  const old = { ...NO_HISTORY, disks: [{ ...named('edge').disks[0]!, at: '2026-02-01T00:00:00Z' }] };
  expect(page(old)).toContain('The last reading is 28 days old.');
});

describe('text of others', () => {
  const skeleton = (text: string) =>
    [...text.replace(dataIn(text), '').matchAll(/<\/?[a-z][a-z0-9]*(?=[\s>])|\s[a-z-]+(?==")/gi)].map(([part]) => part);
  const harmless = skeleton(page(named('edge')));

  test.each(hostileStrings.filter((text) => /[<>"'&]/.test(text)))('%j adds no element and no attribute', (hostile) => {
    expect(skeleton(page(named(hostile)))).toEqual(harmless);
  });

  test.each(['</script><script>alert(1)</script>', '<!--<script>', '\u2028', ']]>'])(
    '%j does not end the data, which are read as they were',
    (hostile) => {
      const json = dataIn(page(named(`x${hostile}y`)));
      expect(json).not.toMatch(/[<>&\u2028]/);
      expect((JSON.parse(json) as { hosts: { name: string }[] }).hosts[0]!.name).toBe(
        `x${hostile}y`.replace('\u2028', ''),
      );
    },
  );

  test('is without control and direction characters, and bounded', () => {
    const text = page(named(`a\u202eb\u0007${'c'.repeat(5000)}`));
    expect(text).not.toMatch(/[\u202e\u0007]/);
    expect(text).not.toContain('c'.repeat(300));
  });
});

describe('in French', () => {
  const [EN, FR] = [speechIn('en').texts.dashboard, speechIn('fr').texts.dashboard];

  test('every text is there, and fills in the same', () => {
    const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();
    for (const [key, text] of Object.entries(EN)) {
      const other = FR[key as keyof typeof FR];
      expect([key, blanks(other)]).toEqual([key, blanks(text)]);
      expect(other).not.toBe('');
    }
  });

  test('the page says so, and writes numbers and days in its way', () => {
    const text = page(named('edge'), 'fr');
    expect(text).toContain('<html lang="fr">');
    expect(text).toContain('1 mars 2026');
    expect(text).toContain('55,6 %');
    expect(LANGUAGES).toEqual(['en', 'fr']);
  });
});
