import type { Config } from '../config/schema';
import type { Checklist } from './checklist';
import { PLAN_CHECKLIST } from './plan';

/** The plan's checklist, with what the configuration says otherwise. */
export function checklistOf(_config: Config): Checklist {
  return PLAN_CHECKLIST;
}
