import { documentsOf, materialOf } from '../../../src/documents';
import { NO_HISTORY } from '../../../src/evidence/history';
import { LAB, lab, read } from './lab';

const log = (material = lab(), language: 'en' | 'fr' = 'en') =>
  read(documentsOf(material, language)['execution-log.md']);

test('says by day what ran, how it ended, and what it did', () => {
  const text = log();
  expect(text).toContain('5 runs on 1 day; 2 changes carried out.');
  expect(text).toContain('## 25 November 2026');
  expect(text).toContain(
    '| 03:09 | `apply` Extend the logical volume | done and verified | at a command line | at a command line; plan `f47575c2ef73` | 19.3 s |',
  );
  expect(text).toContain('100 GiB → 150 GiB, while it is in use. · 3 of 3 operations done · 3 of 3 checks pass');
  expect(text).toContain('| 03:11 | `apply` Measure the disks | measured; nothing was changed |');
});

test('says who approved a run of a workflow; where nobody knows, it says that', () => {
  const url = 'https://github.com/me/edge/actions/runs/7';
  const trigger = { repository: 'me/edge', commit: 'c', actor: 'starter', url };
  const evidence = LAB.map((one) => ({ ...one, trigger }));
  const known = materialOf({ evidence, history: NO_HISTORY, approvals: new Map([[url, ['reviewer']]]) });
  expect(log(known)).toContain(`([run](${url})) | done and verified | starter | reviewer; plan`);
  expect(log(lab({}, evidence))).toContain('| starter | not recorded; plan `f47575c2ef73` |');
});

test('days of months and numbers are those of the language', () => {
  const text = log(lab(), 'fr');
  expect(text).toContain('5 exécutions sur 1 jour ; 2 modifications effectuées.');
  expect(text).toContain('## 25 novembre 2026');
  expect(text).toContain('19,3 s');
});

test('a refusal is told with its reason', () => {
  const refused = LAB.slice(0, 1).map((one) => ({
    ...one,
    steps: one.steps.map(({ applied: _, ...s }) => ({
      ...s,
      outcome: 'refused' as const,
      refusal: { code: 'x', message: 'There is no space.', wayOut: 'Add some.' },
    })),
  }));
  expect(log(lab({}, refused))).toContain('Why: There is no space.');
});
