import { formatBoth } from '../../config/size';
import type { Installed } from '../../facts/harbor-installed';
import type { ClusterService } from '../../facts/harbor-place';
import { portsOf } from '../../facts/harbor-place';
import { isUnreadable } from '../../facts/reading';
import type { PlanRefusal } from '../step';
import { MIN_COMPOSE, MIN_COMPOSE_1, MIN_CPUS, MIN_MEMORY } from './about';
import type { HarborSituation } from './facts';
import { refusal } from './refusals';
import { isOlder } from './version';
import { dataMounts, mountUnder, type Wanted } from './wanted';

const LIGHT = 'take the light registry (harbor.registry: distribution)';

/** Why the host cannot take what is to be installed. What is installed already has its place. */
export function placeRefusal(
  situation: HarborSituation,
  installed: Installed,
  wanted: Wanted,
): PlanRefusal | undefined {
  if (installed.installed === wanted.mark) return undefined;
  const isNew = installed.installed === 'none';
  return (
    composeRefusal(situation) ??
    (isNew ? (machineRefusal(situation) ?? spaceRefusal(situation, installed, wanted)) : undefined) ??
    portRefusal(situation, installed)
  );
}

/** Harbor is several services that Compose starts, for one kind of processor, and it is large. */
function composeRefusal({ facts, config }: HarborSituation): PlanRefusal | undefined {
  const { compose } = facts.place;
  if (config.harbor.registry !== 'harbor') return undefined;
  if (compose === '') {
    return refusal(
      'compose-missing',
      'Docker has no Compose (docker compose version).',
      `Install it: apt-get install docker-compose (Debian) or docker-compose-plugin (Docker's own packages); or ${LIGHT}.`,
    );
  }
  if (!isOlder(compose, compose.startsWith('1.') ? MIN_COMPOSE_1 : MIN_COMPOSE)) return undefined;
  return refusal(
    'compose-too-old',
    `Docker Compose ${compose} is older than ${MIN_COMPOSE.join('.')}, which Harbor asks for.`,
    `Update Docker from your distribution's packages or from Docker's own; or ${LIGHT}.`,
  );
}

function machineRefusal({ machine, facts, config }: HarborSituation): PlanRefusal | undefined {
  const { memoryBytes, cpus } = facts.place;
  if (config.harbor.registry !== 'harbor') return undefined;
  const processor = machine.kernel.split(' ').at(-1) ?? '';
  if (processor !== 'x86_64') {
    return refusal(
      'architecture',
      `Harbor's images are for x86_64 (amd64) only; this server is ${processor || 'of an unknown kind'}.`,
      `On this server, ${LIGHT}.`,
    );
  }
  if (memoryBytes === undefined || cpus === undefined) {
    return refusal(
      'unknown',
      'Memory or processors of the server are not known.',
      'See: nproc; head -n 1 /proc/meminfo',
    );
  }
  if (memoryBytes < MIN_MEMORY) {
    return refusal(
      'too-little-memory',
      `Harbor wants 4 GB of memory; the server has ${formatBoth(memoryBytes)}.`,
      `Better ${LIGHT}: it needs less than 100 MB. Or add memory.`,
    );
  }
  if (cpus >= MIN_CPUS) return undefined;
  return refusal(
    'too-little-cpu',
    `Harbor wants ${MIN_CPUS} processors; the server has ${cpus}.`,
    `Better ${LIGHT}. Or give the server another processor.`,
  );
}

function spaceRefusal({ facts, config }: HarborSituation, installed: Installed, { data }: Wanted) {
  const { mounts, dataMount } = facts.place;
  const { min_free: minFree } = config.harbor;
  const isNamed = config.harbor.data !== null || installed.settings.data === data;
  const mount = isNamed ? dataMount : mountUnder(mounts, data);
  if (!mount) {
    return refusal(
      'unknown',
      `The file system of ${data} is not known.`,
      'See: findmnt -T / ; name a folder on a local disk in harbor.data.',
    );
  }
  const [better] = dataMounts(mounts, minFree).filter(({ target }) => target !== mount.target);
  if (mount.target === '/' && better) {
    return refusal(
      'data-on-root',
      `${data} would lie on /, whose space the server itself needs, although ${better.target} has ${formatBoth(better.availableBytes)} free.`,
      `Set harbor.data to a folder there, as ${better.target}/registry, or leave it out.`,
    );
  }
  if (mount.availableBytes >= minFree) return undefined;
  return refusal(
    'too-little-disk',
    `${data} lies on ${mount.target}, which has ${formatBoth(mount.availableBytes)} free; ${formatBoth(minFree)} are wanted.`,
    'Name a folder on a larger disk (harbor.data), make space, or ask for less (harbor.min_free): images of CI grow fast.',
  );
}

function portRefusal({ facts, config }: HarborSituation, { installed, settings }: Installed): PlanRefusal | undefined {
  const { listeners, answers, services } = facts.place;
  const ports = portsOf(config);
  const way = 'Set harbor.port to another one, as 8086.';
  const service = Array.isArray(services) ? takenBy(services, ports) : undefined;
  if (service) {
    return refusal(
      'port-in-use',
      `Port ${service.port} is taken by the service ${service.name} of the cluster (${service.type}), which gets its connections through iptables: nothing is seen to listen.`,
      way,
    );
  }
  // Its own services listen there.
  if (installed !== 'none' && settings.port === String(config.harbor.port)) return undefined;
  if (isUnreadable(listeners)) return refusal('unknown', `${listeners.unreadable}.`, listeners.wayOut);
  const [listener] = listeners;
  if (listener !== undefined) {
    return refusal(
      'port-in-use',
      `Something listens on ${listener}.`,
      `${way} Or see what it is: ss -ltnp 'sport = :${listener.split(':').at(-1)}'`,
    );
  }
  const [answer] = answers;
  if (answer === undefined) return undefined;
  return refusal(
    'port-in-use',
    `Something answers on ${answer}, although nothing is seen to listen: the port is taken through iptables.`,
    `${way} Or see who: iptables-save | grep ${answer.split(':').at(-1)}`,
  );
}

function takenBy(services: readonly ClusterService[], ports: readonly number[]) {
  for (const { name, type, ports: taken } of services) {
    const port = ports.find((wanted) => taken.includes(wanted));
    if (port !== undefined) return { name, type, port };
  }
  return undefined;
}
