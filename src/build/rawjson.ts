import { IntervalSum } from './intervals';
import { type BuildProgress, progressOf, type Spoken } from './progress';

/** BuildKit's SolveStatus, as `--progress=rawjson` of buildx 0.13 and later prints it: only what is read here. */
interface SolveStatus {
  readonly vertexes?: readonly {
    readonly digest: string;
    readonly name: string;
    readonly inputs?: readonly string[];
    readonly started?: string;
    readonly completed?: string;
    readonly cached?: boolean;
    readonly error?: string;
  }[];
  readonly statuses?: readonly {
    readonly id: string;
    readonly vertex: string;
    readonly name?: string;
    readonly current?: number;
  }[];
  /** `data` is base64. */
  readonly logs?: readonly { readonly vertex: string; readonly data: string }[];
}

/**
 * Reads a stream of SolveStatus documents, one on a line or spread over several (buildx 0.13), and the plain words that
 * Docker adds when a build fails. A document that was torn, by a full disk or a kill, is left out.
 */
export function parseRawJson(text: string): BuildProgress {
  const vertices = new Map<string, VertexSoFar>();
  const at = (digest: string) => {
    const found = vertices.get(digest) ?? new VertexSoFar(digest);
    vertices.set(digest, found);
    return found;
  };
  const words: string[] = [];
  for (const part of split(text)) {
    if (typeof part === 'string') {
      words.push(part);
      continue;
    }
    for (const vertex of part.vertexes ?? []) at(vertex.digest).told(vertex);
    for (const status of part.statuses ?? []) at(status.vertex).status(status);
    for (const log of part.logs ?? []) at(log.vertex).said(Buffer.from(log.data, 'base64').toString());
  }
  const told = [...vertices.values()].filter((v) => v.name !== '');
  const begin = Math.min(...told.flatMap((v) => v.begin ?? []));
  return progressOf(
    'rawjson',
    told.map((v) => v.finished(begin)),
    words.join('\n').trim(),
  );
}

/** Documents and plain lines, in order. */
function* split(text: string): Generator<SolveStatus | string> {
  let document = '';
  for (const line of text.split('\n')) {
    const begins = document === '' && line.startsWith('{');
    if (document === '' && !begins) {
      yield line;
      continue;
    }
    // A new beginning inside a document: the one before was torn.
    if (document !== '' && (line === '{' || line.startsWith('{"'))) document = '';
    document += `${line}\n`;
    if (line !== '}' && !line.startsWith('{"')) continue;
    const status = parsed(document);
    document = '';
    if (status) yield status;
  }
}

function parsed(document: string): SolveStatus | undefined {
  try {
    return JSON.parse(document) as SolveStatus;
  } catch {
    return undefined;
  }
}

type Told = NonNullable<SolveStatus['vertexes']>[number];
type Status = NonNullable<SolveStatus['statuses']>[number];

/** Statuses that count bytes which came in; others count layers, or bytes unpacked. */
const TRANSFER = /^(transferring|downloading)/;

class VertexSoFar {
  name = '';
  private inputs: readonly string[] = [];
  private cached = false;
  private error: string | undefined;
  private text = '';
  private readonly transfers = new Map<string, number>();
  private readonly intervals = new IntervalSum();

  constructor(private readonly digest: string) {}

  told(vertex: Told): void {
    this.name = vertex.name;
    this.inputs = vertex.inputs ?? this.inputs;
    this.cached ||= vertex.cached ?? false;
    this.error = vertex.error || this.error;
    if (vertex.started !== undefined) this.intervals.add(vertex.started, vertex.completed);
  }

  status({ id, name = '', current = 0 }: Status): void {
    if (!TRANSFER.test(name)) return;
    this.transfers.set(id, Math.max(current, this.transfers.get(id) ?? 0));
  }

  said(text: string): void {
    this.text = (this.text + text).slice(-64 * 1024);
  }

  get begin(): number | undefined {
    return this.intervals.begin;
  }

  finished(buildBegin: number): Spoken {
    const { name, digest, inputs, cached, intervals } = this;
    return {
      vertex: {
        name,
        digest,
        inputs,
        startedAt: intervals.begin === undefined ? null : exact(intervals.begin - buildBegin),
        seconds: intervals.seconds === undefined ? null : exact(intervals.seconds),
        cached,
        bytes: this.transfers.size === 0 ? null : [...this.transfers.values()].reduce((a, b) => a + b, 0),
        error: this.error ?? null,
      },
      log: this.text === '' ? [] : this.text.replace(/\n$/, '').split('\n'),
    };
  }
}

/** Times of today, as seconds since 1970, are exact to a fraction of a microsecond. */
const exact = (seconds: number) => Math.round(seconds * 1e6) / 1e6;
