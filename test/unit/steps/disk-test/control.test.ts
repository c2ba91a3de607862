import { controlOf, controlText } from '../../../../src/steps/disk-test/control';
import { disk, result } from './measured';

const GIB = 1024 ** 3;
const grown = { volume_bytes: 150 * GIB };
const before = result([disk('A', [40, 42]), disk('B', [90, 95], { mount: '/srv' })], { time: 'before' });
const after = result([disk('A', [41, 43], grown), disk('B', [91, 93], { mount: '/srv' })], { time: 'after' });

const nameless = (writes: readonly number[], more = {}) => result([disk('sda', writes, { serial: '', ...more })]);

test('in one boot a disk without a serial number is told by its name', () => {
  expect(controlOf([nameless([41], grown), nameless([40])])).toBeDefined();
});

test('a volume that grew between two results makes them a control, of all disks', () => {
  const control = controlOf([after, before])!;
  expect(controlText(control)).toContain('the volume of / on A grew from 100 GiB to 150 GiB');
  expect(control.rows.map(({ disk: key, figure, held }) => [key, figure, held])).toEqual([
    ['A', 'rand_write_iops', true],
    ['A', 'buffered_mib_s', true],
    ['B', 'rand_write_iops', true],
    ['B', 'buffered_mib_s', true],
  ]);
  expect(controlText(control)).toContain('They did not change: the control held.');
});

test('figures that lie apart break it, whichever disk they are of', () => {
  const slower = result([disk('A', [41, 43], grown), disk('B', [60, 62], { mount: '/srv' })]);
  const control = controlOf([slower, before])!;
  expect(control.rows.filter(({ held }) => !held).map(({ disk: key }) => key)).toEqual(['B']);
  expect(controlText(control)).toContain('They did (B: 4 KiB synced writes/s): the control did not hold.');
});

test('apart by less than 10 % is the same', () => {
  expect(controlOf([result([disk('A', [44, 45], grown)]), before])!.rows[0]!.held).toBe(true);
});

test('the last result from before the extension is taken, over results from after it', () => {
  const oldest = result([disk('A', [10, 11])], { time: 'oldest' });
  expect(controlOf([after, result([disk('A', [1], grown)]), before, oldest])!.before.time).toBe('before');
});

describe('no control', () => {
  test.each([
    ['nothing was measured', []],
    ['it was measured once', [after]],
    ['nothing has grown', [before, before]],
    ['the file lay on another file system', [result([disk('A', [41], { ...grown, mount: '/data' })]), before]],
    ['the size of a volume is not known', [result([disk('A', [41], { volume_bytes: null })]), before]],
    [
      'a disk without a serial number was measured in another boot',
      [{ ...nameless([41], grown), boot: 'c' }, nameless([40])],
    ],
    ['it was measured in another way', [{ ...after, options: { ...after.options, seconds: 1 } }, before]],
  ])('when %s', (_, results) => {
    expect(controlOf(results)).toBeUndefined();
  });
});

test('another number of rounds is no other way to measure', () => {
  expect(controlOf([{ ...after, options: { ...after.options, runs: 9 } }, before])).toBeDefined();
});

test('figures of one side only control nothing', () => {
  const unmeasured = result([disk('A', [], grown)]);
  expect(controlText(controlOf([unmeasured, before])!)).toContain('it controls nothing');
});
