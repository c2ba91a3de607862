import fc from 'fast-check';
import type { Evidence } from '../../../src/evidence/evidence';
import { markdownReport } from '../../../src/report/markdown';
import { edited, extended, failing, fresh, replacing } from '../steps/variants';
import { applied, planned, withStep } from './evidence';
import { hostileText } from './hostile';

const firstLine = (text: string) => text.split('\n')[0]!.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));

test('the report of a real apply', () => {
  expect(markdownReport(applied)).toMatchSnapshot();
});

describe('the verdict comes first', () => {
  test.each<[string, Evidence, string]>([
    ['done', applied, '### ✅ extend-lvm: done and verified'],
    ['a plan', planned(fresh), '### ✅ extend-lvm: 3 changes planned; nothing was changed'],
    ['nothing to do', planned(extended), '### ✅ extend-lvm: nothing to do; nothing was changed'],
    ['refused', planned(fresh, { 'extend_lvm.size': '1TiB' }), '### ❌ extend-lvm: refused; nothing was changed'],
    [
      'not known',
      planned(edited(fresh, failing('lvm', 'sudo: a password is required'))),
      '### ❌ extend-lvm: cannot be planned: something is not known',
    ],
    ['half way', withStep({ outcome: 'needs-person' }), '### ❌ extend-lvm: stopped half way; a person is needed'],
    ['lost', withStep({ outcome: 'unknown' }), '### ❌ extend-lvm: outcome unknown: the connection was lost'],
  ])('%s', (_, evidence, line) => {
    expect(firstLine(markdownReport(evidence))).toBe(line);
  });
});

test('a refusal says why, and what to do', () => {
  const report = markdownReport(planned(edited(fresh, failing('lvm', 'sudo: a password is required'))));
  expect(report).toContain('> **Why:** LVM cannot be read');
  expect(report).toContain('**What to do:**\n\n```text\nAs root run `visudo');
});

test('a check that is not known is neither a pass nor a fail', () => {
  const report = markdownReport(planned(edited(fresh, failing('lvm', 'sudo: a password is required'))));
  expect(report).toContain('| ❔ Logical volume behind / |');
});

test('the hash is shown where there is something to approve, and only there', () => {
  expect(markdownReport(planned(fresh))).toContain('**Plan hash:** `d125122df0e3');
  expect(markdownReport(planned(extended))).not.toContain('Plan hash');
});

describe('whatever a server says', () => {
  /** Everything that a server, or a name on it, can put into the evidence. */
  function saidBy(text: string): Evidence {
    const [step] = applied.steps;
    const hostile = (value: object) =>
      Object.fromEntries(Object.entries(value).map(([key, v]) => [key, typeof v === 'string' ? v + text : v]));
    const plan = step!.plan!;
    if (plan.verdict !== 'changes') throw new Error('the fixture has changes');
    return {
      ...withStep({
        plan: {
          ...plan,
          summary: plan.summary + text,
          notes: [text],
          changes: plan.changes.map((change) => ({ ...change, ...hostile(change) })),
        },
        refusal: { code: 'x', message: text, wayOut: text },
        notes: [text],
        checks: step!.checks.map((check) => ({ ...check, ...hostile(check), result: check.result })),
        applied: { ...step!.applied!, events: step!.applied!.events.map((e) => ({ ...e, text: e.text + text })) },
      }),
      host: `ssh://me@${text}`,
    };
  }

  /** The lines that are not in a fenced block, read as CommonMark does. */
  function outsideBlocks(markdown: string): string[] {
    let fence = '';
    return markdown.split('\n').filter((line) => {
      const [, run = '', rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
      if (fence === '') {
        fence = run;
        return run === '';
      }
      if (run.startsWith(fence) && rest.trim() === '') fence = '';
      return false;
    });
  }

  const TEMPLATE = /<\/?(?:details|summary|sub)>|`apply`|`[0-9a-f]{64}`/g;

  test('no tag, mention, reference, address or code of it takes effect, and every row has its cells', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const lines = outsideBlocks(markdownReport(saidBy(text)));
        const written = lines.join('\n').replace(TEMPLATE, '');
        expect(written).not.toMatch(/[<`@\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        const seen = written.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
        expect(seen).not.toMatch(/@\w|#\d|:\/\/|www\./);
        const rows = lines.filter((line) => line.startsWith('|'));
        expect(rows.map((row) => row.split('|').length)).toEqual(rows.map(() => 5));
        expect(lines.findLast(Boolean)).toMatch(/^<sub>.*<\/sub>$/);
      }),
    );
  });

  test('not even through the facts that plans are made of', () => {
    const named = edited(
      fresh,
      replacing('lvm', /ubuntu-vg/g, '<b>@octocat|`x`'),
      replacing('lvm', '"vg_missing_pv_count":"0"', '"vg_missing_pv_count":"1"'),
    );
    const lines = outsideBlocks(markdownReport(planned(named)));
    expect(lines.join('\n').replace(TEMPLATE, '').replace('`plan`', '')).not.toMatch(/[<`@]/);
  });
});

describe('where it was started', () => {
  const trigger = {
    ...{ repository: 'me/edge', commit: 'c', actor: 'me', url: 'https://github.com/me/edge/actions/runs/1' },
  };

  test('a workflow links its run', () => {
    expect(markdownReport({ ...applied, trigger })).toContain(`[workflow run](${trigger.url})`);
    expect(markdownReport(applied)).not.toContain('workflow run');
  });
});
