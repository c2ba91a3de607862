import type { Texts } from '..';
import { pluralOf } from '../format';

const plural = pluralOf('fr');

export const common: Texts['common'] = {
  colon: '\u00a0:',
  unknown: 'inconnu',
  none: 'aucun',
  yes: 'oui',
  no: 'non',
  server: 'Serveur',
  system: 'Système',
  period: 'Période',
  from: (start, end) => (start === end ? start : `du ${start} au ${end}`),
  madeFrom: (documents) =>
    `Établi par edge-phase1 à partir de ${documents} ${plural(documents, 'exécution', 'exécutions')} et de l’historique\u00a0; heures en UTC, tailles en puissances de 1024.`,
  stepWords:
    'Ce que les étapes ont dit est cité dans la langue de leur exécution\u00a0; ce que disent les outils et les scripts du serveur reste en anglais.',
  noEvidence: 'Rien ne l’atteste.',
  titles: {
    log: 'Journal d’exécution de la phase 1',
    performance: 'Rapport de performance',
    harbor: 'Guide du registre d’images',
    completion: 'Bilan de la phase 1',
    phase2: 'Recommandations pour la phase 2',
  },
  steps: {
    'extend-lvm': 'Agrandir le volume logique',
    'docker-config': 'Configurer Docker',
    'disk-test': 'Mesurer les disques',
    harbor: 'Installer le registre',
    'build-test': 'Mesurer les builds',
    validate: 'Évaluer les contrôles',
  },
  checks: {
    disk_size: 'Taille du disque /',
    disk_use: 'Occupation du disque /',
    disk_pressure: 'DiskPressure',
    build_time: 'Durée du build',
    harbor: 'Registre (Harbor)',
    pods: 'Pods',
  },
  targets: {
    disk_size: (size) => `au moins ${size}`,
    disk_use: (percent) => `moins de ${percent}`,
    disk_pressure: (time) => `False, et aucune éviction, depuis ${time}`,
    build_time: (time) => `moins de ${time}, mesuré`,
    harbor: 'tous les composants sains, un envoi et une récupération prouvés',
    pods: (count) => `${count} prêts, aucun qui ne le soit pas`,
    allPods: 'tous ceux qui sont là sont prêts',
  },
  how: {
    disk_size: 'mesuré\u00a0: `statfs`, comme le montre `df`',
    disk_use: 'mesuré\u00a0: occupé sur ce que les programmes peuvent utiliser, comme le montre `df`',
    disk_pressure: 'observé\u00a0: la condition du nœud, les pods évincés et les événements selon leur motif exact',
    build_time: 'mesuré\u00a0: les builds de `build-test`',
    harbor: 'observé\u00a0: les composants sur sa page de santé, et la preuve de l’étape `harbor`',
    pods: 'observé\u00a0: Ready et chaque conteneur de chaque pod',
  },
  buildTime: (median, builds, range, when, established) =>
    `${median} (${builds} ${plural(builds, 'build', 'builds')}${range === '' ? '' : `, ${range}`}, ${when}${established ? '' : ', observé, non établi'})`,
  range: (least, most) => `de ${least} à ${most}`,
  results: { pass: 'atteint', fail: 'non atteint', unknown: 'inconnu', 'not-applicable': 'sans objet' },
  outcomes: {
    planned: 'planifié\u00a0; rien n’a été modifié',
    verified: 'examiné\u00a0; rien n’a été modifié',
    'nothing-to-do': 'rien à faire\u00a0; rien n’a été modifié',
    done: 'fait et vérifié',
    measured: 'mesuré\u00a0; rien n’a été modifié',
    refused: 'refusé\u00a0; rien n’a été modifié',
    undone: 'échoué et annulé',
    'needs-person': 'arrêté à mi-chemin\u00a0; une personne doit intervenir',
    unknown: 'issue inconnue\u00a0: la connexion a été perdue',
  },
  scenarios: {
    base: 'téléchargement des images de base',
    cold: 'à froid',
    warm: 'à chaud, rien de modifié',
    changed: 'à chaud, une ligne modifiée',
    registry: 'constructeur vide, cache du registre',
  },
  verdicts: {
    faster: 'plus rapide',
    slower: 'plus lent',
    'no difference shown': 'aucune différence démontrée',
    'observed, not established': 'observé, non établi',
  },
  chart: {
    in: (title, unit) => `${title}, en ${unit}`,
    target: (figure) => `ligne plate\u00a0: objectif ${figure}`,
    missing: (runs) => `exécutions sans valeur, omises\u00a0: ${runs}`,
  },
};
