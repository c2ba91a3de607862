import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './package-folder';

export const version = (): string =>
  (JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string }).version;
