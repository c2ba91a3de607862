import type { Config } from '../../config/schema';
import type { DockerFacts } from '../../facts/docker';
import { DAEMON_FILE } from '../../facts/places';
import { type Texts, textsOf } from '../../texts';
import { finished, refused } from '../plan';
import type { Change, Plan } from '../step';
import { STEP } from './about';
import { changesIn } from './changes';
import type { DockerSituation, Subject } from './facts';
import { diedRestarting, leftBehind, unsettled } from './history';
import { type Difference, differences, diffLines, inOneLine } from './merge';
import { clashRefusal, restartRefusal, subjectOf } from './refusals';
import { type Effect, type Wish, wishes } from './settings';

/** From the settings that are there to the configured ones; everything else in the file stays. */
export function plan(situation: DockerSituation): Plan {
  const subject = subjectOf(situation);
  if ('code' in subject) return refused(STEP, 'apply', subject);
  const { machine, facts, config } = situation;
  const say = textsOf(config).dockerConfig;
  const change = changesIn(say);
  const wanted = wantedOf(situation, subject);
  const differing = differences(subject.settings, wanted);
  const clash = clashRefusal(subject, facts, wanted, differing, say.refusals);
  if (clash) return refused(STEP, 'apply', clash);

  const changes =
    differing.length > 0
      ? [
          change.backup(subject.sha256),
          change.replace(subject.sha256),
          ...effectChanges(situation, subject, wanted, effectOf(facts, subject, differing)),
        ]
      : restChanges(situation, subject, wanted);
  const restarts = changes.some(({ id }) => id === 'restart');
  const stop = restarts ? restartRefusal(facts, goesOn(subject, changes), say.refusals) : undefined;
  if (stop) return refused(STEP, 'apply', stop);
  return finished({
    step: STEP,
    intent: 'apply',
    summary: summaryOf(differing, changes, say.summary),
    basis: { machine_id: machine.id, file_sha256: subject.sha256, settings: inOneLine(differing) },
    changes,
    target: `${inOneLine(wanted.map(({ setting, value }) => ({ setting, to: value })))} in ${DAEMON_FILE}`.trim(),
    notes: [
      ...notesOf(situation, subject, differing, changes, say.notes),
      ...(restarts ? podNotes(config, say.notes) : []),
    ],
  });
}

/** What is to stand in the file: the driver only where it is the one in use. */
export const wantedOf = ({ config }: DockerSituation, { daemon }: Subject): readonly Wish[] =>
  wishes(config).filter(({ setting }) => setting.key !== 'storage-driver' || daemon.storageDriver === 'overlay2');

/** Restart only where a setting needs it that is not in effect already. */
function effectOf({ unit }: DockerFacts, { daemon }: Subject, differing: readonly Difference[]): Effect {
  if (!unit.canReload) return 'restart';
  const needsRestart = differing.some(
    ({ setting, to }) =>
      setting.effect === 'restart' &&
      !(setting.key === 'storage-driver' || (setting.key === 'log-driver' && to === daemon.logDriver)),
  );
  return needsRestart ? 'restart' : 'reload';
}

function effectChanges(
  { facts: { unit }, config }: DockerSituation,
  { daemon }: Subject,
  wanted: readonly Wish[],
  effect: Effect,
): readonly Change[] {
  const change = changesIn(textsOf(config).dockerConfig);
  if (effect === 'reload') return [change.reload()];
  const switchOn =
    !daemon.liveRestore &&
    unit.canReload &&
    wanted.some(({ setting, value }) => setting.key === 'live-restore' && value === true);
  return [...(switchOn ? [change.liveRestore()] : []), change.restart(daemon.running, switchOn || daemon.liveRestore)];
}

/** What a run that was cut short has left: a file that Docker has not read yet, or containers and pods to look after. */
function restChanges(situation: DockerSituation, subject: Subject, wanted: readonly Wish[]): readonly Change[] {
  const { facts, journal, config } = situation;
  const last = unsettled(journal, subject.sha256);
  if (!last) return [];
  if (last.invocation === facts.unit.invocation) {
    return effectChanges(situation, subject, wanted, last.how ?? 'restart');
  }
  if (!diedRestarting(last)) return [];
  const { stopped, pods } = leftBehind(last, situation);
  return stopped + pods > 0 ? [changesIn(textsOf(config).dockerConfig).containers(stopped, pods)] : [];
}

const goesOn = ({ daemon }: Subject, changes: readonly Change[]) =>
  daemon.liveRestore || changes.some(({ id }) => id === 'live-restore');

function summaryOf(
  differing: readonly Difference[],
  changes: readonly Change[],
  say: Texts['dockerConfig']['summary'],
): string {
  if (differing.length > 0) return say.writes(differing.length, changes.at(-1)!.id === 'restart');
  return changes.length === 0 ? say.done : say.cutShort;
}

function notesOf(
  { facts, config }: DockerSituation,
  subject: Subject,
  differing: readonly Difference[],
  changes: readonly Change[],
  say: Texts['dockerConfig']['notes'],
): readonly string[] {
  const { daemon } = subject;
  const storageDriver = config.docker_config.settings['storage-driver'];
  const restarts = changes.some(({ id }) => id === 'restart');
  return [
    ...diffLines(differing),
    ...(storageDriver !== null && daemon.storageDriver !== 'overlay2' ? [say.otherDriver(daemon.storageDriver)] : []),
    ...(restarts && !goesOn(subject, changes) && daemon.running > 0 ? [say.wouldGoOn] : []),
    ...(restarts && facts.kubernetesOnDocker ? [say.kubernetes] : []),
  ];
}

/** Which kubeconfig root would use is only seen as root, by the script, which says what it has found. */
const podNotes = ({ kubernetes, docker_config }: Config, say: Texts['dockerConfig']['notes']): readonly string[] =>
  kubernetes.cluster === 'none' ? [] : [say.pods(docker_config.pod_patience_seconds)];
