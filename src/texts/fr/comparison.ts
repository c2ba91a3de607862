import type { Texts } from '..';
import { formatOf, pluralOf } from '../format';

const { number, list } = formatOf('fr');
const plural = pluralOf('fr');

const figure = (text: string) => text.replace('.', ',');
const probability = (p: number) => `p = ${figure(p.toPrecision(2))}`;
const percent = (share: number) => `${number(share * 100, 1)}\u00a0%`;
const seconds = (value: number) => `${figure(value.toPrecision(3))} s`;
const moreRuns = (runs: number) =>
  `${runs} ${plural(runs, 'mesure', 'mesures')} de plus de chaque côté peuvent trancher`;

export const comparison: Texts['comparison'] = {
  declared: (names) => `${list(names)}\u00a0: déclaré, non mesuré ici.`,
  noRunsSettle: 'Aucun nombre de mesures ne tranche\u00a0: il faudrait mesurer le côté déclaré.',
  tooFew: (p, alpha) =>
    `Avec si peu de mesures, même la différence la plus nette donne ${probability(p)} ou plus, au-dessus de ${figure(String(alpha))}.`,
  apart: (p) => `${probability(p)}, et l’intervalle exclut 1.`,
  unlikely: (p, alpha) =>
    `${probability(p)} est au-dessus de ${figure(String(alpha))}. Cela ne montre pas que les deux sont égaux.`,
  reachesOne: (p) => `${probability(p)}, mais l’intervalle contient 1. Cela ne montre pas que les deux sont égaux.`,
  judged: {
    slower: (share, warn, fail) =>
      `plus lent de ${percent(share)} (avertit à partir de ${warn}\u00a0%, échoue à partir de ${fail}\u00a0%)`,
    faster: (share) => `plus rapide de ${percent(share)}`,
    excluded: (fail, most) => `un ralentissement de ${fail}\u00a0% ou plus est exclu (au plus ${percent(most)})`,
    open: (fail, more) =>
      `un ralentissement de ${fail}\u00a0% n’est ni démontré ni exclu${more > 0 ? `\u00a0; ${moreRuns(more)}` : ''}`,
  },
  moreRuns,
  further: {
    fewest: (floor) =>
      `${floor} mesures de chaque côté sont le minimum avec lequel le test exact peut établir quoi que ce soit\u00a0; combien il en faut vraiment ne peut se dire qu’à partir de 3.`,
    tooSmall: (most) =>
      `Ce qui a été observé est si faible par rapport au bruit qu’il faudrait plus de ${most} mesures de chaque côté\u00a0: tenez-les pour égaux ici, ou rendez la machine plus calme.`,
    noether: (size) =>
      `Formule de Noether pour une puissance de 80\u00a0% à la différence observée (${size} mesures de chaque côté en tout)\u00a0; si la vraie différence est plus faible, il en faut plus.`,
  },
  warnings: {
    notInTurn:
      'Les deux n’ont pas été mesurés à tour de rôle\u00a0: ce qui a changé sur la machine entre-temps compte comme une différence. Mesurez-les à tour de rôle quand c’est possible.',
    slowFirst: (name, first, middle) =>
      `${name}\u00a0: la première mesure a pris ${seconds(first)}, les autres environ ${seconds(middle)}. Ajoutez un tour d’échauffement, ou videz les caches avant chaque mesure.`,
    outliers: (name, middle, far) =>
      `${name}\u00a0: loin de la médiane de ${seconds(middle)}\u00a0: ${far.map(({ run, took }) => `mesure ${run} (${seconds(took)})`).join(', ')}. Elles ont été gardées\u00a0; voyez ce qui tournait alors.`,
    busy: (name, runs, all, load, wait) =>
      `${name}\u00a0: la machine était occupée à d’autres travaux avant ${runs.length} ${plural(runs.length, 'mesure', 'mesures')} sur ${all} (${runs.join(', ')})\u00a0: charge au-dessus de ${figure(String(load))} par processeur, ou attente des disques pendant plus de ${number(wait * 100)}\u00a0% du temps. Recommencez quand elle est calme.`,
    noisy: (name, noise) =>
      `${name}\u00a0: d’une mesure à l’autre, l’écart est d’environ ${number(noise * 100)}\u00a0%. De petites différences s’y perdent.`,
  },
};
