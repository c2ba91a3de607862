import type { Texts } from '..';
import { pluralOf } from '../format';

const plural = pluralOf('fr');
const builds = (count: number) => `${count} ${plural(count, 'build', 'builds')}`;

export const performance: Texts['performance'] = {
  serverTitle: 'Le serveur, avant et après',
  serverColumns: ['', 'Avant', 'Après'],
  noChange:
    'Aucune modification n’a été effectuée\u00a0: la colonne «\u00a0Après\u00a0» montre le serveur tel qu’il est.',
  rows: { size: 'Taille de /', used: 'Occupé', free: 'Libre pour les programmes', use: 'Occupation, selon df' },
  buildsTitle: 'Builds',
  noBuilds: (command) =>
    `Aucun build n’a été mesuré\u00a0: on ne sait rien de leur durée, ni avant ni après. Pour mesurer\u00a0: ${command}.`,
  noBefore:
    'Aucun build n’a été mesuré avant la première modification\u00a0: la comparaison porte sur une durée relevée à la main et déclarée, qui n’établit rien.',
  buildColumns: ['Scénario', 'Avant', 'Après', 'Rapport (95\u00a0%)', 'Verdict'],
  sample: (median, count) => `${median} (${builds(count)})`,
  declared: (time) => `${time} (déclaré)`,
  notMeasured: 'non mesuré',
  reasons: {
    declared: 'l’un des côtés est déclaré, pas mesuré',
    few: (p) => `avec si peu de mesures, même la différence la plus nette a p ≥ ${p}`,
    shown: (p) => `p = ${p}, et l’intervalle exclut 1`,
    open: (p) => `p = ${p}\u00a0; cela ne montre pas qu’ils sont égaux`,
  },
  further: (runs) =>
    `${runs} ${plural(runs, 'mesure de plus', 'mesures de plus')} de chaque côté ${plural(runs, 'peut', 'peuvent')} trancher`,
  otherCommit:
    'Les builds d’avant et d’après ne portent pas sur le même commit\u00a0: une différence peut venir de ce qui a été construit.',
  unknownCommit: 'Le commit n’est pas connu pour tous les builds.',
  chartTitle: (scenario) => `Builds, ${scenario}`,
  seconds: 'secondes',
  minutes: 'minutes',
  diskChart: 'Occupation de /',
  percentUnit: 'pour cent de sa taille',
  buildMethod:
    'Temps réel de `docker build`\u00a0; médianes. Avant\u00a0: les builds antérieurs à la première modification\u00a0; après\u00a0: ceux qui suivent la dernière. Test de rang exact bilatéral et intervalle bootstrap à 95\u00a0% du rapport des médianes\u00a0; «\u00a0plus rapide\u00a0» et «\u00a0plus lent\u00a0» exigent les deux. En dessous de 1, les builds d’après sont plus rapides.',
  alone: 'L’effet de chaque modification prise seule',
  aloneColumns: ['Modification', 'Scénario', 'Avant', 'Après', 'Rapport (95\u00a0%)', 'Verdict'],
  notHelping: 'Ce qui n’a pas aidé',
  lvm: {
    held: (disks) =>
      `**Agrandir le volume n’a pas rendu de disque plus rapide**, et ne le peut pas\u00a0: c’est le même disque. Mesurées avant et après (${disks}), les valeurs n’ont pas changé.`,
    broken: (disks) =>
      `**Agrandir le volume ne peut pas rendre un disque plus rapide**, pourtant des valeurs ont changé entre les deux mesures (${disks}). Autre chose a changé\u00a0: ne pas prendre une différence entre builds pour un effet de l’agrandissement.`,
    unmeasured:
      '**Agrandir le volume ne rend pas un disque plus rapide**\u00a0: c’est le même disque. Il n’a pas été mesuré ici à la fois avant et après\u00a0: c’est un raisonnement, pas une mesure.',
  },
  docker: {
    measured: (verdicts) => `**Les réglages de Docker**, dont le plan attend 10 à 20\u00a0%\u00a0: ${verdicts}.`,
    unmeasured:
      '**Les réglages de Docker**, dont le plan attend 10 à 20\u00a0%, n’ont pas été mesurés seuls (il faut des builds juste avant et juste après). Aucun d’eux n’accélère un build par lui-même\u00a0: ils empêchent les journaux de remplir le disque.',
  },
  nothing: (change, scenario, verdict) => `**${change}**\u00a0: ${scenario}\u00a0: ${verdict}.`,
  disksTitle: 'Disques',
  noDisks: (command) => `Aucun disque n’a été mesuré. Pour mesurer\u00a0: ${command}.`,
  diskColumns: [
    'Disque',
    'Écritures synchrones de 4 Kio/s',
    'fsync, médiane, ms',
    'Lecture séquentielle, Mio/s',
    'hdparm -t, Mio/s',
  ],
  diskMethod: (rounds, when) =>
    `Médianes de ${rounds} ${plural(rounds, 'série', 'séries')} et leur étendue, mesurées le ${when}. Les petites écritures synchrones sont ce qu’attend la décompression des couches\u00a0; \`hdparm -t\` lit en séquence pendant trois secondes et dit peu de chose des builds.`,
  busy: 'occupé par d’autres travaux',
  forecastTitle: 'Prévision',
  forecast: {
    none: 'On ne sait rien de la croissance\u00a0: les contrôles n’ont pas été évalués avec un historique.',
    few: (values, days) =>
      `Inconnue\u00a0: il y a des valeurs de ${values} ${plural(values, 'jour', 'jours')}, sur ${days} jours\u00a0; il faut des valeurs de 4 jours sur 3.`,
    other: 'Inconnue.',
    growth: (estimate, low, high, days) =>
      `/ grandit de ${estimate} par jour (95\u00a0%\u00a0: de ${low} à ${high}), observé sur ${days} jours.`,
    use: (percent) => `${percent} d’occupation`,
    eviction: 'Le kubelet évince des pods',
    already: 'déjà',
    never: 'pas atteint à cette croissance',
    about: (date, earliest, latest) => `vers le ${date} (au plus tôt ${earliest}, au plus tard ${latest})`,
    unknown: 'inconnu',
  },
};
