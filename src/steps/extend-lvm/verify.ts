import { diskSizeCheck, diskUseCheck } from '../../checks/disk';
import { mountAt } from '../../facts/block';
import { isUnreadable } from '../../facts/reading';
import { textsOf } from '../../texts';
import type { Check } from '../step';
import { findVolume } from './facts';
import type { ExtendLvmSituation } from './plan';

const result = (pass: boolean) => (pass ? 'pass' : 'fail') as Check['result'];

export function verify(situation: ExtendLvmSituation): readonly Check[] {
  const { facts, config } = situation;
  const root = mountAt(facts.block, '/');
  return [volumeCheck(situation), diskSizeCheck(root, config), diskUseCheck(root, config)];
}

/** Whether the volume has the size asked for, and the file system fills it. */
function volumeCheck({ facts, config }: ExtendLvmSituation): Check {
  const { mount, size } = config.extend_lvm;
  const { extendLvm, checks } = textsOf(config);
  const say = extendLvm.check;
  const about = { id: 'volume_size', title: say.title(mount), target: say.target(size), how: say.how };
  const volume = findVolume(facts, mount);
  const { gap } = facts.block;
  if (gap) return { ...about, measured: checks.notKnown(gap.unreadable), result: 'unknown' };
  if (isUnreadable(facts.lvm)) return { ...about, measured: checks.notKnown(facts.lvm.unreadable), result: 'unknown' };
  if (!volume) return { ...about, measured: say.notLvm, result: 'unknown' };
  const { fileSystem } = facts;
  if (isUnreadable(fileSystem))
    return { ...about, measured: checks.notKnown(fileSystem.unreadable), result: 'unknown' };
  const { bytes } = volume.logical;
  const fills = bytes - fileSystem.bytes < fileSystem.slackBytes && volume.device.bytes === bytes;
  // The plan rounds up to whole extents, so reaching the size itself is enough.
  return {
    ...about,
    measured: say.measured(bytes, fileSystem.bytes),
    result: result(bytes >= size && fills),
  };
}
