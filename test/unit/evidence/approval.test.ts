import { approvalRefusal } from '../../../src/evidence/approval';
import { type RunRecord, runsOf } from '../../../src/evidence/journal';
import type { Plan } from '../../../src/steps/step';
import {
  edited,
  extended,
  extendedHalfWay,
  fresh,
  group,
  hashOf,
  kernelBehind,
  planOf,
  situation,
  thin,
} from '../steps/variants';

const approved = hashOf(planOf(fresh))!;
const [whole] = runsOf(situation(extended).journal, 'extend-lvm');
/** The approved plan as the journal tells it, cut short. */
const cutShort: RunRecord = { ...whole!, end: undefined };
const rest = planOf(edited(fresh, extendedHalfWay));

test('the plan that was approved may be carried out', () => {
  expect(approvalRefusal(planOf(fresh), approved, [])).toBeUndefined();
});

test('without a hash a person is asked instead', () => {
  expect(approvalRefusal(planOf(fresh), undefined, [])).toBeUndefined();
});

test('a plan that is refused needs no approval to stay refused', () => {
  expect(approvalRefusal(planOf(edited(fresh, thin)), approved, [])).toBeUndefined();
});

test('another plan is refused as drift, with both hashes and the way out', () => {
  const plan = planOf(edited(fresh, group({ vg_seqno: '3' })));
  expect(approvalRefusal(plan, approved, [])).toEqual({
    code: 'drift',
    message: `The host is not as it was when the plan ${approved.slice(0, 12)} was approved; the plan is now ${hashOf(plan)!.slice(0, 12)}. Nothing was changed.`,
    wayOut: 'Run plan again, look at the new plan, and approve that one.',
  });
});

describe('what is left of an approved plan', () => {
  test.each<[string, Plan]>([
    ['the file system', rest],
    ['the file system, and the kernel is behind', planOf(edited(fresh, kernelBehind))],
  ])('may be finished on the same approval: %s', (_, plan) => {
    expect(approvalRefusal(plan, approved, [cutShort])).toBeUndefined();
    expect(approvalRefusal(plan, approved, [{ ...cutShort, end: 'failed' }])).toBeUndefined();
  });

  test.each<[string, Partial<RunRecord>]>([
    ['when no such run is in the journal', { planHash: 'f'.repeat(64) }],
    ['when that run ended well', { end: 'success' }],
    ['when it had another target', { target: `${rest.basis.lv_uuid} 1` }],
    ['when it was about another volume', { target: `other ${rest.basis.target_bytes}` }],
    ['when a change was not part of it', { changes: ['backup', 'lvextend'] }],
  ])('is drift %s', (_, difference) => {
    expect(approvalRefusal(rest, approved, [{ ...cutShort, ...difference }])?.code).toBe('drift');
  });
});
