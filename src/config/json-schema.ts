import { z } from 'zod';
import { configSchema } from './schema';

/** The text of `edge-phase1.schema.json`, with which editors complete and check a configuration. */
export function jsonSchemaText(): string {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, { target: 'draft-2020-12', io: 'input' });
  const head = { $schema, $comment: 'Made from src/config/schema.ts by scripts/dev/schema.ts.', title: 'edge-phase1' };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}
