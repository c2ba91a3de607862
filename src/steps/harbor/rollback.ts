import type { JournalEntry } from '../../evidence/journal';
import type { Installed } from '../../facts/harbor-installed';
import { isUnreadable } from '../../facts/reading';
import { finished, refused } from '../plan';
import type { Change, Plan } from '../step';
import { STEP } from './about';
import { change } from './changes';
import type { HarborSituation } from './facts';
import { versionOf } from './plan';
import { refusal } from './refusals';
import { containersOf } from './state';

/** Stops and removes what this step has installed. The data stays, unless the configuration names its folder. */
export function rollback(situation: HarborSituation): Plan {
  const { machine, facts, config } = situation;
  const { installed } = facts;
  if (isUnreadable(installed)) {
    return refused(STEP, 'rollback', refusal('unknown', `${installed.unreadable}.`, installed.wayOut));
  }
  const containers = containersOf(situation, installed);
  if (isUnreadable(containers)) {
    return refused(STEP, 'rollback', refusal('unknown', `${containers.unreadable}.`, containers.wayOut));
  }
  const { data = '' } = installed.settings;
  const { install, remove_data: named } = config.harbor;
  const isConfigured = installed.configured !== 'none';
  if (named !== null && isConfigured && named !== data) return refused(STEP, 'rollback', otherData(named, data));

  const deletesData = named !== null && isConfigured;
  const changes: readonly Change[] = [
    ...(isConfigured && containers.length > 0 ? [change.stop()] : []),
    ...(isConfigured || installed.leftovers ? [change.remove(config.harbor, data, deletesData)] : []),
    ...(installed.trustedBy.length > 0 || isCutShort(situation.journal) ? [change.untrust()] : []),
  ];
  return finished({
    step: STEP,
    intent: 'rollback',
    summary: summaryOf(installed, install, changes, deletesData),
    basis: { machine_id: machine.id, installed: installed.installed, ...(deletesData && { remove_data: data }) },
    changes,
    target: `no registry in ${install}`,
    notes:
      isConfigured && !deletesData ? [`To delete the images too, name their folder: harbor.remove_data: ${data}`] : [],
  });
}

const otherData = (named: string, data: string) =>
  refusal(
    'other-data',
    `harbor.remove_data names ${named}, but the data lies in ${data}.`,
    'Name that folder to delete it, or null to keep it.',
  );

/** What was installed is gone, and the run ended before Docker and K3s were told. */
function isCutShort(journal: readonly JournalEntry[]): boolean {
  const last = journal.findLast(
    ({ step, event, change: id }) => step === STEP && (event === 'intent' || event === 'done') && id !== undefined,
  );
  if (last?.mode !== 'rollback') return false;
  return (last.change === 'remove' && last.event === 'done') || (last.change === 'untrust' && last.event === 'intent');
}

function summaryOf(
  { installed, configured, settings }: Installed,
  install: string,
  changes: readonly Change[],
  deletesData: boolean,
): string {
  if (changes.length === 0) return `Nothing of this step is installed in ${install}: there is nothing to take back.`;
  if (configured === 'none') return `Only remains of this step are there: take away what is left of it.`;
  const mark = installed === 'none' ? configured : installed;
  const fate = deletesData ? 'is deleted too' : 'stays';
  return `Remove ${versionOf(mark)} at ${settings.host}:${settings.port}; its data in ${settings.data} ${fate}.`;
}
