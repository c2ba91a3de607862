import type { Texts } from '..';
import { formatOf, pluralOf } from '../format';

const { number, size, duration, moment, day, list, dollars, price } = formatOf('fr');
const plural = pluralOf('fr');

const at = (time: string | number) => moment(new Date(time).toISOString());

/** How long something lasted, in milliseconds. */
function span(milliseconds: number): string {
  const hours = Math.floor(milliseconds / 3_600_000);
  if (hours >= 48) return `${Math.floor(hours / 24)} j ${hours % 24} h`;
  return duration(Math.floor(milliseconds / 1000));
}

export const checks: Texts['checks'] = {
  notKnown: (why) => `inconnu\u00a0: ${why}`,
  unknown: 'inconnu',
  noCluster: 'pas de cluster, selon la configuration',
  diskSize: {
    title: 'Taille du disque /',
    target: (bytes) => `≥ ${size(bytes)}`,
    how: 'mesuré\u00a0: statfs, comme le montre df',
    measured: size,
  },
  diskUse: {
    title: 'Occupation du disque /',
    target: (percent) => `< ${number(percent)}\u00a0%`,
    how: 'mesuré\u00a0: occupé sur ce que les programmes peuvent utiliser, comme le montre df',
    measured: (percent) => `${number(percent, 1)}\u00a0%`,
  },
  pressure: {
    title: 'DiskPressure',
    target: (window) => `False et aucune éviction depuis ${span(window)}`,
    how: 'observé\u00a0: la condition du nœud et le moment de son changement\u00a0; les pods évincés encore présents\u00a0; les événements selon leur motif exact, gardés 1 h par défaut\u00a0; le journal du kubelet, quand il est lisible',
    otherHost: (nodes) => `ce serveur n’est aucun des nœuds du cluster (${nodes.join(', ') || 'il n’en a aucun'})`,
    notReported: 'le kubelet ne le signale pas',
    trueSince: (time) => `True depuis le ${at(time)}`,
    silent: (time) => `le kubelet est silencieux depuis le ${at(time)}`,
    but: (since, evictions) => `False depuis le ${at(since)}, mais ${evictions.join('\u00a0; ')}`,
    tooShort: (since, again) =>
      `False depuis le ${at(since)} seulement\u00a0; ce qui précède est inconnu. À revoir après le ${at(again)}`,
    evictionsUnknown: (since, why) => `False depuis le ${at(since)}\u00a0; évictions inconnues\u00a0: ${why}`,
    none: (since, lasting, window, pods, events) =>
      `False depuis le ${at(since)} (${span(lasting)})\u00a0; aucune éviction en ${span(window)} (${pods} ${plural(pods, 'pod', 'pods')} et ${events} ${plural(events, 'événement vu', 'événements vus')})`,
    journalUnseen: (why) => `\u00a0; journal du kubelet non vu\u00a0: ${why}`,
    journalSeen: (lines, first) =>
      `\u00a0; ${number(lines)} ${plural(lines, 'ligne vue', 'lignes vues')} du journal du kubelet depuis le ${at(first)}`,
    event: (reason, time) => `${reason} le ${at(time)}`,
    journal: (times, last) =>
      `le journal du kubelet signale ${times} fois un disque plein, la dernière fois le ${at(last)}`,
    evicted: (pods) => `évincés\u00a0: ${pods.join(', ')}`,
  },
  buildTime: {
    title: 'Durée du build',
    target: (minutes) => `< ${number(minutes)} min, mesuré`,
    how: (scenario) => `mesuré\u00a0: les builds du scénario ${scenario} par l’étape build-test`,
    declared: (minutes) => `\u00a0; ${minutes} min déclarées, ce qui n’est pas une mesure`,
    noneWell: (tried) => `aucun des ${tried} builds n’a réussi`,
    noBuild: (scenario) => `aucun build du scénario ${scenario}`,
    measured: ({ median, range, failed, last, builds, established }) => {
      const words = [
        `${builds} ${plural(builds, 'build', 'builds')}`,
        ...(range ? [`de ${duration(range.least)} à ${duration(range.most)}`] : []),
        ...(failed > 0 ? [`${failed} ${plural(failed, 'échoué', 'échoués')}`] : []),
        at(last),
        ...(established ? [] : ['observé, non établi']),
      ];
      return `${duration(median)} (${words.join(', ')})`;
    },
  },
  harbor: {
    title: 'Registre (Harbor)',
    target: 'tous les composants sains, un envoi et une récupération prouvés',
    how: 'observé\u00a0: les composants sur sa page de santé, et la preuve laissée par l’étape harbor',
    noAddress: 'aucune adresse n’est configurée (checks.harbor.url), et rien n’est installé',
    notRunning: (instead) => `ne fonctionne pas\u00a0: ${instead}`,
    ill: (components) => `en mauvais état\u00a0: ${components.join(', ')}`,
    healthy: (components) => `${components} ${plural(components, 'composant sain', 'composants sains')}`,
    notProven: (why) => `envoi et récupération non prouvés\u00a0: ${why}`,
    otherRegistry: (time, registry) => `la preuve du ${at(time)} concerne ${registry}`,
    otherDigest: (time) => `ce qui a été récupéré le ${at(time)} n’est pas ce qui a été envoyé`,
    tooOld: (time, hours) => `la preuve du ${at(time)} ne date pas des dernières ${hours} h`,
    proven: (time) => `envoi et récupération prouvés le ${at(time)}`,
  },
  pods: {
    title: 'Pods',
    allReady: 'tous Ready',
    target: (expected) => `${expected} Ready, aucun qui ne le soit pas`,
    how: 'observé\u00a0: la condition Ready et chaque conteneur de chaque pod, sans ceux qui ont terminé ou ont été remplacés',
    measured: (ready, all, named, more) =>
      [
        `${ready} sur ${all} Ready`,
        ...named,
        ...(more > 0 ? [`et ${more} ${plural(more, 'autre', 'autres')}`] : []),
      ].join('\u00a0; '),
    notReady: 'pas Ready',
    asBefore: (pods) => `${pods} ${plural(pods, 'pod', 'pods')} comme avant\u00a0: les mêmes, sans redémarrage`,
    changed: {
      missing: 'disparus',
      recreated: 'recréés',
      restarted: 'redémarrés',
      notReady: 'plus prêts',
      added: 'nouveaux',
    },
    changedPods: (how, pods) => `${how}\u00a0: ${pods.join(', ')}`,
    restarts: (pod, times) => `${pod} (${times} fois de plus)`,
  },
  forecast: {
    title: 'Prévision pour /',
    target: (days) => `aucun seuil important atteint d’ici ${days} jours`,
    how: 'estimé\u00a0: la pente robuste (Theil-Sen) de l’occupation, d’après l’historique',
    none: (days) => `aucun, d’après ${number(days, Number.isInteger(days) ? 0 : 1)} jours d’historique`,
    already: (level) => `${level}\u00a0: déjà`,
    about: (level, time) => `${level}\u00a0: vers le ${time === undefined ? '?' : day(time)}`,
    tooLittle: (values, days, leastValues, leastDays) =>
      `${values} ${plural(values, 'jour', 'jours')} avec des valeurs sur ${number(days, Number.isInteger(days) ? 0 : 1)} ${plural(days, 'jour', 'jours')}\u00a0; il en faut ${leastValues} sur ${leastDays}`,
    otherHosts: (hosts) => `l’historique concerne ${list(hosts)}, pas ce serveur`,
    howFull: 'occupation de /',
    notRead: 'non lue',
    inUse: (percent) => `${number(percent)}\u00a0% occupés`,
    evicted: 'éviction de pods',
    evictedAt: (left) => `éviction de pods (${left} de libre)`,
    noThreshold: 'le kubelet n’a pas de seuil nodefs.available',
  },
  preflight: {
    title: (about) => `Préalable (${about})`,
    phase0: 'phase 0 terminée',
    declared: 'déclaré',
    phase0How: 'déclaré\u00a0: preflight.phase_0_complete',
    complete: 'déclarée terminée',
    notDeclared: 'non déclarée',
    stable: 'infrastructure stable',
    backup: 'sauvegarde',
    backupTarget: (milliseconds) => `au plus ${span(milliseconds)}`,
    backupHow: (by) => `observé\u00a0: ${by}\u00a0; non pas si elle peut être restaurée`,
    byHook: (hook) => `ce que dit ${hook} sur le serveur`,
    byFile: 'quand le fichier le plus récent a été écrit',
    noPlace: (hook) => `aucun emplacement configuré (preflight.backup.path), et pas de ${hook}`,
    hookSaysNo: (hook) => `${hook} dit non`,
    noFile: 'aucun fichier à cet endroit',
    written: (bytes, time, age) =>
      `${bytes === undefined ? '' : `${size(bytes)}, `}écrite le ${at(time)} (il y a ${span(age)})`,
    budget: 'budget',
    nothing: price(0),
    budgetHow: 'déclaré\u00a0: cost.runner_minute_usd\u00a0; rien n’est jamais acheté',
    minuteCosts: (usd) => `une minute de runner coûte ${price(usd)}`,
    thisVersion: 'présent, dans cette version',
    scriptHow: 'observé\u00a0: son SHA-256 sur le serveur',
    script: { 'this version': 'cette version', 'another version': 'une autre version', 'not there': 'absent' },
  },
  validate: {
    summary: 'Examine le serveur\u00a0; il n’y a rien à modifier',
    nothingToUndo: {
      message: 'validate ne fait qu’examiner\u00a0: il n’y a rien à annuler.',
      wayOut: 'Nommez l’étape dont la modification est à annuler.',
    },
  },
  beforeAfter: {
    title: 'Avant et après',
    before: (time) => `Avant (${at(time)})`,
    after: (time) => `Après (${at(time)})`,
    rows: { disk: 'Disque', risk: 'Risque', builds: 'Builds', registry: 'Registre', pods: 'Pods', cost: 'Coût' },
    notApplicable: 's.o.',
    cost: dollars,
    note: 'Les deux colonnes sont observées\u00a0; ce qui était inconnu alors le reste. Les octets sont en puissances de 1024.',
  },
};
