import { type Texts, textsOf } from '../texts';
import type { Checklist, Group, Item, Week } from './checklist';

type Titles = Texts['desk']['plan'];
type PlanItem = Omit<Item, 'id' | 'title'> & { readonly id: keyof Titles['items'] };
type PlanGroup = Pick<Group, 'week'> & { readonly id: keyof Titles['groups']; readonly items: readonly PlanItem[] };
type PlanWeek = Omit<Week, 'title'> & { readonly id: keyof Titles['weeks'] };

/** The plan's own execution checklist: 31 items. */

const weeks: readonly PlanWeek[] = [
  { id: 'week-1', due: '2026-02-14' },
  { id: 'week-2', due: '2026-02-21' },
];

const groups: readonly PlanGroup[] = [
  {
    id: 'pre-flight',
    items: [
      { id: 'phase-0', checks: ['preflight_phase_0'] },
      { id: 'stable', checks: ['pods'] },
      { id: 'backup-strategy', checks: ['preflight_backup'] },
      { id: 'budget' },
      { id: 'script-tested', planned: 'extend-lvm' },
    ],
  },
  {
    id: 'week-1-day-1',
    week: 'week-1',
    items: [
      { id: 'go-meeting' },
      { id: 'go-decision', approval: 'go' },
      { id: 'copy-script', step: 'extend-lvm' },
      { id: 'extend-lvm', step: 'extend-lvm', checks: ['volume_size'] },
      { id: 'extended', checks: ['volume_size', 'disk_size'] },
    ],
  },
  {
    id: 'week-1-day-2',
    week: 'week-1',
    items: [
      { id: 'docker-config', step: 'docker-config', checks: ['docker_settings'] },
      { id: 'docker-restart', step: 'docker-config', checks: ['docker_health'] },
      { id: 'pods-running', checks: ['pods'] },
      { id: 'docker-documented', step: 'docker-config' },
    ],
  },
  {
    id: 'week-1-day-3',
    week: 'week-1',
    items: [
      { id: 'disk-test', step: 'disk-test' },
      { id: 'build-baseline', step: 'build-test' },
      { id: 'measurements-documented', step: 'disk-test' },
    ],
  },
  {
    id: 'week-1-day-4',
    week: 'week-1',
    items: [{ id: 'week-1-review' }, { id: 'week-1-documentation' }],
  },
  {
    id: 'week-2-day-1-2',
    week: 'week-2',
    items: [
      { id: 'harbor-download', step: 'harbor' },
      { id: 'harbor-configure', step: 'harbor' },
      { id: 'harbor-install', step: 'harbor' },
      { id: 'harbor-verify', checks: ['harbor'] },
    ],
  },
  {
    id: 'week-2-day-3-4',
    week: 'week-2',
    items: [
      { id: 'harbor-test', checks: ['harbor'] },
      { id: 'harbor-push', checks: ['harbor_push'] },
      { id: 'harbor-pull', checks: ['harbor_pull'] },
      { id: 'procedures' },
    ],
  },
  {
    id: 'week-2-day-5',
    week: 'week-2',
    items: [
      {
        id: 'final-validation',
        checks: ['disk_size', 'disk_use', 'disk_pressure', 'build_time', 'harbor', 'pods'],
      },
      { id: 'performance', checks: ['build_time'] },
      { id: 'completion-report' },
      { id: 'phase-2' },
    ],
  },
];

/** With titles in a language; the ids are the same in all of them. */
export const planChecklist = ({ plan: say }: Texts['desk']): Checklist => ({
  title: say.title,
  weeks: weeks.map((week) => ({ ...week, title: say.weeks[week.id] })),
  groups: groups.map((group) => ({
    ...group,
    title: say.groups[group.id],
    items: group.items.map((item) => ({ ...item, title: say.items[item.id] })),
  })),
});

export const PLAN_CHECKLIST = planChecklist(textsOf({}).desk);
