import type { Texts } from '..';
import { checks } from './checks';
import { common } from './common';
import { comparison } from './comparison';
import { completion } from './completion';
import { dashboard } from './dashboard';
import { desk } from './desk';
import { facts } from './facts';
import { harbor } from './harbor';
import { log } from './log';
import { performance } from './performance';
import { phase2 } from './phase-2';
import { report } from './report';
import { run } from './run';
import { buildTest } from './steps-build-test';
import { diskTest } from './steps-disk-test';
import { dockerConfig } from './steps-docker-config';
import { extendLvm } from './steps-extend-lvm';
import { harborStep } from './steps-harbor';

export const fr: Texts = {
  common,
  log,
  performance,
  harbor,
  completion,
  phase2,
  report,
  dashboard,
  checks,
  extendLvm,
  dockerConfig,
  diskTest,
  facts,
  run,
  desk,
  harborStep,
  buildTest,
  comparison,
};
