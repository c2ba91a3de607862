import { SUPPORTED_MINORS } from '../../config/harbor';
import type { Installed } from '../../facts/harbor-installed';
import { isUnreadable, type Unreadable } from '../../facts/reading';
import type { HarborProof } from '../../facts/results';
import { finished, refused } from '../plan';
import type { Change, Plan } from '../step';
import { STEP } from './about';
import { change } from './changes';
import type { HarborSituation } from './facts';
import { placeRefusal } from './place-refusals';
import { refusal, subjectRefusal } from './refusals';
import { containersOf, stateOf } from './state';
import { type Wanted, wantedOf } from './wanted';

/** From what is there to a registry that is installed as configured, healthy, proven, set up for CI, and used. */
export function plan(situation: HarborSituation): Plan {
  const { machine, facts, config } = situation;
  const { installed } = facts;
  if (isUnreadable(installed)) {
    return refused(STEP, 'apply', refusal('unknown', `${installed.unreadable}.`, installed.wayOut));
  }
  const wanted = wantedOf(config, facts.place, installed);
  const stop = subjectRefusal(situation, installed, wanted) ?? placeRefusal(situation, installed, wanted);
  if (stop) return refused(STEP, 'apply', stop);
  const containers = containersOf(situation, installed);
  if (isUnreadable(containers)) {
    return refused(STEP, 'apply', refusal('unknown', `${containers.unreadable}.`, containers.wayOut));
  }

  const changes = changesOf(situation, installed, wanted);
  return finished({
    step: STEP,
    intent: 'apply',
    summary: summaryOf(config.harbor.registry, installed, wanted, changes),
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
    notes: notesOf(situation, installed, wanted, changes),
  });
}

export const targetOf = (registry: string, { version, address }: Wanted) =>
  [registry, version, 'at', address].filter(Boolean).join(' ');

function changesOf(situation: HarborSituation, installed: Installed, wanted: Wanted): readonly Change[] {
  const { facts, config } = situation;
  const wish = config.harbor;
  const { proof } = facts;
  const isInstalled = installed.installed === wanted.mark;
  const from = installed.installed === 'none' ? '' : versionOf(installed.installed);
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
export function versionOf(mark: string): string {
  const [kind, version] = mark.split(' ');
  return kind === 'harbor' ? `Harbor ${version}` : 'the light registry';
}

function summaryOf(registry: string, { installed }: Installed, wanted: Wanted, changes: readonly Change[]): string {
  const name = registry === 'harbor' ? `Harbor ${wanted.version}` : 'The light registry';
  const at = `${name} at ${wanted.address}`;
  const ids = changes.map(({ id }) => id);
  if (ids.length === 0) return `${at}: installed as configured, healthy and proven.`;
  if (!ids.includes('install')) {
    return ids.includes('start') ? `${at} is not whole: bring it up.` : `${at} runs: ${ids.join(', ')}.`;
  }
  if (installed === 'none') return `${at}: install it, with its data in ${wanted.data}.`;
  return `${at}: from ${versionOf(installed)}, with its data as it is; it does not answer meanwhile.`;
}

function notesOf(
  { facts, config }: HarborSituation,
  { othersInK3s }: Installed,
  { address, trust }: Wanted,
  changes: readonly Change[],
): readonly string[] {
  const { registry, version, scheme } = config.harbor;
  const { place } = facts;
  const minor = version.split('.').slice(0, 2).join('.');
  const installs = changes.some(({ id }) => id === 'install');
  const trusts = changes.some(({ id }) => id === 'trust');
  return [
    ...(registry === 'harbor' && !SUPPORTED_MINORS.includes(minor)
      ? [
          `Harbor ${minor} gets no security fixes from the Harbor project any more; ${SUPPORTED_MINORS.join(', ')} do (harbor.version).`,
        ]
      : []),
    ...(installs && scheme === 'http' ? ['Without TLS, passwords and images cross the network in the clear.'] : []),
    ...(trusts && trust.includes('k3s') && othersInK3s
      ? [
          `K3s has a registries.yaml that this step has not written, and it is left alone. If ${address} does not stand in it, apply refuses before it changes anything, and shows what to add; or leave K3s out (harbor.trust).`,
        ]
      : []),
    ...(installs && place.services && isUnreadable(place.services)
      ? [
          `The services of the cluster cannot be seen (${place.services.unreadable}): whether one takes the port was only tried by connecting.`,
        ]
      : []),
    ...(installs && place.k3s && place.services === undefined && config.kubernetes.cluster !== 'none'
      ? ['K3s is here, but its services cannot be asked for: whether one takes the port was only tried by connecting.']
      : []),
  ];
}
