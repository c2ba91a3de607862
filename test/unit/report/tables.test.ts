import fc from 'fast-check';
import { markdownReport } from '../../../src/report/markdown';
import { terminalReport } from '../../../src/report/terminal';
import { withStep } from './evidence';
import { hostileText } from './hostile';

const disks = {
  title: 'The disks',
  columns: ['Disk', 'Writes a second'],
  rows: [
    ['EDGE-SYSTEM', '40 (38 to 41)'],
    ['EDGE-WAREHOUSE', 'not measured: nothing is mounted'],
  ],
  note: 'Median of 3 runs.',
};
const evidence = withStep({ tables: [disks] });

test('a terminal shows the table in columns, with its title and note', () => {
  expect(terminalReport(evidence)).toContain(
    [
      '  The disks:',
      '    Disk            Writes a second',
      '    EDGE-SYSTEM     40 (38 to 41)',
      '    EDGE-WAREHOUSE  not measured: nothing is mounted',
      '    (Median of 3 runs.)',
    ].join('\n'),
  );
});

test('GitHub gets a table of its own', () => {
  const letters = markdownReport(evidence).replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
  expect(letters).toContain(
    [
      '**The disks**',
      '',
      '| Disk | Writes a second |',
      '|---|---|',
      '| EDGE-SYSTEM | 40 (38 to 41) |',
      '| EDGE-WAREHOUSE | not measured: nothing is mounted |',
      '',
      '<sub>Median of 3 runs.</sub>',
    ].join('\n'),
  );
});

test('whatever stands in a cell, the table keeps its shape and no line or control character gets out of it', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (one, two) => {
      const table = { title: one, columns: [two, 'B'], rows: [[one, two]], note: `.${two}` };
      const hostile = withStep({ tables: [table] });
      const markdown = markdownReport(hostile).split('\n');
      const rule = markdown.indexOf('|---|---|');
      expect(markdown.slice(rule - 1, rule + 2).map((line) => line.split('|').length)).toEqual([4, 4, 4]);
      const lines = (text: string) => text.split('\n').length;
      expect(lines(terminalReport(hostile))).toBe(
        lines(terminalReport(withStep({ tables: [{ ...disks, rows: [['', '']] }] }))),
      );
      expect(terminalReport(hostile)).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/,
      );
    }),
  );
});
