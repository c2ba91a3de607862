import { DAEMON_FILE } from '../../facts/daemon-file';
import type { Daemon, DockerFacts } from '../../facts/docker';
import { isUnreadable } from '../../facts/reading';
import type { PlanRefusal } from '../step';
import { type DockerSituation, type Subject, sumOf } from './facts';
import { lastReplaced } from './history';
import type { Difference } from './merge';
import { valueAt, type Wish } from './settings';

const refusal = (code: string, message: string, wayOut: string): PlanRefusal => ({ code, message, wayOut });

const SNAP = refusal(
  'snap',
  'Docker is installed as a snap, which has its own configuration.',
  'Edit /var/snap/docker/current/config/daemon.json by hand, then: snap restart docker',
);

const ROOTLESS = refusal(
  'rootless',
  'This Docker runs without root and has its configuration in the home of its user.',
  'Edit ~/.config/docker/daemon.json by hand, then: systemctl --user restart docker',
);

/** Where this step cannot work at all, whatever is to be done. */
export function placeRefusal({ insideContainer, usersOwn, unit, snap, file }: DockerFacts): PlanRefusal | undefined {
  if (insideContainer) {
    return refusal(
      'inside-container',
      'This runs inside a container, not on the host.',
      'Run it on the host itself, or reach the host over SSH (host: ssh://user@name).',
    );
  }
  if (usersOwn && !unit.active) return ROOTLESS;
  if (!unit.loaded) {
    return snap
      ? SNAP
      : refusal(
          'no-unit',
          'systemd has no docker.service here.',
          'Install Docker from its packages, or make this change by hand.',
        );
  }
  if (file.state === 'link') {
    return refusal(
      'daemon-json-link',
      `${DAEMON_FILE} is a link.`,
      `Put a file in its place (cp --remove-destination "$(readlink -f ${DAEMON_FILE})" ${DAEMON_FILE}), then run this again.`,
    );
  }
  if (file.state === 'unreadable') {
    return refusal(
      'unknown',
      `${DAEMON_FILE} cannot be read (${file.why}).`,
      `Docker's own packages make it readable for all: chmod 0644 ${DAEMON_FILE} and chmod 0755 /etc/docker, if no secret is in it; or run this as root.`,
    );
  }
  return undefined;
}

/** Docker as it runs and its file; or why they cannot be planned with. */
export function subjectOf(situation: DockerSituation): Subject | PlanRefusal {
  const { facts } = situation;
  const place = placeRefusal(facts);
  if (place) return place;
  const { daemon, file, flags, unit } = facts;
  if (!unit.active || isUnreadable(daemon)) return silentRefusal(situation);
  const other = otherFileRefusal(facts, daemon);
  if (other) return other;
  if (isUnreadable(flags)) return refusal('unknown', `${flags.unreadable}.`, flags.wayOut);
  if (file.state === 'broken') {
    return refusal(
      'daemon-json-broken',
      `${DAEMON_FILE} cannot be read: line ${file.line}: ${file.problem}${file.near ? ` (${file.near})` : ''}.`,
      `It is left as it is. Mend it by hand (sudo sed -n ${file.line}p ${DAEMON_FILE} shows the line), then run this again.`,
    );
  }
  return { daemon, settings: file.state === 'there' ? file.settings : {}, sha256: sumOf(facts) };
}

function silentRefusal({ facts, journal }: DockerSituation): PlanRefusal {
  const { daemon, unit } = facts;
  if (unit.active && isUnreadable(daemon)) return refusal('unknown', `${daemon.unreadable}.`, daemon.wayOut);
  return refusal(
    'docker-down',
    'Docker does not answer.',
    lastReplaced(journal, sumOf(facts))
      ? 'The last change of this step may be the cause; take it back: rollback docker-config. Otherwise see: journalctl -u docker.service -n 30'
      : 'See: systemctl status docker.service; journalctl -u docker.service -n 30. Start it, then run this again.',
  );
}

function otherFileRefusal({ flags }: DockerFacts, daemon: Daemon): PlanRefusal | undefined {
  const words = isUnreadable(flags) ? [] : flags;
  const at = words.findIndex((word) => word === '--config-file' || word.startsWith('--config-file='));
  const path = at < 0 ? DAEMON_FILE : (words[at]!.split('=')[1] ?? words[at + 1]);
  if (path !== DAEMON_FILE) {
    return refusal(
      'other-file',
      `Docker is started with another configuration file (${path}).`,
      'Start it without that flag (systemctl edit docker.service), or edit that file by hand.',
    );
  }
  if (daemon.rootless) return ROOTLESS;
  return daemon.rootFolder.startsWith('/var/snap/') ? SNAP : undefined;
}

