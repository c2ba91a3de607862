import type { Evidence } from './evidence';

export interface Cost {
  /** Whole runner minutes, as they are billed; none for a run by hand. */
  readonly minutes: number;
  readonly usd: number;
}

/** What a run has cost: nothing is ever bought, and minutes of hosted runners cost what the configuration says. */
export function costOf({ seconds, config, trigger }: Pick<Evidence, 'seconds' | 'config' | 'trigger'>): Cost {
  const minutes = trigger ? Math.ceil(seconds / 60) : 0;
  return { minutes, usd: minutes * config.cost.runner_minute_usd };
}
