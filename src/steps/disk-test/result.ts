/** What the host script has measured, as it keeps it on the host. */

/** One round of measurements of a disk. What was not measured is absent: it is not zero. */
export interface Round {
  /** `hdparm -T`: memory, not the disk. */
  readonly cached_mib_s?: number;
  /** `hdparm -t`: one sequential read at the beginning of the disk. */
  readonly buffered_mib_s?: number;
  readonly seq_write_bytes_s?: number;
  readonly seq_read_bytes_s?: number;
  readonly rand_read_iops?: number;
  readonly rand_read_p50_ns?: number;
  readonly rand_read_p99_ns?: number;
  /** 4 KiB writes a second, each followed by fsync. */
  readonly rand_write_iops?: number;
  /** How long one of these fsyncs took. */
  readonly fsync_p50_ns?: number;
  readonly fsync_p99_ns?: number;
  /** The most that others did on the disk during one measurement of the round, a second. */
  readonly others_ops?: number;
  readonly others_bytes?: number;
  readonly busy: boolean;
}

export interface MeasuredDisk {
  readonly key: string;
  /** Empty where it has none; then its key, as one that another disk has too, is the name of one boot. */
  readonly serial: string;
  /** The kernel's name at that time. */
  readonly name: string;
  /** Where the file lay; empty where there was none. */
  readonly mount: string;
  /** Size of the volume or partition under that file system, at that time. */
  readonly volume_bytes: number | null;
  /** `passed`, `failed`, or why nothing is known. */
  readonly smart: string;
  /** Why hdparm, or a file, tells nothing; empty where it does. */
  readonly no_hdparm: string;
  readonly no_file: string;
  /** How much of the time the disk worked for others just before. */
  readonly busy_percent_before: number | null;
  readonly rounds: readonly Round[];
}

export interface DiskTestResult {
  readonly run: string;
  readonly time: string;
  readonly boot: string;
  readonly options: { readonly runs: number; readonly seconds: number; readonly size_bytes: number };
  readonly disks: readonly MeasuredDisk[];
}

export type FigureName = Exclude<keyof Round, 'busy'>;

export const RESULT_FILE = '/var/lib/edge-phase1/disk-test.json';

/** From here on, a disk that worked for others before it was measured was busy. The script judges rounds itself. */
export const BUSY_PERCENT = 10;

/**
 * The last results, the newest first.
 *
 * @throws Error when the text is not what the script keeps
 */
export function parseResults(text: string): readonly DiskTestResult[] {
  const { v, results } = JSON.parse(text) as { v?: unknown; results?: unknown };
  if (v !== 1 || !Array.isArray(results)) throw new Error(`version ${String(v)} is not known`);
  return results.map(readResult);
}

/** Whether this disk is the one that has this key in another boot as well. */
export const isSameDisk = (disk: MeasuredDisk, key: string, sameBoot: boolean) =>
  disk.key === key && (sameBoot || disk.key === disk.serial);

type Row = Readonly<Record<string, unknown>>;

const row = (value: unknown): Row => {
  if (typeof value === 'object' && value !== null) return value as Row;
  throw new Error('a part of it is missing');
};
const rows = (value: unknown): readonly Row[] => {
  if (Array.isArray(value)) return value.map(row);
  throw new Error('a list in it is missing');
};
const text = (value: unknown) => (typeof value === 'string' ? value : '');
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const numberOrNull = (value: unknown) => (isNumber(value) ? value : null);
const number = (value: unknown): number => {
  if (isNumber(value)) return value;
  throw new Error('a number in it is missing');
};

function readResult(result: Row): DiskTestResult {
  const options = row(result.options);
  return {
    run: text(result.run),
    time: text(result.time),
    boot: text(result.boot),
    options: {
      runs: number(options.runs),
      seconds: number(options.seconds),
      size_bytes: number(options.size_bytes),
    },
    disks: rows(result.disks).map((disk) => ({
      key: text(disk.key),
      serial: text(disk.serial),
      name: text(disk.name),
      mount: text(disk.mount),
      volume_bytes: numberOrNull(disk.volume_bytes),
      smart: text(disk.smart),
      no_hdparm: text(disk.no_hdparm),
      no_file: text(disk.no_file),
      busy_percent_before: numberOrNull(disk.busy_percent_before),
      rounds: rows(disk.rounds).map(readRound),
    })),
  };
}

const readRound = ({ busy, ...figures }: Row): Round => ({
  ...Object.fromEntries(Object.entries(figures).filter(([, value]) => isNumber(value))),
  busy: busy === true,
});
