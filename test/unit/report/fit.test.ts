import fc from 'fast-check';
import { type FoldedText, fitted } from '../../../src/report/fit';
import { hostileText } from './hostile';

const text = (change: Partial<FoldedText> = {}): FoldedText => ({
  head: '### ✅ all well',
  folded: [
    { title: 'Plan', text: '1. extend', kind: 'markdown' },
    { title: 'Log', text: Array.from({ length: 2000 }, (_, i) => `line ${i}`).join('\n'), kind: 'log' },
    { title: 'More', text: 'm'.repeat(500), kind: 'markdown' },
  ],
  foot: '<sub>run 1</sub>',
  whole: 'the whole is in [the evidence](https://github.com/me/edge/actions/runs/1#artifacts)',
  ...change,
});
const balanced = (markdown: string) => {
  expect(markdown.match(/<details>/g)?.length).toBe(markdown.match(/<\/details>/g)?.length);
  expect((markdown.match(/^`{3,}/gm) ?? []).length % 2).toBe(0);
};

test('what fits is whole, and says nothing about cutting', () => {
  const whole = fitted(text(), 65_000);
  for (const part of ['all well', '1. extend', 'line 0\n', 'line 1999', 'mmm', 'run 1']) expect(whole).toContain(part);
  expect(whole).not.toContain('Cut to fit');
});

test('a log is cut first: its end stays, with a link to the whole', () => {
  const cut = fitted(text(), 5000);
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(5000);
  for (const part of ['all well', '1. extend', 'Log (its end)', 'line 1999', 'runs/1#artifacts', 'run 1']) {
    expect(cut).toContain(part);
  }
  expect(cut).not.toContain('line 0\n');
  expect(cut).not.toMatch(/^ine \d/m);
  balanced(cut);
});

test('tables and lists are left out whole', () => {
  const cut = fitted(text(), 700);
  expect(cut).toContain('1. extend');
  expect(cut).not.toContain('mmm');
  balanced(cut);
});

test('at last the head loses lines from its end, and closes the block that they open', () => {
  const head = `### ❌ refused\n\n\`\`\`\`text\n${'do this\n'.repeat(500)}\`\`\`\`\n\nafter`;
  const cut = fitted(text({ head }), 1000);
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(1000);
  expect(cut.startsWith('### ❌ refused')).toBe(true);
  expect(cut).not.toContain('after');
  balanced(cut);
});

test('never more than the bytes that there are, whatever the text, and always balanced', () => {
  const part = fc.record({
    title: fc.constant('Log'),
    text: fc.array(hostileText).map((all) => all.join('\n')),
    kind: fc.constant('log' as const),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), fc.integer({ min: 400, max: 3000 }), (folded, bytes) => {
      const shown = fitted(text({ folded }), bytes);
      expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(bytes);
      const outside = shown.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '');
      expect(outside).not.toContain('```');
      expect(outside.match(/<details>/g)?.length).toBe(outside.match(/<\/details>/g)?.length);
    }),
  );
});

test('characters of several bytes are not torn', () => {
  const folded = [{ title: 'Log', text: '📏é'.repeat(5000), kind: 'log' as const }];
  for (let bytes = 1000; bytes < 1012; bytes++) expect(fitted(text({ folded }), bytes)).not.toContain('\ufffd');
});
