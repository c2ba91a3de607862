import { patchOf } from './diff';
import { applyEdits, type Edit } from './edit';
import type { Subject } from './subject';
import type { FileChange, Finding } from './types';

/** What a finding proposes: these files patched; or no patch, for this reason. */
export const proposed = (plan: readonly FileChange[] | string): Pick<Finding, 'patch' | 'noPatch'> =>
  typeof plan === 'string' ? { patch: null, noPatch: `No patch: ${plan}.` } : { patch: patchOf(plan), noPatch: null };

/** What is saved at the most: seconds, where they were measured. The basis says of what they are. */
export const atMost = (
  seconds: number | null,
  scenario: Finding['saving']['scenario'],
  basis: { readonly measured: string; readonly notMeasured: string },
): Finding['saving'] => ({
  ...{ seconds, kind: 'at most', scenario },
  basis: seconds === null ? basis.notMeasured : basis.measured,
});

/** The Dockerfile with these edits. */
export const editedDockerfile = ({ dockerfile, file }: Subject, edits: readonly Edit[]): FileChange => ({
  path: dockerfile.path,
  before: file.text,
  after: applyEdits(file.text, edits),
});
