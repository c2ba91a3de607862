import { z } from 'zod';
import { formatBoth, parseSize, SIZE_PATTERN } from './size';

/** Every field says in one sentence what it takes; `problems.ts` puts the field and its value in front. */
export const allowed = (what: string) => ({ error: `Allowed is ${what}.` });

export const absolutePath = (what: string) => {
  const error = allowed(`${what} without . and .. in it and without a slash at its end`);
  return z.string(error).regex(/^\/$|^(?:\/(?!\.{1,2}(?:\/|$))[ -.0-~\u00a0-\uffff]+)+$/, error);
};

/** Bytes between two sizes. @param example of what to write */
export function sizeFrom(least: string, most: string, example: string) {
  const [smallest, largest] = [parseSize(least), parseSize(most)];
  const range = `Allowed is ${least} to ${most}; a number without a unit is bytes.`;
  return z
    .union(
      [z.string().meta({ pattern: SIZE_PATTERN }), z.int(range).meta({ minimum: smallest, maximum: largest })],
      allowed(`a size with its unit, such as ${example}, or whole bytes`),
    )
    .transform((value, context) => {
      try {
        const bytes = typeof value === 'number' ? value : parseSize(value);
        if (bytes >= smallest && bytes <= largest) return bytes;
        context.addIssue({ code: 'custom', message: `That is ${formatBoth(bytes)}. ${range}` });
      } catch (error) {
        context.addIssue({ code: 'custom', message: (error as Error).message });
      }
      return z.NEVER;
    });
}

export const size = sizeFrom('1GiB', '1024TiB', '150GiB');

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
