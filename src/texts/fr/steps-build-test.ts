import type { Texts } from '..';
import { formatOf, pluralOf } from '../format';

const { number, size, duration, list } = formatOf('fr');
const plural = pluralOf('fr');
const PAGE_CACHE: Readonly<Record<string, string>> = { dropped: 'vidé', kept: 'gardé' };

export const buildTest: Texts['buildTest'] = {
  summary: (file, runs, scenarios, estimate) =>
    `${file}\u00a0: ${runs} ${plural(runs, 'mesure', 'mesures')} (${scenarios.join(', ')}), ${estimate}.`,
  estimate: {
    none: 'jamais mesuré ici\u00a0: la durée n’est pas connue',
    about: (seconds, unknown) =>
      `environ ${duration(seconds)} d’après les dernières durées${
        unknown.length === 0 ? '' : `, plus celle de ${list(unknown)}, qui n’est pas connue`
      }`,
  },
  nothingToUndo: 'Une mesure de build ne laisse que son résultat\u00a0: il n’y a rien à annuler.',
  changes: {
    builder: (own) => ({
      title: own ? 'Copier le contexte' : 'Démarrer un démon Docker jetable, et copier le contexte',
      why: own
        ? 'Rien n’est jamais écrit dans la copie de travail.'
        : 'Seul un constructeur vide et à part est à froid sans vider celui du serveur, et rien n’est jamais écrit dans la copie de travail.',
      check: own ? 'La copie est complète.' : 'Il répond, et a les images de base.',
      undo: 'Il est retiré à la fin, même après un échec ou un arrêt.',
    }),
    measure: (scenario, often, cache) => ({
      title: `Mesurer\u00a0: ${scenario}, ${often === 1 ? 'une fois' : `${often} fois`}${cache === undefined ? '' : '\u00a0; écrire d’abord ce cache'}`,
      check: 'Son code de sortie\u00a0; un build qui échoue est un résultat.',
      undo: `Inutile\u00a0: l’image a un nom à elle, et est retirée.${cache === undefined ? '' : ` Seul le cache reste, à l’adresse ${cache}.`}`,
    }),
    why: {
      base: 'Ce qu’un serveur neuf, ou nettoyé, attend avant tout build.',
      cold: 'Le coût entier du Dockerfile\u00a0: rien n’en est dans le cache.',
      warm: 'Ce que coûte un build qui ne fait rien\u00a0: lire le contexte, tout vérifier, exporter.',
      changed: 'Ce qu’un développeur attend après avoir modifié le code source.',
      registry: 'Ce qu’attend une machine qui n’a jamais fait ce build, ou qui a dû jeter son cache.',
    },
    result: (file) => ({
      title: 'Garder le résultat, et retirer tout ce qui a été créé pour cela',
      command: `écrire ${file}`,
      why: 'Les rapports et les comparaisons suivantes en sont tirés, même après une connexion perdue.',
      check: 'Le fichier est complet.',
      undo: 'Supprimez le fichier.',
    }),
  },
  notes: {
    dropsCaches: 'Le cache de pages de tout le serveur est vidé avant chaque build à froid.',
    ownBuilder:
      'Dans le constructeur du serveur, «\u00a0à froid\u00a0» veut dire --no-cache, et son cache grandit de ces builds\u00a0; les caches montés reçoivent des noms propres à cette exécution, et sont retirés.',
    cacheUnmeasured:
      'Le cache du registre n’est pas mesuré\u00a0: seul un constructeur jetable est vide, celui du serveur n’est jamais vidé.',
    cacheOneSide: 'Le cache du registre n’est mesuré que pour ce côté.',
    cacheStays: (ref) =>
      `Le cache est écrit à l’adresse ${ref} et y reste, avec les couches de toutes les étapes du Dockerfile. Si Docker n’a pas le magasin d’images de containerd, cela demande un build à froid de plus.`,
    unseen:
      'Cet utilisateur ne voit pas le contexte ou le Dockerfile\u00a0; le script sur le serveur regarde en tant que root.',
  },
  refusals: {
    notConfigured: {
      message: 'Le dossier à construire n’est pas configuré.',
      wayOut:
        'Mettez dans build_test.context la copie de travail sur le serveur, comme /srv/app, et dans build_test.dockerfile son Dockerfile.',
    },
    noDocker: {
      message: 'Docker n’est pas installé.',
      wayOut: 'Installez-le\u00a0: apt-get install docker.io docker-cli docker-buildx',
    },
    noContext: (folder) => ({
      message: `Il n’y a pas de dossier '${folder}'.`,
      wayOut: 'Mettez dans build_test.context la copie de travail sur le serveur.',
    }),
    noDockerfile: (file) => ({
      message: `Il n’y a pas de Dockerfile '${file}'.`,
      wayOut: 'Mettez dans build_test.dockerfile son chemin dans le contexte, ou un chemin absolu.',
    }),
    nothingToMeasure: {
      message: 'Aucun scénario n’est à mesurer.',
      wayOut: 'Donnez à l’un au moins des build_test.runs une valeur au-dessus de 0.',
    },
  },
  facts: {
    wayOut: 'Mesurez\u00a0: edge-phase1 apply build-test',
    nothing: 'rien n’a encore été mesuré',
    otherForm: 'le résultat est d’une autre version, ou incomplet',
  },
  sides: {
    this: 'ce côté',
    other: 'l’autre côté',
    asItIs: 'tel quel',
    patched: 'avec le correctif',
    now: 'maintenant',
    declared: 'déclaré',
    declaredMinutes: (minutes) => `${number(minutes)} min déclarées`,
  },
  differences: {
    host: 'serveur',
    kernel: 'noyau',
    docker: 'Docker',
    buildx: 'buildx',
    builder: 'constructeur',
    pageCache: 'cache de pages',
    network: 'réseau de RUN',
    storage: 'pilote de stockage',
    device: 'périphérique des images',
    bases: 'images de base',
    dockerfile: 'Dockerfile',
    context: 'contexte',
    commit: 'commit',
    between: (what, before, now) => `${what}\u00a0: ${before} avant, ${now} maintenant`,
    notSame: (difference) => `Différent\u00a0: ${difference}.`,
  },
  notKnown: 'inconnu',
  duration,
  size,
  ratio: (ratio) => number(ratio, 2),
  to: (low, high) => `de ${low} à ${high}`,
  check: {
    measured: {
      title: 'Mesure de build',
      target: 'chaque build réussit',
      how: 'mesuré\u00a0: durée réelle de docker build sur le serveur',
    },
    failed: (what, at) => `échec\u00a0: ${what}${at === undefined ? '' : `, à ${at}`}`,
    none: 'aucun build n’a été mesuré',
    tried: { title: 'Le correctif essayé', target: 'se construit, et est plus rapide' },
    triedFailedHow: 'mesuré\u00a0: docker build avec le correctif s’est terminé par une erreur',
    triedFailed: (what) => `le build échoue avec lui\u00a0: ${what}`,
    triedMeasured: (verdict, after, before, ratio, range) =>
      `${verdict}\u00a0: ${duration(after)} avec, ${duration(before)} sans, rapport ${ratio}${range}`,
    range: (low, high) => ` (95\u00a0%\u00a0: de ${low} à ${high})`,
    compared: (name, scenario) => `Durée du build par rapport à ${name}\u00a0: ${scenario}`,
    comparedTarget: (fail, warn) => `pas plus lent de ${fail}\u00a0% (avertit à partir de ${warn}\u00a0%)`,
    comparedMeasured: (warns, verdict, after, before, reason) =>
      `${warns ? 'ATTENTION\u00a0: ' : ''}${verdict}\u00a0: ${duration(after)} contre ${duration(before)}\u00a0; ${reason}`,
    declared: 'la référence est déclarée, non mesurée',
    runs: (a, b, paired) => `${a} et ${b} builds${paired ? ', à tour de rôle' : ''}`,
    test: { 'signed-rank': 'des rangs signés', 'rank-sum': 'de la somme des rangs' },
    tested: (runs, test) => `${runs}\u00a0; test exact ${test}, bootstrap du rapport des médianes`,
  },
  failure: {
    at: (instruction) => `Le build a échoué à ${instruction}`,
    title: 'Le build a échoué',
    columns: ['ses dernières lignes'],
    after: (seconds) => `Il a échoué après ${duration(seconds)} dans cette instruction.`,
  },
  times: {
    title: 'Durées des builds',
    columns: ['scénario', 'builds', 'médiane', 'étendue', 'attente du disque', ''],
    failed: (builds) => `${builds} ${plural(builds, 'échec', 'échecs')}`,
    share: (percent) => `${percent}\u00a0%`,
    note: (builder, uncounted) =>
      `Durée réelle de docker build, ${builder}. Les builds qui ne font que remplir le cache et les tours d’échauffement ne comptent pas\u00a0: ${uncounted}.`,
    own: 'dans le constructeur du serveur\u00a0; «\u00a0à froid\u00a0» veut dire --no-cache, avec des caches montés vides',
    throwaway: (pageCache) =>
      `dans un constructeur jetable sur le même disque, cache de pages\u00a0: ${PAGE_CACHE[pageCache] ?? pageCache}`,
  },
  breakdown: {
    title: (scenario) => `Où passe le temps\u00a0: ${scenario}`,
    columns: ['instruction', 'durée', 'transféré'],
    cached: 'en cache',
    told: {
      rawjson: 'd’après la progression de BuildKit',
      plain: 'd’après la progression en texte, au dixième de seconde',
      legacy: '',
    },
    note: (builds, told, isCut) =>
      `Médianes de ${builds} ${plural(builds, 'build', 'builds')}, ${told}. Des instructions peuvent s’exécuter en même temps, et leur somme dépasser le tout.${
        isCut ? ' La progression était trop longue pour être gardée en entier\u00a0: il en manque.' : ''
      }`,
  },
  compared: {
    against: (name) => `Par rapport à ${name}`,
    image: (after, before) => `L’image fait ${size(after)} avec le correctif, ${size(before)} sans.`,
    columns: ['scénario', 'avant', 'maintenant', 'rapport (95\u00a0%)', 'verdict', ''],
    changed: (scenario) => `Ce qui a changé\u00a0: ${scenario}`,
    changedColumns: ['instruction', 'avant', 'maintenant', ''],
    changes: {
      slower: 'plus lente',
      faster: 'plus rapide',
      'lost its cache': 'a perdu son cache',
      'now cached': 'maintenant en cache',
      new: 'nouvelle',
      gone: 'disparue',
      same: 'identique',
      unknown: 'inconnu',
    },
    note: 'La plus grande perte d’abord. Une instruction seule est observée\u00a0: avec peu de builds, une petite différence n’est que du bruit.',
  },
  where: {
    title: 'Ce qui a été construit, et où',
    image: 'image',
    noImage: 'aucune',
    layers: (bytes, layers) => `${bytes} en ${layers ?? '?'} couches`,
    base: 'base',
    cache: 'cache de build',
    disk: 'disque',
    free: (before, after) => `${before} libres avant, ${after} avec les builds`,
    imagesOn: 'images sur',
    spinning: ', rotatif',
    notSpinning: ', non rotatif',
    noBuildx: 'sans buildx',
    noBuildkit: ', sans BuildKit',
    machine: (host, kernel, cpus, bytes) => `${host}, ${kernel}, ${cpus} processeurs, ${size(bytes)}`,
    registryCache: 'cache dans le registre',
    written: (seconds) =>
      seconds === undefined
        ? 'non écrit par cette exécution'
        : `écrit par cette exécution, par un build de ${duration(seconds)}`,
    changedFile: 'fichier modifié',
  },
};
