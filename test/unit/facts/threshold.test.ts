import { thresholdBytes } from '../../../src/facts/threshold';

test.each([
  ['5%', 5],
  ['0.5%', 0.5],
  ['1Gi', 1024 ** 3],
  ['500M', 5e8],
  ['1048576', 1048576],
])('%s of 100 bytes', (threshold, bytes) => {
  expect(thresholdBytes(threshold, 100)).toBe(bytes);
});

test.each(['', '%', '5 %', '1Xi', '-1Gi', 'toString', '1e3'])('%p is no threshold', (threshold) => {
  expect(thresholdBytes(threshold, 100)).toBeUndefined();
});
