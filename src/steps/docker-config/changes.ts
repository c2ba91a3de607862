import type { Texts } from '../../texts';
import type { Change } from '../step';

const KEPT = '/var/lib/edge-phase1/docker-config';

/** The changes that this step knows, in the words of the host script. Where there is no file its sha256 is `none`. */
export const changesIn = ({ changes: say }: Texts['dockerConfig']) => ({
  backup: (sha256: string): Change => ({ id: 'backup', ...say.backup(sha256 !== 'none', KEPT) }),
  replace: (sha256: string): Change => ({ id: 'replace', ...say.replace(sha256 !== 'none') }),
  restore: (sha256: string): Change => ({ id: 'restore', ...say.restore(sha256 !== 'none', KEPT) }),
  liveRestore: (): Change => ({
    id: 'live-restore',
    command: 'systemctl reload docker.service',
    ...say.liveRestore,
  }),
  reload: (): Change => ({ id: 'reload', command: 'systemctl reload docker.service', ...say.reload }),
  restart: (running: number, goOn: boolean): Change => ({
    id: 'restart',
    command: 'systemctl restart docker.service',
    ...say.restart(running, goOn),
  }),
  containers: (count: number, pods: number): Change => ({
    id: 'containers',
    command: 'docker start …',
    ...say.containers(count, pods),
    continuation: true,
  }),
});
