/** Adds up the time that a vertex ran. BuildKit may stop and start one several times, and repeats what it has told. */
export class IntervalSum {
  /** End by start: an interval is first told without its end, then with it. */
  private readonly ends = new Map<number, number | undefined>();

  /** Both are ISO times. */
  add(started: string, completed: string | undefined): void {
    const start = secondsOf(started);
    this.ends.set(start, completed === undefined ? this.ends.get(start) : secondsOf(completed));
  }

  /** Seconds since 1970 of the first start; undefined where there is none. */
  get begin(): number | undefined {
    return this.ends.size === 0 ? undefined : Math.min(...this.ends.keys());
  }

  /** Seconds of the union of the closed intervals; undefined where there is none. */
  get seconds(): number | undefined {
    const closed = [...this.ends].flatMap(([start, end]) => (end === undefined ? [] : [[start, end] as const]));
    if (closed.length === 0) return undefined;
    let sum = 0;
    let until = Number.NEGATIVE_INFINITY;
    for (const [start, end] of closed.sort(([a], [b]) => a - b)) {
      sum += Math.max(0, end - Math.max(start, until));
      until = Math.max(until, end);
    }
    return sum;
  }
}

/** Seconds since 1970 of an ISO time, with all its decimals: `Date` alone keeps three. */
function secondsOf(time: string): number {
  const decimals = /\.(\d+)/.exec(time)?.[1] ?? '0';
  return Date.parse(time.replace(/\.\d+/, '')) / 1000 + Number(`0.${decimals}`);
}
