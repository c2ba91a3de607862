import { DAEMON_FILE } from '../../facts/daemon-file';
import type { Change } from '../step';

const KEPT = '/var/lib/edge-phase1/docker-config';

/** The changes that this step knows, in the words of the host script. */
export const change = {
  backup: (sha256: string): Change => ({
    id: 'backup',
    title: sha256 === 'none' ? `Remember that there is no ${DAEMON_FILE}` : `Keep the file as it is now in ${KEPT}`,
    command: sha256 === 'none' ? '(nothing to copy)' : `cp -p ${DAEMON_FILE} ${KEPT}/…`,
    why: 'It is what is put back when Docker does not come back, or by rollback.',
    check: 'The copy has the same sha256.',
    undo: 'Not needed: it only adds a file.',
  }),
  replace: (sha256: string): Change => ({
    id: 'replace',
    title: sha256 === 'none' ? `Write ${DAEMON_FILE}` : `Set these values in ${DAEMON_FILE}; all else stays`,
    command: `dockerd --validate --config-file …, then rename it to ${DAEMON_FILE}`,
    why: "Docker's daemon reads its settings from there.",
    check:
      'Docker accepts the new file before it takes the place of the old one, whole or not at all; then its sha256.',
    undo: 'The old file is put back; where there was none, the file is deleted.',
  }),
  restore: (sha256: string): Change => ({
    id: 'restore',
    title: sha256 === 'none' ? `Delete ${DAEMON_FILE}: there was none` : 'Put the file of before back',
    command: sha256 === 'none' ? `rm ${DAEMON_FILE}` : `rename a copy from ${KEPT} to ${DAEMON_FILE}`,
    why: 'So that Docker has the settings that it had before the last change.',
    check: 'The sha256 of the file is the one that was recorded.',
    undo: 'Run apply again.',
  }),
  'live-restore': (): Change => ({
    id: 'live-restore',
    title: 'Switch live-restore on, by a reload',
    command: 'systemctl reload docker.service',
    why: 'So that the restart that follows stops no container.',
    check: '`docker info` says that it is on.',
    undo: 'The old file is put back.',
  }),
  reload: (): Change => ({
    id: 'reload',
    title: 'Let Docker read its file again',
    command: 'systemctl reload docker.service',
    why: 'These settings need no restart; no container is touched.',
    check: 'Docker tells of the reload, with the values that hold from then on.',
    undo: 'The old file is put back, and Docker reads that.',
  }),
  restart: (running: number, goOn: boolean): Change => ({
    id: 'restart',
    title: goOn
      ? `Restart Docker; its ${running} running container(s) go on (live-restore)`
      : `Restart Docker; its ${running} running container(s) stop and are started again`,
    command: 'systemctl restart docker.service',
    why: 'Some of these settings are only read at the start of the daemon.',
    check: 'Docker answers, every container that ran runs again, and none of them is restarted anew.',
    undo: 'The old file is put back, and Docker restarted with it, by itself.',
  }),
  containers: (count: number, pods: number): Change => ({
    id: 'containers',
    title: `After a restart that was cut short, start ${count} container(s) again that ran before it${pods > 0 ? `, and see that its ${pods} pods are as before` : ''}`,
    command: 'docker start …',
    why: 'Docker does not start those again by itself that have no restart policy for it; and the run that was cut short could not look at its pods any more.',
    check: 'They run, and none of them is restarted anew; pods are compared with what they were before that restart.',
    undo: 'Where pods do not come back, the old file is put back, and Docker restarted with it, by itself.',
    continuation: true,
  }),
};
