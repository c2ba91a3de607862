import type { Texts } from '..';
import { pluralOf } from '../format';

const plural = pluralOf('fr');

export const phase2: Texts['phase2'] = {
  intro:
    'Ce qu’un achat ou un changement apporterait, pour autant que cela a été mesuré ici. Une estimation est nommée comme telle et a des bornes\u00a0; là où rien n’a été mesuré, rien n’est affirmé.',
  ssdTitle: 'Un SSD pour les données de Docker (la phase 1B du plan)',
  ssdUnknown: (command) =>
    `**Inconnu.** Le temps que les builds passent à attendre le disque n’a pas été mesuré ici. Mesurez d’abord, avec ${command}\u00a0; les compteurs de pression du noyau (\`/proc/pressure/io\`) doivent être actifs.`,
  ssdColumns: [
    'Scénario',
    'Aujourd’hui',
    'Quelque chose attendait',
    'Tout attendait',
    'Au mieux',
    'Un disque sans attente',
  ],
  now: (median, builds) => `${median} (${builds} ${plural(builds, 'build', 'builds')})`,
  between: (low, high) => `de ${low} à ${high}`,
  ssd: {
    little: (share) =>
      `**Pas pour les builds.** Au plus ${share} du temps d’un build se passe à attendre un disque\u00a0: aucun achat ne peut gagner davantage.`,
    maybe: (low, high) =>
      `**Peut-être\u00a0; une estimation.** Entre ${low} et ${high} du temps d’un build se passe à attendre un disque, ce qu’un disque plus rapide peut raccourcir.`,
    much: (low, high) =>
      `**Utile pour les builds\u00a0; une estimation.** Entre ${low} et ${high} du temps d’un build se passe à attendre un disque, ce qu’un disque plus rapide peut raccourcir.`,
    already: (now) =>
      `Le plan attend 3 à 5 minutes avec un SSD\u00a0; les builds à froid prennent ${now} sur le disque en place.`,
    excluded: (best) =>
      `Le plan attend 3 à 5 minutes avec un SSD. D’après ces mesures, un disque seul n’y suffit pas\u00a0: sans aucune attente, un build à froid prend encore ${best}.`,
    open: (best) =>
      `Le plan attend 3 à 5 minutes avec un SSD. Les mesures ne l’excluent pas (au mieux ${best}), et ne le montrent pas.`,
    price: (saved) =>
      `Selon le plan, il coûte environ 120 $ et demande un emplacement M.2 libre, qui n’a pas été recherché. Par build à froid, il fait gagner au plus ${saved}.`,
  },
  ssdMethod:
    'D’après les compteurs du noyau pendant les builds\u00a0: la part du temps où quelque chose attendait un disque, et celle où rien d’autre ne tournait pendant ce temps. «\u00a0Au mieux\u00a0» est la durée sans la première part\u00a0; «\u00a0un disque sans attente\u00a0» se situe entre celle-ci et la durée sans la seconde. Un vrai SSD fait encore attendre, l’attente d’autres programmes est comptée aussi, et ce qui dépend du processeur ou du réseau reste tel quel.',
  freeTitle: 'Sans rien dépenser',
  columns: ['Quoi', 'Ce que cela apporterait', 'Fondement'],
  layers: {
    what: 'Ordonner le Dockerfile pour qu’une ligne modifiée ne fasse pas tout reconstruire (`edge-phase1 advise` nomme les lignes)',
    brings: (most) => `au plus ${most} par build après une modification`,
    basis: (changed, warm, cold) =>
      `médianes\u00a0: une ligne modifiée ${changed}, rien de modifié ${warm}, à froid ${cold}`,
    fine: 'peu\u00a0: un build après une modification est proche d’un build sans modification',
  },
  bases: {
    what: 'Un cache mandataire pour les images de base dans le registre',
    brings: (most) => `au plus ${most} par build qui doit télécharger ses images de base`,
    basis: (builds) => `médiane de ${builds} ${plural(builds, 'téléchargement', 'téléchargements')} des images de base`,
  },
  disk: {
    what: (disk) => `Déplacer les données de Docker sur ${disk}`,
    whatNot: 'Déplacer les données de Docker sur un autre disque',
    brings: (times) =>
      `${times} fois plus de petites écritures synchrones par seconde\u00a0; pour les builds, au plus leur attente du disque`,
    same: 'rien qui ait été montré\u00a0: on ne peut pas distinguer les disques',
    home: (disk) => `rien\u00a0: elles sont déjà sur le plus rapide (${disk})`,
    basis: (rounds, when) => `${rounds} ${plural(rounds, 'série', 'séries')} du test des disques du ${when}`,
    busy: 'un disque était occupé par d’autres travaux\u00a0: observé, non établi',
    few: 'si peu de séries n’établissent rien',
  },
  space: {
    what: 'Agrandir encore le volume',
    brings: (free) => `jusqu’à ${free}, libres dans le groupe de volumes`,
    none: 'rien\u00a0: le groupe de volumes n’a plus de place',
    basis: (forecast) => `LVM\u00a0; ${forecast}`,
    noForecast: 'on ne sait pas quand ce sera nécessaire\u00a0: l’historique est trop court',
  },
  openTitle: 'Avant la phase 2',
  open: (check, result, measured) => `**${check}** (${result})\u00a0: ${measured}`,
  unknownTitle: 'Ce qui ne peut pas être dit',
  unknowns: {
    builds: 'Ce qui rendrait les builds plus rapides\u00a0: aucun n’a été mesuré.',
    changed:
      'Si les couches du Dockerfile sont dans un bon ordre\u00a0: les builds après une modification n’ont pas été mesurés.',
    bases: 'Ce qu’apporte un cache pour les images de base\u00a0: leur téléchargement n’a pas été mesuré.',
    disks: 'Quel disque convient le mieux aux données de Docker\u00a0: les disques n’ont pas été mesurés.',
    space: 'Combien de place il reste pour agrandir le volume\u00a0: cela n’a pas été lu.',
    machine:
      'Si plus de mémoire ou de processeurs aideraient\u00a0: ni l’un ni l’autre n’a été mesuré, et le temps qui n’est pas passé à attendre un disque n’est pas pour autant du temps de processeur.',
  },
};
