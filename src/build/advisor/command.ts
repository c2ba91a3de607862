import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../../usage-error';
import type { Vertex } from '../vertex';
import { advise } from './advise';
import { openProject } from './listing';
import { adviceText } from './report';
import { type Trial, trialOf } from './trial';
import type { Project } from './types';

const OPTIONS = {
  dockerfile: { type: 'string' },
  context: { type: 'string' },
  vertices: { type: 'string' },
  registry: { type: 'string' },
  json: { type: 'boolean' },
  try: { type: 'string' },
  runs: { type: 'string' },
  config: { type: 'string' },
  set: { type: 'string', multiple: true },
  evidence: { type: 'string' },
} as const;

const ONLY_WITH_TRY = ['runs', 'config', 'set', 'evidence'] as const;

/** A patch to be built, and how. */
export interface TrialRequest {
  readonly trial: Trial;
  /** Absolute. */
  readonly context: string;
  /** Absolute. */
  readonly dockerfile: string;
  /** Undefined for what the configuration says. */
  readonly runs: number | undefined;
  readonly config: string | undefined;
  readonly overrides: readonly string[];
  readonly evidence: string | undefined;
  readonly json: boolean;
}

/**
 * `edge-phase1 advise [--dockerfile FILE] [--context DIR] [--vertices FILE] [--registry HOST] [--json] [--try NUMBER|all]`. Reads,
 * and answers the text to print, or the patch to try; findings are no failure.
 *
 * @throws UsageError
 */
export function adviseCommand(args: readonly string[]): string | TrialRequest {
  const options = words(args);
  const context = options.context ?? '.';
  const dockerfile = options.dockerfile ?? join(context, 'Dockerfile');
  const lonely = ONLY_WITH_TRY.find((name) => options[name] !== undefined);
  if (lonely !== undefined && options.try === undefined)
    throw new UsageError(`--${lonely} says how a patch is tried: it needs --try.`);
  const project = projectOf(context, dockerfile, options);
  if (options.try !== undefined) {
    return {
      trial: chosen(project, options.try),
      context: resolve(context),
      dockerfile: resolve(dockerfile),
      runs: runsOf(options.runs),
      config: options.config,
      overrides: options.set ?? [],
      evidence: options.evidence,
      json: options.json ?? false,
    };
  }
  const advice = advise(project);
  return options.json ? `${JSON.stringify(advice, null, 2)}\n` : `${adviceText(advice, dockerfile)}\n`;
}

function chosen(project: Project, wish: string): Trial {
  const trial = trialOf(project, wish);
  if (typeof trial !== 'string') return trial;
  throw new UsageError(`--try: '${wish.slice(0, 60)}' ${trial}`);
}

function runsOf(text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d?$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new UsageError(`--runs: '${text.slice(0, 60)}' is not allowed; write a number from 1 to 99.`);
}

function projectOf(context: string, dockerfile: string, options: ReturnType<typeof words>): Project {
  try {
    const vertices = options.vertices === undefined ? undefined : verticesOf(options.vertices);
    return openProject(context, dockerfile, { vertices, registry: options.registry });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new UsageError(
      `${(error as Error).message}. Name the Dockerfile (--dockerfile) and the folder that is built (--context).`,
    );
  }
}

function words(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function verticesOf(file: string): readonly Vertex[] {
  const wrong = new UsageError(`--vertices: '${file}' is no list of measured steps, as build-test writes it.`);
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
