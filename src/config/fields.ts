import { z } from 'zod';
import { configSchema } from './schema';

/** The keys that the section at this path knows; undefined when it is a field, or there is no such section. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] | undefined {
  let section = sectionOf(configSchema);
  for (const key of path) {
    section = section && Object.hasOwn(section.shape, key) ? sectionOf(section.shape[String(key)]!) : undefined;
  }
  return section && Object.keys(section.shape);
}

/** Every field that holds a value, by its path: `extend_lvm.size`. */
export function fieldPaths(section: readonly string[] = []): readonly string[] {
  const keys = keysAt(section);
  return keys ? keys.flatMap((key) => fieldPaths([...section, key])) : [section.join('.')];
}

function sectionOf(schema: z.core.$ZodType): z.ZodObject | undefined {
  if (schema instanceof z.ZodPrefault) return sectionOf(schema.unwrap());
  if (schema instanceof z.ZodPipe) return sectionOf(schema.out);
  return schema instanceof z.ZodObject ? schema : undefined;
}
