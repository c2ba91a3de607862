import { median } from '../src/stats/summary';

/** `median (min to max) unit` */
export const spread = (values: readonly number[], unit: string) =>
  `${median(values).toFixed(1)} (${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}) ${unit}`;
