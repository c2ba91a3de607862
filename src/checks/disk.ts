import type { Config } from '../config/schema';
import type { Mount } from '../facts/block';
import type { Check } from '../steps/step';
import { gib } from '../units';

/** How much of what programs can use is in use, as df shows it: the reserve of ext4 counts for neither. */
export const percentUsed = ({ usedBytes, availableBytes }: Mount) => (100 * usedBytes) / (usedBytes + availableBytes);

/** @param root what is mounted at `/`, where that is known */
export function diskSizeCheck(root: Mount | undefined, { checks }: Config): Check {
  const { target } = checks.disk_size;
  const about = {
    id: 'disk_size',
    title: 'Disk size of /',
    target: `≥ ${gib(target)}`,
    how: 'measured: statfs, as df shows it',
  };
  if (!root) return { ...about, measured: 'not known', result: 'unknown' };
  return { ...about, measured: gib(root.bytes), result: root.bytes >= target ? 'pass' : 'fail' };
}

/** @param root what is mounted at `/`, where that is known */
export function diskUseCheck(root: Mount | undefined, { checks }: Config): Check {
  const { target } = checks.disk_use;
  const about = {
    id: 'disk_use',
    title: 'Disk use of /',
    target: `< ${target} %`,
    how: 'measured: used of what programs can use, as df shows it',
  };
  if (!root) return { ...about, measured: 'not known', result: 'unknown' };
  const percent = percentUsed(root);
  return { ...about, measured: `${percent.toFixed(1)} %`, result: percent < target ? 'pass' : 'fail' };
}
