import type { Config } from '../config/schema';
import type { Checklist } from './checklist';
import { PLAN_CHECKLIST } from './plan';

/** The plan's checklist, with what the configuration says otherwise. */
export function checklistOf({ checklist: { title, weeks, groups } }: Config): Checklist {
  return { title, weeks: weeks ?? PLAN_CHECKLIST.weeks, groups: groups ?? PLAN_CHECKLIST.groups };
}
