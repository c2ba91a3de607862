import type { Installed } from '../../facts/harbor-installed';
import type { ClusterService } from '../../facts/harbor-place';
import { portsOf } from '../../facts/harbor-place';
import { isUnreadable } from '../../facts/reading';
import { type Texts, textsOf } from '../../texts';
import { refusal, unreadableRefusal } from '../plan';
import type { PlanRefusal } from '../step';
import { MIN_COMPOSE, MIN_COMPOSE_1, MIN_CPUS, MIN_MEMORY } from './about';
import type { HarborSituation } from './facts';
import { containersOf } from './state';
import { isOlder } from './version';
import { dataMounts, mountUnder, type Wanted } from './wanted';

type Say = Texts['harborStep']['refusals'];

/** Why the host cannot take what is to be installed. What is installed already has its place. */
export function placeRefusal(
  situation: HarborSituation,
  installed: Installed,
  wanted: Wanted,
): PlanRefusal | undefined {
  if (installed.installed === wanted.mark) return undefined;
  const isNew = installed.installed === 'none';
  const say = textsOf(situation.config).harborStep.refusals;
  return (
    composeRefusal(situation, say) ??
    (isNew ? (machineRefusal(situation, say) ?? spaceRefusal(situation, installed, wanted, say)) : undefined) ??
    portRefusal(situation, installed, say)
  );
}

/** Harbor is several services that Compose starts, for one kind of processor, and it is large. */
function composeRefusal({ facts, config }: HarborSituation, say: Say): PlanRefusal | undefined {
  const { compose } = facts.place;
  if (config.harbor.registry !== 'harbor') return undefined;
  if (compose === '') return refusal('compose-missing', say.noCompose);
  if (!isOlder(compose, compose.startsWith('1.') ? MIN_COMPOSE_1 : MIN_COMPOSE)) return undefined;
  return refusal('compose-too-old', say.composeTooOld(compose, MIN_COMPOSE.join('.')));
}

function machineRefusal({ machine, facts, config }: HarborSituation, say: Say): PlanRefusal | undefined {
  const { memoryBytes, cpus } = facts.place;
  if (config.harbor.registry !== 'harbor') return undefined;
  const processor = machine.kernel.split(' ').at(-1) ?? '';
  if (processor !== 'x86_64') return refusal('architecture', say.architecture(processor));
  if (memoryBytes === undefined || cpus === undefined) return refusal('unknown', say.machineUnknown);
  if (memoryBytes < MIN_MEMORY) return refusal('too-little-memory', say.memory(memoryBytes));
  return cpus >= MIN_CPUS ? undefined : refusal('too-little-cpu', say.processors(MIN_CPUS, cpus));
}

function spaceRefusal({ facts, config }: HarborSituation, installed: Installed, { data }: Wanted, say: Say) {
  const { mounts, dataMount } = facts.place;
  const { min_free: minFree } = config.harbor;
  const isNamed = config.harbor.data !== null || installed.settings.data === data;
  const mount = isNamed ? dataMount : mountUnder(mounts, data);
  if (!mount) return refusal('unknown', say.placeUnknown(data));
  const [better] = dataMounts(mounts, minFree).filter(({ target }) => target !== mount.target);
  if (mount.target === '/' && better) {
    return refusal('data-on-root', say.onRoot(data, better.target, better.availableBytes));
  }
  if (mount.availableBytes >= minFree) return undefined;
  return refusal('too-little-disk', say.space(data, mount.target, mount.availableBytes, minFree));
}

function portRefusal(situation: HarborSituation, installed: Installed, say: Say): PlanRefusal | undefined {
  const { facts, config } = situation;
  const { listeners, answers, services } = facts.place;
  const ports = portsOf(config);
  const service = Array.isArray(services) ? takenBy(services, ports) : undefined;
  if (service) return refusal('port-in-use', say.portOfService(service.port, service.name, service.type));
  if (isOurs(situation, installed)) return undefined;
  if (isUnreadable(listeners)) return unreadableRefusal(listeners);
  const [listener] = listeners;
  if (listener !== undefined) {
    return refusal('port-in-use', say.portListens(listener, listener.split(':').at(-1)));
  }
  const [answer] = answers;
  return answer === undefined ? undefined : refusal('port-in-use', say.portAnswers(answer, answer.split(':').at(-1)));
}

/** Its own services listen there, also after an installation that was cut short. */
function isOurs(situation: HarborSituation, installed: Installed): boolean {
  if (installed.settings.port !== String(situation.config.harbor.port)) return false;
  const containers = containersOf(situation, installed);
  const runs = !isUnreadable(containers) && containers.some(({ state }) => state === 'running');
  return installed.installed !== 'none' || runs;
}

function takenBy(services: readonly ClusterService[], ports: readonly number[]) {
  for (const { name, type, ports: taken } of services) {
    const port = ports.find((wanted) => taken.includes(wanted));
    if (port !== undefined) return { name, type, port };
  }
  return undefined;
}
