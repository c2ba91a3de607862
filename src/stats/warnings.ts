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
export function warningsOf(a: Sample, b: Sample, paired: boolean): readonly Warning[] {
  const measured = [a, b].filter((sample) => sample.how === 'measured');
  return [
    ...measured.flatMap(odd),
    ...measured.flatMap(busy),
    ...measured.flatMap(noisy),
    ...(paired || measured.length < 2 ? [] : [apart]),
  ];
}

const apart: Warning = {
  kind: 'not-interleaved',
  message:
    'The two were not run in turn: what changed on the machine in between counts as a difference. Run both in turn where that is possible.',
};

function odd({ name, runs }: Sample): readonly Warning[] {
  const times = runs.map((run) => run.seconds);
  const far = outliers(times);
  if (far.length === 1 && far[0] === 0 && times[0]! > median(times)) {
    const message = `${name}: the first run took ${seconds(times[0]!)}, the others about ${seconds(median(times))}. Add a warm-up run, or clear the caches before every run.`;
    return [{ kind: 'slow-first-run', message }];
  }
  if (far.length === 0) return [];
  const list = far.map((place) => `run ${place + 1} (${seconds(times[place]!)})`).join(', ');
  return [
    {
      kind: 'outlier',
      message: `${name}: far from the median of ${seconds(median(times))}: ${list}. They were kept; see what else ran then.`,
    },
  ];
}

function busy({ name, runs }: Sample): readonly Warning[] {
  const places = runs.flatMap(({ before }, place) =>
    before && ((before.loadPerCpu ?? 0) > BUSY.loadPerCpu || (before.ioWait ?? 0) > BUSY.ioWait) ? [place + 1] : [],
  );
  if (places.length === 0) return [];
  const message = `${name}: the machine was busy with other work before ${places.length} of ${runs.length} runs (${places.join(', ')}): load above ${BUSY.loadPerCpu} per processor, or waiting for disks more than ${BUSY.ioWait * 100} % of the time. Run it again when it is quiet.`;
  return [{ kind: 'busy-machine', message }];
}

function noisy({ name, runs }: Sample): readonly Warning[] {
  const size = noise(runs.map((run) => run.seconds));
  if (size === undefined || size <= NOISY) return [];
  const message = `${name}: from run to run it varies by about ${(size * 100).toFixed(0)} %. Small differences cannot be seen through that.`;
  return [{ kind: 'noisy', message }];
}

const seconds = (value: number) => `${value.toPrecision(3)} s`;
