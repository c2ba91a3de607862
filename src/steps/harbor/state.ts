import type { Installed, RegistryContainer } from '../../facts/harbor-installed';
import { LIGHT_CONTAINER } from '../../facts/harbor-installed';
import { isUnreadable, type Unreadable } from '../../facts/reading';
import { textsOf } from '../../texts';
import type { HarborSituation } from './facts';

/** How the services are that were installed. */
export interface ServiceState {
  readonly up: boolean;
  /** It could not be looked at. */
  readonly unseen?: true;
  /** For people: what is not as it should be, or how many run. */
  readonly text: string;
}

/** The containers of what was installed: those of the Compose project, or the one of the light registry. */
export function containersOf(
  { facts, config }: HarborSituation,
  installed: Installed,
): readonly RegistryContainer[] | Unreadable {
  if ((installed.settings.registry ?? config.harbor.registry) === 'harbor') return installed.containers;
  const all = facts.docker.containers;
  return isUnreadable(all) ? all : all.filter(({ name }) => name === LIGHT_CONTAINER);
}

/** Every service runs, and every component says that it is healthy. Harbor often stays half up after a restart. */
export function stateOf(situation: HarborSituation, installed: Installed): ServiceState {
  const { health } = situation.facts;
  const { checks, harborStep } = textsOf(situation.config);
  const say = harborStep.state;
  const containers = containersOf(situation, installed);
  if (isUnreadable(containers)) return { up: false, unseen: true, text: checks.notKnown(containers.unreadable) };
  const running = containers.filter(({ state }) => state === 'running');
  const stopped = containers.filter(({ state }) => state !== 'running').map(({ name, state }) => `${name} (${state})`);
  const services = Math.max(installed.services, 1);
  if (running.length < services) {
    return { up: false, text: say.running(running.length, services, stopped) };
  }
  if (isUnreadable(health)) return { up: false, text: say.silent(health.unreadable) };
  if (!health.harbor) return { up: false, text: health.instead ?? say.noRegistry };
  const ill = health.components.filter(({ healthy }) => !healthy).map(({ name }) => name);
  if (ill.length > 0) return { up: false, text: checks.harbor.ill(ill) };
  return { up: true, text: say.up(running.length, checks.harbor.healthy(health.components.length)) };
}
