import type { Config } from '../config/schema';
import { textsOf } from '../texts';
import type { Checklist } from './checklist';
import { PLAN_CHECKLIST, planChecklist } from './plan';

/** The plan's checklist in the configured language, with what the configuration says otherwise. */
export function checklistOf(config: Config): Checklist {
  const { title, weeks, groups } = config.checklist;
  const plan = planChecklist(textsOf(config).desk);
  const isDefault = title === PLAN_CHECKLIST.title;
  return { title: isDefault ? plan.title : title, weeks: weeks ?? plan.weeks, groups: groups ?? plan.groups };
}
