import { HARBOR_MINORS, INSTALLER_SHA256 } from '../../config/harbor';
import type { Config } from '../../config/schema';
import type { DockerFacts } from '../../facts/docker';
import type { Installed } from '../../facts/harbor-installed';
import { isUnreadable } from '../../facts/reading';
import { type Texts, textsOf } from '../../texts';
import { refusal, unreadableRefusal } from '../plan';
import type { PlanRefusal } from '../step';
import { MIN_DOCKER } from './about';
import type { HarborSituation } from './facts';
import { isOlder } from './version';
import type { Wanted } from './wanted';

type Say = Texts['harborStep']['refusals'];

/** Why it cannot be carried out at all: the configuration itself, Docker, or what is there already. */
export function subjectRefusal(
  { facts, config }: HarborSituation,
  installed: Installed,
  wanted: Wanted,
): PlanRefusal | undefined {
  const say = textsOf(config).harborStep.refusals;
  return (
    hostRefusal(wanted, say) ??
    certificateRefusal(config.harbor, say) ??
    folderRefusal(config.harbor, wanted, say) ??
    dockerRefusal(facts.docker, say) ??
    foreignRefusal(facts.docker, installed, config.harbor, say) ??
    upgradeRefusal(installed, config.harbor, say) ??
    (installed.installed === wanted.mark || installed.fetched
      ? undefined
      : sourceRefusal(config.harbor, facts.place.sourceThere, say))
  );
}

/** Harbor's own `prepare` turns the first two away, and the third is its sample. */
const NO_HOSTS = /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|reg\.mydomain\.com)$/i;

function hostRefusal({ host }: Wanted, say: Say): PlanRefusal | undefined {
  return host !== '' && !NO_HOSTS.test(host) ? undefined : refusal('host-name', say.host(host));
}

function certificateRefusal({ scheme, cert, key }: Config['harbor'], say: Say): PlanRefusal | undefined {
  const code = 'https-without-key';
  if (cert === null && key !== null) return refusal(code, say.oneOfTwo('harbor.key', 'harbor.cert'));
  if (cert !== null && key === null) return refusal(code, say.oneOfTwo('harbor.cert', 'harbor.key'));
  return cert === null || scheme === 'https' ? undefined : refusal(code, say.unusedCertificate);
}

/** What is installed is deleted as a whole by rollback; images are not. */
function folderRefusal({ install }: Config['harbor'], { data }: Wanted, say: Say): PlanRefusal | undefined {
  if (!`${data}/`.startsWith(`${install}/`) && !`${install}/`.startsWith(`${data}/`)) return undefined;
  return refusal('data-inside-install', say.folders(data, install));
}

function dockerRefusal({ daemon, containers, unit, insideContainer }: DockerFacts, say: Say): PlanRefusal | undefined {
  if (insideContainer) return refusal('inside-container', say.insideContainer);
  if (isUnreadable(containers) && containers.noTool) return refusal('docker-missing', say.noDocker);
  if (isUnreadable(daemon)) {
    return unit.active ? unreadableRefusal(daemon) : refusal('docker-down', say.dockerDown);
  }
  if (!isOlder(daemon.version, MIN_DOCKER)) return undefined;
  return refusal('docker-too-old', say.dockerTooOld(daemon.version, MIN_DOCKER.join('.')));
}

/** A second Harbor would fight with the first for names of containers and for ports. */
function foreignRefusal({ containers }: DockerFacts, installed: Installed, wish: Config['harbor'], say: Say) {
  if (wish.registry !== 'harbor' || installed.installed !== 'none' || installed.configured !== 'none') return undefined;
  const project = isUnreadable(installed.containers) ? [] : installed.containers;
  const images = isUnreadable(containers) ? [] : containers.filter(({ image }) => /(?:^|\/)goharbor\//.test(image));
  const [first] = [...project, ...images];
  if (!first) return undefined;
  return refusal('foreign-harbor', say.foreign(first.name, first.image));
}

/** Harbor upgrades from its two minor versions before; its database cannot go back. See its RELEASES.md. */
function upgradeRefusal(
  { installed }: Installed,
  { registry, version }: Config['harbor'],
  say: Say,
): PlanRefusal | undefined {
  if (installed === 'none') return undefined;
  const [kind = '', there = ''] = installed.split(' ');
  if (kind !== registry) return refusal('other-registry', say.otherKind(kind, registry));
  if (registry !== 'harbor') return undefined;
  if (isOlder(version, there.split('.').map(Number))) {
    return refusal('version-downgrade', say.downgrade(there, version));
  }
  const minor = (text: string) => Number(text.split('.')[1]);
  if (minor(version) - minor(there) <= 2) return undefined;
  const between = HARBOR_MINORS.filter((known) => minor(known) > minor(there) && minor(known) <= minor(there) + 2).at(
    -1,
  );
  return refusal('version-jump', say.jump(there, version, between));
}

/** What is installed as root has to be what was meant. */
function sourceRefusal(wish: Config['harbor'], there: boolean | undefined, say: Say): PlanRefusal | undefined {
  if (there === false) return refusal('source-missing', say.sourceMissing(wish.source));
  if (wish.registry === 'distribution') return imageRefusal(wish, say);
  if (wish.sha256 !== null || INSTALLER_SHA256[wish.version] !== undefined) return undefined;
  return refusal('checksum-unknown', say.unknownSum(wish.version));
}

function imageRefusal({ source, sha256 }: Config['harbor'], say: Say): PlanRefusal | undefined {
  if (source === null) return refusal('source-missing', say.noImage);
  const isFile = source.startsWith('/') || /^https?:/.test(source);
  return !isFile || sha256 !== null ? undefined : refusal('checksum-unknown', say.noSum(source));
}
