import { HARBOR_MINORS, INSTALLER_SHA256 } from '../../config/harbor';
import type { Config } from '../../config/schema';
import { type DockerFacts, NO_DOCKER } from '../../facts/docker';
import type { Installed } from '../../facts/harbor-installed';
import { isUnreadable } from '../../facts/reading';
import type { PlanRefusal } from '../step';
import { MIN_DOCKER } from './about';
import type { HarborSituation } from './facts';
import { isOlder } from './version';
import type { Wanted } from './wanted';

export const refusal = (code: string, message: string, wayOut: string): PlanRefusal => ({ code, message, wayOut });

/** Why it cannot be carried out at all: the configuration itself, Docker, or what is there already. */
export function subjectRefusal(
  { facts, config }: HarborSituation,
  installed: Installed,
  wanted: Wanted,
): PlanRefusal | undefined {
  return (
    hostRefusal(wanted) ??
    certificateRefusal(config.harbor) ??
    folderRefusal(config.harbor, wanted) ??
    dockerRefusal(facts.docker) ??
    foreignRefusal(facts.docker, installed, config.harbor) ??
    upgradeRefusal(installed, config.harbor) ??
    (installed.installed === wanted.mark || installed.fetched
      ? undefined
      : sourceRefusal(config.harbor, facts.place.sourceThere))
  );
}

/** Harbor's own `prepare` turns the first two away, and the third is its sample. */
const NO_HOSTS = /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|reg\.mydomain\.com)$/i;

function hostRefusal({ host }: Wanted): PlanRefusal | undefined {
  if (host !== '' && !NO_HOSTS.test(host)) return undefined;
  return refusal(
    'host-name',
    host === '' ? 'The server tells no address of its own.' : `${host} is no name under which others reach the server.`,
    'Set harbor.hostname to the name or address that is to stand in the names of images, as registry.lan or the address of the server.',
  );
}

function certificateRefusal({ scheme, cert, key }: Config['harbor']): PlanRefusal | undefined {
  if ((cert === null) !== (key === null)) {
    return refusal(
      'https-without-key',
      `${cert === null ? 'harbor.key is set, and harbor.cert is not' : 'harbor.cert is set, and harbor.key is not'}: a certificate needs its private key.`,
      'Set both, or neither: a CA and a certificate are then made on the server.',
    );
  }
  if (cert === null || scheme === 'https') return undefined;
  return refusal(
    'https-without-key',
    'harbor.cert and harbor.key are set, but harbor.scheme is http: the certificate would not be used.',
    'Set harbor.scheme to https, or take the certificate out.',
  );
}

/** What is installed is deleted as a whole by rollback; images are not. */
function folderRefusal({ install }: Config['harbor'], { data }: Wanted): PlanRefusal | undefined {
  if (!`${data}/`.startsWith(`${install}/`) && !`${install}/`.startsWith(`${data}/`)) return undefined;
  return refusal(
    'data-inside-install',
    `The data (${data}) and what is installed (${install}) would lie in one another.`,
    'Name two folders that do not (harbor.data, harbor.install).',
  );
}

function dockerRefusal({ daemon, containers, unit, insideContainer }: DockerFacts): PlanRefusal | undefined {
  if (insideContainer) {
    return refusal(
      'inside-container',
      'This runs inside a container, not on the host.',
      'Run it on the host itself, or reach the host over SSH (host: ssh://user@name).',
    );
  }
  if (isUnreadable(containers) && containers.unreadable === NO_DOCKER) {
    return refusal('docker-missing', 'There is no Docker on the server.', 'Install it: apt-get install docker.io');
  }
  if (isUnreadable(daemon)) {
    if (unit.active) return refusal('unknown', `${daemon.unreadable}.`, daemon.wayOut);
    return refusal(
      'docker-down',
      'Docker does not answer.',
      'See: systemctl status docker.service; journalctl -u docker.service -n 30. Start it, then run this again.',
    );
  }
  if (!isOlder(daemon.version, MIN_DOCKER)) return undefined;
  return refusal(
    'docker-too-old',
    `Docker ${daemon.version} is older than ${MIN_DOCKER.join('.')}, which Harbor asks for.`,
    "Update Docker from your distribution's packages or from Docker's own.",
  );
}

