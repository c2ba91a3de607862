import { z } from 'zod';
import { allowed, section, size } from './parts';

const WEIGHT = allowed('a whole number from 0 to 100');
const weight = (points: number) =>
  z
    .int({ ...WEIGHT, abort: true })
    .min(0, WEIGHT)
    .max(100, WEIGHT)
    .default(points)
    .describe('Points that a pass earns in the scorecard.');

const PERCENT = allowed('a number above 0 and up to 100, without the % sign');
const percent = z.number(PERCENT).gt(0, PERCENT).max(100, PERCENT);

const HOURS = allowed('a number of hours above 0 and up to 8760');
export const hours = z.number(HOURS).gt(0, HOURS).max(8760, HOURS);

const MINUTES = allowed('a number of minutes above 0 and up to 10080');
const minutes = z.number(MINUTES).gt(0, MINUTES).max(10080, MINUTES);

const SCENARIO = allowed('a name of lower-case letters, digits, - and _, as build-test reports it');

const HARBOR = allowed('http:// or https:// with a name and perhaps a port, as https://edge.example:8443, or null');

const COUNT = allowed('a whole number from 1 to 10000, or auto');

export const checks = section('The targets of the scorecard.', {
  disk_size: section('Size of the file system of /.', {
    target: size.prefault('140GiB').describe('It passes with at least this size.'),
    weight: weight(20),
  }),
  disk_use: section('Use of the file system of /, as df shows it.', {
    target: percent.default(60).describe('It passes with less than this many percent in use.'),
    weight: weight(10),
  }),
  disk_pressure: section('The condition DiskPressure of the Kubernetes node, and evictions.', {
    window_hours: hours
      .default(1)
      .describe(
        'It passes when the condition has been False for this many hours and nothing was evicted in them. Events live one hour unless the API server is set otherwise, so further back only the condition and evicted pods that are still there tell.',
      ),
    weight: weight(20),
  }),
  build_time: section('Time of the build, as the step build-test measures it.', {
    target_minutes: minutes.default(60).describe('It passes with a median below this many minutes.'),
    scenario: z
      .string(SCENARIO)
      .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, SCENARIO)
      .default('cold')
      .describe('Which of the measured scenarios counts.'),
    declared_minutes: minutes
      .nullable()
      .default(null)
      .describe('A time that somebody took by hand. It is shown as declared, and never passes.'),
    weight: weight(25),
  }),
  harbor: section('The registry: healthy in all its components, and a push and a pull proven.', {
    url: z
      .string(HARBOR)
      .regex(/^https?:\/\/(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::[0-9]{1,5})?$/, HARBOR)
      .nullable()
      .default(null)
      .describe('Address of Harbor as the server itself reaches it. Without one the check is unknown.'),
    proof_max_age_hours: hours.default(168).describe('How old the proof of a push and a pull may be.'),
    weight: weight(15),
  }),
  pods: section('The pods of the cluster.', {
    expected: z
      .union(
        [
          z.literal('auto'),
          z
            .int({ ...COUNT, abort: true })
            .min(1, COUNT)
            .max(10000, COUNT),
        ],
        COUNT,
      )
      .default(17)
      .describe(
        'How many pods are to be Ready; none may be unready. auto: all that are there, which cannot notice that one is missing.',
      ),
    weight: weight(10),
  }),
  success: percent
    .default(85)
    .describe('Phase 1 succeeds when this many percent of the points of all checks that apply are earned.'),
});
