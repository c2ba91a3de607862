import { parseLegacy } from './legacy';
import { parsePlain } from './plain';
import { parseRawJson } from './rawjson';
import type { Vertex } from './vertex';

/** The last lines that are kept of what an instruction printed. */
export const LOG_LINES = 40;

/** What a build said about itself. */
export interface BuildProgress {
  /** In the order in which they were first told. */
  readonly vertices: readonly Vertex[];
  /** How it was told. `plain` knows tenths of a second and no digests, `legacy` (no BuildKit) no times at all. */
  readonly format: 'rawjson' | 'plain' | 'legacy';
  /** The instruction that failed, where one did. */
  readonly failure?: BuildFailure;
  /** The last words of a build that failed, as Docker says them; empty for one that did not. */
  readonly words: string;
}

export interface BuildFailure {
  readonly vertex: Vertex;
  /** The last lines that it printed, oldest first. They come from the build: never shown undefused. */
  readonly log: readonly string[];
}

/** Reads what `docker build` printed: `--progress=rawjson`, `--progress=plain`, or the builder from before BuildKit. */
export function parseProgress(text: string): BuildProgress {
  if (/^\{/m.test(text)) return parseRawJson(text);
  if (/^#\d+ /m.test(text)) return parsePlain(text);
  return /^(Step \d+\/\d+ :|Sending build context)/m.test(text) ? parseLegacy(text) : parsePlain(text);
}

/** A vertex beside the lines that it printed, while they are gathered. */
export interface Spoken {
  readonly vertex: Vertex;
  readonly log: readonly string[];
}

export function progressOf(format: BuildProgress['format'], spoken: readonly Spoken[], words: string): BuildProgress {
  const failure = spoken.find(({ vertex }) => vertex.error !== null);
  return {
    format,
    vertices: spoken.map(({ vertex }) => vertex),
    ...(failure && { failure: { vertex: failure.vertex, log: failure.log.slice(-LOG_LINES) } }),
    words,
  };
}
