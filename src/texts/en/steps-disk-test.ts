import { digits, mib } from '../../steps/disk-test/figures';
import { duration, gib } from '../../units';

export const diskTest = {
  changes: {
    hdparm: (disks: readonly Named[], runs: number) => ({
      title: `Read from ${disks.map(({ key, path }) => `${key} (now ${path})`).join(', ')}, ${runs} time(s) each, in turn`,
      command: `hdparm -Tt ${disks.map(({ path }) => path).join(', then ')}`,
      why: 'It is what the plan of Phase 1 asks for: how fast a disk reads in one piece. It says little about builds.',
      check: 'Each round gives a figure; what others did on the disk meanwhile is counted (/sys/block/…/stat).',
      undo: 'Not needed: the disks are opened for reading only.',
    }),
    fio: (mounts: readonly string[], runs: number, seconds: number, bytes: number) => ({
      title: `Write and read a file of ${mib(bytes)} on ${mounts.join(', ')}, ${runs} time(s) each, in turn`,
      command: `fio: 1 MiB writes and reads in one piece, 4 KiB reads, 4 KiB writes each with fsync; ${seconds} s each`,
      why: 'Builds write many small files and wait for them to be on the disk: synced small writes are what a disk is slow at.',
      check: 'Each round gives figures; what others did on the disk meanwhile is counted (/sys/block/…/stat).',
      undo: 'Not needed: the file has no name from before its space is taken, so that it is gone when its last reader is, also after kill -9.',
    }),
    save: (file: string) => ({
      title: 'Keep the result on the host',
      command: `write ${file}`,
      why: 'Checks, reports and the next comparison are made from it.',
      check: 'The next look reads it.',
      undo: 'Not needed: it only tells what was measured. The last six results are kept.',
    }),
  },
  /** @param bytes of the file that is written; undefined where none is */
  summary: (disks: number, runs: number, seconds: number, bytes: number | undefined) =>
    `Measure ${disks} disk(s), ${runs} time(s) each: about ${duration(seconds)}; ${
      bytes === undefined
        ? 'nothing is written to them'
        : `the file takes ${mib(bytes)}, on one disk at a time, and its space is free again afterwards`
    }.`,
  nothingToUndo: 'A measurement changes nothing: there is nothing to take back.',
  notes: {
    holds: (key: string, path: string, holds: readonly string[]) =>
      `${key} is ${path} in this boot; on it: ${holds.join(', ') || 'nothing that is mounted'}.`,
    noSerial: (key: string) =>
      `${key} has no serial number of its own: its results hold for this boot only, because its name may be another disk's in the next.`,
    noHdparm: 'hdparm is not installed: how fast the disks read in one piece stays unknown (apt-get install hdparm).',
    noFile: (key: string, why: string) => `${key}: no file is written, because ${why}.`,
    layer: (key: string, layer: string) =>
      `${key}: the file lies on a device of type ${layer}; its figures include what that costs.`,
    fewRuns: (runs: number) =>
      `With ${runs} run(s) a difference between disks is observed, not established; 4 can tell.`,
    control:
      'Extending a logical volume cannot change these figures. Measured before and after it, they are a control: where they differ, something else has changed.',
  },
  refusals: {
    noDisk: { message: 'No physical disk is seen.', wayOut: 'See: lsblk -d -o PATH,TYPE,SIZE,SERIAL' },
    notFound: (name: string) => ({
      message: `There is no disk '${name}': no serial number, no volume group with an active volume, no mount point on a disk.`,
      wayOut: 'See: lsblk -o NAME,SIZE,SERIAL,MOUNTPOINTS and ls -l /dev/disk/by-id',
    }),
    nothingToMeasure: (noFile: string) => ({
      message: `Nothing can be measured: hdparm is not installed, and ${noFile}.`,
      wayOut: 'Install both: apt-get install hdparm fio',
    }),
  },
  /** Why no file is written to a disk. */
  noFile: {
    noFio: 'fio is not installed (apt-get install fio)',
    notAllowed: 'writing a file was not allowed (disk_test.fio)',
    notMounted: 'no file system of it is mounted',
    type: (mount: string, type: string) => `${mount} is ${type}; only ext4 and xfs are measured`,
    readOnly: (mount: string) => `${mount} is mounted read-only`,
    otherDisks: (mount: string) => `${mount} lies on other disks as well`,
    tooLittle: (mount: string, free: number, takes: number, stays: number) =>
      `${mount} has too little space: ${mib(free)} are free, the file takes ${mib(takes)}, and ${mib(stays)} have to stay free`,
  },
  facts: {
    unreadable: (file: string, why: string) => ({
      unreadable: `${file} cannot be read (${why})`,
      wayOut: `See: ls -l ${file}`,
    }),
    otherForm: (file: string, why: string) => ({
      unreadable: `${file} is not what this version keeps (${why})`,
      wayOut: 'Measure again; the next result replaces it.',
    }),
  },
  check: {
    title: 'Speed of the disks',
    titleOf: (key: string) => `Speed of disk ${key}`,
    target: 'measured while it did nothing else',
    nothing: 'nothing was measured',
    notYet: 'not measured yet: run apply disk-test',
    how: (time: string, mount: string) => `measured ${time}: hdparm -t, and fio with a file${mount && ` on ${mount}`}`,
    writes: (figures: string) => `${figures} small synced writes/s`,
    noWrites: (why: string) => `small writes not known: ${why}`,
    reading: (figures: string) => `${figures} MiB/s read`,
    noReading: (why: string) => `reading not known: ${why}`,
    busy: 'busy with the work of others: too low',
    health: (key: string) => `Health of disk ${key}`,
    healthHow: 'SMART, as the disk judges itself (smartctl -H)',
    smart: { passed: 'passed', failed: 'failed' },
  },
  digits,
  disks: {
    title: 'The disks',
    columns: ['Disk', 'Now', 'Model', 'Size', 'Kind', 'Scheduler', 'SMART', 'On it'],
    note: 'Names such as sda belong to one boot. Whether a virtual disk rotates is the claim of the machine under it.',
    notKnown: 'not known',
    size: gib,
    rotates: 'rotates, says the kernel',
    doesNot: 'does not rotate',
    notAsked: 'not asked yet',
    nothing: 'nothing that is mounted',
  },
  speeds: {
    title: (time: string) => `How fast they are (${time})`,
    columns: [
      'Disk',
      '4 KiB synced writes/s',
      'fsync p50 ms',
      'fsync p99 ms',
      '4 KiB reads/s',
      'Write MiB/s',
      'Read MiB/s',
      'hdparm -t MiB/s',
      'Work of others',
    ],
    noFile: (key: string, why: string) => `${key}: nothing was measured with a file, because ${why}.`,
    noHdparm: (key: string, why: string) => `${key}: no figure of hdparm, because ${why}.`,
    note: (runs: number, bytes: number, seconds: number) =>
      `Median of ${runs} round(s) and their range; a file of ${mib(bytes)}, ${seconds} s a measurement.`,
    busyBefore: (percent: number) => `busy before (${percent} % of the time)`,
    quiet: 'none worth saying',
    busy: (rounds: number, all: number, operations: number) =>
      `BUSY in ${rounds} of ${all} (up to ${operations} operations/s)`,
  },
  control: {
    title: 'Negative control: extending a volume cannot change a disk',
    columns: (before: string, after: string) => ['Disk', 'Figure', before, after, 'Same'],
    same: 'yes',
    notSame: 'NO',
    figures: { rand_write_iops: '4 KiB synced writes/s', buffered_mib_s: 'hdparm -t MiB/s' },
    grown: (mount: string, key: string, from: number, to: number) =>
      `the volume of ${mount} on ${key} grew from ${gib(from)} to ${gib(to)}`,
    between: (grown: string) => `Between the two measurements ${grown}, which cannot change these figures.`,
    nothing: 'Nothing was measured both times, so it controls nothing.',
    held: 'They did not change: the control held.',
    broken: (figures: readonly string[]) =>
      `They did (${figures.join('; ')}): the control did not hold. Something else changed, such as the load or the place of the file; do not take a difference between builds before and after for an effect of the extension.`,
  },
  ranking: {
    unknown: 'Which disk suits builds best is not known: none was measured with a file.',
    onlyOne: (key: string) => `Only ${key} was measured with a file: there is no other to compare it with.`,
    homeUnknown: (folder: string) => `On which disk Docker's data (${folder}) lies is not known.`,
    home: (folder: string, disks: readonly string[]) => `Docker's data (${folder}) lies on ${disks.join(' and ')} now.`,
    noReason: 'Speed is no reason to move it.',
    moving: 'Moving it is a change of its own (data-root in daemon.json), which this step does not make.',
    overlap: (one: string, other: string) =>
      `For small synced writes ${one} and ${other} cannot be told apart: their rounds overlap.`,
    equal: (one: string, other: string) => `For small synced writes ${one} and ${other} are as good as equal.`,
    /** @param ratio undefined where the other one made none */
    best: (one: string, other: string, ratio: number | undefined, sure: string) =>
      `${one} is the best home for Docker's data and the build cache: ${ratio === undefined ? 'more' : `${digits(ratio)} times as many`} small synced writes a second as ${other} (${sure}).`,
    busy: (disks: readonly string[]) =>
      `observed, not established: ${disks.join(' and ')} worked for others at the time`,
    chance: (rounds: number, others: number, p: number) =>
      `observed, not established: with ${rounds} rounds against ${others}, chance alone does it with p = ${p.toFixed(2)}; 4 against 4 can tell`,
    sure: (rounds: number, others: number, p: number) =>
      `in every one of ${rounds} rounds against ${others}, exact rank test p = ${p.toFixed(3)}`,
  },
};

/** A disk and the name that it has in this boot. */
interface Named {
  readonly key: string;
  readonly path: string;
}
