import { z } from 'zod';
import { configSchema } from './schema';

/** The keys that the section at this path knows; undefined when it is a field, or there is no such section. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] | undefined {
  let schema: z.core.$ZodType | undefined = configSchema;
  for (const key of path) schema = schema && partOf(schema, key);
  const section = schema && bare(schema);
  return section instanceof z.ZodObject ? Object.keys(section.shape) : undefined;
}

/** Every field that holds a value, by its path: `extend_lvm.size`. */
export function fieldPaths(section: readonly string[] = []): readonly string[] {
  const keys = keysAt(section);
  return keys ? keys.flatMap((key) => fieldPaths([...section, key])) : [section.join('.')];
}

function partOf(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  const whole = bare(schema);
  if (whole instanceof z.ZodArray) return typeof key === 'number' ? whole.element : undefined;
  return whole instanceof z.ZodObject && Object.hasOwn(whole.shape, key) ? whole.shape[String(key)] : undefined;
}

/** What is inside of defaults and preparations. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return bare(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? bare(schema.out) : schema;
}
