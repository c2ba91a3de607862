import { textsOf } from '../../texts';
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
  const say = textsOf(situation.config).dockerConfig;
  const wanted = wantedOf(situation, subject);
  const rows = wanted.map(({ setting, value }) => [
    setting.key,
    shown(value),
    shown(valueAt(subject.settings, setting.key)),
    say.settings[setting.key].why,
    say.settings[setting.key].builds,
  ]);
  if (rows.length === 0) return [];
  return [{ ...say.table, rows }];
}
