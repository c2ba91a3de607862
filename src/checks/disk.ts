import type { Config } from '../config/schema';
import type { Mount } from '../facts/block';
import type { Check } from '../steps/step';
import { textsOf } from '../texts';

/** How much of what programs can use is in use, as df shows it: the reserve of ext4 counts for neither. */
export const percentUsed = ({ usedBytes, availableBytes }: Mount) => (100 * usedBytes) / (usedBytes + availableBytes);

/** @param root what is mounted at `/`, where that is known */
export function diskSizeCheck(root: Mount | undefined, config: Config): Check {
  const { target } = config.checks.disk_size;
  const { diskSize: say, unknown } = textsOf(config).checks;
  const about = { id: 'disk_size', title: say.title, target: say.target(target), how: say.how };
  if (!root) return { ...about, measured: unknown, result: 'unknown' };
  return { ...about, measured: say.measured(root.bytes), result: root.bytes >= target ? 'pass' : 'fail' };
}

/** @param root what is mounted at `/`, where that is known */
export function diskUseCheck(root: Mount | undefined, config: Config): Check {
  const { target } = config.checks.disk_use;
  const { diskUse: say, unknown } = textsOf(config).checks;
  const about = { id: 'disk_use', title: say.title, target: say.target(target), how: say.how };
  if (!root) return { ...about, measured: unknown, result: 'unknown' };
  const percent = percentUsed(root);
  return { ...about, measured: say.measured(percent), result: percent < target ? 'pass' : 'fail' };
}
