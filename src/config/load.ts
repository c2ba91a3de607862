import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Config, configSchema } from './schema';

export class ConfigError extends Error {}
export function loadConfig(o: { dir: string; file?: string; overrides?: readonly string[] }): { config: Config; file: string | undefined } {
  const file = o.file ?? ['.github/edge-phase1.yml', 'edge-phase1.yml'].map((f) => join(o.dir, f)).find(existsSync);
  const raw = (file ? parse(readFileSync(file, 'utf8')) : {}) ?? {};
  for (const s of o.overrides ?? []) {
    const [key, value] = s.split('=') as [string, string];
    const [a, b] = key.split('.') as [string, string];
    raw[a] = { ...raw[a], [b]: parse(value) };
  }
  const r = configSchema.safeParse(raw);
  if (!r.success) throw new ConfigError(r.error.message);
  return { config: r.data, file };
}
