import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Vertex } from '../vertex';
import { advise } from './advise';
import { openProject } from './listing';
import { adviceText } from './report';

/** Wrong words, or a file that cannot be read: the caller prints the message and ends with 2. */
export class AdviseUsageError extends Error {}

const OPTIONS = {
  dockerfile: { type: 'string' },
  context: { type: 'string' },
  vertices: { type: 'string' },
  registry: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/**
 * `edge-phase1 advise [--dockerfile FILE] [--context DIR] [--vertices FILE] [--registry HOST] [--json]`. Reads, and answers the
 * text to print; findings are no failure.
 *
 * @throws AdviseUsageError
 */
export function adviseCommand(args: readonly string[]): string {
  const options = words(args);
  const context = options.context ?? '.';
  const dockerfile = options.dockerfile ?? join(context, 'Dockerfile');
  try {
    const vertices = options.vertices === undefined ? undefined : verticesOf(options.vertices);
    const advice = advise(openProject(context, dockerfile, { vertices, registry: options.registry }));
    return options.json ? `${JSON.stringify(advice, null, 2)}\n` : `${adviceText(advice, dockerfile)}\n`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new AdviseUsageError(
      `${(error as Error).message}. Name the Dockerfile (--dockerfile) and the folder that is built (--context).`,
    );
  }
}

function words(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new AdviseUsageError((error as Error).message);
  }
}

function verticesOf(file: string): readonly Vertex[] {
  const wrong = new AdviseUsageError(`--vertices: '${file}' is no list of measured steps, as build-test writes it.`);
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong;
    throw error;
  }
  const fits = (one: Partial<Vertex> | null) =>
    typeof one?.name === 'string' &&
    typeof one.cached === 'boolean' &&
    (one.seconds === null || typeof one.seconds === 'number');
  if (!Array.isArray(list) || !list.every(fits)) throw wrong;
  return list as Vertex[];
}
