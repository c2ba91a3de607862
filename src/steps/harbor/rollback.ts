import type { JournalEntry } from '../../evidence/journal';
import type { Installed } from '../../facts/harbor-installed';
import { isUnreadable } from '../../facts/reading';
import { type Texts, textsOf } from '../../texts';
import { finished, refusal, refused, unreadableRefusal } from '../plan';
import type { Change, Plan } from '../step';
import { STEP } from './about';
import { changesIn } from './changes';
import type { HarborSituation } from './facts';
import { versionOf } from './plan';
import { containersOf } from './state';

/** Stops and removes what this step has installed. The data stays, unless the configuration names its folder. */
export function rollback(situation: HarborSituation): Plan {
  const { machine, facts, config } = situation;
  const { installed } = facts;
  if (isUnreadable(installed)) return refused(STEP, 'rollback', unreadableRefusal(installed));
  const containers = containersOf(situation, installed);
  if (isUnreadable(containers)) return refused(STEP, 'rollback', unreadableRefusal(containers));
  const say = textsOf(config).harborStep;
  const change = changesIn(say);
  const { data = '' } = installed.settings;
  const { install, remove_data: named } = config.harbor;
  const isConfigured = installed.configured !== 'none';
  if (named !== null && isConfigured && named !== data) {
    return refused(STEP, 'rollback', refusal('other-data', say.refusals.otherData(named, data)));
  }

  const deletesData = named !== null && isConfigured;
  const changes: readonly Change[] = [
    ...(isConfigured && containers.length > 0 ? [change.stop()] : []),
    ...(isConfigured || installed.leftovers ? [change.remove(config.harbor, data, deletesData)] : []),
    ...(installed.trustedBy.length > 0 || isCutShort(situation.journal) ? [change.untrust()] : []),
  ];
  return finished({
    step: STEP,
    intent: 'rollback',
    summary: summaryOf(installed, install, changes, deletesData, say),
    basis: { machine_id: machine.id, installed: installed.installed, ...(deletesData && { remove_data: data }) },
    changes,
    target: `no registry in ${install}`,
    notes: isConfigured && !deletesData ? [say.notes.imagesToo(data)] : [],
  });
}

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
  texts: Texts['harborStep'],
): string {
  const { summary: say } = texts;
  if (changes.length === 0) return say.nothingThere(install);
  if (configured === 'none') return say.remains;
  const name = versionOf(installed === 'none' ? configured : installed, texts);
  return say.remove(name, `${settings.host}:${settings.port}`, String(settings.data), deletesData);
}
