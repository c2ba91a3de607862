import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Item } from '../../../src/checklist/checklist';
import { approval, judge, runLink } from '../../../src/checklist/judge';
import { PLAN_CHECKLIST } from '../../../src/checklist/plan';
import { type Evidence, parseEvidence } from '../../../src/evidence/evidence';
import type { Check } from '../../../src/steps/step';

const applied = parseEvidence(readFileSync(join(__dirname, '../../fixtures/evidence/applied.json'), 'utf8'));
const withChecks = (change: (check: Check) => Check, mode: Evidence['mode'] = 'verify'): Evidence => ({
  ...applied,
  mode,
  steps: applied.steps.map((step) => ({
    ...step,
    checks: step.checks.map(change),
    outcome: 'verified',
    plan: undefined!,
  })),
});
const item = (id: string): Item => PLAN_CHECKLIST.groups.flatMap(({ items }) => items).find((i) => i.id === id)!;

describe('evidence of an extended volume', () => {
  it('proves what was done and seen, and nothing else', () => {
    const proved = PLAN_CHECKLIST.groups
      .flatMap(({ items }) => items)
      .filter((i) => judge(i, applied, false)?.says === 'proved')
      .map(({ id }) => id);
    expect(proved).toEqual(['script-tested', 'copy-script', 'extend-lvm', 'extended']);
  });

  it('says what was seen', () => {
    expect(judge(item('extended'), applied, false)?.text).toContain('150 GiB, file system 150 GiB');
  });
});

describe('a later look', () => {
  it('that fails disproves, with measured value and target', () => {
    const evidence = withChecks((check) => ({ ...check, measured: '100 GiB', result: 'fail' }));
    expect(judge(item('extended'), evidence, true)).toMatchObject({
      says: 'disproved',
      text: expect.stringContaining('100 GiB, target ≥ 150 GiB'),
    });
  });

  it('that does not know says nothing', () => {
    const evidence = withChecks((check) => ({ ...check, result: 'unknown' }));
    expect(judge(item('extended'), evidence, true)).toBeUndefined();
  });

  it('without the step being carried out does not prove that it was', () => {
    const evidence = withChecks((check) => check);
    expect(judge(item('extend-lvm'), evidence, false)).toBeUndefined();
    expect(judge(item('extended'), evidence, false)?.says).toBe('proved');
  });
});

it('a check that one step passes and another fails is failing', () => {
  const [step] = withChecks((check) => check).steps;
  const failing = { ...step!, checks: step!.checks.map((check) => ({ ...check, result: 'fail' as const })) };
  expect(judge(item('extended'), { ...applied, steps: [step!, failing] }, false)?.says).toBe('disproved');
});

it('items for people are never judged', () => {
  expect(judge(item('go-meeting'), applied, false)).toBeUndefined();
});

it('an address that is none is not linked', () => {
  const trigger = { repository: 'a/b', commit: '', actor: '', url: 'javascript:alert(1)' };
  expect(runLink({ ...applied, trigger })).not.toContain('](');
  expect(runLink({ ...applied, trigger: { ...trigger, url: 'https://ghe.example/a/b/actions/runs/1' } })).toContain(
    '](https://ghe.example/a/b/actions/runs/1)',
  );
});

it('a name cannot mention or mark anything', () => {
  const { text } = approval('@octocat/team <!-- /edge-phase1 -->', '2026-02-11T09:00:00Z', '/phase1 go');
  expect(text).not.toMatch(/@\w|<!--/);
});
