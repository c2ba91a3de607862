import { digits } from '../../steps/disk-test/figures';
import type { Texts } from '..';
import { formatOf, pluralOf } from '../format';

const { number, size, duration, moment, list } = formatOf('fr');
const plural = pluralOf('fr');

const times = (runs: number) => `${runs} fois chacun`;
const rounds = (count: number) => `${count} ${plural(count, 'passe', 'passes')}`;
const shown = (figure: number) => digits(figure).replace('.', ',');

export const diskTest: Texts['diskTest'] = {
  changes: {
    hdparm: (disks, runs) => ({
      title: `Lire ${disks.map(({ key, path }) => `${key} (actuellement ${path})`).join(', ')}, ${times(runs)}, à tour de rôle`,
      command: `hdparm -Tt ${disks.map(({ path }) => path).join(', puis ')}`,
      why: 'C’est ce que demande le plan de la phase 1\u00a0: à quelle vitesse un disque lit d’un seul tenant. Cela dit peu des builds.',
      check:
        'Chaque passe donne une valeur\u00a0; ce que d’autres ont fait sur le disque entre-temps est compté (/sys/block/…/stat).',
      undo: 'Inutile\u00a0: les disques ne sont ouverts qu’en lecture.',
    }),
    fio: (mounts, runs, seconds, bytes) => ({
      title: `Écrire et lire un fichier de ${size(bytes)} sur ${mounts.join(', ')}, ${times(runs)}, à tour de rôle`,
      command: `fio\u00a0: écritures et lectures de 1 Mio d’un seul tenant, lectures de 4 Kio, écritures de 4 Kio avec fsync\u00a0; ${seconds} s chacune`,
      why: 'Les builds écrivent beaucoup de petits fichiers et attendent qu’ils soient sur le disque\u00a0: les petites écritures synchrones sont le point faible d’un disque.',
      check:
        'Chaque passe donne des valeurs\u00a0; ce que d’autres ont fait sur le disque entre-temps est compté (/sys/block/…/stat).',
      undo: 'Inutile\u00a0: le fichier n’a plus de nom avant même que sa place soit prise\u00a0; il disparaît avec son dernier lecteur, même après kill -9.',
    }),
    save: (file) => ({
      title: 'Garder le résultat sur le serveur',
      command: `écrire ${file}`,
      why: 'Les contrôles, les rapports et la comparaison suivante en sont tirés.',
      check: 'Le prochain examen le lit.',
      undo: 'Inutile\u00a0: il dit seulement ce qui a été mesuré. Les six derniers résultats sont gardés.',
    }),
  },
  summary: (disks, runs, seconds, bytes) =>
    `Mesurer ${disks} ${plural(disks, 'disque', 'disques')}, ${times(runs)}\u00a0: environ ${duration(seconds)}\u00a0; ${
      bytes === undefined
        ? 'rien n’y est écrit'
        : `le fichier prend ${size(bytes)}, sur un disque à la fois, et sa place est libre à nouveau ensuite`
    }.`,
  nothingToUndo: 'Une mesure ne modifie rien\u00a0: il n’y a rien à annuler.',
  notes: {
    holds: (key, path, holds) =>
      `${key} est ${path} depuis ce démarrage\u00a0; il porte\u00a0: ${holds.join(', ') || 'rien de monté'}.`,
    noSerial: (key) =>
      `${key} n’a pas de numéro de série propre\u00a0: ses résultats ne valent que pour ce démarrage, car son nom peut désigner un autre disque au suivant.`,
    noHdparm:
      'hdparm n’est pas installé\u00a0: la vitesse de lecture d’un seul tenant reste inconnue (apt-get install hdparm).',
    noFile: (key, why) => `${key}\u00a0: aucun fichier n’est écrit, car ${why}.`,
    layer: (key, layer) =>
      `${key}\u00a0: le fichier se trouve sur un périphérique de type ${layer}\u00a0; ses valeurs en comprennent le coût.`,
    fewRuns: (runs) =>
      `Avec ${runs} ${plural(runs, 'passe', 'passes')}, une différence entre disques est observée, non établie\u00a0; 4 permettent de conclure.`,
    control:
      'Étendre un volume logique ne peut pas changer ces valeurs. Mesurées avant et après, elles servent de contrôle\u00a0: là où elles diffèrent, autre chose a changé.',
  },
  refusals: {
    noDisk: {
      message: 'Aucun disque physique n’est visible.',
      wayOut: 'Voir\u00a0: lsblk -d -o PATH,TYPE,SIZE,SERIAL',
    },
    notFound: (name) => ({
      message: `Il n’y a pas de disque '${name}'\u00a0: ni numéro de série, ni groupe de volumes avec un volume actif, ni point de montage sur un disque.`,
      wayOut: 'Voir\u00a0: lsblk -o NAME,SIZE,SERIAL,MOUNTPOINTS et ls -l /dev/disk/by-id',
    }),
    nothingToMeasure: (noFile) => ({
      message: `Rien ne peut être mesuré\u00a0: hdparm n’est pas installé, et ${noFile}.`,
      wayOut: 'Installez les deux\u00a0: apt-get install hdparm fio',
    }),
  },
  noFile: {
    noFio: 'fio n’est pas installé (apt-get install fio)',
    notAllowed: 'l’écriture d’un fichier n’est pas autorisée (disk_test.fio)',
    notMounted: 'aucun de ses systèmes de fichiers n’est monté',
    type: (mount, type) => `${mount} est de type ${type}\u00a0; seuls ext4 et xfs sont mesurés`,
    readOnly: (mount) => `${mount} est monté en lecture seule`,
    otherDisks: (mount) => `${mount} se trouve aussi sur d’autres disques`,
    tooLittle: (mount, free, takes, stays) =>
      `${mount} a trop peu d’espace\u00a0: ${size(free)} sont libres, le fichier prend ${size(takes)}, et ${size(stays)} doivent rester libres`,
  },
  facts: {
    unreadable: (file, why) => ({
      unreadable: `${file} ne peut pas être lu (${why})`,
      wayOut: `Voir\u00a0: ls -l ${file}`,
    }),
    otherForm: (file, why) => ({
      unreadable: `${file} n’est pas ce que cette version enregistre (${why})`,
      wayOut: 'Mesurez à nouveau\u00a0; le prochain résultat le remplace.',
    }),
  },
  check: {
    title: 'Vitesse des disques',
    titleOf: (key) => `Vitesse du disque ${key}`,
    target: 'mesurée pendant qu’il ne faisait rien d’autre',
    nothing: 'rien n’a été mesuré',
    notYet: 'pas encore mesurée\u00a0: lancez apply disk-test',
    how: (time, mount) =>
      `mesuré le ${moment(time)}\u00a0: hdparm -t, et fio avec un fichier${mount && ` sur ${mount}`}`,
    writes: (figures) => `${figures} petites écritures synchrones/s`,
    noWrites: (why) => `petites écritures inconnues\u00a0: ${why}`,
    reading: (figures) => `${figures} Mio/s en lecture`,
    noReading: (why) => `lecture inconnue\u00a0: ${why}`,
    busy: 'occupé par d’autres travaux\u00a0: valeurs trop basses',
    health: (key) => `Santé du disque ${key}`,
    healthHow: 'SMART, selon le jugement du disque lui-même (smartctl -H)',
    smart: { passed: 'bon', failed: 'défaillant' },
  },
  digits: shown,
  disks: {
    title: 'Les disques',
    columns: ['Disque', 'Actuellement', 'Modèle', 'Taille', 'Genre', 'Ordonnanceur', 'SMART', 'Contenu'],
    note: 'Les noms comme sda ne valent que pour un démarrage. Qu’un disque virtuel soit rotatif n’est que l’affirmation de la machine sous-jacente.',
    notKnown: 'inconnu',
    size,
    rotates: 'rotatif, selon le noyau',
    doesNot: 'non rotatif',
    notAsked: 'pas encore demandé',
    nothing: 'rien de monté',
  },
  speeds: {
    title: (time) => `Leur vitesse (${moment(time)})`,
    columns: [
      'Disque',
      'écritures synchrones de 4 Kio/s',
      'fsync p50 (ms)',
      'fsync p99 (ms)',
      'lectures de 4 Kio/s',
      'écriture (Mio/s)',
      'lecture (Mio/s)',
      'hdparm -t (Mio/s)',
      'Travail d’autrui',
    ],
    noFile: (key, why) => `${key}\u00a0: rien n’a été mesuré avec un fichier, car ${why}.`,
    noHdparm: (key, why) => `${key}\u00a0: aucune valeur de hdparm, car ${why}.`,
    note: (runs, bytes, seconds) =>
      `Médiane de ${rounds(runs)} et leur étendue\u00a0; un fichier de ${size(bytes)}, ${seconds} s par mesure.`,
    busyBefore: (percent) => `occupé avant (${number(percent)}\u00a0% du temps)`,
    quiet: 'rien de notable',
    busy: (busy, all, operations) => `OCCUPÉ dans ${busy} sur ${all} (jusqu’à ${operations} opérations/s)`,
  },
  control: {
    title: 'Contrôle négatif\u00a0: étendre un volume ne peut pas changer un disque',
    columns: (before, after) => ['Disque', 'Valeur', moment(before), moment(after), 'Identique'],
    same: 'oui',
    notSame: 'NON',
    figures: { rand_write_iops: 'écritures synchrones de 4 Kio/s', buffered_mib_s: 'hdparm -t (Mio/s)' },
    grown: (mount, key, from, to) => `le volume de ${mount} sur ${key} est passé de ${size(from)} à ${size(to)}`,
    between: (grown) => `Entre les deux mesures, ${grown}, ce qui ne peut pas changer ces valeurs.`,
    nothing: 'Rien n’a été mesuré les deux fois\u00a0: le contrôle ne dit rien.',
    held: 'Elles n’ont pas changé\u00a0: le contrôle est tenu.',
    broken: (figures) =>
      `Elles ont changé (${figures.join('\u00a0; ')})\u00a0: le contrôle n’est pas tenu. Autre chose a changé, comme la charge ou l’emplacement du fichier\u00a0; n’attribuez pas à l’extension une différence entre les builds d’avant et d’après.`,
  },
  ranking: {
    unknown: 'On ne sait pas quel disque convient le mieux aux builds\u00a0: aucun n’a été mesuré avec un fichier.',
    onlyOne: (key) => `Seul ${key} a été mesuré avec un fichier\u00a0: il n’y en a pas d’autre à comparer.`,
    homeUnknown: (folder) => `On ne sait pas sur quel disque se trouvent les données de Docker (${folder}).`,
    home: (folder, disks) => `Les données de Docker (${folder}) se trouvent actuellement sur ${list(disks)}.`,
    noReason: 'La vitesse n’est pas une raison de les déplacer.',
    moving: 'Les déplacer est une modification à part (data-root dans daemon.json), que cette étape ne fait pas.',
    overlap: (one, other) =>
      `Pour les petites écritures synchrones, ${one} et ${other} ne se distinguent pas\u00a0: leurs passes se recouvrent.`,
    equal: (one, other) => `Pour les petites écritures synchrones, ${one} et ${other} se valent.`,
    best: (one, other, ratio, sure) =>
      `${one} convient le mieux aux données de Docker et au cache de build\u00a0: ${ratio === undefined ? 'plus de petites écritures synchrones par seconde que' : `${shown(ratio)} fois les petites écritures synchrones par seconde de`} ${other} (${sure}).`,
    busy: (disks) => `observé, non établi\u00a0: ${list(disks)} travaillait pour d’autres à ce moment`,
    chance: (n, m, p) =>
      `observé, non établi\u00a0: avec ${rounds(n)} contre ${m}, le hasard seul y suffit avec p = ${number(p, 2)}\u00a0; 4 contre 4 permettent de conclure`,
    sure: (n, m, p) => `dans chacune de ${rounds(n)} contre ${m}, test de rang exact p = ${number(p, 3)}`,
  },
};
