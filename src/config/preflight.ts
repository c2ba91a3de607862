import { z } from 'zod';
import { hours } from './checks';
import { absolutePath, section, YES_NO } from './parts';

export const preflight = section('What the plan asks for before it begins. These checks inform; they earn no points.', {
  phase_0_complete: z
    .boolean(YES_NO)
    .default(false)
    .describe('Whether Phase 0 was validated. Only people know; it is shown as declared.'),
  backup: section('A backup that is seen on the server.', {
    path: absolutePath('an absolute path, or null,')
      .nullable()
      .default(null)
      .describe(
        'A file, or a folder whose newest file (up to two folders deep, not empty) counts. null: what /etc/edge-phase1/backup-check on the server tells, where root has put such a program.',
      ),
    max_age_hours: hours.default(24).describe('How old the backup may be.'),
  }),
});
