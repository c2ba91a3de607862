import type { Config } from '../../config/schema';
import { sha256 } from '../../evidence/hash';
import type { Mount } from '../../facts/block';
import type { Installed } from '../../facts/harbor-installed';
import type { HarborPlace } from '../../facts/harbor-place';

/** What is to be there, with everything decided that the configuration leaves open. The host script has the same words. */
export interface Wanted {
  /** Empty for the light registry, which is the image that is named. */
  readonly version: string;
  /** Empty where the host tells no address. */
  readonly host: string;
  /** `host:port`, as in the names of images. */
  readonly address: string;
  readonly data: string;
  readonly configSha256: string;
  /** `KIND VERSION CONFIG_SHA256`. */
  readonly mark: string;
  /** Project, robot account, retention, garbage collection and proxy cache in one line. */
  readonly use: string;
  /** `docker,k3s`, or `none`. */
  readonly trust: string;
}

const DATA_FOLDER = 'edge-phase1-registry';

export function wantedOf({ harbor }: Config, place: HarborPlace, { settings }: Pick<Installed, 'settings'>): Wanted {
  const version = harbor.registry === 'harbor' ? harbor.version : '';
  const host = harbor.hostname ?? settings.host ?? place.addresses[0] ?? '';
  const data = harbor.data ?? settings.data ?? defaultData(place.mounts, harbor.min_free);
  const configSha256 = sha256(
    [
      ...[`registry=${harbor.registry}`, `version=${version}`],
      `source=${harbor.registry === 'harbor' ? '' : (harbor.source ?? '')}`,
      ...[`host=${host}`, `port=${harbor.port}`, `scheme=${harbor.scheme}`, `cert=${harbor.cert ?? ''}`],
      ...[`data=${data}`, `log_size=${harbor.log_size}`, `log_count=${harbor.log_count}`],
      ...[`http_proxy=${harbor.http_proxy ?? ''}`, `https_proxy=${harbor.https_proxy ?? ''}`],
      `no_proxy=${harbor.no_proxy ?? ''}`,
    ]
      .map((line) => `${line}\n`)
      .join(''),
  );
  return {
    ...{ version, host, address: `${host}:${harbor.port}`, data, configSha256 },
    mark: `${harbor.registry} ${version || '-'} ${configSha256}`,
    use: useText(harbor),
    trust: harbor.trust.length === 0 ? 'none' : [...new Set(harbor.trust)].sort().join(','),
  };
}

const useText = ({ project, robot, keep, gc, proxy_project }: Config['harbor']) =>
  `project=${project} robot=${robot} keep=${keep} gc=${gc ?? 'none'} proxy_project=${proxy_project ?? ''}`;

/** On the data disk with the most space; on / only where there is none with enough. */
function defaultData(mounts: readonly Mount[], minFree: number): string {
  const [best] = dataMounts(mounts, minFree);
  return best ? `${best.target}/${DATA_FOLDER}` : `/var/lib/${DATA_FOLDER}`;
}

const SYSTEM = /^\/(?:$|boot|efi|usr|var|etc|home|root|tmp|opt|run|snap|nix)(?:\/|$)/;

/** File systems besides those of the system that have this much space, the most first. */
export const dataMounts = (mounts: readonly Mount[], minFree: number): readonly Mount[] =>
  mounts
    .filter(({ target, options, availableBytes }) => {
      const isPlain = /^[\w./-]+$/.test(target) && !SYSTEM.test(target);
      return isPlain && options.includes('rw') && availableBytes >= minFree;
    })
    .sort((a, b) => b.availableBytes - a.availableBytes);

/** The file system that a folder lies on, of those that are known. */
export const mountUnder = (mounts: readonly Mount[], folder: string): Mount | undefined =>
  mounts
    .filter(({ target }) => target === '/' || folder === target || folder.startsWith(`${target}/`))
    .sort((a, b) => a.target.length - b.target.length)
    .at(-1);
