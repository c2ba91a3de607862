import type { Config } from '../../config/schema';
import type { Texts } from '../../texts';
import type { Change } from '../step';
import { SECRETS } from './about';
import type { Wanted } from './wanted';

type Wish = Config['harbor'];

/** The changes that this step knows, in the words of the host script. */
export function changesIn(texts: Texts['harborStep']) {
  const { changes: say } = texts;
  const nameOf = ({ registry }: Wish, { version }: Wanted) =>
    registry === 'harbor' ? `Harbor ${version}` : texts.theRegistry;
  return {
    fetch: (wish: Wish, wanted: Wanted): Change => ({
      id: 'fetch',
      ...say.fetch(nameOf(wish, wanted), sourceOf(wish, texts), wish.registry === 'harbor'),
    }),
    configure: (wish: Wish, wanted: Wanted): Change => ({
      id: 'configure',
      command: wish.registry === 'harbor' ? `${wish.install}/${wanted.version}/harbor/harbor.yml` : `${wish.install}/…`,
      ...say.configure(`${wish.scheme}://${wanted.address}`, wanted.data),
    }),
    install: (wish: Wish, wanted: Wanted, from: string): Change => ({
      id: 'install',
      command: wish.registry === 'harbor' ? 'docker load, prepare, docker compose up -d' : 'docker run -d',
      ...say.install(nameOf(wish, wanted), from),
    }),
    start: (services: number): Change => ({ id: 'start', ...say.start(services) }),
    prove: ({ address }: Wanted): Change => ({
      id: 'prove',
      command: 'docker push, docker image rm, docker pull',
      ...say.prove(address),
    }),
    use: (wish: Wish): Change => ({
      id: 'use',
      command: wish.registry === 'harbor' ? say.api : `${wish.install}/…`,
      ...say.use(wish.project, wish.robot, keepsOf(wish, say), SECRETS),
    }),
    trust: ({ scheme }: Wish, { address, trust }: Wanted): Change => ({
      id: 'trust',
      ...say.trust(trust.split(',').map(productOf), address, scheme === 'http'),
    }),
    stop: (): Change => ({ id: 'stop', command: 'docker compose down', ...say.stop }),
    remove: ({ install }: Wish, data: string, deletesData: boolean): Change => ({
      id: 'remove',
      command: `rm -r ${install}${deletesData ? ` ${data}` : ''}`,
      ...say.remove(data, deletesData),
      ...(deletesData && { takes: data }),
    }),
    untrust: (): Change => ({ id: 'untrust', ...say.untrust }),
  };
}

const productOf = (name: string) => name.replace('docker', 'Docker').replace('k3s', 'K3s');

function sourceOf({ registry, source, version }: Wish, { sources }: Texts['harborStep']): string {
  if (source !== null) return source;
  return registry === 'harbor' ? sources.release(version) : sources.none;
}

function keepsOf({ registry, keep, gc, proxy_project }: Wish, say: Texts['harborStep']['changes']): string {
  if (registry !== 'harbor') return '';
  return [
    keep > 0 ? say.keep(keep) : '',
    gc === null ? '' : say.gc(gc),
    proxy_project === null ? '' : say.proxy(String(proxy_project.split('=')[0])),
  ].join('');
}
