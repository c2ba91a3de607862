import type { Evidence, StepRecord } from '../../src/evidence/evidence';
import { hasMarker, markerLine, topicMarker } from '../../src/github/marker';
import { commentText, progressText } from '../../src/report/comment';
import { plain } from '../../src/report/defuse';
import { fitted } from '../../src/report/fit';
import { markdownReport } from '../../src/report/markdown';
import { hostileStrings } from '../unit/report/hostile-strings';
import { describeOnPage, SLOW } from './browser';
import { applied } from './samples';

const [step] = applied.steps as [StepRecord];
const MARKER = topicMarker('progress', 'local');
const OTHER_MARKER = topicMarker('build', 'local');

/** Evidence of a host that says this wherever it may say something. */
function saying(text: string): Evidence {
  const machine = { ...step.before!.machine, name: text, os: text, kernel: text };
  const refusal = { code: 'x', message: text, wayOut: text };
  const table = { title: text, columns: [text, text], rows: [[text, text]], note: text };
  const check = { id: 'c', title: text, target: text, measured: text, how: text, result: 'fail' as const };
  const change = { id: 'x', title: text, command: text, why: text, check: text, undo: text };
  const plan =
    step.plan?.verdict === 'changes' ? { ...step.plan, summary: text, notes: [text], changes: [change] } : undefined;
  const event = { event: 'progress', time: '2026-02-11T08:00:00Z', text };
  const record: StepRecord = {
    ...{ step: text, outcome: 'needs-person', checks: [check], tables: [table], refusal, notes: [text] },
    ...{
      before: { ...step.before!, machine },
      plan: plan!,
      applied: { run: 'r', exit: 5, stderr: text, events: [event, event] },
    },
  };
  return {
    ...applied,
    host: text,
    run: text,
    started: text,
    tool: { name: 'edge-phase1', version: text },
    steps: [record],
  };
}

const comment = (text: string, bytes = 10_000_000) =>
  `${markerLine(MARKER, 'run')}\n${fitted(commentText(saying(text), { tables: saying(text).steps[0]!.tables!, environment: { [`name ${text}`]: text } }), bytes)}`;
const RENDERINGS = {
  comment: (text: string) => comment(text),
  summary: (text: string) => markdownReport(saying(text)),
  progress: (text: string) => progressText(`apply ${text}`, [`said ${text}`, text], 1),
};

interface Rendered {
  /** Names of the elements in their order, where each ends, and the attributes that link or load. */
  readonly skeleton: string;
  /** Text that GitHub searches for mentions, references, addresses and emoji. */
  readonly searched: string;
  readonly all: string;
  readonly comments: number;
}

interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string;
  readonly childNodes: Iterable<DomNode>;
  getAttributeNames(): string[];
  getAttribute(name: string): string;
}

/** In the page: what the text becomes. */
function render(markdown: string): Rendered {
  const { document, marked } = globalThis as unknown as {
    document: { createElement(name: 'template'): { innerHTML: string; content: DomNode } };
    marked: { parse(text: string, options: object): string };
  };
  const template = document.createElement('template');
  template.innerHTML = marked.parse(markdown, { gfm: true });
  let [skeleton, searched, comments] = ['', '', 0];
  const walk = (node: DomNode, quoted: boolean) => {
    if (node.nodeType === 8) comments++;
    if (node.nodeType === 3 && !quoted) searched += `${node.textContent}\n`;
    for (const child of node.childNodes) {
      const element = child.nodeType === 1;
      const name = element ? child.nodeName.toLowerCase() : '';
      const attributes = element ? child.getAttributeNames().map((key) => ` ${key}=${child.getAttribute(key)}`) : [];
      if (element) skeleton += `<${name}${attributes.join('')}>`;
      walk(child, quoted || name === 'pre' || name === 'code' || name === 'a');
      if (element) skeleton += '</>';
    }
  };
  walk(template.content, false);
  return { skeleton, searched, all: template.content.textContent, comments };
}

const LINKED: readonly RegExp[] = [/@[a-z\d]/i, /#\d/, /\bGH-\d/i, /:\/\//, /www\./i, /:[a-z+-][\w+-]*:/i];
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069]/;

test('there are at least 200', () => expect(hostileStrings.length).toBeGreaterThanOrEqual(200));

describeOnPage('hostile text, rendered', (page) => {
  const rendered = (texts: readonly string[]): Promise<Rendered[]> =>
    page().evaluate(`${JSON.stringify(texts)}.map(${render.toString()})`);

  test.each(Object.entries(RENDERINGS))(
    'in a %s: the same elements as for harmless text, and nothing of it is linked',
    async (kind, write) => {
      const [harmless, empty, ...all] = await rendered(['harmless', '\u0000', ...hostileStrings].map(write));
      const wrong = hostileStrings.filter((text, i) => {
        const same = plain(text).trim() === '' ? empty : harmless;
        const { skeleton, searched, all: shown, comments } = all[i]!;
        const linked = LINKED.some((pattern) => pattern.test(searched)) || CONTROL.test(shown);
        return skeleton !== same!.skeleton || linked || comments !== (kind === 'comment' ? 1 : 0);
      });
      expect(wrong.map((text) => JSON.stringify(text.slice(0, 60)))).toEqual([]);
    },
    SLOW,
  );

  test(
    'without defusing, most of them do something',
    async () => {
      const [harmless, ...all] = await rendered(['x', ...hostileStrings].map((text) => `| ${text} |\n|---|`));
      const harmful = all.filter(
        ({ skeleton, searched, all: shown }) =>
          skeleton !== harmless!.skeleton || LINKED.some((pattern) => pattern.test(searched)) || CONTROL.test(shown),
      );
      expect(harmful.length).toBeGreaterThan(150);
    },
    SLOW,
  );
});

test('none of them forges a marker, of this comment or of another', () => {
  for (const text of hostileStrings) {
    const body = comment(text, 60_000);
    expect(Buffer.byteLength(body)).toBeLessThan(60_100);
    expect(hasMarker(body, MARKER)).toBe(true);
    expect(hasMarker(body, OTHER_MARKER)).toBe(false);
    expect(body.match(/<!--/g)).toHaveLength(1);
    expect(markdownReport(saying(text))).not.toContain('<!--');
    expect(progressText(text, [text], 1)).not.toContain('<!--');
  }
});

test('what is shown is the text, letter for letter, where it is not cut', () => {
  const letters = (text: string) =>
    text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll('\u200b', '');
  for (const text of hostileStrings.filter(({ length }) => length < 60)) {
    expect(letters(markdownReport(saying(text)))).toContain(plain(text).replace(/\s+/g, ' ').trim());
  }
});
