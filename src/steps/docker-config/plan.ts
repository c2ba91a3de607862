import type { Config } from '../../config/schema';
import { DAEMON_FILE } from '../../facts/daemon-file';
import type { DockerFacts } from '../../facts/docker';
import { isUnreadable } from '../../facts/reading';
import { finished, refused } from '../plan';
import type { Change, Plan } from '../step';
import { STEP } from './about';
import { change } from './changes';
import type { DockerSituation, Subject } from './facts';
import { unsettled } from './history';
import { type Difference, differences, diffLines, inOneLine } from './merge';
import { clashRefusal, restartRefusal, subjectOf } from './refusals';
import { type Effect, type Wish, wishes } from './settings';

/** From the settings that are there to the configured ones; everything else in the file stays. */
export function plan(situation: DockerSituation): Plan {
  const subject = subjectOf(situation);
  if ('code' in subject) return refused(STEP, 'apply', subject);
  const { machine, facts, config } = situation;
  const wanted = wantedOf(situation, subject);
  const differing = differences(subject.settings, wanted);
  const clash = clashRefusal(subject, facts, wanted, differing);
  if (clash) return refused(STEP, 'apply', clash);

  const changes =
    differing.length > 0
      ? [
          change.backup(subject.sha256),
          change.replace(subject.sha256),
          ...effectChanges(facts, subject, wanted, effectOf(facts, subject, differing)),
        ]
      : restChanges(situation, subject, wanted);
  const restarts = changes.some(({ id }) => id === 'restart');
  const stop = restarts ? restartRefusal(facts, goesOn(subject, changes)) : undefined;
  if (stop) return refused(STEP, 'apply', stop);
  return finished({
    step: STEP,
    intent: 'apply',
    summary: summaryOf(differing, changes),
    basis: { machine_id: machine.id, file_sha256: subject.sha256, settings: inOneLine(differing) },
    changes,
    target: `${inOneLine(wanted.map(({ setting, value }) => ({ setting, to: value })))} in ${DAEMON_FILE}`.trim(),
    notes: [
      ...notesOf(facts, subject, differing, changes, config.docker_config.settings['storage-driver']),
      ...(restarts ? podNotes(config) : []),
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
  { unit }: DockerFacts,
  { daemon }: Subject,
  wanted: readonly Wish[],
  effect: Effect,
): readonly Change[] {
  if (effect === 'reload') return [change.reload()];
  const switchOn =
    !daemon.liveRestore &&
    unit.canReload &&
    wanted.some(({ setting, value }) => setting.key === 'live-restore' && value === true);
  return [
    ...(switchOn ? [change['live-restore']()] : []),
    change.restart(daemon.running, switchOn || daemon.liveRestore),
  ];
}

/** What a run that was cut short has left: a file that Docker has not read yet, or containers and pods to look after. */
function restChanges(
  { facts, journal, machine }: DockerSituation,
  subject: Subject,
  wanted: readonly Wish[],
): readonly Change[] {
  const last = unsettled(journal, subject.sha256);
  if (!last) return [];
  if (last.invocation === facts.unit.invocation) return effectChanges(facts, subject, wanted, last.how ?? 'restart');
  const interrupted = last.event === 'intent' && last.change === 'restart' && last.boot === machine.bootId;
  if (!interrupted || isUnreadable(facts.containers)) return [];
  const stopped = facts.containers.filter(
    ({ id, state }) => last.containers?.includes(id) && !['running', 'paused', 'restarting'].includes(state),
  );
  const pods = Number(last.pods_before ?? 0);
  return stopped.length + pods > 0 ? [change.containers(stopped.length, pods)] : [];
}

const goesOn = ({ daemon }: Subject, changes: readonly Change[]) =>
  daemon.liveRestore || changes.some(({ id }) => id === 'live-restore');

function summaryOf(differing: readonly Difference[], changes: readonly Change[]): string {
  if (differing.length > 0) {
    return `${DAEMON_FILE}: ${differing.length} setting(s) to write, then Docker is ${changes.at(-1)!.id === 'restart' ? 'restarted' : 'told to read it again'}.`;
  }
  if (changes.length === 0) return `All settings are in ${DAEMON_FILE}, and Docker has read them.`;
  return 'An earlier run was cut short: finish that.';
}

function notesOf(
  facts: DockerFacts,
  subject: Subject,
  differing: readonly Difference[],
  changes: readonly Change[],
  storageDriver: string | null,
): readonly string[] {
  const { daemon } = subject;
  const restarts = changes.some(({ id }) => id === 'restart');
  return [
    ...diffLines(differing),
    ...(storageDriver !== null && daemon.storageDriver !== 'overlay2'
      ? [
          `storage-driver is left out: Docker uses ${daemon.storageDriver}, and with another driver all images and containers would be hidden.`,
        ]
      : []),
    ...(restarts && !goesOn(subject, changes) && daemon.running > 0
      ? ['With docker_config.settings.live-restore: true the containers would go on during the restart.']
      : []),
    ...(restarts && facts.kubernetesOnDocker
      ? ['Kubernetes runs its pods in this Docker: they are restarted too.']
      : []),
  ];
}

/** Which kubeconfig root would use is only seen as root, by the script, which says what it has found. */
const podNotes = ({ kubernetes, docker_config }: Config): readonly string[] =>
  kubernetes.cluster === 'none'
    ? []
    : [
        `Where root can see the cluster, the pods of this node have to be as before within ${docker_config.pod_patience_seconds} s of the restart; otherwise the old file is put back.`,
      ];
