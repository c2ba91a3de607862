import { contentsOf } from '../../facts/disks';
import { isUnreadable } from '../../facts/reading';
import { duration } from '../../units';
import { finished, refused } from '../plan';
import type { Change, Plan, PlanRefusal } from '../step';
import { STEP } from './about';
import type { DiskTestSituation } from './facts';
import { mib } from './figures';
import { RESULT_FILE } from './result';
import { layersUnder, type Target, targetsOf } from './targets';

/** How long `hdparm -Tt` takes: 2 s for memory, 3 s for the disk, and some for each to begin. */
const HDPARM_SECONDS = 7;
const FIO_JOBS = 4;
const FIO_EXTRA_SECONDS = 1;
/** Who else is at work is watched for this long before. */
const WATCH_SECONDS = 2;

/** What would be measured, how long that takes, how much space it needs for the time, and what is left out and why. */
export function plan(situation: DiskTestSituation): Plan {
  const { facts, config, machine } = situation;
  const { gap } = facts.block;
  if (gap) return refused(STEP, 'apply', { code: 'unknown', message: `${gap.unreadable}.`, wayOut: gap.wayOut });
  const targets = targetsOf(facts, config);
  if ('code' in targets) return refused(STEP, 'apply', targets);
  const withFile = targets.filter(({ noFile }) => noFile === '');
  if (!facts.tools.hdparm && withFile.length === 0) return refused(STEP, 'apply', nothingToMeasure(targets));

  const { runs, seconds, size } = config.disk_test;
  const disk_keys = targets.map(({ disk }) => disk.key).join(',');
  const files = withFile.map(({ disk, mount }) => `${disk.key}:${mount!.target}`).join(',');
  const changes = [
    ...(facts.tools.hdparm ? [read(targets, runs)] : []),
    ...(withFile.length > 0 ? [write(withFile, runs, seconds, size)] : []),
    save(),
  ];
  const about = duration(
    WATCH_SECONDS +
      (facts.tools.hdparm ? targets.length * runs * HDPARM_SECONDS : 0) +
      withFile.length * runs * FIO_JOBS * (seconds + FIO_EXTRA_SECONDS),
  );
  const space =
    withFile.length > 0
      ? `the file takes ${mib(size)}, on one disk at a time, and its space is free again afterwards`
      : 'nothing is written to them';
  return finished({
    step: STEP,
    intent: 'apply',
    summary: `Measure ${targets.length} disk(s), ${runs} time(s) each: about ${about}; ${space}.`,
    basis: { machine_id: machine.id, disk_keys, files, runs, seconds, size_bytes: size },
    changes,
    target: `${disk_keys}; ${files}; ${runs} x ${seconds} s, ${size} bytes`,
    notes: notesOf(situation, targets),
  });
}

/** A measurement leaves nothing that could be taken back. */
export const rollback = ({ machine }: DiskTestSituation): Plan =>
  finished({
    step: STEP,
    intent: 'rollback',
    summary: 'A measurement changes nothing: there is nothing to take back.',
    basis: { machine_id: machine.id },
    changes: [],
    target: '',
  });

const names = (targets: readonly Target[]) =>
  targets.map(({ disk }) => `${disk.key} (now ${disk.device.path})`).join(', ');

const read = (targets: readonly Target[], runs: number): Change => ({
  id: 'hdparm',
  title: `Read from ${names(targets)}, ${runs} time(s) each, in turn`,
  command: `hdparm -Tt ${targets.map(({ disk }) => disk.device.path).join(', then ')}`,
  why: 'It is what the plan of Phase 1 asks for: how fast a disk reads in one piece. It says little about builds.',
  check: 'Each round gives a figure; what others did on the disk meanwhile is counted (/sys/block/…/stat).',
  undo: 'Not needed: the disks are opened for reading only.',
});

const write = (targets: readonly Target[], runs: number, seconds: number, size: number): Change => ({
  id: 'fio',
  title: `Write and read a file of ${mib(size)} on ${targets.map(({ mount }) => mount!.target).join(', ')}, ${runs} time(s) each, in turn`,
  command: `fio: 1 MiB writes and reads in one piece, 4 KiB reads, 4 KiB writes each with fsync; ${seconds} s each`,
  why: 'Builds write many small files and wait for them to be on the disk: synced small writes are what a disk is slow at.',
  check: 'Each round gives figures; what others did on the disk meanwhile is counted (/sys/block/…/stat).',
  undo: 'Not needed: the file has no name from before its space is taken, so that it is gone when its last reader is, also after kill -9.',
});

const save = (): Change => ({
  id: 'save',
  title: 'Keep the result on the host',
  command: `write ${RESULT_FILE}`,
  why: 'Checks, reports and the next comparison are made from it.',
  check: 'The next look reads it.',
  undo: 'Not needed: it only tells what was measured. The last six results are kept.',
});

function nothingToMeasure([first]: readonly Target[]): PlanRefusal {
  return {
    code: 'nothing-to-measure',
    message: `Nothing can be measured: hdparm is not installed, and ${first!.noFile}.`,
    wayOut: 'Install both: apt-get install hdparm fio',
  };
}

function notesOf({ facts, config }: DiskTestSituation, targets: readonly Target[]): readonly string[] {
  const { results } = facts;
  return [
    ...targets.map(({ disk }) => {
      const holds = contentsOf(facts.block, disk);
      return `${disk.key} is ${disk.device.path} in this boot; on it: ${holds.join(', ') || 'nothing that is mounted'}.`;
    }),
    ...targets
      .filter(({ disk }) => disk.key !== disk.device.serial)
      .map(
        ({ disk }) =>
          `${disk.key} has no serial number of its own: its results hold for this boot only, because its name may be another disk's in the next.`,
      ),
    ...(facts.tools.hdparm
      ? []
      : ['hdparm is not installed: how fast the disks read in one piece stays unknown (apt-get install hdparm).']),
    ...targets
      .filter(({ noFile }) => noFile !== '')
      .map(({ disk, noFile }) => `${disk.key}: no file is written, because ${noFile}.`),
    ...targets.flatMap((target) =>
      layersUnder(facts, target).map(
        (layer) =>
          `${target.disk.key}: the file lies on a device of type ${layer}; its figures include what that costs.`,
      ),
    ),
    ...(config.disk_test.runs < 4
      ? [`With ${config.disk_test.runs} run(s) a difference between disks is observed, not established; 4 can tell.`]
      : []),
    ...(isUnreadable(results) ? [`${results.unreadable}. ${results.wayOut}`] : []),
    'Extending a logical volume cannot change these figures. Measured before and after it, they are a control: where they differ, something else has changed.',
  ];
}
