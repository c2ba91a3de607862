import { isDeepStrictEqual } from 'node:util';

type Schema = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  object: isMapping,
  array: Array.isArray,
};

/** A keyword says nothing about values of a type that it is not for: `pattern` accepts every number. */
const KEYWORDS: Readonly<Record<string, (value: unknown, argument: never, schema: Schema) => boolean>> = {
  type: (value, types: string | string[]) => [types].flat().some((type) => TYPES[type]!(value)),
  enum: (value, allowed: unknown[]) => allowed.some((one) => isDeepStrictEqual(one, value)),
  const: (value, only: unknown) => isDeepStrictEqual(only, value),
  anyOf: (value, schemas: Schema[]) => schemas.some((schema) => accepts(schema, value)),
  pattern: (value, pattern: string) => typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  minimum: (value, least: number) => typeof value !== 'number' || value >= least,
  maximum: (value, most: number) => typeof value !== 'number' || value <= most,
  exclusiveMinimum: (value, below: number) => typeof value !== 'number' || value > below,
  items: (value, schema: Schema) => !Array.isArray(value) || value.every((one) => accepts(schema, one)),
  minItems: (value, least: number) => !Array.isArray(value) || value.length >= least,
  maxItems: (value, most: number) => !Array.isArray(value) || value.length <= most,
  required: (value, names: string[]) => !isMapping(value) || names.every((name) => Object.hasOwn(value, name)),
  properties: (value, schemas: Record<string, Schema>) =>
    !isMapping(value) ||
    Object.entries(value).every(([key, part]) => !Object.hasOwn(schemas, key) || accepts(schemas[key]!, part)),
  additionalProperties: (value, _: false, { properties }) =>
    !isMapping(value) || Object.keys(value).every((key) => Object.hasOwn(properties as object, key)),
};

const SAYS_NOTHING = ['$schema', '$comment', 'title', 'description', 'default'];

/** JSON Schema 2020-12, as much of it as `edge-phase1.schema.json` uses; another keyword is an error. */
export const accepts = (schema: Schema, value: unknown): boolean =>
  Object.entries(schema).every(([keyword, argument]) => {
    if (SAYS_NOTHING.includes(keyword)) return true;
    const check = KEYWORDS[keyword];
    if (!check) throw new Error(`The test does not know the keyword ${keyword}.`);
    return check(value, argument as never, schema);
  });
