import { z } from 'zod';
import { formatBoth, parseSize, SIZE_PATTERN } from './size';

/** Every field says in one sentence what it takes; `problems.ts` puts the field and its value in front. */
export const allowed = (what: string) => ({ error: `Allowed is ${what}.` });

const SMALLEST = 1024 ** 3;
const LARGEST = 1024 ** 5;

const RANGE = 'Allowed is 1GiB to 1024TiB; a number without a unit is bytes.';

export const absolutePath = (what: string) => {
  const error = allowed(`${what} without . and .. in it and without a slash at its end`);
  return z.string(error).regex(/^\/$|^(?:\/(?!\.{1,2}(?:\/|$))[ -.0-~\u00a0-\uffff]+)+$/, error);
};

export const size = z
  .union(
    [z.string().meta({ pattern: SIZE_PATTERN }), z.int(RANGE).meta({ minimum: SMALLEST, maximum: LARGEST })],
    allowed('a size with its unit, such as 150GiB, or whole bytes'),
  )
  .transform((value, context) => {
    try {
      return bytesInRange(value);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  });

function bytesInRange(value: string | number): number {
  const bytes = typeof value === 'number' ? value : parseSize(value);
  if (bytes >= SMALLEST && bytes <= LARGEST) return bytes;
  throw new Error(`That is ${formatBoth(bytes)}. ${RANGE}`);
}

/** A group of keys. With no key below it, it is as good as left out: all its defaults hold. */
export const section = <Shape extends z.ZodRawShape>(description: string, shape: Shape) =>
  z
    .preprocess(
      (value) => value ?? {},
      z
        .strictObject(shape, { error: `Allowed are keys below it, indented: ${Object.keys(shape).join(', ')}.` })
        .meta({ description, type: ['object', 'null'] }),
    )
    .prefault({});

export const YES_NO = allowed('true or false');
