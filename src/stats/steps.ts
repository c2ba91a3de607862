import { stepOf, type Vertex } from '../build/vertex';
import { median } from './summary';

export type StepChange = 'slower' | 'faster' | 'lost its cache' | 'now cached' | 'new' | 'gone' | 'same' | 'unknown';

/** One instruction of the Dockerfile in two builds. */
export interface StepComparison {
  readonly stage: string;
  /** `RUN npm ci`: of the later build, where it has one. */
  readonly instruction: string;
  readonly change: StepChange;
  /** Median seconds over the builds of a side; null where it never ran to its end. */
  readonly before: number | null;
  readonly after: number | null;
  /** After minus before; a step that is only on one side counts with all its time. Null where that is not known. */
  readonly seconds: number | null;
}

interface Seen {
  readonly stage: string;
  readonly instruction: string;
  readonly seconds: number | null;
  readonly cached: boolean;
}

/** Below this share of the step's time, and below this many seconds, two times count as the same. */
const SAME_SHARE = 0.05;
const SAME_SECONDS = 0.5;

/**
 * Which instruction became slower or lost its cache, the largest loss first. Each side is one or more builds of the same
 * scenario. Steps are matched by stage and text, so that a moved instruction is found again; the same text twice in a stage
 * by its order. These are observations: with few builds, a small difference is noise.
 */
export function compareSteps(
  before: readonly (readonly Vertex[])[],
  after: readonly (readonly Vertex[])[],
): readonly StepComparison[] {
  const [old, now] = [sideOf(before), sideOf(after)];
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  return keys.map((key) => compared(old.get(key), now.get(key))).sort((x, y) => (y.seconds ?? 0) - (x.seconds ?? 0));
}

function compared(old: Seen | undefined, now: Seen | undefined): StepComparison {
  const { stage, instruction } = (now ?? old)!;
  const [a, b] = [old?.seconds ?? null, now?.seconds ?? null];
  const seconds = (old && a === null) || (now && b === null) ? null : (b ?? 0) - (a ?? 0);
  return { stage, instruction, change: changeOf(old, now, seconds), before: a, after: b, seconds };
}

function changeOf(old: Seen | undefined, now: Seen | undefined, seconds: number | null): StepChange {
  if (!old) return 'new';
  if (!now) return 'gone';
  if (old.cached !== now.cached) return now.cached ? 'now cached' : 'lost its cache';
  const least = Math.max(SAME_SECONDS, SAME_SHARE * (old.seconds ?? 0));
  if (seconds === null) return 'unknown';
  if (Math.abs(seconds) < least) return 'same';
  return seconds > 0 ? 'slower' : 'faster';
}

function sideOf(builds: readonly (readonly Vertex[])[]): Map<string, Seen> {
  const found = new Map<string, Seen[]>();
  for (const build of builds) {
    for (const [key, seen] of stepsOf(build)) found.set(key, [...(found.get(key) ?? []), seen]);
  }
  return new Map([...found].map(([key, seen]) => [key, typical(seen)]));
}

function stepsOf(build: readonly Vertex[]): Map<string, Seen> {
  const steps = new Map<string, Seen>();
  for (const vertex of build) {
    const step = stepOf(vertex.name);
    if (!step) continue;
    const { platform, stage, instruction } = step;
    for (let repeat = 1; ; repeat++) {
      const key = JSON.stringify([platform, stage, instruction, repeat]);
      if (steps.has(key)) continue;
      // A cached step took no time of its own; what its vertex shows is looking it up.
      steps.set(key, { stage, instruction, cached: vertex.cached, seconds: vertex.cached ? 0 : vertex.seconds });
      break;
    }
  }
  return steps;
}

/** Of several builds: cached when most of them were, and the median time of those. */
function typical(seen: readonly Seen[]): Seen {
  const cached = seen.filter((one) => one.cached).length * 2 > seen.length;
  const alike = seen.filter((one) => one.cached === cached);
  const times = alike.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]));
  return { ...seen[0]!, cached, seconds: times.length === 0 ? null : median(times) };
}
