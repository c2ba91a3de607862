/** One unit of work of a build, as BuildKit counts them: mostly an instruction of the Dockerfile. */
export interface Vertex {
  /** As BuildKit names it: `[build 2/5] RUN npm ci`, `[internal] load build context`, `exporting to image`. */
  readonly name: string;
  /** Digest of what it does, the same from build to build while its inputs are; empty where the builder tells none. */
  readonly digest: string;
  /** Digests of the vertices that it waits for. */
  readonly inputs: readonly string[];
  /** Seconds during which it ran; pauses are left out. Undefined where it never ran or the builder does not tell. */
  readonly seconds: number | undefined;
  /** Its result was taken from the build cache. */
  readonly cached: boolean;
  /** Times of the build host, ISO 8601; undefined where the builder tells none. */
  readonly started: string | undefined;
  readonly completed: string | undefined;
  /** Bytes that it received: the build context, or the layers of an image. Undefined where none are told. */
  readonly bytes: number | undefined;
  /** Why it failed; undefined where it did not. */
  readonly error: string | undefined;
  /** The last lines that it printed, oldest first: at most `LOG_LINES`. They come from the build: never shown undefused. */
  readonly log: readonly string[];
}

export const LOG_LINES = 40;

/** The place of a vertex in the Dockerfile. */
export interface Instruction {
  /** Name of the build stage; empty in a Dockerfile with one unnamed stage. */
  readonly stage: string;
  /** Place among the stage's instructions that make a layer or a base, from 1. */
  readonly step: number;
  readonly steps: number;
  /** The keyword in capitals: `RUN`, `COPY`, `FROM`. */
  readonly keyword: string;
  /** The instruction as BuildKit repeats it, keyword included; on one line. */
  readonly text: string;
}

/** The instruction that a vertex carries out; undefined for BuildKit's own work, such as loading the context. */
export function instructionOf({ name }: Pick<Vertex, 'name'>): Instruction | undefined {
  const match = /^\[(?:([^\]]*) )?(\d+)\/(\d+)\] ((\w+)[\s\S]*)$/.exec(name);
  if (!match) return undefined;
  const [, stage = '', step, steps, text = '', keyword = ''] = match;
  return { stage, step: Number(step), steps: Number(steps), keyword: keyword.toUpperCase(), text };
}

/** What a build said about itself, read from the progress that it printed. */
export interface BuildProgress {
  /** In the order in which they were first told. */
  readonly vertices: readonly Vertex[];
  /** Where the words came from. `plain` tells tenths of a second and no digests, `legacy` (no BuildKit) no times at all. */
  readonly format: 'rawjson' | 'plain' | 'legacy';
  /** The last words of a build that failed, as Docker says them; empty for one that did not. */
  readonly error: string;
}

/** The vertex that made a build fail. */
export const failedVertex = ({ vertices }: BuildProgress) => vertices.find((v) => v.error !== undefined);
