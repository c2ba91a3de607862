import { isUnreadable } from '../../facts/reading';
import type { Check } from '../step';
import { type DiskTestSituation, newestResult } from './facts';
import { figuresOf, shown } from './figures';
import { isBusy } from './ranking';
import { isSameDisk, type MeasuredDisk } from './result';
import { targetsOf } from './targets';

/** Each disk measured, while it did nothing else; and its health where it tells. They inform: none has a weight. */
export function verify({ facts, config, machine }: DiskTestSituation): readonly Check[] {
  const targets = targetsOf(facts, config);
  if ('code' in targets) {
    const reason = facts.block.gap?.unreadable ?? targets.message;
    return [{ ...speedCheck('', `not known: ${reason}`, 'unknown', 'nothing was measured'), ...NO_DISK }];
  }
  const result = newestResult(facts);
  const why = isUnreadable(facts.results) ? facts.results.unreadable : 'not measured yet: run apply disk-test';
  return targets.flatMap(({ disk: { key } }) => {
    const disk = result?.disks.find((measured) => isSameDisk(measured, key, result.boot === machine.bootId));
    if (!disk) return [speedCheck(key, `not known: ${why}`, 'unknown', 'nothing was measured')];
    const how = `measured ${result!.time}: hdparm -t, and fio with a file${disk.mount && ` on ${disk.mount}`}`;
    return [speedCheck(key, figuresText(disk), isComplete(disk) ? 'pass' : 'unknown', how), ...healthChecks(disk)];
  });
}

const NO_DISK = { id: 'disk_speed', title: 'Speed of the disks' };

const speedCheck = (key: string, measured: string, result: Check['result'], how: string): Check => ({
  id: `disk_speed.${key}`,
  title: `Speed of disk ${key}`,
  target: 'measured while it did nothing else',
  measured,
  how,
  result,
});

const isComplete = (disk: MeasuredDisk) => disk.no_hdparm === '' && disk.no_file === '' && !isBusy(disk);

function figuresText(disk: MeasuredDisk): string {
  const writes = figuresOf(disk, 'rand_write_iops');
  const reading = figuresOf(disk, 'buffered_mib_s');
  return [
    writes ? `${shown(writes)} small synced writes/s` : `small writes not known: ${disk.no_file}`,
    reading ? `${shown(reading)} MiB/s read` : `reading not known: ${disk.no_hdparm}`,
    ...(isBusy(disk) ? ['busy with the work of others: too low'] : []),
  ].join('; ');
}

function healthChecks({ key, smart }: MeasuredDisk): readonly Check[] {
  if (smart !== 'passed' && smart !== 'failed') return [];
  return [
    {
      id: `disk_health.${key}`,
      title: `Health of disk ${key}`,
      target: 'passed',
      measured: smart,
      how: 'SMART, as the disk judges itself (smartctl -H)',
      result: smart === 'passed' ? 'pass' : 'fail',
    },
  ];
}
