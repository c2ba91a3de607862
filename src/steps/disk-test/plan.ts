import type { Config } from '../../config/schema';
import { contentsOf } from '../../facts/disks';
import { isUnreadable } from '../../facts/reading';
import { type Texts, textsOf } from '../../texts';
import { finished, refusal, refused, unreadableRefusal } from '../plan';
import type { Change, Plan } from '../step';
import { STEP } from './about';
import type { DiskTestSituation } from './facts';
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
  const say = textsOf(config).diskTest;
  const { gap } = facts.block;
  if (gap) return refused(STEP, 'apply', unreadableRefusal(gap));
  const targets = targetsOf(facts, config);
  if ('code' in targets) return refused(STEP, 'apply', targets);
  const withFile = targets.filter(({ noFile }) => noFile === '');
  if (!facts.tools.hdparm && withFile.length === 0) {
    return refused(STEP, 'apply', refusal('nothing-to-measure', say.refusals.nothingToMeasure(targets[0]!.noFile)));
  }

  const { runs, seconds, size } = config.disk_test;
  const disk_keys = targets.map(({ disk }) => disk.key).join(',');
  const files = withFile.map(({ disk, mount }) => `${disk.key}:${mount!.target}`).join(',');
  const changes = [
    ...(facts.tools.hdparm ? [read(targets, runs, say)] : []),
    ...(withFile.length > 0 ? [write(withFile, config.disk_test, say)] : []),
    save(say),
  ];
  const about =
    WATCH_SECONDS +
    (facts.tools.hdparm ? targets.length * runs * HDPARM_SECONDS : 0) +
    withFile.length * runs * FIO_JOBS * (seconds + FIO_EXTRA_SECONDS);
  return finished({
    step: STEP,
    intent: 'apply',
    summary: say.summary(targets.length, runs, about, withFile.length > 0 ? size : undefined),
    basis: { machine_id: machine.id, disk_keys, files, runs, seconds, size_bytes: size },
    changes,
    target: `${disk_keys}; ${files}; ${runs} x ${seconds} s, ${size} bytes`,
    notes: notesOf(situation, targets, say.notes),
  });
}

/** A measurement leaves nothing that could be taken back. */
export const rollback = ({ machine, config }: DiskTestSituation): Plan =>
  finished({
    step: STEP,
    intent: 'rollback',
    summary: textsOf(config).diskTest.nothingToUndo,
    basis: { machine_id: machine.id },
    changes: [],
    target: '',
  });

const read = (targets: readonly Target[], runs: number, { changes }: Texts['diskTest']): Change => ({
  id: 'hdparm',
  ...changes.hdparm(
    targets.map(({ disk }) => ({ key: disk.key, path: disk.device.path })),
    runs,
  ),
});

const write = (
  targets: readonly Target[],
  { runs, seconds, size }: Config['disk_test'],
  { changes }: Texts['diskTest'],
): Change => ({
  id: 'fio',
  ...changes.fio(
    targets.map(({ mount }) => mount!.target),
    runs,
    seconds,
    size,
  ),
});

const save = ({ changes }: Texts['diskTest']): Change => ({ id: 'save', ...changes.save(RESULT_FILE) });

function notesOf(
  { facts, config }: DiskTestSituation,
  targets: readonly Target[],
  say: Texts['diskTest']['notes'],
): readonly string[] {
  const { results } = facts;
  const { runs } = config.disk_test;
  return [
    ...targets.map(({ disk }) => say.holds(disk.key, disk.device.path, contentsOf(facts.block, disk))),
    ...targets.filter(({ disk }) => disk.key !== disk.device.serial).map(({ disk }) => say.noSerial(disk.key)),
    ...(facts.tools.hdparm ? [] : [say.noHdparm]),
    ...targets.filter(({ noFile }) => noFile !== '').map(({ disk, noFile }) => say.noFile(disk.key, noFile)),
    ...targets.flatMap((target) => layersUnder(facts, target).map((layer) => say.layer(target.disk.key, layer))),
    ...(runs < 4 ? [say.fewRuns(runs)] : []),
    ...(isUnreadable(results) ? [`${results.unreadable}. ${results.wayOut}`] : []),
    say.control,
  ];
}
