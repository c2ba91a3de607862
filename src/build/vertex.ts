/** One node of BuildKit's graph, as its progress (`--progress=rawjson`) told it. */
export interface Vertex {
  readonly digest: string;
  /** As BuildKit writes it: `[builder 3/7] RUN npm ci`, `[internal] load build context`. */
  readonly name: string;
  /** Digests of the vertices that this one waits for. */
  readonly inputs: readonly string[];
  /** Seconds from the start of the build to the start of this vertex; null when it never started. */
  readonly startedAt: number | null;
  /** How long it ran; null when it never came to an end. Of several runs of one vertex, the sum. */
  readonly seconds: number | null;
  readonly cached: boolean;
  /** Bytes that its statuses counted (context sent, layers pulled or exported); null when none were told. */
  readonly bytes: number | null;
  /** Its error message; null when it did not fail. */
  readonly error: string | null;
}

/** What a vertex's name says about the Dockerfile. */
export interface VertexStep {
  /** Name of the stage, `stage-1` for one without a name, '' when the Dockerfile has only one. */
  readonly stage: string;
  /** 1 is FROM; then every RUN, COPY, ADD and WORKDIR of the stage counts. */
  readonly index: number;
  readonly count: number;
  /** `RUN npm ci`: the instruction on one line, its variables expanded. */
  readonly instruction: string;
  /** `linux/arm64` in a build for several platforms, else ''. */
  readonly platform: string;
}

/** Undefined for vertices that are no instruction of the Dockerfile (`[internal] …`, `exporting to image`). */
export function stepOf(name: string): VertexStep | undefined {
  const match = /^\[(?:([a-z0-9]+\/\S+) )?(?:(\S+) )?\s*(\d+)\/(\d+)\] ([\s\S]+)$/.exec(name);
  if (!match) return undefined;
  const [, platform = '', stage = '', index, count, instruction = ''] = match;
  return { stage, index: Number(index), count: Number(count), instruction, platform };
}
