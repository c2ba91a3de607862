import type { Config } from '../../config/schema';
import type { Change } from '../step';
import { SECRETS } from './about';
import type { Wanted } from './wanted';

type Wish = Config['harbor'];

const nameOf = ({ registry }: Wish, { version }: Wanted) =>
  registry === 'harbor' ? `Harbor ${version}` : 'the registry';

/** The changes that this step knows, in the words of the host script. */
export const change = {
  fetch: (wish: Wish, wanted: Wanted): Change => ({
    id: 'fetch',
    title: `Fetch ${nameOf(wish, wanted)} from ${sourceOf(wish)}`,
    command: wish.registry === 'harbor' ? 'curl --continue-at -, sha256sum, tar' : 'docker pull, or docker load',
    why: 'It is not on the server yet.',
    check: 'The file has the SHA-256 that was given, before anything in it is looked at.',
    undo: 'What was fetched so far stays, and is gone on with the next time.',
  }),
  configure: (wish: Wish, wanted: Wanted): Change => ({
    id: 'configure',
    title: `Write the configuration for ${wish.scheme}://${wanted.address}, with its data in ${wanted.data}`,
    command: wish.registry === 'harbor' ? `${wish.install}/${wanted.version}/harbor/harbor.yml` : `${wish.install}/…`,
    why: 'The registry reads its settings from there.',
    check: 'The file is there whole, and only root can read it: passwords stand in it.',
    undo: 'The configuration of before is put back.',
  }),
  install: (wish: Wish, wanted: Wanted, from: string): Change => ({
    id: 'install',
    title:
      from === ''
        ? `Install ${nameOf(wish, wanted)}`
        : `Go over to ${nameOf(wish, wanted)} as configured, from ${from}`,
    command: wish.registry === 'harbor' ? 'docker load, prepare, docker compose up -d' : 'docker run -d',
    why:
      from === ''
        ? 'It is not there yet.'
        : 'Version or settings differ. It does not answer for some minutes meanwhile.',
    check: 'Every service was created and started.',
    undo:
      from === ''
        ? 'What was started is stopped and removed.'
        : 'A copy of the database is made first; what ran before is started again.',
  }),
  start: (services: number): Change => ({
    id: 'start',
    title: services > 0 ? `Bring all ${services} services up` : 'Bring all services up',
    command: 'docker compose up -d, again where one did not start',
    why: 'After a restart Harbor often stays half up: its services need one another to start.',
    check: 'Every service runs and every component says that it is healthy.',
    undo: 'Not needed: nothing is taken away.',
  }),
  prove: ({ address }: Wanted): Change => ({
    id: 'prove',
    title: `Push a small image to ${address}, remove it, and pull it again`,
    command: 'docker push, docker image rm, docker pull',
    why: 'Components that say that they are healthy are no proof that images come and go.',
    check: 'The digest that was pulled is the one that was pushed; a push without a login is refused.',
    undo: 'The image is removed again.',
  }),
  use: (wish: Wish): Change => ({
    id: 'use',
    title: `Set up project ${wish.project} and the account ${wish.robot} for CI${keepsOf(wish)}`,
    command: wish.registry === 'harbor' ? 'the API of Harbor, on the server itself' : `${wish.install}/…`,
    why: 'CI gets an account that may push and pull there, and nothing else.',
    check: 'Asked again, the registry tells of each as it was set.',
    undo: `Not undone by itself; run it again. The account's secret is in ${SECRETS}, for root only.`,
  }),
  trust: ({ scheme }: Wish, { address, trust }: Wanted): Change => ({
    id: 'trust',
    title: `Let ${trust.replace(',', ' and ').replace('docker', 'Docker').replace('k3s', 'K3s')} on this server use ${address}`,
    command:
      scheme === 'http'
        ? 'insecure-registries in daemon.json, a reload; registries.yaml of K3s'
        : 'the CA below /etc/docker/certs.d; registries.yaml of K3s',
    why:
      scheme === 'http'
        ? 'Both refuse a registry without TLS otherwise.'
        : 'Both refuse a certificate that they do not know.',
    check: 'Docker tells of it. K3s reads its file when it starts the next time.',
    undo: 'With rollback.',
  }),
  stop: (): Change => ({
    id: 'stop',
    title: 'Stop the registry',
    command: 'docker compose down',
    why: 'So that nothing writes to its data any more.',
    check: 'None of its containers is there.',
    undo: 'Run apply again.',
  }),
  remove: ({ install }: Wish, data: string, deletesData: boolean): Change => ({
    id: 'remove',
    title: deletesData
      ? `Remove what was installed, and delete all images in ${data}`
      : `Remove what was installed; ${data} stays`,
    command: `rm -r ${install}${deletesData ? ` ${data}` : ''}`,
    why: deletesData ? 'The configuration names the data folder to delete (harbor.remove_data).' : 'It is taken back.',
    check: 'The folder is gone.',
    undo: deletesData ? 'The images cannot be brought back.' : 'Run apply again: it takes up the data that stayed.',
    ...(deletesData && { takes: data }),
  }),
  untrust: (): Change => ({
    id: 'untrust',
    title: 'Take the registry out of the settings of Docker and K3s again',
    command: 'daemon.json, a reload; registries.yaml of K3s',
    why: 'Nothing answers at its address any more.',
    check: 'Both files are without it; what others have written there stays.',
    undo: 'Run apply again.',
  }),
};

function sourceOf({ registry, source, version }: Wish): string {
  if (source !== null) return source;
  return registry === 'harbor' ? `the release ${version} on GitHub` : 'nowhere';
}

function keepsOf({ registry, keep, gc, proxy_project }: Wish): string {
  if (registry !== 'harbor') return '';
  return [
    keep > 0 ? `; keep the newest ${keep} artifacts` : '',
    gc === null ? '' : `; collect garbage at "${gc}"`,
    proxy_project === null ? '' : `; fetch through ${proxy_project.split('=')[0]}`,
  ].join('');
}
