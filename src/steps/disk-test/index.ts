import type { Config } from '../../config/schema';
import type { Need, Plan, Step } from '../step';
import { STEP } from './about';
import { type DiskTestFacts, facts, reads } from './facts';
import { plan, rollback } from './plan';
import { tables } from './tables';
import { verify } from './verify';

const needs: readonly Need[] = [
  { program: 'lsblk', debianPackage: 'util-linux', why: 'to see the disks' },
  { program: 'findmnt', debianPackage: 'util-linux', why: 'to see what is mounted' },
  {
    program: 'hdparm',
    debianPackage: 'hdparm',
    why: 'to measure reading',
    onlyWhen: 'its figures are wanted; unknown otherwise',
  },
  {
    program: 'fio',
    debianPackage: 'fio',
    why: 'to measure small synced writes',
    onlyWhen: 'its figures are wanted; unknown otherwise',
  },
  {
    program: 'smartctl',
    debianPackage: 'smartmontools',
    why: 'to ask the disks how they are',
    onlyWhen: 'the disks tell; unknown otherwise',
  },
  {
    program: 'systemd-run',
    debianPackage: 'systemd',
    why: 'to go on when the connection is lost',
    onlyWhen: 'systemd runs; setsid otherwise',
  },
];

function scriptArguments(plan: Plan, { disk_test: wish }: Config): readonly string[] {
  const changes = plan.verdict === 'changes' ? plan.changes.map((c) => c.id).join(',') : '';
  const { disk_keys = '', files = '' } = plan.basis;
  return [
    ...wish.disks.flatMap((disk) => ['--disk', disk]),
    ...['--runs', String(wish.runs), '--seconds', String(wish.seconds), '--size', String(wish.size)],
    ...(wish.fio ? [] : ['--no-fio']),
    ...['--expect', `changes=${changes}`, '--expect', `disk_keys=${disk_keys}`, '--expect', `files=${files}`],
  ];
}

export const diskTest: Step<DiskTestFacts> = {
  id: STEP,
  title: 'Measure how fast the disks are',
  kind: 'measurement',
  script: 'disk-test-phase1.sh',
  needs,
  reads,
  // What needs root, hdparm and SMART, is done by the root-owned script: no further right for looking.
  rootReads: () => [],
  facts,
  plan,
  rollback,
  scriptArguments,
  verify,
  tables,
};
