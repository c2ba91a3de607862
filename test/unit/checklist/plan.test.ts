import { itemsOf } from '../../../src/checklist/checklist';
import { PLAN_CHECKLIST } from '../../../src/checklist/plan';

describe("the plan's checklist", () => {
  it('has the 31 items of the plan: 5 before the start, 14 in the first week, 12 in the second', () => {
    const count = (week?: string) =>
      PLAN_CHECKLIST.groups.filter((group) => group.week === week).reduce((n, { items }) => n + items.length, 0);
    expect([count(), count('week-1'), count('week-2')]).toEqual([5, 14, 12]);
  });

  it('has the day groups of the plan: 4 in the first week, 3 in the second', () => {
    const groups = (week: string) => PLAN_CHECKLIST.groups.filter((group) => group.week === week).length;
    expect([groups('week-1'), groups('week-2')]).toEqual([4, 3]);
  });

  it('names every item once', () => {
    expect(itemsOf(PLAN_CHECKLIST).size).toBe(31);
  });

  it('has a due date for each week, and a week for each group but the first', () => {
    const weeks = PLAN_CHECKLIST.weeks.map(({ id }) => id);
    expect(PLAN_CHECKLIST.weeks.map(({ due }) => due)).toEqual(['2026-02-14', '2026-02-21']);
    for (const { week } of PLAN_CHECKLIST.groups.slice(1)) expect(weeks).toContain(week);
  });
});
