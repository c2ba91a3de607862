/** Writes edge-phase1.schema.json: `npx tsx scripts/dev/schema.ts`. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemaText } from '../../src/config/json-schema';

writeFileSync(join(__dirname, '../../edge-phase1.schema.json'), jsonSchemaText());