/** A second Harbor would fight with the first for names of containers and for ports. */
function foreignRefusal({ containers }: DockerFacts, installed: Installed, wish: Config['harbor']) {
  if (wish.registry !== 'harbor' || installed.installed !== 'none' || installed.configured !== 'none') return undefined;
  const project = isUnreadable(installed.containers) ? [] : installed.containers;
  const images = isUnreadable(containers) ? [] : containers.filter(({ image }) => /(?:^|\/)goharbor\//.test(image));
  const [first] = [...project, ...images];
  if (!first) return undefined;
  return refusal(
    'foreign-harbor',
    `There is a Harbor already that this project has not installed: container ${first.name} (${first.image}).`,
    'To keep it, set checks.harbor.url to its address; this step is then not needed. To replace it, save its images, stop it (docker compose down in its folder), then run this again.',
  );
}

/** Harbor upgrades from its two minor versions before; its database cannot go back. See its RELEASES.md. */
function upgradeRefusal({ installed }: Installed, { registry, version }: Config['harbor']): PlanRefusal | undefined {
  if (installed === 'none') return undefined;
  const [kind = '', there = ''] = installed.split(' ');
  if (kind !== registry) {
    return refusal(
      'other-registry',
      `${kind} is installed, and ${registry} is wanted: one does not take over the images of the other.`,
      'Take the first one back (rollback harbor; its data stays), then run this again.',
    );
  }
  if (registry !== 'harbor') return undefined;
  if (isOlder(version, there.split('.').map(Number))) {
    return refusal(
      'version-downgrade',
      `Harbor ${there} is installed; its database cannot go back to ${version}.`,
      `Set harbor.version to ${there} or newer.`,
    );
  }
  const minor = (text: string) => Number(text.split('.')[1]);
  if (minor(version) - minor(there) <= 2) return undefined;
  const between = HARBOR_MINORS.filter((known) => minor(known) > minor(there) && minor(known) <= minor(there) + 2).at(
    -1,
  );
  return refusal(
    'version-jump',
    `Harbor ${there} is installed; ${version} takes over from its two minor versions before only.`,
    `Go over to ${between} first (harbor.version), then to ${version}.`,
  );
}

/** What is installed as root has to be what was meant. */
function sourceRefusal(wish: Config['harbor'], there: boolean | undefined): PlanRefusal | undefined {
  if (there === false) {
    return refusal(
      'source-missing',
      `${wish.source} is not on the server (harbor.source).`,
      'Copy it there, or name the file that is.',
    );
  }
  if (wish.registry === 'distribution') return imageRefusal(wish);
  if (wish.sha256 !== null || INSTALLER_SHA256[wish.version] !== undefined) return undefined;
  return refusal(
    'checksum-unknown',
    `The SHA-256 of the installer of Harbor ${wish.version} is not known here, and none is configured.`,
    'Set harbor.sha256. Download the offline installer of the release on a machine that you trust, check its signature (from 2.15 on with cosign, see docs/harbor.md), and take the digest that sha256sum prints.',
  );
}

function imageRefusal({ source, sha256 }: Config['harbor']): PlanRefusal | undefined {
  if (source === null) {
    return refusal(
      'source-missing',
      'No image is named for the light registry.',
      'Set harbor.source to the name of an image of the registry of the CNCF (distribution), best with its digest, or to a file that docker save has written.',
    );
  }
  const isFile = source.startsWith('/') || /^https?:/.test(source);
  if (!isFile || sha256 !== null) return undefined;
  return refusal(
    'checksum-unknown',
    `The SHA-256 of ${source} is not configured.`,
    'Set harbor.sha256 to what sha256sum prints for the file that you trust.',
  );
}
