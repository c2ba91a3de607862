import fc from 'fast-check';
import { parseConfig } from '../../../src/config/load';
import { formatBoth, formatSize, parseSize } from '../../../src/config/size';
import { FILE, saidOf, withField } from './said';

const GIB = 1024 ** 3;
const BYTES_PER = { B: 1, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40, MB: 1e6, GB: 1e9, TB: 1e12 };
const unit = fc.constantFrom(...(Object.keys(BYTES_PER) as (keyof typeof BYTES_PER)[]));
const sizeOf = (text: string) => parseConfig(withField('extend_lvm.size', text), FILE).extend_lvm.size;

test.each([
  ['150GiB', 161_061_273_600],
  ['150 GiB', 161_061_273_600],
  ['150GB', 150_000_000_000],
  ['0.5TiB', 549_755_813_888],
  ['1.5TB', 1_500_000_000_000],
  ['153600MiB', 161_061_273_600],
  ['161061.2736MB', 161_061_273_600],
  ['161061273600', 161_061_273_600],
  ['161061273600B', 161_061_273_600],
  ['"161061273600"', 161_061_273_600],
  ['007GiB', 7 * GIB],
])('%s is %d bytes', (text, bytes) => {
  expect(sizeOf(text)).toBe(bytes);
});

test('a whole number and its unit are exact', () => {
  fc.assert(
    fc.property(fc.nat(8000), unit, fc.constantFrom('', ' ', '  '), (count, name, blanks) => {
      expect(parseSize(`${count}${blanks}${name}`)).toBe(count * BYTES_PER[name]);
    }),
  );
});

test('decimals are rounded to the nearest byte, without the errors of floating point', () => {
  fc.assert(
    fc.property(fc.nat(999), fc.integer({ min: 0, max: 999_999 }), unit, (whole, millionths, name) => {
      fc.pre(name !== 'B');
      const text = `${whole}.${String(millionths).padStart(6, '0')}${name}`;
      const exact = BigInt(whole * 1_000_000 + millionths) * BigInt(BYTES_PER[name]);
      const distance = BigInt(parseSize(text)) * 1_000_000n - exact;
      expect(distance > -500_000n && distance <= 500_000n).toBe(true);
    }),
  );
});

test('the same number in GB is 7 % less than in GiB', () => {
  expect(sizeOf('150GB') / sizeOf('150GiB')).toBeCloseTo(0.931, 3);
});

test('whole GiB read back as they are written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 20 }), (count) => {
      expect(formatSize(parseSize(`${count}GiB`))).toBe(`${count} GiB`);
      expect(parseSize(formatSize(count * GIB))).toBe(count * GIB);
    }),
  );
});

test.each(['50G', '50g', '50 G', '50gib', '50GIB', '50Gb', '50gb', '50Gi', '50Go'])(
  '%s is ambiguous, and both ways to write it are named',
  (text) => {
    const [line, ...more] = saidOf(withField('extend_lvm.size', text));
    expect(more).toEqual([]);
    expect(line).toMatch(
      /^edge-phase1.yml:2:9: extend_lvm.size is "50.*". Its unit is ambiguous: write 50GiB \(powers of 1024, .*\) or 50GB \(powers of 1000, /,
    );
  },
);

test.each([
  '+50GiB',
  '-50GiB',
  '100%FREE',
  '50%',
  '1,5TB',
  '150_000MiB',
  '1e3GiB',
  '0x10GiB',
  '150KiB',
  '150PiB',
  '1.GiB',
  '.5TiB',
  '1.1234567TiB',
  '1.5B',
  '"1.5"',
  '150GiB 20GiB',
  '" 150GiB"',
  '"150GiB "',
  '"150\\nGiB"',
  '"١٥٠GiB"',
  '1234567890123456GiB',
  'big',
  '""',
])('%s is no size, and the message says how one is written', (text) => {
  const [line, ...more] = saidOf(withField('extend_lvm.size', text));
  expect(more).toEqual([]);
  expect(line).toMatch(
    /^edge-phase1\.yml:2:9: extend_lvm\.size is ".*"\. Write an absolute size with its unit, such as/,
  );
  expect(line).toContain('MiB, GiB, TiB are powers of 1024 and MB, GB, TB powers of 1000');
});

test.each([
  ['150', 'is 150. That is 150 B. '],
  ['0', 'is 0. That is 0 B. '],
  ['-1', 'is -1. That is -1 B. '],
  ['1073741823B', 'is "1073741823B". That is 1.0 GiB (1.1 GB). '],
  ['1GB', 'is "1GB". That is 0.9 GiB (1 GB). '],
  ['1024.1TiB', 'is "1024.1TiB". That is 1048678.4 GiB (1126009.9 GB). '],
  ['99999999999999999999', 'is 100000000000000000000. '],
  ['-99999999999999999999', 'is -100000000000000000000. '],
])('%s is out of range, and the message says what it was taken for', (text, read) => {
  expect(saidOf(withField('extend_lvm.size', text))).toEqual([
    `edge-phase1.yml:2:9: extend_lvm.size ${read}Allowed is 1GiB to 1024TiB; a number without a unit is bytes.`,
  ]);
});

test('the range includes both its ends', () => {
  expect([sizeOf('1GiB'), sizeOf('1024TiB')]).toEqual([GIB, 1024 ** 5]);
});

test('a size too large to be exact is refused, not rounded', () => {
  expect(parseSize('8191TiB')).toBe(8191 * 1024 ** 4);
  expect(() => parseSize('8192TiB')).toThrow('at most 8191TiB');
});

test.each(['161061273600.5', '.inf', '.nan', 'true', '[150GiB]', '{ size: 150GiB }', ''])('%s is no size', (text) => {
  const [line, ...more] = saidOf(withField('extend_lvm.size', text));
  expect(more).toEqual([]);
  expect(line).toMatch(/: extend_lvm\.size is .*\. Allowed is a size with its unit, such as 150GiB, or whole bytes\.$/);
});

test.each([
  [0, '0 B'],
  [1000, '1000 B'],
  [50 * 2 ** 20, '50 MiB (52.4 MB)'],
  [150 * GIB, '150 GiB (161.1 GB)'],
  [150e9, '139.7 GiB (150 GB)'],
])('for people, %d bytes are %s', (bytes, text) => {
  expect(formatBoth(bytes)).toBe(text);
});

test('a size just short of a whole number does not look as if it reached it', () => {
  expect([formatSize(150 * GIB), formatSize(150 * GIB - 1)]).toEqual(['150 GiB', '150.0 GiB']);
});
