import { isUnreadable, type Unreadable } from '../../facts/reading';
import { textsOf } from '../../texts';
import type { Check } from '../step';
import type { DockerSituation } from './facts';
import { lastRestart, unsettled } from './history';
import { differences } from './merge';
import { wantedOf } from './plan';
import { subjectOf } from './refusals';

const result = (pass: boolean) => (pass ? 'pass' : 'fail') as Check['result'];

export const verify = (situation: DockerSituation): readonly Check[] => [
  settingsCheck(situation),
  healthCheck(situation),
  ...podsCheck(situation),
];

/** Whether the settings stand in the file, and Docker has read them since. */
function settingsCheck(situation: DockerSituation): Check {
  const { checks, dockerConfig } = textsOf(situation.config);
  const say = dockerConfig.check;
  const about = { id: 'docker_settings', ...say.settings };
  const subject = subjectOf(situation);
  if ('code' in subject) return { ...about, measured: checks.notKnown(subject.message), result: 'unknown' };
  const differing = differences(subject.settings, wantedOf(situation, subject));
  if (differing.length > 0) {
    return { ...about, measured: say.differ(differing.map(({ setting }) => setting.key)), result: 'fail' };
  }
  const left = unsettled(situation.journal, subject.sha256);
  const unread = left !== undefined && left.invocation === situation.facts.unit.invocation;
  return {
    ...about,
    measured: unread ? say.unread : say.asConfigured,
    result: result(!unread),
  };
}

/** Whether Docker answers and no container is in trouble; what a container is meant to do is not known here. */
function healthCheck({ facts: { daemon, containers }, config }: DockerSituation): Check {
  const { checks, dockerConfig } = textsOf(config);
  const say = dockerConfig.check;
  const about = { id: 'docker_health', ...say.health };
  const unknown = ({ unreadable }: Unreadable): Check => ({
    ...about,
    measured: checks.notKnown(unreadable),
    result: 'unknown',
  });
  if (isUnreadable(daemon)) return unknown(daemon);
  if (isUnreadable(containers)) return unknown(containers);
  const ill = containers.filter(
    ({ state, status }) => state === 'restarting' || state === 'dead' || status.includes('(unhealthy)'),
  );
  const running = say.running(daemon.version, daemon.running);
  const named = ill.map(({ name, state }) => `${name} (${state})`).join(', ');
  return { ...about, measured: ill.length > 0 ? `${running}; ${named}` : running, result: result(ill.length === 0) };
}

/** What the newest restart has done to the pods of this node, as the host script has seen it. It informs. */
function podsCheck({ journal, config }: DockerSituation): readonly Check[] {
  const last = lastRestart(journal);
  if (last?.event !== 'done' || last.pods === undefined || config.kubernetes.cluster === 'none') return [];
  const { pods, time } = last;
  const say = textsOf(config).dockerConfig.check;
  const about = {
    id: 'docker_pods',
    ...say.pods,
    how: say.podsHow(time),
    informational: true,
  } as const;
  if (pods.startsWith('not compared')) return [{ ...about, measured: pods, result: 'unknown' }];
  return [{ ...about, measured: pods, result: result(!pods.startsWith('not as before')) }];
}
