const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
  k: 1000,
  M: 1000 ** 2,
  G: 1000 ** 3,
  T: 1000 ** 4,
};

/**
 * A threshold of the kubelet, `5%` or `1Gi`, in bytes of a file system of this size; undefined where it is of another form.
 *
 * https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/#eviction-thresholds
 */
export function thresholdBytes(threshold: string, sizeBytes: number): number | undefined {
  const percent = /^([0-9]+(?:\.[0-9]+)?)%$/.exec(threshold);
  if (percent) return (sizeBytes * Number(percent[1])) / 100;
  const [, number, unit = ''] = /^([0-9]+(?:\.[0-9]+)?)([KMGT]i|[kMGT])?$/.exec(threshold) ?? [];
  return number === undefined ? undefined : Number(number) * UNITS[unit]!;
}
