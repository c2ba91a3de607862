import { extendLvm } from '../../../src/steps/extend-lvm';
import {
  device,
  type Edit,
  edited,
  extended,
  extendedHalfWay,
  failing,
  fresh,
  GIB,
  kernelBehind,
  mounted,
  type Raws,
  situation,
} from './variants';

const resultsOf = (raws: Raws, overrides = {}) =>
  Object.fromEntries(extendLvm.verify(situation(raws, overrides)).map(({ id, result }) => [id, result]));
const measured = (raws: Raws) =>
  Object.fromEntries(extendLvm.verify(situation(raws)).map((check) => [check.id, check.measured]));

test('before the extension the sizes fail, and the use passes', () => {
  expect(resultsOf(fresh)).toEqual({ volume_size: 'fail', disk_size: 'fail', disk_use: 'pass' });
});

test('after it all pass, with what was measured', () => {
  expect(resultsOf(extended)).toEqual({ volume_size: 'pass', disk_size: 'pass', disk_use: 'pass' });
  expect(measured(extended)).toEqual({
    volume_size: '150 GiB, file system 150 GiB',
    disk_size: '147.1 GiB',
    disk_use: '0.6 %',
  });
});

test.each<[string, Edit]>([
  ['whose file system has not grown', extendedHalfWay],
  ['that the kernel does not see yet', kernelBehind],
])('a volume %s fails', (_, edit) => {
  expect(resultsOf(edited(fresh, edit)).volume_size).toBe('fail');
});

test('a volume one extent short of a size in bytes fails, and does not look as if it passed', () => {
  const size = { 'extend_lvm.size': String(150 * GIB + 1) };
  expect(resultsOf(extended, size).volume_size).toBe('fail');
  const [check] = extendLvm.verify(situation(extended, size));
  expect(check!.target).not.toContain('≥ 150 GiB,');
});

test('use is counted of what programs can use, as df does', () => {
  const reserved = mounted({ size: 105089261568, used: 59000000000, avail: 39000000000 });
  expect(resultsOf(edited(fresh, reserved)).disk_use).toBe('fail');
  expect(measured(edited(fresh, reserved)).disk_use).toBe('60.2 %');
});

test('exactly at the target, the size passes and the use fails', () => {
  const exact = mounted({ size: 140 * GIB, used: 60, avail: 40 });
  expect(resultsOf(edited(fresh, exact))).toMatchObject({ disk_size: 'pass', disk_use: 'fail' });
});

describe('what cannot be seen is unknown', () => {
  test.each<[string, Edit, RegExp]>([
    ['LVM', failing('lvm', 'sudo: a password is required'), /not known: LVM cannot be read/],
    ['the file system', failing('dumpe2fs', 'sudo: a password is required'), /not known: the ext4 header/],
    ['a mount on no logical volume', mounted({ source: '/dev/sda1' }), /not on LVM/],
    ['a device that lsblk does not list', device('dm-0', { path: '/dev/dm-0' }), /not on LVM/],
  ])('%s', (_, edit, why) => {
    const raws = edited(extended, edit);
    expect(resultsOf(raws)).toEqual({ volume_size: 'unknown', disk_size: 'pass', disk_use: 'pass' });
    expect(measured(raws).volume_size).toMatch(why);
  });

  test('the disks', () => {
    const raws = edited(extended, failing('lsblk', 'lsblk: not found', 127));
    expect(measured(raws).volume_size).toBe('not known: lsblk does not list what there is (lsblk: not found)');
  });

  test('the mounts', () => {
    const blind = edited(extended, failing('mounts', ''), failing('mount', ''));
    expect(resultsOf(blind)).toEqual({ volume_size: 'unknown', disk_size: 'unknown', disk_use: 'unknown' });
  });
});
