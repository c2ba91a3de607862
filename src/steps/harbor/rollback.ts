import { isUnreadable } from '../../facts/reading';
import { finished, refused } from '../plan';
import type { Change, Plan } from '../step';
import { STEP } from './about';
import { change } from './changes';
import type { HarborSituation } from './facts';
import { versionOf } from './plan';
import { refusal } from './refusals';

/** Stops and removes what this step has installed. The data stays, unless the configuration names its folder. */
export function rollback({ machine, facts, config }: HarborSituation): Plan {
  const { installed } = facts;
  if (isUnreadable(installed))
    return refused(STEP, 'rollback', refusal('unknown', `${installed.unreadable}.`, installed.wayOut));
  const { data = '', host = '', port = '' } = installed.settings;
  const isThere = installed.installed !== 'none' || installed.configured !== 'none';
  const wish = config.harbor;
  if (wish.remove_data !== null && isThere && wish.remove_data !== data) {
    return refused(
      STEP,
      'rollback',
      refusal(
        'other-data',
        `harbor.remove_data names ${wish.remove_data}, but the data lies in ${data || 'a folder that is not known'}.`,
        'Name that folder to delete it, or null to keep it.',
      ),
    );
  }
  const deletesData = wish.remove_data !== null;
  const mark = installed.installed === 'none' ? installed.configured : installed.installed;
  const changes: readonly Change[] = isThere
    ? [change.stop(), change.remove(wish, data, deletesData), change.untrust()]
    : [];
  return finished({
    step: STEP,
    intent: 'rollback',
    summary: isThere
      ? `Remove ${versionOf(mark)} at ${host}:${port}; its data in ${data} ${deletesData ? 'is deleted too' : 'stays'}.`
      : `Nothing of this step is installed in ${wish.install}: there is nothing to take back.`,
    basis: {
      machine_id: machine.id,
      installed: installed.installed,
      ...(deletesData && isThere && { remove_data: data }),
    },
    changes,
    target: isThere ? `without ${mark.split(' ').slice(0, 2).join(' ').trim()} at ${host}:${port}` : '',
    notes: isThere && !deletesData ? [`To delete the images too, name their folder: harbor.remove_data: ${data}`] : [],
  });
}
