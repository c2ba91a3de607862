import type { Daemon, DockerFacts } from '../../facts/docker';
import { DAEMON_FILE } from '../../facts/places';
import { isUnreadable } from '../../facts/reading';
import { type Texts, textsOf } from '../../texts';
import { refusal, unreadableRefusal } from '../plan';
import type { PlanRefusal } from '../step';
import { type DockerSituation, type Subject, sumOf } from './facts';
import { lastReplaced } from './history';
import type { Difference } from './merge';
import { valueAt, type Wish } from './settings';

type Say = Texts['dockerConfig']['refusals'];

/** Where this step cannot work at all, whatever is to be done. */
export function placeRefusal(
  { insideContainer, usersOwn, unit, snap, file }: DockerFacts,
  say: Say,
): PlanRefusal | undefined {
  if (insideContainer) return refusal('inside-container', say.insideContainer);
  if (usersOwn && !unit.active) return refusal('rootless', say.rootless);
  if (!unit.loaded) return snap ? refusal('snap', say.snap) : refusal('no-unit', say.noUnit);
  if (file.state === 'link') return refusal('daemon-json-link', say.link);
  return file.state === 'unreadable' ? refusal('unknown', say.unreadable(file.why)) : undefined;
}

/** Docker as it runs and its file; or why they cannot be planned with. */
export function subjectOf(situation: DockerSituation): Subject | PlanRefusal {
  const { facts, config } = situation;
  const say = textsOf(config).dockerConfig.refusals;
  const place = placeRefusal(facts, say);
  if (place) return place;
  const { daemon, file, flags, unit } = facts;
  if (!unit.active || isUnreadable(daemon)) return silentRefusal(situation, say);
  const other = otherFileRefusal(facts, daemon, say);
  if (other) return other;
  if (isUnreadable(flags)) return unreadableRefusal(flags);
  if (file.state === 'broken') {
    return refusal('daemon-json-broken', say.broken(file.line, file.problem, file.near));
  }
  return { daemon, settings: file.state === 'there' ? file.settings : {}, sha256: sumOf(facts) };
}

function silentRefusal({ facts, journal }: DockerSituation, say: Say): PlanRefusal {
  const { daemon, unit } = facts;
  if (unit.active && isUnreadable(daemon)) return unreadableRefusal(daemon);
  return refusal('docker-down', say.down(lastReplaced(journal, sumOf(facts)) !== undefined));
}

function otherFileRefusal({ flags }: DockerFacts, daemon: Daemon, say: Say): PlanRefusal | undefined {
  const words = isUnreadable(flags) ? [] : flags;
  const at = words.findIndex((word) => word === '--config-file' || word.startsWith('--config-file='));
  const path = at < 0 ? DAEMON_FILE : (words[at]!.split('=')[1] ?? words[at + 1]);
  if (path !== DAEMON_FILE) return refusal('other-file', say.otherFile(path));
  if (daemon.rootless) return refusal('rootless', say.rootless);
  return daemon.rootFolder.startsWith('/var/snap/') ? refusal('snap', say.snap) : undefined;
}

/** What Docker would find out only when it starts, or not at all. */
export function clashRefusal(
  { daemon, settings }: Subject,
  { flags }: DockerFacts,
  wanted: readonly Wish[],
  changes: readonly Difference[],
  say: Say,
): PlanRefusal | undefined {
  for (const { setting } of changes) {
    const unknown = unknownKeyRefusal(setting.key, daemon.version, say);
    if (unknown) return unknown;
  }
  for (const { setting } of changes) {
    const flag = isUnreadable(flags)
      ? undefined
      : flags.find((word) =>
          setting.flags.some((name) => word === name || (name.length === 2 && word.startsWith(name))),
        );
    if (flag !== undefined) return refusal('flag-clash', say.flag(setting.key, flag));
  }
  const logs = changes.some(({ setting }) => setting.key.startsWith('log-'))
    ? logRefusal(daemon, settings, wanted, say)
    : undefined;
  return logs ?? swarmRefusal(daemon, settings, wanted, changes, say);
}

/** Docker takes both on a reload, and then does not start any more. */
function swarmRefusal(
  { swarm }: Daemon,
  settings: Subject['settings'],
  wanted: readonly Wish[],
  changes: readonly Difference[],
  say: Say,
): PlanRefusal | undefined {
  const wish = wanted.find(({ setting }) => setting.key === 'live-restore')?.value;
  const will = wish ?? valueAt(settings, 'live-restore');
  if (changes.length === 0 || will !== true || swarm === 'inactive') return undefined;
  return refusal('swarm', say.swarm(swarm));
}

/** Docker passes over keys below `builder` that it does not know, so that they would be written for nothing. */
function unknownKeyRefusal(key: string, version: string, say: Say): PlanRefusal | undefined {
  if (!key.startsWith('builder.gc.default')) return undefined;
  const isNew = Number.parseInt(version, 10) >= 28;
  const isOldKey = key.endsWith('KeepStorage');
  if (isNew !== isOldKey) return undefined;
  return refusal('key-not-known', isNew ? say.renamedKey(version, key) : say.unknownKey(version, key));
}

/** The options of each log driver that this step may set, and those of every driver. */
const LOG_OPTIONS: Record<string, readonly string[]> = {
  'json-file': ['labels', 'labels-regex', 'env', 'env-regex', 'tag'],
  local: [],
};
const OPTIONS_OF_ALL = ['max-size', 'max-file', 'compress', 'mode', 'max-buffer-size'];

function logRefusal(
  daemon: Daemon,
  settings: Subject['settings'],
  wanted: readonly Wish[],
  say: Say,
): PlanRefusal | undefined {
  const wish = wanted.find(({ setting }) => setting.key === 'log-driver')?.value;
  const options = Object.keys((valueAt(settings, 'log-opts') as object | null | undefined) ?? {});
  const known = [...OPTIONS_OF_ALL, ...(LOG_OPTIONS[String(wish)] ?? [])];
  const foreign = wish === undefined ? undefined : options.find((option) => !known.includes(option));
  if (foreign !== undefined) return refusal('log-clash', say.logOption(foreign, String(wish)));
  const driver = wish ?? daemon.logDriver;
  if (driver === 'json-file' || driver === 'local') return undefined;
  return refusal('log-clash', say.logDriver(String(driver)));
}

/** A runner that lives in a container of this Docker is stopped with it, in the middle of its job. */
export function restartRefusal(
  { runnersInContainers }: DockerFacts,
  containersGoOn: boolean,
  say: Say,
): PlanRefusal | undefined {
  return containersGoOn || runnersInContainers === 0 ? undefined : refusal('runner-in-container', say.runner);
}
