import { DAEMON_FILE } from '../../facts/places';

const NOTHING = 'Nothing: it does not touch builds.';
const CACHE =
  'Much, if the cache is thrown away too early now; nothing otherwise. On a disk more than 80 % full BuildKit drops its cache all the time.';
const SINCE_28 = 'Docker 28 and newer.';
const LEAVE_LOGS =
  'leave the logs as they are (log-driver, log-opts.max-size and log-opts.max-file: null, below docker_config.settings)';

export const dockerConfig = {
  changes: {
    backup: (isFile: boolean, folder: string) => ({
      title: isFile ? `Keep the file as it is now in ${folder}` : `Remember that there is no ${DAEMON_FILE}`,
      command: isFile ? `cp -p ${DAEMON_FILE} ${folder}/…` : '(nothing to copy)',
      why: 'It is what is put back when Docker does not come back, or by rollback.',
      check: 'The copy has the same sha256.',
      undo: 'Not needed: it only adds a file.',
    }),
    replace: (isFile: boolean) => ({
      title: isFile ? `Set these values in ${DAEMON_FILE}; all else stays` : `Write ${DAEMON_FILE}`,
      command: `dockerd --validate --config-file …, then rename it to ${DAEMON_FILE}`,
      why: "Docker's daemon reads its settings from there.",
      check:
        'Docker accepts the new file before it takes the place of the old one, whole or not at all; then its sha256.',
      undo: 'The old file is put back; where there was none, the file is deleted.',
    }),
    restore: (wasFile: boolean, folder: string) => ({
      title: wasFile ? 'Put the file of before back' : `Delete ${DAEMON_FILE}: there was none`,
      command: wasFile ? `rename a copy from ${folder} to ${DAEMON_FILE}` : `rm ${DAEMON_FILE}`,
      why: 'So that Docker has the settings that it had before the last change.',
      check: 'The sha256 of the file is the one that was recorded.',
      undo: 'Run apply again.',
    }),
    liveRestore: {
      title: 'Switch live-restore on, by a reload',
      why: 'So that the restart that follows stops no container.',
      check: '`docker info` says that it is on.',
      undo: 'The old file is put back.',
    },
    reload: {
      title: 'Let Docker read its file again',
      why: 'These settings need no restart; no container is touched.',
      check: 'Docker tells of the reload, with the values that hold from then on.',
      undo: 'The old file is put back, and Docker reads that.',
    },
    restart: (running: number, goOn: boolean) => ({
      title: goOn
        ? `Restart Docker; its ${running} running container(s) go on (live-restore)`
        : `Restart Docker; its ${running} running container(s) stop and are started again`,
      why: 'Some of these settings are only read at the start of the daemon.',
      check: 'Docker answers, every container that ran runs again, and none of them is restarted anew.',
      undo: 'The old file is put back, and Docker restarted with it, by itself.',
    }),
    containers: (count: number, pods: number) => ({
      title: `After a restart that was cut short, ${count > 0 ? `start ${count} container(s) again that ran before it` : 'see how Docker came back'}${pods > 0 ? `, and see that its ${pods} pods are as before` : ''}`,
      why: 'Docker does not start those again by itself that have no restart policy for it; and the run that was cut short could not look at its pods any more.',
      check: 'They run, and none of them is restarted anew; pods are compared with what they were before that restart.',
      undo: 'Where pods do not come back, the old file is put back, and Docker restarted with it, by itself.',
    }),
    staysBack: 'No: the file of before is in place already. What does not come back is told.',
  },
  summary: {
    writes: (settings: number, restarts: boolean) =>
      `${DAEMON_FILE}: ${settings} setting(s) to write, then Docker is ${restarts ? 'restarted' : 'told to read it again'}.`,
    done: `All settings are in ${DAEMON_FILE}, and Docker has read them.`,
    cutShort: 'An earlier run was cut short: finish that.',
    deletes: (effect: 'reload' | 'restart') =>
      `There was no ${DAEMON_FILE} before the last change: delete it, and ${effect} Docker.`,
    back: (effect: 'reload' | 'restart') =>
      `${DAEMON_FILE}: back to what it was before the last change, and ${effect} Docker.`,
    notOurs: `${DAEMON_FILE} is not as this step has left it, or it has never changed it: there is nothing to take back.`,
    backUnread: `${DAEMON_FILE} is back, but Docker has not read it yet: finish that.`,
    backUnseen: `${DAEMON_FILE} is back and Docker was restarted with it, but nobody has looked how it came back: finish that.`,
  },
  notes: {
    otherDriver: (driver: string) =>
      `storage-driver is left out: Docker uses ${driver}, and with another driver all images and containers would be hidden.`,
    wouldGoOn: 'With docker_config.settings.live-restore: true the containers would go on during the restart.',
    kubernetes: 'Kubernetes runs its pods in this Docker: they are restarted too.',
    pods: (seconds: number) =>
      `Where root can see the cluster, the pods of this node have to be as before within ${seconds} s of the restart; otherwise the old file is put back.`,
  },
  refusals: {
    snap: {
      message: 'Docker is installed as a snap, which has its own configuration.',
      wayOut: 'Edit /var/snap/docker/current/config/daemon.json by hand, then: snap restart docker',
    },
    rootless: {
      message: 'This Docker runs without root and has its configuration in the home of its user.',
      wayOut: 'Edit ~/.config/docker/daemon.json by hand, then: systemctl --user restart docker',
    },
    insideContainer: {
      message: 'This runs inside a container, not on the host.',
      wayOut: 'Run it on the host itself, or reach the host over SSH (host: ssh://user@name).',
    },
    noUnit: {
      message: 'systemd has no docker.service here.',
      wayOut: 'Install Docker from its packages, or make this change by hand.',
    },
    link: {
      message: `${DAEMON_FILE} is a link.`,
      wayOut: `Put a file in its place (cp --remove-destination "$(readlink -f ${DAEMON_FILE})" ${DAEMON_FILE}), then run this again.`,
    },
    unreadable: (why: string) => ({
      message: `${DAEMON_FILE} cannot be read (${why}).`,
      wayOut: `Docker's own packages make it readable for all: chmod 0644 ${DAEMON_FILE} and chmod 0755 /etc/docker, if no secret is in it; or run this as root.`,
    }),
    broken: (line: number, problem: string, near: string) => ({
      message: `${DAEMON_FILE} cannot be read: line ${line}: ${problem}${near ? ` (${near})` : ''}.`,
      wayOut: `It is left as it is. Mend it by hand (sudo sed -n ${line}p ${DAEMON_FILE} shows the line), then run this again.`,
    }),
    down: (changedByUs: boolean) => ({
      message: 'Docker does not answer.',
      wayOut: changedByUs
        ? 'The last change of this step may be the cause; take it back: rollback docker-config. Otherwise see: journalctl -u docker.service -n 30'
        : 'See: systemctl status docker.service; journalctl -u docker.service -n 30. Start it, then run this again.',
    }),
    otherFile: (path: string | undefined) => ({
      message: `Docker is started with another configuration file (${path}).`,
      wayOut: 'Start it without that flag (systemctl edit docker.service), or edit that file by hand.',
    }),
    flag: (key: string, flag: string) => ({
      message: `${key} is given to Docker as the flag ${flag} already, and Docker does not start when the file gives it too.`,
      wayOut: `Take the flag out (systemctl cat docker.service shows where it comes from), or leave the setting as it is (docker_config.settings.${key}: null).`,
    }),
    swarm: (state: string) => ({
      message: `Docker is in swarm mode (${state}), and would not start with live-restore: it says "--live-restore daemon configuration is incompatible with swarm mode".`,
      wayOut:
        'Switch live-restore off (docker_config.settings.live-restore: false), or leave the swarm (docker swarm leave).',
    }),
    renamedKey: (version: string, key: string) => ({
      message: `Docker ${version} has another name for ${key}.`,
      wayOut: 'Use docker_config.settings.builder.gc.defaultReservedSpace.',
    }),
    unknownKey: (version: string, key: string) => ({
      message: `Docker ${version} does not know ${key}, and would pass over it in silence.`,
      wayOut: 'Use docker_config.settings.builder.gc.defaultKeepStorage, or a newer Docker.',
    }),
    logOption: (option: string, driver: string) => ({
      message: `The log option ${option} in ${DAEMON_FILE} is for another log driver than ${driver}, and Docker would not start.`,
      wayOut: `Take it out by hand, or ${LEAVE_LOGS}.`,
    }),
    logDriver: (driver: string) => ({
      message: `Docker logs to ${driver}, which does not know max-size and max-file, and Docker would not start.`,
      wayOut: `Either ${LEAVE_LOGS}, or set log-driver too.`,
    }),
    runner: {
      message: 'A GitHub runner lives in a container of this Docker, and would end with it.',
      wayOut:
        'Set docker_config.settings.live-restore to true, so that containers go on, or move the runner out of the container.',
    },
  },
  /** Of each setting, why it is there, and what it can and cannot do for builds. */
  settings: {
    'storage-driver': {
      why: 'Keeps the driver that is in use, also over updates. Written only where it is overlay2 already: another one would hide all images and containers.',
      builds: 'Nothing: it is the driver in use.',
    },
    'log-driver': { why: 'The limits below are for this driver.', builds: NOTHING },
    'log-opts.max-size': {
      why: 'A container that writes much log fills the disk otherwise. Holds for containers that are created from then on.',
      builds: 'Nothing directly: it keeps space free on the disk.',
    },
    'log-opts.max-file': { why: 'How many files of that size are kept of each container.', builds: NOTHING },
    'max-concurrent-downloads': {
      why: 'Layers pulled at a time.',
      builds: 'Nothing at 3, which is what Docker does by itself.',
    },
    'max-concurrent-uploads': {
      why: 'Layers pushed at a time: fewer seeks on a hard disk.',
      builds: 'Nothing for the build; a push may be faster or slower. Measure it.',
    },
    'live-restore': {
      why: 'Containers go on while the daemon restarts. Not with swarm mode.',
      builds: 'Nothing: a build that runs ends with the daemon all the same.',
    },
    'builder.gc.enabled': { why: 'Whether BuildKit limits its cache by itself.', builds: CACHE },
    'builder.gc.defaultKeepStorage': {
      why: 'Size that the build cache may have. The old name, for Docker before 28.',
      builds: CACHE,
    },
    'builder.gc.defaultReservedSpace': {
      why: `Size up to which the build cache is always kept. ${SINCE_28}`,
      builds: CACHE,
    },
    'builder.gc.defaultMaxUsedSpace': {
      why: `Size that the build cache never exceeds. ${SINCE_28}`,
      builds: CACHE,
    },
    'builder.gc.defaultMinFreeSpace': {
      why: `Space on the disk that the build cache leaves free. ${SINCE_28}`,
      builds: CACHE,
    },
  },
  table: {
    title: "Settings of Docker's daemon",
    columns: ['setting', 'wanted', 'in the file', 'why', 'for builds'],
    note: 'They keep logs from filling the disk. They do not make builds faster by themselves: measure.',
  },
  check: {
    settings: {
      title: "Settings of Docker's daemon",
      target: 'as configured, and read by Docker',
      how: 'observed: daemon.json, docker info, and the journal of this step',
    },
    differ: (keys: readonly string[]) => `${keys.length} differ: ${keys.join(', ')}`,
    unread: 'written, but not read by Docker yet',
    asConfigured: 'as configured',
    health: {
      title: 'Docker and its containers',
      target: 'Docker answers, no container restarting, dead or unhealthy',
      how: 'observed: docker info, docker ps',
    },
    running: (version: string, containers: number) => `Docker ${version}, ${containers} running`,
    pods: {
      title: 'Pods after the restart of Docker',
      target: 'every pod of this node that was ready before',
    },
    podsHow: (time: string) =>
      `observed: by the host script, before and after the restart of ${time.slice(0, 16).replace('T', ' ')}`,
  },
};
