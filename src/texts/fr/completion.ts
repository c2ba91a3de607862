import type { Texts } from '..';
import { pluralOf } from '../format';

const plural = pluralOf('fr');

export const completion: Texts['completion'] = {
  succeeded: (points, needed, spent) =>
    `✅ **La phase 1 est réussie\u00a0:** ${points} (il en faut ${needed}), ${spent} dépensés.`,
  notYet: (points, needed, spent) =>
    `❌ **La phase 1 n’est pas encore réussie\u00a0:** ${points} (il en faut ${needed}), ${spent} dépensés.`,
  notJudged:
    '❔ **On ne sait pas si la phase 1 est réussie\u00a0:** les contrôles n’ont jamais été évalués (`edge-phase1 verify validate`).',
  points: (score, possible, unknown) =>
    unknown === '0' ? `${score} points sur ${possible}` : `${score} points sur ${possible}, ${unknown} inconnus`,
  judgedOn: (when) => `Dernière évaluation des contrôles\u00a0: ${when}.`,
  staleJudgement: 'C’était avant la dernière modification\u00a0: évaluez-les à nouveau.',
  definitionTitle: 'La définition du succès, point par point',
  definitionColumns: ['', 'Le plan dit', 'Mesuré', 'Comment'],
  definition: {
    disk_size: (target) => `Espace disque porté à ${target} ou plus`,
    disk_pressure: 'Risque de DiskPressure éliminé',
    build_time: (target) => `Durée du build ramenée sous ${target}`,
    harbor: 'Registre opérationnel',
    pods: 'Tous les services stables',
    budget: 'Aucune dépense',
    score: (target) => `Score de ${target} ou plus`,
  },
  ofPoints: 'des points de tous les contrôles qui s’appliquent',
  costHow: 'calculé, voir ci-dessous',
  scoreTitle: 'Score',
  scoreColumns: ['', 'Contrôle', 'Objectif', 'Mesuré', 'Points'],
  earned: (points, weight) => `${points} sur ${weight}`,
  scoreNote:
    'Un contrôle atteint rapporte ses points, tout autre résultat n’en rapporte aucun. «\u00a0Inconnu\u00a0» n’est ni un succès ni un échec.',
  costTitle: 'Coût',
  cost: (usd, runs, minutes, price) =>
    `${usd}, calculé\u00a0: ${runs} ${plural(runs, 'exécution', 'exécutions')} sur GitHub avec ${minutes} minutes de runner à ${price} la minute. Une exécution depuis un terminal ne coûte aucune minute de runner.`,
  bought: 'edge-phase1 n’achète rien. Il ne peut pas voir si quelqu’un a acheté quelque chose par ailleurs.',
  risksTitle: 'Les risques du plan',
  riskColumns: ['Risque', 'Survenu\u00a0?', 'Fondement'],
  risks: {
    lvm: 'Échec de l’agrandissement LVM (5\u00a0%)',
    docker: 'Problèmes au redémarrage de Docker (10\u00a0%)',
    performance: 'Gain de performance insuffisant (30\u00a0%)',
  },
  riskStates: { happened: '**oui**', avoided: 'non', untested: 'pas mis à l’épreuve', unknown: 'inconnu' },
  riskBasis: {
    never: 'l’étape n’a jamais été effectuée',
    ended: (outcomes) => `issue des exécutions de l’étape\u00a0: ${outcomes}`,
    health: (measured) => `Docker ensuite\u00a0: ${measured}`,
    pods: (measured) => `pods ensuite\u00a0: ${measured}`,
    build: (measured) => `durée du build\u00a0: ${measured}`,
    notJudged: 'les contrôles n’ont jamais été évalués',
  },
  deviationsTitle: 'Écarts par rapport au plan',
  noDeviations: 'Aucun que les comptes rendus montrent.',
  deviations: {
    notDone: (step) => `«\u00a0${step}\u00a0» n’a pas été effectué.`,
    rolledBack: (step, when) => `«\u00a0${step}\u00a0» a été annulé le ${when}.`,
    late: (days, last, due) =>
      `La dernière exécution est du ${last}, ${days} ${plural(days, 'jour', 'jours')} après la fin du plan (${due}).`,
    setting: (key, plan, used) => `\`${key}\` : ${plan} dans le plan, ${used} ici.`,
    more: (count) => `${count} ${plural(count, 'autre réglage diffère', 'autres réglages diffèrent')} de ceux du plan.`,
    distribution: 'Le registre est Distribution, pas Harbor.',
    harborVersion: (version) => `Harbor est en version ${version}, et non 2.10.0, qui n’est plus maintenue.`,
    noBaseline:
      'Aucun build n’a été mesuré avant la première modification\u00a0; les «\u00a070 minutes\u00a0» du plan sont une valeur déclarée.',
    byHand: (runs) =>
      `${runs} ${plural(runs, 'exécution ne figure', 'exécutions ne figurent')} que dans le journal du serveur (voir le journal d’exécution).`,
    restore:
      'La procédure de secours du plan (`vgcfgrestore`) n’est jamais employée\u00a0: une fois le système de fichiers agrandi, elle détruit des données. L’annulation est un `lvreduce` à la taille consignée, et seulement tant que le système de fichiers n’a pas grandi.',
  },
  openTitle: 'Ce qui reste ouvert',
  nothingOpen: 'Rien\u00a0: tous les contrôles qui s’appliquent sont atteints.',
};
