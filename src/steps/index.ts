import { buildTest } from './build-test';
import { diskTest } from './disk-test';
import { extendLvm } from './extend-lvm';
import type { Step } from './step';

/** All steps of Phase 1 in their order. A step's facts are its own affair, so they are opaque here. */
export const STEPS: readonly Step<unknown>[] = [
  extendLvm as Step<unknown>,
  diskTest as Step<unknown>,
  buildTest as Step<unknown>,
];

export const STEP_IDS = STEPS.map((step) => step.id);
