import { z } from 'zod';
import { PLAN_CHECKLIST } from '../checklist/plan';
import { allowed, section } from './parts';

const ID = allowed('up to 40 lower case letters, digits and dashes, beginning with a letter or digit');
const id = z.string(ID).regex(/^[a-z0-9][a-z0-9-]{0,39}$/, ID);
const TITLE = allowed('one line of 1 to 200 characters');
const title = z
  .string(TITLE)
  .regex(/^(?=.*\S)[^\r\n<>]{1,200}$/, { error: 'Allowed is one line of 1 to 200 characters, without < and >.' });
const DUE = allowed('a date, such as 2026-02-14');
const NAME = allowed('the name of a check, such as disk_size');
const STEP = allowed('the name of a step, such as extend-lvm');
const stepName = z.string(STEP).regex(/^[a-z][a-z-]{0,39}$/, STEP);

const item = z.strictObject(
  {
    id,
    title,
    checks: z
      .array(z.string(NAME).regex(/^[a-z][a-z0-9_]{0,39}$/, NAME), allowed('a list of names of checks'))
      .optional(),
    step: stepName.optional(),
    planned: stepName.optional(),
    approval: z.literal('go', allowed('go')).optional(),
  },
  allowed('an item with id and title, and checks, step, planned or approval'),
);

const group = z.strictObject(
  {
    id,
    title,
    week: id.optional(),
    items: z.array(item, allowed('a list of items')).min(1, allowed('at least one item')),
  },
  allowed('a group with id, title, week and items'),
);

const week = z.strictObject(
  { id, title, due: z.string(DUE).regex(/^20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/, DUE) },
  allowed('a week with id, title and due'),
);

/** GitHub allows 100 sub-issues. */
const MOST_GROUPS = 100;

export const checklist = section('The checklist of Phase 1, as issues.', {
  title: title.default('Phase 1: the checklist').describe('Title of the tracking issue, when it is opened.'),
  weeks: z
    .array(week, allowed('a list of weeks, each with id, title and due'))
    .superRefine(unique)
    .nullable()
    .default(null)
    .describe('Milestones instead of the two weeks of the plan: a list of id, title and due (2026-02-14).'),
  groups: z
    .array(group, allowed('a list of groups, each with id, title, week and items'))
    .min(1, allowed('at least one group'))
    .max(MOST_GROUPS, allowed(`at most ${MOST_GROUPS} groups`))
    .superRefine(unique)
    .superRefine((groups, context) =>
      unique(
        groups.flatMap(({ items }) => items),
        context,
      ),
    )
    .nullable()
    .default(null)
    .describe(
      'Groups of items instead of the 31 of the plan: a list of id, title, week and items. An item has id and title; with checks (a list), step or planned the runs tick it, with approval: go an approval does.',
    ),
}).superRefine(({ weeks, groups }, context) => {
  const known = (weeks ?? PLAN_CHECKLIST.weeks).map(({ id: name }) => name);
  for (const [index, { week: name }] of (groups ?? []).entries()) {
    if (name === undefined || known.includes(name)) continue;
    const message = `Allowed is the id of a week: ${known.join(', ')}.`;
    context.addIssue({ code: 'custom', message, path: ['groups', index, 'week'] });
  }
});

function unique(entries: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const { id: name } of entries) {
    if (seen.has(name)) {
      const message = `The id ${name} stands in it more than once. Give each its own.`;
      context.addIssue({ code: 'custom', message });
    }
    seen.add(name);
  }
}
