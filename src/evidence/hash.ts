import { createHash } from 'node:crypto';

export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** JSON with sorted keys and no white space: the same data gives the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Hash of a plan: over what it rests on and what it would change, not over the words that explain it. */
export const planHash = (parts: { step: string; intent: string; basis: object; changes: readonly string[] }) =>
  sha256(canonicalJson(parts));
