/** Times of today as seconds since 1970 are exact to a fraction of this. */
const MICRO = 1e6;

/** Adds up the time that a vertex ran. BuildKit may stop and start one several times, and repeats what it has told. */
export class IntervalSum {
  /** By start: an interval is first told without its end, then with it. */
  private readonly ends = new Map<string, string | undefined>();

  add(started: string, completed: string | undefined): void {
    this.ends.set(started, completed ?? this.ends.get(started));
  }

  /** The union of the closed intervals; undefined where there is none. */
  get seconds(): number | undefined {
    const closed = this.closed();
    if (closed.length === 0) return undefined;
    let sum = 0;
    let until = Number.NEGATIVE_INFINITY;
    for (const [start, end] of closed) {
      sum += Math.max(0, end - Math.max(start, until));
      until = Math.max(until, end);
    }
    return Math.round(sum * MICRO) / MICRO;
  }

  get first(): string | undefined {
    return [...this.ends.keys()].sort()[0];
  }

  /** Undefined while one is still open. */
  get last(): string | undefined {
    const ends = [...this.ends.values()];
    return ends.includes(undefined) ? undefined : ends.map(String).sort().at(-1);
  }

  private closed(): readonly (readonly [number, number])[] {
    return [...this.ends]
      .flatMap(([start, end]) => (end === undefined ? [] : [[secondsOf(start), secondsOf(end)] as const]))
      .sort(([a], [b]) => a - b);
  }
}

/** Seconds since 1970 of an ISO time, with its nanoseconds: `Date` alone keeps only thousandths. */
function secondsOf(time: string): number {
  const fraction = /\.(\d+)Z?$/.exec(time)?.[1] ?? '';
  return Date.parse(time.replace(/\.\d+/, '')) / 1000 + Number(`0.${fraction || '0'}`);
}
