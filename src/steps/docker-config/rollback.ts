import { DAEMON_FILE } from '../../facts/places';
import { isUnreadable } from '../../facts/reading';
import { textsOf } from '../../texts';
import { finished, refused } from '../plan';
import type { Change, Plan } from '../step';
import { STEP } from './about';
import { changesIn } from './changes';
import { type DockerSituation, sumOf } from './facts';
import { type DockerEntry, diedRestarting, lastReplaced, leftBehind, unsettled } from './history';
import { placeRefusal, restartRefusal } from './refusals';
import type { Effect } from './settings';

/**
 * Puts the file back as it was before the last change, also when there was none. Only what this step has written is taken
 * back: a file that somebody has changed since stays. Works without a Docker that answers.
 */
export function rollback(situation: DockerSituation): Plan {
  const { facts, journal, config } = situation;
  const say = textsOf(config).dockerConfig;
  const change = changesIn(say);
  const place = placeRefusal(facts, say.refusals);
  if (place) return refused(STEP, 'rollback', place);
  const sha256 = sumOf(facts);
  const newest = unsettled(journal, sha256);
  const cut = newest?.mode === 'rollback' ? newest : undefined;
  const rest = cut && restOf(situation, cut);
  if (rest) return done(situation, rest.summary, sha256, [rest.change]);
  const last = lastReplaced(journal, sha256);
  if (last?.from_sha256 === undefined) return done(situation, say.summary.notOurs, cut ? sha256 : '', []);

  const effect = effectOf(facts.unit.active, last.settings ?? '', last.how);
  const stop = effect === 'restart' ? restartRefusal(facts, liveRestore(situation), say.refusals) : undefined;
  if (stop) return refused(STEP, 'rollback', stop);
  const old = last.from_sha256;
  const summary = old === 'none' ? say.summary.deletes(effect) : say.summary.back(effect);
  return done(situation, summary, old, [change.backup(sha256), change.restore(old), effectChange(situation, effect)]);
}

/** Docker keeps live-restore on when the key is gone and it only reads its file again. */
const effectOf = (active: boolean, settings: string, how: Effect = 'restart'): Effect =>
  active && !` ${settings}`.includes(' live-restore=') ? how : 'restart';

/** What a rollback has left to do that was cut short after it had put the file back: before an older change is taken back. */
function restOf(situation: DockerSituation, cut: DockerEntry) {
  const say = textsOf(situation.config).dockerConfig;
  if (cut.invocation === situation.facts.unit.invocation) {
    return { summary: say.summary.backUnread, change: effectChange(situation, cut.how ?? 'restart') };
  }
  if (!diedRestarting(cut)) return undefined;
  const { stopped, pods } = leftBehind(cut, situation);
  const change = { ...changesIn(say).containers(stopped, pods), undo: say.changes.staysBack };
  return { summary: say.summary.backUnseen, change };
}

function effectChange(situation: DockerSituation, effect: Effect): Change {
  const { daemon } = situation.facts;
  const change = changesIn(textsOf(situation.config).dockerConfig);
  if (effect === 'reload') return change.reload();
  return change.restart(isUnreadable(daemon) ? 0 : daemon.running, liveRestore(situation));
}

const liveRestore = ({ facts: { daemon } }: DockerSituation) => !isUnreadable(daemon) && daemon.liveRestore;

function done(situation: DockerSituation, summary: string, old: string, changes: readonly Change[]): Plan {
  const { machine, facts } = situation;
  const basis = { machine_id: machine.id, file_sha256: sumOf(facts), old_sha256: old };
  return finished({ step: STEP, intent: 'rollback', summary, basis, changes, target: `${old} in ${DAEMON_FILE}` });
}
