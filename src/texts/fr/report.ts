import type { Texts } from '..';
import { formatOf, pluralOf } from '../format';

const { duration, size } = formatOf('fr');

const plural = pluralOf('fr');

export const report: Texts['report'] = {
  duration,
  cannotPlan: 'impossible à planifier\u00a0: quelque chose n’est pas connu',
  changesPlanned: (count) =>
    `${count} ${plural(count, 'modification planifiée', 'modifications planifiées')}\u00a0; rien n’a été modifié`,
  actionsPlanned: (count) =>
    `${count} ${plural(count, 'opération de mesure planifiée', 'opérations de mesure planifiées')}\u00a0; rien n’a été modifié`,
  stepsWell: 'toutes les étapes se sont bien passées',
  stepsNotWell: 'toutes les étapes ne se sont pas bien passées',
  cost: (usd, minutes, price) =>
    `${usd} (achats\u00a0: aucun\u00a0; ${minutes} ${plural(minutes, 'minute', 'minutes')} de runner à ${price})`,
  score: (score, of, unknown) =>
    `${score} sur ${of}${unknown > 0 ? `, ${unknown} ${plural(unknown, 'inconnu', 'inconnus')}` : ''}`,
  scoreOfThose: (possible, total) =>
    `${possible} qui s’appliquent (${total - possible} sur ${total} ne s’appliquent pas)`,
  needed: (points) => `il en faut ${points}`,
  neededShare: (percent, points) => `il faut ${percent}\u00a0%, soit ${points} points`,
  succeeded: (score, target, spent) => `La phase 1 est réussie\u00a0: ${score} (${target}), ${spent} dépensés`,
  notYet: (score, target, spent) =>
    `La phase 1 n’est pas encore réussie\u00a0: ${score} (${target}), ${spent} dépensés`,
  scoreTitle: (score) => `Score\u00a0: ${score}`,
  scoreColumns: ['Contrôle', 'Résultat', 'Points'],
  notApplicable: 'sans objet',
  points: (earned, weight) => `${earned} sur ${weight}`,
  scoreNote:
    'Un contrôle atteint rapporte ses points, tout autre résultat n’en rapporte aucun. «\u00a0Inconnu\u00a0» n’est ni un succès ni un échec.',
  forecast: {
    size: (bytes) => size(Math.round(bytes)),
    leftOnly: (left) => `${left}\u00a0; pas atteint à cette croissance.`,
    unknown: (why) => `Prévision pour /\u00a0: inconnue (${why}).`,
    growth: (estimate, low, high, values, days) =>
      `Croissance de /\u00a0: ${estimate} par jour (95\u00a0%\u00a0: de ${low} à ${high}), d’après ${values} jours avec des valeurs sur ${days} jours.`,
    markUnknown: (title, why) => `${title}\u00a0: inconnu (${why}).`,
    already: (title, by) => `${title}\u00a0: déjà dépassé, de ${by}.`,
    left: (title, left) => `${title}\u00a0: il reste ${left}`,
    notReached: 'pas atteint à cette croissance',
    never: 'jamais',
    reached: (left, at, earliest, latest) => `${left}\u00a0; ${at} (au plus tôt ${earliest}, au plus tard ${latest}).`,
    about: (date) => `vers le ${date}`,
  },
  check: 'Contrôle',
  measured: 'Mesuré',
  target: 'Objectif',
  after: 'après',
  now: 'maintenant',
  why: 'Motif',
  whatToDo: 'Que faire',
  costLabel: 'Coût',
  planHash: 'Hash du plan',
  theEvidence: 'le compte rendu',
  wholeIn: (link) => `le texte entier est dans ${link}`,
  jobSummary: 'le résumé du job',
  evidence: 'compte rendu',
  workflowRun: 'exécution du workflow',
  run: 'exécution',
  on: (mode, host) => `${mode} sur ${host}`,
  planOf: (changes) => `Le plan\u00a0: ${changes} ${plural(changes, 'modification', 'modifications')}`,
  runs: 'commande',
  whyChange: 'pourquoi',
  checked: 'vérification',
  undo: 'annulation',
  environment: 'Environnement',
  environmentNames: { host: 'serveur', name: 'nom', system: 'système', kernel: 'noyau' },
  howMeasured: 'Comment cela a été mesuré',
  hostDid: 'Ce que le serveur a fait',
  checksPass: (passed, all, unknown) =>
    `${passed} ${plural(passed, 'contrôle atteint', 'contrôles atteints')} sur ${all}${unknown > 0 ? `, ${unknown} ${plural(unknown, 'inconnu', 'inconnus')}` : ''}`,
  terminal: {
    took: (cost, time) => `Coût\u00a0: ${cost}. Durée\u00a0: ${time}.`,
    next: 'Rien n’a été modifié. Pour l’effectuer\u00a0:',
    note: 'Remarque',
    checks: 'Contrôles',
    target: (target) => `(objectif\u00a0: ${target})`,
    signs: { pass: 'OUI ', fail: 'NON ', unknown: '????', 'not-applicable': 's.o.' },
  },
};
