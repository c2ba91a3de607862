import { MODES } from '../../../src/evidence/evidence';
import { commentText, progressText, topicOf } from '../../../src/report/comment';
import { fitted } from '../../../src/report/fit';
import type { Check } from '../../../src/steps/step';
import { fresh } from '../steps/variants';
import { applied, planned, withStep } from './evidence';

const letters = (text: string) =>
  text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll('\u200b', '');
const shown = (...of: Parameters<typeof commentText>) => letters(fitted(commentText(...of), 65_000));
const firstLine = (text: string) => text.split('\n')[0];
const check = (result: Check['result']): Check => ({
  id: 'c',
  title: 'Use',
  target: '< 60 %',
  measured: '0.6 %',
  how: 'df',
  result,
});
const verified = (...results: Check['result'][]) => ({
  ...withStep({ outcome: 'verified', checks: results.map(check), notes: [] }),
  mode: 'verify' as const,
});
const url = 'https://github.com/me/edge/actions/runs/1';
const trigger = { repository: 'me/edge', commit: 'c', actor: 'me', url };

describe('the first line is the verdict', () => {
  test.each([
    [
      'a change that was carried out',
      applied,
      '### ✅ extend-lvm on edgeserver: done and verified, 3 of 3 checks pass',
    ],
    ['a plan that waits', planned(fresh), '### 📝 extend-lvm on edgeserver: 3 changes planned; nothing was changed'],
    ['checks that pass', verified('pass', 'pass'), '### ✅ extend-lvm on edgeserver: 2 of 2 checks pass'],
    ['one that fails', verified('pass', 'fail'), '### ❌ extend-lvm on edgeserver: 1 of 2 checks pass'],
    [
      'one that is unknown',
      verified('unknown', 'pass'),
      '### ❔ extend-lvm on edgeserver: 1 of 2 checks pass, 1 unknown',
    ],
  ])('%s', (_, evidence, line) => {
    expect(firstLine(shown(evidence))).toBe(line);
  });

  test('several steps have one verdict and one table', () => {
    const several = { ...verified('pass'), steps: [...verified('pass').steps, ...verified('fail').steps] };
    expect(firstLine(shown(several))).toBe('### ❌ verify on edgeserver: 1 of 2 checks pass');
    expect(shown(several).match(/\| Check \|/g)).toHaveLength(1);
  });

  test('a refusal says why and what to do', () => {
    const refusal = { code: 'thin', message: 'It is thin.', wayOut: 'Extend the pool.' };
    const text = shown(withStep({ outcome: 'refused', refusal, checks: [] }));
    expect(firstLine(text)).toBe('### ❌ extend-lvm on edgeserver: refused; nothing was changed');
    expect(text).toContain('**Why:** It is thin.');
    expect(text).toContain('Extend the pool.');
  });
});

test('details are folded, and all of them end', () => {
  const text = shown(applied);
  const titles = [...text.matchAll(/<details><summary>(.*?)<\/summary>/g)].map(([, title]) => title);
  expect(titles).toEqual(['The plan: 3 changes', 'Environment', 'How it was measured', 'What the host did']);
  expect(text.match(/<\/details>/g)).toHaveLength(4);
});

test('tables of the step and of others are folded', () => {
  const table = {
    title: 'Time by instruction',
    columns: ['Instruction', 'Time'],
    rows: [['RUN make', '3 s']],
    note: 'Median.',
  };
  const text = shown(withStep({ tables: [{ ...table, title: 'Disks' }] }), { tables: [table] });
  expect(text).toContain('<summary>Disks</summary>');
  expect(text).toContain(
    '<summary>Time by instruction</summary>\n\n| Instruction | Time |\n|---|---|\n| RUN make | 3 s |',
  );
});

test('the hash is shown while the plan waits, and not afterwards', () => {
  expect(shown(planned(fresh))).toMatch(/\*\*Plan hash:\*\* `[0-9a-f]{64}`/);
  expect(shown(applied)).not.toContain('Plan hash');
});

test('the evidence and the workflow run are linked', () => {
  const text = fitted(commentText({ ...applied, trigger }), 65_000);
  expect(text).toContain(`[evidence](${url}#artifacts) · [workflow run](${url})`);
});

test('an address that we would not make is no link', () => {
  const text = fitted(commentText({ ...applied, trigger: { ...trigger, url: 'javascript:alert(1)' } }), 65_000);
  expect(text).not.toContain('](javascript');
});

describe('one topic a comment', () => {
  test.each([
    ['build-test', 'apply', 'build'],
    ['disk-test', 'verify', 'disk'],
    ['validate', 'verify', 'scorecard'],
    ['extend-lvm', 'plan', 'plan'],
    ['extend-lvm', 'apply', 'progress'],
    ['extend-lvm', 'rollback', 'progress'],
    ['extend-lvm', 'verify', 'scorecard'],
  ] as const)('%s %s: %s', (step, mode, topic) => {
    expect(topicOf(mode, [step])).toBe(topic);
  });

  test('several steps are told together', () => {
    expect(MODES.map((mode) => topicOf(mode, ['build-test', 'validate']))).toEqual([
      'plan',
      'progress',
      'scorecard',
      'progress',
    ]);
  });
});

test('progress shows the last lines only, without empty ones', () => {
  const text = progressText(
    'apply',
    Array.from({ length: 40 }, (_, i) => `\n line ${i}\n\n`),
    61,
  );
  expect(text).toContain('1 min 1 s so far');
  expect(text.match(/line \d+/g)).toEqual(Array.from({ length: 12 }, (_, i) => `line ${28 + i}`));
});
