import type { Texts } from '..';
import { pluralOf } from '../format';

const plural = pluralOf('fr');

export const log: Texts['log'] = {
  summary: (runs, days, changes) =>
    `${runs} ${plural(runs, 'exécution', 'exécutions')} sur ${days} ${plural(days, 'jour', 'jours')}\u00a0; ${changes} ${plural(changes, 'modification effectuée', 'modifications effectuées')}.`,
  columns: ['Heure', 'Exécution', 'Issue', 'Lancée par', 'Approuvée par', 'Durée'],
  terminal: 'en ligne de commande',
  notNeeded: 'pas nécessaire',
  notRecorded: 'non consigné',
  planOf: (hash) => `plan ${hash}`,
  run: 'exécution',
  why: 'Motif',
  changesDone: (done, all) => `${done} sur ${all} ${plural(all, 'opération effectuée', 'opérations effectuées')}`,
  checks: (passed, all, unknown) =>
    `${passed} sur ${all} ${plural(all, 'contrôle atteint', 'contrôles atteints')}${unknown > 0 ? `, ${unknown} ${plural(unknown, 'inconnu', 'inconnus')}` : ''}`,
  score: 'score',
  unseenTitle: 'Seulement dans le journal du serveur',
  unseen:
    'Ces exécutions ont été lancées à la main, ou leur compte rendu ne faisait pas partie de ce qui a servi à établir ce document. Qui les a lancées n’est pas consigné.',
  unseenColumns: ['Début', 'Exécution', 'Fin'],
  ends: {
    success: 'faite et vérifiée',
    failed: 'échouée',
    stopped: 'arrêtée par une personne',
    none: 'le journal ne le dit pas',
  },
  gap: 'Les jours sans exécution sont omis. Les exécutions dont le compte rendu a été supprimé (les artefacts sont conservés pour une durée limitée) ne se retrouvent que dans le journal du serveur.',
};
