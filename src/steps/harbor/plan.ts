import { SUPPORTED_MINORS } from '../../config/harbor';
import type { Installed } from '../../facts/harbor-installed';
import { isUnreadable, type Unreadable } from '../../facts/reading';
import type { HarborProof } from '../../facts/results';
import { type Texts, textsOf } from '../../texts';
import { finished, refused, unreadableRefusal } from '../plan';
import type { Change, Plan } from '../step';
import { STEP } from './about';
import { changesIn } from './changes';
import type { HarborSituation } from './facts';
import { placeRefusal } from './place-refusals';
import { subjectRefusal } from './refusals';
import { containersOf, stateOf } from './state';
import { type Wanted, wantedOf } from './wanted';

/** From what is there to a registry that is installed as configured, healthy, proven, set up for CI, and used. */
export function plan(situation: HarborSituation): Plan {
  const { machine, facts, config } = situation;
  const { installed } = facts;
  const say = textsOf(config).harborStep;
  if (isUnreadable(installed)) return refused(STEP, 'apply', unreadableRefusal(installed));
  const wanted = wantedOf(config, facts.place, installed);
  const stop = subjectRefusal(situation, installed, wanted) ?? placeRefusal(situation, installed, wanted);
  if (stop) return refused(STEP, 'apply', stop);
  const containers = containersOf(situation, installed);
  if (isUnreadable(containers)) return refused(STEP, 'apply', unreadableRefusal(containers));

  const changes = changesOf(situation, installed, wanted);
  return finished({
    step: STEP,
    intent: 'apply',
    summary: summaryOf(config.harbor.registry, installed, wanted, changes, say),
    basis: {
      machine_id: machine.id,
      installed: installed.installed,
      version: wanted.version,
      config_sha256: wanted.configSha256,
      // The configuration may leave these two open.
      ...{ host: wanted.host, data: wanted.data },
      ...{ source: config.harbor.source ?? '', sha256: config.harbor.sha256 ?? '' },
      ...{ use: wanted.use, trust: wanted.trust },
    },
    changes,
    target: targetOf(config.harbor.registry, wanted),
    notes: notesOf(situation, installed, wanted, changes, say.notes),
  });
}

export const targetOf = (registry: string, { version, address }: Wanted) =>
  [registry, version, 'at', address].filter(Boolean).join(' ');

function changesOf(situation: HarborSituation, installed: Installed, wanted: Wanted): readonly Change[] {
  const { facts, config } = situation;
  const wish = config.harbor;
  const say = textsOf(config).harborStep;
  const change = changesIn(say);
  const { proof } = facts;
  const isInstalled = installed.installed === wanted.mark;
  const from = installed.installed === 'none' ? '' : versionOf(installed.installed, say);
  const about = !isUnreadable(proof) && proof.registry === wanted.address ? proof : undefined;
  const up = isInstalled && stateOf(situation, installed).up;
  return [
    ...(isInstalled || installed.fetched ? [] : [change.fetch(wish, wanted)]),
    ...(isInstalled || installed.configured === wanted.mark ? [] : [change.configure(wish, wanted)]),
    ...(isInstalled ? [] : [change.install(wish, wanted, from)]),
    ...(up ? [] : [change.start(isInstalled ? installed.services : 0)]),
    ...(isInstalled && isProven(proof, wanted) ? [] : [change.prove(wanted)]),
    ...(about?.use === wanted.use ? [] : [change.use(wish)]),
    ...(wanted.trust === 'none' || about?.trust === wanted.trust ? [] : [change.trust(wish, wanted)]),
  ];
}

const isProven = (proof: HarborProof | Unreadable, { configSha256 }: Wanted) =>
  !isUnreadable(proof) && proof.configSha256 === configSha256 && proof.pushed === proof.pulled;

/** `harbor 2.14.0 …` -> `Harbor 2.14.0`. */
export function versionOf(mark: string, say: Texts['harborStep']): string {
  const [kind, version] = mark.split(' ');
  return kind === 'harbor' ? `Harbor ${version}` : say.light;
}

function summaryOf(
  registry: string,
  { installed }: Installed,
  wanted: Wanted,
  changes: readonly Change[],
  texts: Texts['harborStep'],
): string {
  const { summary: say } = texts;
  const at = say.at(registry === 'harbor' ? `Harbor ${wanted.version}` : texts.lightFirst, wanted.address);
  const ids = changes.map(({ id }) => id);
  if (ids.length === 0) return say.done(at);
  if (!ids.includes('install')) return ids.includes('start') ? say.notWhole(at) : say.runs(at, ids);
  return installed === 'none' ? say.install(at, wanted.data) : say.from(at, versionOf(installed, texts));
}

function notesOf(
  { facts, config }: HarborSituation,
  { othersInK3s }: Installed,
  { address, trust }: Wanted,
  changes: readonly Change[],
  say: Texts['harborStep']['notes'],
): readonly string[] {
  const { registry, version, scheme } = config.harbor;
  const { place } = facts;
  const minor = version.split('.').slice(0, 2).join('.');
  const installs = changes.some(({ id }) => id === 'install');
  const trusts = changes.some(({ id }) => id === 'trust');
  return [
    ...(registry === 'harbor' && !SUPPORTED_MINORS.includes(minor) ? [say.unsupported(minor, SUPPORTED_MINORS)] : []),
    ...(installs && scheme === 'http' ? [say.http] : []),
    ...(trusts && trust.includes('k3s') && othersInK3s ? [say.othersInK3s(address)] : []),
    ...(installs && place.services && isUnreadable(place.services)
      ? [say.servicesUnseen(place.services.unreadable)]
      : []),
    ...(installs && place.k3s && place.services === undefined && config.kubernetes.cluster !== 'none'
      ? [say.k3sUnasked]
      : []),
  ];
}
