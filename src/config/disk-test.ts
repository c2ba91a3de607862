import { z } from 'zod';
import { allowed, section, sizeFrom, YES_NO } from './parts';

const fileSize = sizeFrom('16MiB', '64GiB', '256MiB');

const wholeNumber = (from: number, to: number) => {
  const error = allowed(`a whole number from ${from} to ${to}`);
  return z
    .int({ ...error, abort: true })
    .min(from, error)
    .max(to, error);
};

const DISK = allowed(
  'a serial number (in quotes when it is all digits), a path under /dev/disk/by-id, a volume group, or the absolute path of a mount point; not a name such as sdb, because those change from boot to boot',
);

const disk = z
  .string(DISK)
  .regex(
    /^(?:\/dev\/disk\/by-id\/(?!\.{1,2}$)[A-Za-z0-9#+.:=@_-]+|\/(?!dev\/)(?:(?!\.{1,2}(?:\/|$))[ -.0-~\u00a0-\uffff]+(?:\/(?!$)|$))*|(?!(?:[shv]d[a-z]+|xvd[a-z]+|nvme[0-9]+n[0-9]+|mmcblk[0-9]+)[0-9p]*$)[A-Za-z0-9_+.][A-Za-z0-9_+.-]*)$/,
    DISK,
  );

export const diskTest = section('The step disk-test: measure how fast the physical disks are. Nothing stays on them.', {
  disks: z
    .array(disk, allowed('a list of disks, one a line after a dash'))
    .max(32, allowed('a list of up to 32 disks'))
    .default([])
    .describe(
      'The disks to measure: serial number, /dev/disk/by-id/..., volume group, or mount point of what lies on it. Empty: every physical disk.',
    ),
  runs: wholeNumber(1, 20)
    .default(4)
    .describe(
      'How often each figure is measured. Below 4, a difference between two disks cannot be told from chance: it is observed, not established.',
    ),
  seconds: wholeNumber(1, 300)
    .default(6)
    .describe('How long each measurement with a file takes; there are four of them a disk and run.'),
  size: fileSize
    .prefault('256MiB')
    .describe(
      'Size of the file that is written and read. It has no name, so that its space is free again whatever happens.',
    ),
  fio: z
    .boolean(YES_NO)
    .default(true)
    .describe('Whether a file may be written. Without it disks are only read, which says nothing about builds.'),
});