/** What Docker would find out only when it starts, or not at all. */
export function clashRefusal(
  { daemon, settings }: Subject,
  { flags }: DockerFacts,
  wanted: readonly Wish[],
  changes: readonly Difference[],
): PlanRefusal | undefined {
  for (const { setting } of changes) {
    const unknown = unknownKeyRefusal(setting.key, daemon.version);
    if (unknown) return unknown;
  }
  for (const { setting } of changes) {
    const flag = isUnreadable(flags)
      ? undefined
      : flags.find((word) =>
          setting.flags.some((name) => word === name || (name.length === 2 && word.startsWith(name))),
        );
    if (flag !== undefined) {
      return refusal(
        'flag-clash',
        `${setting.key} is given to Docker as the flag ${flag} already, and Docker does not start when the file gives it too.`,
        `Take the flag out (systemctl cat docker.service shows where it comes from), or leave the setting as it is (docker_config.settings.${setting.key}: null).`,
      );
    }
  }
  const logs = changes.some(({ setting }) => setting.key.startsWith('log-'))
    ? logRefusal(daemon, settings, wanted)
    : undefined;
  return logs ?? swarmRefusal(daemon, settings, wanted, changes);
}

/** Docker takes both on a reload, and then does not start any more. */
function swarmRefusal(
  { swarm }: Daemon,
  settings: Subject['settings'],
  wanted: readonly Wish[],
  changes: readonly Difference[],
): PlanRefusal | undefined {
  const wish = wanted.find(({ setting }) => setting.key === 'live-restore')?.value;
  const will = wish ?? valueAt(settings, 'live-restore');
  if (changes.length === 0 || will !== true || swarm === 'inactive') return undefined;
  return refusal(
    'swarm',
    `Docker is in swarm mode (${swarm}), and would not start with live-restore: it says "--live-restore daemon configuration is incompatible with swarm mode".`,
    'Switch live-restore off (docker_config.settings.live-restore: false), or leave the swarm (docker swarm leave).',
  );
}

/** Docker passes over keys below `builder` that it does not know, so that they would be written for nothing. */
function unknownKeyRefusal(key: string, version: string): PlanRefusal | undefined {
  if (!key.startsWith('builder.gc.default')) return undefined;
  const isNew = Number.parseInt(version, 10) >= 28;
  if (key.endsWith('KeepStorage')) {
    return isNew
      ? refusal(
          'key-not-known',
          `Docker ${version} has another name for ${key}.`,
          'Use docker_config.settings.builder.gc.defaultReservedSpace.',
        )
      : undefined;
  }
  if (isNew) return undefined;
  return refusal(
    'key-not-known',
    `Docker ${version} does not know ${key}, and would pass over it in silence.`,
    'Use docker_config.settings.builder.gc.defaultKeepStorage, or a newer Docker.',
  );
}

/** The options of each log driver that this step may set, and those of every driver. */
const LOG_OPTIONS: Record<string, readonly string[]> = {
  'json-file': ['labels', 'labels-regex', 'env', 'env-regex', 'tag'],
  local: [],
};
const OPTIONS_OF_ALL = ['max-size', 'max-file', 'compress', 'mode', 'max-buffer-size'];
const LEAVE_LOGS =
  'leave the logs as they are (log-driver, log-opts.max-size and log-opts.max-file: null, below docker_config.settings)';

function logRefusal(daemon: Daemon, settings: Subject['settings'], wanted: readonly Wish[]): PlanRefusal | undefined {
  const wish = wanted.find(({ setting }) => setting.key === 'log-driver')?.value;
  const options = Object.keys((valueAt(settings, 'log-opts') as object | null | undefined) ?? {});
  const known = [...OPTIONS_OF_ALL, ...(LOG_OPTIONS[String(wish)] ?? [])];
  const foreign = wish === undefined ? undefined : options.find((option) => !known.includes(option));
  if (foreign !== undefined) {
    return refusal(
      'log-clash',
      `The log option ${foreign} in ${DAEMON_FILE} is for another log driver than ${wish}, and Docker would not start.`,
      `Take it out by hand, or ${LEAVE_LOGS}.`,
    );
  }
  const driver = wish ?? daemon.logDriver;
  if (driver === 'json-file' || driver === 'local') return undefined;
  return refusal(
    'log-clash',
    `Docker logs to ${driver}, which does not know max-size and max-file, and Docker would not start.`,
    `Either ${LEAVE_LOGS}, or set log-driver too.`,
  );
}

/** A runner that lives in a container of this Docker is stopped with it, in the middle of its job. */
export function restartRefusal({ runnersInContainers }: DockerFacts, containersGoOn: boolean): PlanRefusal | undefined {
  if (containersGoOn || runnersInContainers === 0) return undefined;
  return refusal(
    'runner-in-container',
    'A GitHub runner lives in a container of this Docker, and would end with it.',
    'Set docker_config.settings.live-restore to true, so that containers go on, or move the runner out of the container.',
  );
}
