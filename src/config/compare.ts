import { z } from 'zod';

const PERCENT = { error: 'Allowed is a number above 0 and up to 1000, without the % sign.' };
const percent = (points: number) => z.number(PERCENT).gt(0, PERCENT).max(1000, PERCENT).default(points);

/** The keys of `build_test.compare`. */
export const compareShape = {
  warn_percent: percent(5).describe('A slow-down of the median by this many percent, when it is established, warns.'),
  fail_percent: percent(10).describe(
    'A slow-down of the median by this many percent, when it is established, fails. To pass, a slow-down as large as this must be excluded.',
  ),
};
