import type { Table } from '../step';
import type { DockerSituation } from './facts';
import { wantedOf } from './plan';
import { subjectOf } from './refusals';
import { valueAt } from './settings';

const shown = (value: unknown) => (value === undefined ? '-' : JSON.stringify(value));

/** Every setting with what stands in the file, why it is there, and what it can and cannot do for builds. */
export function tables(situation: DockerSituation): readonly Table[] {
  const subject = subjectOf(situation);
  if ('code' in subject) return [];
  const wanted = wantedOf(situation, subject);
  const rows = wanted.map(({ setting, value }) => [
    setting.key,
    shown(value),
    shown(valueAt(subject.settings, setting.key)),
    setting.why,
    setting.builds,
  ]);
  if (rows.length === 0) return [];
  const columns = ['setting', 'wanted', 'in the file', 'why', 'for builds'];
  const note = 'They keep logs from filling the disk. They do not make builds faster by themselves: measure.';
  return [{ title: "Settings of Docker's daemon", columns, rows, note }];
}
