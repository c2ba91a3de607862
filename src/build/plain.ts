import { type BuildProgress, progressOf, type Spoken } from './progress';

/**
 * Reads `--progress=plain`, for a buildx older than 0.13. Vertices have numbers there instead of digests, times are
 * rounded to tenths of a second, and sizes to three digits.
 */
export function parsePlain(text: string): BuildProgress {
  const vertices = new Map<string, VertexSoFar>();
  const words: string[] = [];
  for (const line of text.split('\n')) {
    const [, number, rest] = /^#(\d+) (.*)$/.exec(line) ?? [];
    if (number === undefined || rest === undefined) {
      words.push(line);
      continue;
    }
    // #0 is buildx itself, saying which builder it uses.
    if (number === '0') continue;
    const vertex = vertices.get(number) ?? new VertexSoFar(rest);
    if (vertices.has(number)) vertex.line(rest);
    else vertices.set(number, vertex);
  }
  return progressOf(
    'plain',
    [...vertices.values()].map((v) => v.finished()),
    words.some((w) => w.startsWith('ERROR: ')) ? words.join('\n').trim() : '',
  );
}

const UNITS: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };

class VertexSoFar {
  private seconds: number | null = null;
  private cached = false;
  private error: string | null = null;
  private readonly transfers = new Map<string, number>();
  private readonly log: string[] = [];

  constructor(private readonly name: string) {}

  line(text: string): void {
    const done = /^DONE ([\d.]+)s$/.exec(text);
    const failed = /^ERROR: (.*)$/.exec(text);
    const transfer = /^(transferring [^:]+|sha256:\w+):? ([\d.]+) ?([kMGT]?B)\b/.exec(text);
    const said = /^[\d.]+ (.*)$/.exec(text);
    if (done) this.seconds = Number(done[1]);
    else if (text === 'CACHED') this.cached = true;
    else if (failed) this.error = failed[1]!;
    else if (transfer) this.transfers.set(transfer[1]!, Number(transfer[2]) * UNITS[transfer[3]!]!);
    else if (said) this.log.push(said[1]!);
  }

  finished(): Spoken {
    const { name, seconds, cached, error, log } = this;
    const bytes = this.transfers.size === 0 ? null : [...this.transfers.values()].reduce((a, b) => a + b, 0);
    return { vertex: { name, digest: '', inputs: [], startedAt: null, seconds, cached, bytes, error }, log };
  }
}
