import { diskSizeCheck, diskUseCheck } from '../../checks/disk';
import { mountAt } from '../../facts/block';
import { isUnreadable } from '../../facts/reading';
import { gib } from '../../units';
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
  const about = {
    id: 'volume_size',
    title: `Logical volume behind ${mount}`,
    target: `≥ ${gib(size)}, filled by its file system`,
    how: 'lvm fullreport, and the header of the file system',
  };
  const volume = findVolume(facts, mount);
  const { gap } = facts.block;
  if (gap) return { ...about, measured: `not known: ${gap.unreadable}`, result: 'unknown' };
  if (isUnreadable(facts.lvm)) return { ...about, measured: `not known: ${facts.lvm.unreadable}`, result: 'unknown' };
  if (!volume) return { ...about, measured: 'not on LVM', result: 'unknown' };
  const { fileSystem } = facts;
  if (isUnreadable(fileSystem)) return { ...about, measured: `not known: ${fileSystem.unreadable}`, result: 'unknown' };
  const { bytes } = volume.logical;
  const fills = bytes - fileSystem.bytes < fileSystem.slackBytes && volume.device.bytes === bytes;
  // The plan rounds up to whole extents, so reaching the size itself is enough.
  return {
    ...about,
    measured: `${gib(bytes)}, file system ${gib(fileSystem.bytes)}`,
    result: result(bytes >= size && fills),
  };
}
