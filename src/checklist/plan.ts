import type { Checklist, Group, Week } from './checklist';

/** The plan's own execution checklist: 31 items. */

const weeks: readonly Week[] = [
  { id: 'week-1', title: 'Phase 1, Week 1: Infrastructure', due: '2026-02-14' },
  { id: 'week-2', title: 'Phase 1, Week 2: Services', due: '2026-02-21' },
];

const groups: readonly Group[] = [
  {
    id: 'pre-flight',
    title: 'Pre-Flight (before starting)',
    items: [
      { id: 'phase-0', title: 'Phase 0 validated 100% complete', checks: ['preflight_phase_0'] },
      { id: 'stable', title: 'Infrastructure stable 17/17 pods', checks: ['pods'] },
      { id: 'backup-strategy', title: 'Backup strategy active', checks: ['preflight_backup'] },
      { id: 'budget', title: 'Budget approved: $0' },
      { id: 'script-tested', title: 'Script tested: extend-lvm-phase1.sh', planned: 'extend-lvm' },
    ],
  },
  {
    id: 'week-1-day-1',
    title: 'Week 1, Day 1 (Feb 11): Go/No-Go and LVM',
    week: 'week-1',
    items: [
      { id: 'go-meeting', title: 'Meeting Go/No-Go Phase 1' },
      { id: 'go-decision', title: 'Decision: GO with Budget $0 strategy', approval: 'go' },
      { id: 'copy-script', title: 'Copy script to EdgeServer', step: 'extend-lvm' },
      { id: 'extend-lvm', title: 'Execute LVM extension', step: 'extend-lvm', checks: ['volume_size'] },
      { id: 'extended', title: 'Verify result (150GB+)', checks: ['volume_size', 'disk_size'] },
    ],
  },
  {
    id: 'week-1-day-2',
    title: 'Week 1, Day 2 (Feb 12): Docker',
    week: 'week-1',
    items: [
      { id: 'docker-config', title: 'Optimize Docker config', step: 'docker-config', checks: ['docker_settings'] },
      { id: 'docker-restart', title: 'Restart Docker daemon', step: 'docker-config', checks: ['docker_health'] },
      { id: 'pods-running', title: 'Verify all pods Running', checks: ['pods'] },
      { id: 'docker-documented', title: 'Document changes', step: 'docker-config' },
    ],
  },
  {
    id: 'week-1-day-3',
    title: 'Week 1, Day 3 (Feb 13): Measurements',
    week: 'week-1',
    items: [
      { id: 'disk-test', title: 'Test disk performance (hdparm)', step: 'disk-test' },
      { id: 'build-baseline', title: 'Baseline build time test', step: 'build-test' },
      { id: 'measurements-documented', title: 'Document results', step: 'disk-test' },
    ],
  },
  {
    id: 'week-1-day-4',
    title: 'Week 1, Day 4 (Feb 14): Review',
    week: 'week-1',
    items: [
      { id: 'week-1-review', title: 'Week 1 review & validation' },
      { id: 'week-1-documentation', title: 'Update documentation' },
    ],
  },
  {
    id: 'week-2-day-1-2',
    title: 'Week 2, Day 1-2 (Feb 17-18): Harbor',
    week: 'week-2',
    items: [
      { id: 'harbor-download', title: 'Download Harbor installer', step: 'harbor' },
      { id: 'harbor-configure', title: 'Configure Harbor', step: 'harbor' },
      { id: 'harbor-install', title: 'Install Harbor', step: 'harbor' },
      { id: 'harbor-verify', title: 'Verify installation', checks: ['harbor'] },
    ],
  },
  {
    id: 'week-2-day-3-4',
    title: 'Week 2, Day 3-4 (Feb 19-20): Harbor in use',
    week: 'week-2',
    items: [
      { id: 'harbor-test', title: 'Test Harbor registry', checks: ['harbor'] },
      { id: 'harbor-push', title: 'Push test image', checks: ['harbor_push'] },
      { id: 'harbor-pull', title: 'Pull test image', checks: ['harbor_pull'] },
      { id: 'procedures', title: 'Document procedures' },
    ],
  },
  {
    id: 'week-2-day-5',
    title: 'Week 2, Day 5 (Feb 21): Completion',
    week: 'week-2',
    items: [
      {
        id: 'final-validation',
        title: 'Final validation',
        checks: ['disk_size', 'disk_use', 'disk_pressure', 'build_time', 'harbor', 'pods'],
      },
      { id: 'performance', title: 'Performance tests', checks: ['build_time'] },
      { id: 'completion-report', title: 'Phase 1 completion report' },
      { id: 'phase-2', title: 'Plan Phase 2 (if applicable)' },
    ],
  },
];

export const PLAN_CHECKLIST: Checklist = { title: 'Phase 1: the checklist', weeks, groups };
