import { isUnreadable } from '../../facts/reading';
import { type Texts, textsOf } from '../../texts';
import type { Check } from '../step';
import { type DiskTestSituation, newestResult } from './facts';
import { figuresOf, shown } from './figures';
import { isBusy } from './ranking';
import { isSameDisk, type MeasuredDisk } from './result';
import { targetsOf } from './targets';

type Say = Texts['diskTest']['check'];

/** Each disk measured, while it did nothing else; and its health where it tells. They inform: none has a weight. */
export function verify({ facts, config, machine }: DiskTestSituation): readonly Check[] {
  const { checks, diskTest } = textsOf(config);
  const say = diskTest.check;
  const unknown = (key: string, why: string) => speedCheck(key, checks.notKnown(why), 'unknown', say.nothing, say);
  const targets = targetsOf(facts, config);
  if ('code' in targets) {
    const reason = facts.block.gap?.unreadable ?? targets.message;
    return [{ ...unknown('', reason), id: 'disk_speed', title: say.title }];
  }
  const result = newestResult(facts);
  const why = isUnreadable(facts.results) ? facts.results.unreadable : say.notYet;
  return targets.flatMap(({ disk: { key } }) => {
    const disk = result?.disks.find((measured) => isSameDisk(measured, key, result.boot === machine.bootId));
    if (!disk) return [unknown(key, why)];
    const how = say.how(result!.time, disk.mount);
    const figures = figuresText(disk, diskTest);
    return [speedCheck(key, figures, isComplete(disk) ? 'pass' : 'unknown', how, say), ...healthChecks(disk, say)];
  });
}

const speedCheck = (key: string, measured: string, result: Check['result'], how: string, say: Say): Check => ({
  id: `disk_speed.${key}`,
  title: say.titleOf(key),
  target: say.target,
  measured,
  how,
  result,
});

const isComplete = (disk: MeasuredDisk) => disk.no_hdparm === '' && disk.no_file === '' && !isBusy(disk);

function figuresText(disk: MeasuredDisk, { check: say, digits }: Texts['diskTest']): string {
  const writes = figuresOf(disk, 'rand_write_iops');
  const reading = figuresOf(disk, 'buffered_mib_s');
  return [
    writes ? say.writes(shown(writes, 1, digits)) : say.noWrites(disk.no_file),
    reading ? say.reading(shown(reading, 1, digits)) : say.noReading(disk.no_hdparm),
    ...(isBusy(disk) ? [say.busy] : []),
  ].join('; ');
}

function healthChecks({ key, smart }: MeasuredDisk, say: Say): readonly Check[] {
  if (smart !== 'passed' && smart !== 'failed') return [];
  return [
    {
      id: `disk_health.${key}`,
      title: say.health(key),
      target: say.smart.passed,
      measured: say.smart[smart],
      how: say.healthHow,
      result: smart === 'passed' ? 'pass' : 'fail',
    },
  ];
}
