import { buildTest } from './build-test';
import { diskTest } from './disk-test';
import { dockerConfig } from './docker-config';
import { extendLvm } from './extend-lvm';
import { harbor } from './harbor';
import type { Step } from './step';
import { validate } from './validate';

/** All steps of Phase 1 in their order. A step's facts are its own affair, so they are opaque here. */
export const STEPS = [extendLvm, dockerConfig, diskTest, harbor, buildTest, validate] as readonly Step<unknown>[];

export const STEP_IDS = STEPS.map((step) => step.id);
