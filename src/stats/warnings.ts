import { type Texts, textsOf } from '../texts';
import type { Sample } from './compare';
import { median, noise, outliers } from './summary';

export interface Warning {
  readonly kind: 'outlier' | 'slow-first-run' | 'busy-machine' | 'noisy' | 'not-interleaved';
  readonly message: string;
}

/** The load of other work, per processor, and the share of time waiting for disks, from which a machine counts as busy. */
export const BUSY = { loadPerCpu: 0.5, ioWait: 0.1 };
const NOISY = 0.1;

/** What makes a comparison doubtful; it changes no verdict. */
export function warningsOf(
  a: Sample,
  b: Sample,
  paired: boolean,
  say = textsOf({}).comparison.warnings,
): readonly Warning[] {
  const measured = [a, b].filter((sample) => sample.how === 'measured');
  return [
    ...measured.flatMap((sample) => odd(sample, say)),
    ...measured.flatMap((sample) => busy(sample, say)),
    ...measured.flatMap((sample) => noisy(sample, say)),
    ...(paired || measured.length < 2 ? [] : [{ kind: 'not-interleaved', message: say.notInTurn } as const]),
  ];
}

type Say = Texts['comparison']['warnings'];

function odd({ name, runs }: Sample, say: Say): readonly Warning[] {
  const times = runs.map((run) => run.seconds);
  const far = outliers(times);
  if (far.length === 0) return [];
  const middle = median(times);
  if (far.length === 1 && far[0] === 0 && times[0]! > middle) {
    return [{ kind: 'slow-first-run', message: say.slowFirst(name, times[0]!, middle) }];
  }
  const list = far.map((place) => ({ run: place + 1, took: times[place]! }));
  return [{ kind: 'outlier', message: say.outliers(name, middle, list) }];
}

function busy({ name, runs }: Sample, say: Say): readonly Warning[] {
  const places = runs.flatMap(({ before }, place) =>
    before && ((before.loadPerCpu ?? 0) > BUSY.loadPerCpu || (before.ioWait ?? 0) > BUSY.ioWait) ? [place + 1] : [],
  );
  if (places.length === 0) return [];
  return [{ kind: 'busy-machine', message: say.busy(name, places, runs.length, BUSY.loadPerCpu, BUSY.ioWait) }];
}

function noisy({ name, runs }: Sample, say: Say): readonly Warning[] {
  const size = noise(runs.map((run) => run.seconds));
  return size === undefined || size <= NOISY ? [] : [{ kind: 'noisy', message: say.noisy(name, size) }];
}
