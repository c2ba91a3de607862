import { parseLegacy } from './legacy';
import { parsePlain } from './plain';
import { parseRawJson } from './rawjson';
import type { BuildProgress } from './vertex';

/** Reads what `docker build` printed: `--progress=rawjson`, `--progress=plain`, or the builder from before BuildKit. */
export function parseProgress(text: string): BuildProgress {
  if (/^\{/m.test(text)) return parseRawJson(text);
  if (/^#\d+ /m.test(text)) return parsePlain(text);
  return /^(Step \d+\/\d+ :|Sending build context)/m.test(text) ? parseLegacy(text) : parsePlain(text);
}
