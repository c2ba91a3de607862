import type { HistoryPoint } from './forecast';

export interface History {
  readonly points: readonly HistoryPoint[];
  /** Lines that are no point: torn, or of another form. */
  readonly skipped: number;
  /** Hosts that the lines are about, when there are several and this one is not among them: then there are no points. */
  readonly others?: readonly string[];
}

type Line = { at?: unknown; host?: unknown; used_bytes?: unknown; size_bytes?: unknown } | null;

/**
 * Reads a history: a JSON object a line with `at` (ISO 8601), `host`, `used_bytes` and `size_bytes`; other keys may be there.
 *
 * @param names what this host is called; lines about others are left out. A history about one host only is taken whole.
 */
export function readHistory(text: string, names: readonly string[]): History {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const known = lines.flatMap(pointOf);
  const hosts = [...new Set(known.map(({ host }) => host))];
  const mine = hosts.length > 1 ? known.filter(({ host }) => names.includes(host)) : known;
  return {
    points: mine.map(({ at, usedBytes }) => ({ at, usedBytes })),
    skipped: lines.length - known.length,
    ...(hosts.length > 1 && mine.length === 0 && { others: hosts }),
  };
}

function pointOf(line: string): (HistoryPoint & { host: string })[] {
  try {
    const { at, host, used_bytes: usedBytes } = (JSON.parse(line) as Line) ?? {};
    const whole = typeof at === 'string' && !Number.isNaN(Date.parse(at)) && typeof usedBytes === 'number';
    return whole && usedBytes >= 0 ? [{ at, usedBytes, host: String(host ?? '') }] : [];
  } catch {
    return [];
  }
}
