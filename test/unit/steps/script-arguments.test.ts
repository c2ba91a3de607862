import { extendLvm } from '../../../src/steps/extend-lvm';
import { blankDisk, edited, fresh, fullGroup, planOf, settings, situation } from './variants';

const argumentsFor = (raws: typeof fresh, overrides = {}) =>
  extendLvm.scriptArguments(planOf(raws, overrides), settings(overrides));

test('the script is told the target, and what it has to find before it changes anything', () => {
  expect(argumentsFor(fresh)).toEqual([
    ...['--mount', '/', '--size', '161061273600', '--when-short', 'refuse', '--backup-dir', 'auto'],
    ...['--expect', 'changes=backup,lvextend,growfs'],
    ...['--expect', 'vg_uuid=ySPe1f-cBQp-QCQC-8382-McCg-imua-l33VZh'],
    ...['--expect', 'lv_uuid=Qed7PU-lpqN-SLJK-1tdb-mxRT-hIGh-4EP4w7'],
    ...['--expect', 'vg_seqno=2', '--expect', 'lv_bytes=107374182400', '--expect', 'fs_bytes=107374182400'],
    ...['--expect', 'target_bytes=161061273600'],
  ]);
});

test('other disks and a new disk only where the configuration names them', () => {
  const wish = { 'extend_lvm.other_disks': 'true', 'extend_lvm.new_disk': 'EDGE-NEW' };
  const args = argumentsFor(edited(fresh, fullGroup, blankDisk), wish);
  expect(args).toContain('--other-disks');
  expect(args.slice(args.indexOf('--new-disk')).slice(0, 2)).toEqual(['--new-disk', 'EDGE-NEW']);
});

test('a rollback is asked for by name', () => {
  const plan = extendLvm.rollback(situation(fresh));
  expect(extendLvm.scriptArguments(plan, settings())[0]).toBe('--rollback');
});

test('what is read as root is known exactly, with the device of the mount point', () => {
  const [lvm, dumpe2fs] = extendLvm.rootReads(situation(fresh));
  expect(lvm?.slice(0, 2)).toEqual(['lvm', 'fullreport']);
  expect(dumpe2fs).toEqual(['dumpe2fs', '-h', '/dev/mapper/ubuntu--vg-ubuntu--lv']);
});

test('root is asked for only where it is needed', () => {
  const root = extendLvm.reads(settings()).filter((read) => read.root);
  expect(root.map(({ id }) => id)).toEqual(['lvm', 'dumpe2fs']);
});
