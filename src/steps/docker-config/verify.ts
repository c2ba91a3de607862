import { isUnreadable, type Unreadable } from '../../facts/reading';
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
  const about = {
    id: 'docker_settings',
    title: "Settings of Docker's daemon",
    target: 'as configured, and read by Docker',
    how: 'observed: daemon.json, docker info, and the journal of this step',
  };
  const subject = subjectOf(situation);
  if ('code' in subject) return { ...about, measured: `not known: ${subject.message}`, result: 'unknown' };
  const differing = differences(subject.settings, wantedOf(situation, subject));
  if (differing.length > 0) {
    const keys = differing.map(({ setting }) => setting.key).join(', ');
    return { ...about, measured: `${differing.length} differ: ${keys}`, result: 'fail' };
  }
  const left = unsettled(situation.journal, subject.sha256);
  const unread = left !== undefined && left.invocation === situation.facts.unit.invocation;
  return {
    ...about,
    measured: unread ? 'written, but not read by Docker yet' : 'as configured',
    result: result(!unread),
  };
}

/** Whether Docker answers and no container is in trouble; what a container is meant to do is not known here. */
function healthCheck({ facts: { daemon, containers } }: DockerSituation): Check {
  const about = {
    id: 'docker_health',
    title: 'Docker and its containers',
    target: 'Docker answers, no container restarting, dead or unhealthy',
    how: 'observed: docker info, docker ps',
  };
  const unknown = ({ unreadable }: Unreadable): Check => ({
    ...about,
    measured: `not known: ${unreadable}`,
    result: 'unknown',
  });
  if (isUnreadable(daemon)) return unknown(daemon);
  if (isUnreadable(containers)) return unknown(containers);
  const ill = containers.filter(
    ({ state, status }) => state === 'restarting' || state === 'dead' || status.includes('(unhealthy)'),
  );
  const running = `Docker ${daemon.version}, ${daemon.running} running`;
  const named = ill.map(({ name, state }) => `${name} (${state})`).join(', ');
  return { ...about, measured: ill.length > 0 ? `${running}; ${named}` : running, result: result(ill.length === 0) };
}

/** What the newest restart has done to the pods of this node, as the host script has seen it. It informs. */
function podsCheck({ journal, config }: DockerSituation): readonly Check[] {
  const last = lastRestart(journal);
  if (last?.event !== 'done' || last.pods === undefined || config.kubernetes.cluster === 'none') return [];
  const { pods, time } = last;
  const about = {
    id: 'docker_pods',
    title: 'Pods after the restart of Docker',
    target: 'every pod of this node that was ready before',
    how: `observed: by the host script, before and after the restart of ${time.slice(0, 16).replace('T', ' ')}`,
    informational: true,
  } as const;
  if (pods.startsWith('not compared')) return [{ ...about, measured: pods, result: 'unknown' }];
  return [{ ...about, measured: pods, result: result(!pods.startsWith('not as before')) }];
}
