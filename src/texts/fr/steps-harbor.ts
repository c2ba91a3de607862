import type { Texts } from '..';
import { formatOf, pluralOf } from '../format';

const { number, size, moment, list } = formatOf('fr');
const plural = pluralOf('fr');

const LIGHT = 'prenez le registre léger (harbor.registry: distribution)';
const ANOTHER_PORT = 'Donnez une autre valeur à harbor.port, comme 8086.';
const took = (seconds: number | undefined) =>
  seconds === undefined ? '' : ` en ${number(seconds, Number.isInteger(seconds) ? 0 : 1)} s`;

export const harborStep: Texts['harborStep'] = {
  light: 'le registre léger',
  lightFirst: 'Le registre léger',
  theRegistry: 'le registre',
  sources: { release: (version) => `la version ${version} publiée sur GitHub`, none: 'nulle part' },
  changes: {
    fetch: (name, source, isHarbor) => ({
      title: `Télécharger ${name} depuis ${source}`,
      command: isHarbor ? 'curl --continue-at -, sha256sum, tar' : 'docker pull, ou docker load',
      why: 'Ce n’est pas encore sur le serveur.',
      check: 'Le fichier a le SHA-256 donné, avant que quoi que ce soit y soit lu.',
      undo: 'Ce qui est déjà téléchargé reste, et sert la fois suivante.',
    }),
    configure: (url, data) => ({
      title: `Écrire la configuration pour ${url}, avec les données dans ${data}`,
      why: 'Le registre y lit ses réglages.',
      check: 'Le fichier est là en entier, et seul root peut le lire\u00a0: il contient des mots de passe.',
      undo: 'La configuration d’avant est remise en place.',
    }),
    install: (name, from) => ({
      title: from === '' ? `Installer ${name}` : `Passer à ${name} selon la configuration, à partir de\u00a0: ${from}`,
      why:
        from === ''
          ? 'Il n’est pas encore là.'
          : 'La version ou les réglages diffèrent. Il ne répond pas pendant quelques minutes.',
      check: 'Chaque service a été créé et démarré.',
      undo:
        from === ''
          ? 'Ce qui a été démarré est arrêté et retiré.'
          : 'Une copie de la base de données est faite d’abord\u00a0; ce qui tournait avant est redémarré.',
    }),
    start: (services) => ({
      title: services > 0 ? `Démarrer les ${services} services` : 'Démarrer tous les services',
      command: 'docker compose up -d, à nouveau pour ceux qui n’ont pas démarré',
      why: 'Après un redémarrage, Harbor reste souvent à moitié arrêté\u00a0: ses services ont besoin les uns des autres pour démarrer.',
      check: 'Chaque service tourne et chaque composant se dit sain.',
      undo: 'Inutile\u00a0: rien n’est retiré.',
    }),
    prove: (address) => ({
      title: `Envoyer une petite image à ${address}, la retirer, et la récupérer`,
      why: 'Des composants qui se disent sains ne prouvent pas que les images circulent.',
      check: 'Le digest récupéré est celui qui a été envoyé\u00a0; un envoi sans connexion est refusé.',
      undo: 'L’image est retirée ensuite.',
    }),
    use: (project, robot, keeps, secrets) => ({
      title: `Préparer le projet ${project} et le compte ${robot} pour la CI${keeps}`,
      why: 'La CI reçoit un compte qui peut y envoyer et récupérer des images, et rien d’autre.',
      check: 'Interrogé à nouveau, le registre indique chaque réglage tel qu’il a été fait.',
      undo: `Pas annulé de lui-même\u00a0; relancez. Le secret du compte est dans ${secrets}, pour root seul.`,
    }),
    api: 'l’API de Harbor, sur le serveur même',
    keep: (artifacts) => `\u00a0; garder les ${artifacts} artefacts les plus récents`,
    gc: (times) => `\u00a0; ramasse-miettes à "${times}"`,
    proxy: (project) => `\u00a0; récupérer à travers ${project}`,
    trust: (who, address, isHttp) => ({
      title: `Permettre à ${list(who)} d’utiliser ${address} sur ce serveur`,
      command: isHttp
        ? 'insecure-registries dans daemon.json, un rechargement\u00a0; registries.yaml de K3s'
        : 'l’autorité de certification sous /etc/docker/certs.d\u00a0; registries.yaml de K3s',
      why: isHttp
        ? 'Tous deux refusent sinon un registre sans TLS.'
        : 'Tous deux refusent un certificat qu’ils ne connaissent pas.',
      check: 'Docker l’indique. K3s lit son fichier à son prochain démarrage.',
      undo: 'Par rollback.',
    }),
    stop: {
      title: 'Arrêter le registre',
      why: 'Pour que rien n’écrive plus dans ses données.',
      check: 'Aucun de ses conteneurs n’est plus là.',
      undo: 'Relancez apply.',
    },
    remove: (data, deletesData) => ({
      title: deletesData
        ? `Retirer ce qui a été installé, et supprimer toutes les images dans ${data}`
        : `Retirer ce qui a été installé\u00a0; ${data} reste`,
      why: deletesData
        ? 'La configuration nomme le dossier de données à supprimer (harbor.remove_data).'
        : 'L’installation est annulée.',
      check: 'Le dossier n’est plus là.',
      undo: deletesData
        ? 'Les images ne peuvent pas être rétablies.'
        : 'Relancez apply\u00a0: il reprend les données restées en place.',
    }),
    untrust: {
      title: 'Retirer le registre des réglages de Docker et de K3s',
      command: 'daemon.json, un rechargement\u00a0; registries.yaml de K3s',
      why: 'Plus rien ne répond à son adresse.',
      check: 'Il n’est plus dans les deux fichiers\u00a0; ce que d’autres y ont écrit reste.',
      undo: 'Relancez apply.',
    },
  },
  summary: {
    at: (name, address) => `${name} à l’adresse ${address}`,
    done: (at) => `${at}\u00a0: installé selon la configuration, sain et prouvé.`,
    notWhole: (at) => `${at} n’est pas complet\u00a0: il faut le démarrer.`,
    runs: (at, changes) => `${at} tourne\u00a0: ${changes.join(', ')}.`,
    install: (at, data) => `${at}\u00a0: l’installer, avec ses données dans ${data}.`,
    from: (at, from) =>
      `${at}\u00a0: à partir de ${from}, avec ses données telles quelles\u00a0; il ne répond pas entre-temps.`,
    nothingThere: (folder) => `Rien de cette étape n’est installé dans ${folder}\u00a0: il n’y a rien à annuler.`,
    remains: 'Il n’y a que des restes de cette étape\u00a0: les retirer.',
    remove: (name, address, data, deletesData) =>
      `Retirer ${name} à l’adresse ${address}\u00a0; ses données dans ${data} ${deletesData ? 'sont supprimées aussi' : 'restent'}.`,
  },
  notes: {
    unsupported: (minor, supported) =>
      `Harbor ${minor} ne reçoit plus de correctifs de sécurité du projet Harbor\u00a0; ${list(supported)} en reçoivent (harbor.version).`,
    http: 'Sans TLS, mots de passe et images circulent en clair sur le réseau.',
    othersInK3s: (address) =>
      `K3s a un registries.yaml que cette étape n’a pas écrit, et qu’elle laisse tel quel. Si ${address} n’y figure pas, apply refuse avant toute modification et montre ce qu’il faut ajouter\u00a0; ou laissez K3s de côté (harbor.trust).`,
    servicesUnseen: (why) =>
      `Les services du cluster ne sont pas visibles (${why})\u00a0: seule une connexion d’essai a montré si le port est pris.`,
    k3sUnasked:
      'K3s est là, mais ses services ne peuvent pas être interrogés\u00a0: seule une connexion d’essai a montré si le port est pris.',
    imagesToo: (data) => `Pour supprimer aussi les images, nommez leur dossier\u00a0: harbor.remove_data: ${data}`,
  },
  refusals: {
    host: (host) => ({
      message:
        host === ''
          ? 'Le serveur n’indique aucune adresse à lui.'
          : `${host} n’est pas un nom sous lequel d’autres joignent le serveur.`,
      wayOut:
        'Mettez dans harbor.hostname le nom ou l’adresse qui doit figurer dans les noms des images, comme registry.lan ou l’adresse du serveur.',
    }),
    oneOfTwo: (set, missing) => ({
      message: `${set} est réglé, et ${missing} ne l’est pas\u00a0: un certificat a besoin de sa clé privée.`,
      wayOut:
        'Réglez les deux, ou aucun\u00a0: une autorité de certification et un certificat sont alors créés sur le serveur.',
    }),
    unusedCertificate: {
      message:
        'harbor.cert et harbor.key sont réglés, mais harbor.scheme est http\u00a0: le certificat ne servirait pas.',
      wayOut: 'Réglez harbor.scheme sur https, ou retirez le certificat.',
    },
    folders: (data, install) => ({
      message: `Les données (${data}) et l’installation (${install}) se trouveraient l’une dans l’autre.`,
      wayOut: 'Nommez deux dossiers séparés (harbor.data, harbor.install).',
    }),
    insideContainer: {
      message: 'Ceci s’exécute dans un conteneur, et non sur le serveur.',
      wayOut: 'Exécutez-le sur le serveur même, ou joignez le serveur par SSH (host: ssh://user@name).',
    },
    noDocker: {
      message: 'Il n’y a pas de Docker sur le serveur.',
      wayOut: 'Installez-le\u00a0: apt-get install docker.io',
    },
    dockerDown: {
      message: 'Docker ne répond pas.',
      wayOut:
        'Voir\u00a0: systemctl status docker.service et journalctl -u docker.service -n 30. Démarrez-le, puis relancez.',
    },
    dockerTooOld: (version, least) => ({
      message: `Docker ${version} est plus ancien que ${least}, que demande Harbor.`,
      wayOut: 'Mettez Docker à jour à partir des paquets de votre distribution ou de ceux de Docker.',
    }),
    foreign: (name, image) => ({
      message: `Il y a déjà un Harbor que ce projet n’a pas installé\u00a0: conteneur ${name} (${image}).`,
      wayOut:
        'Pour le garder, mettez son adresse dans checks.harbor.url\u00a0; cette étape est alors inutile. Pour le remplacer, sauvegardez ses images, arrêtez-le (docker compose down dans son dossier), puis relancez.',
    }),
    otherKind: (there, wanted) => ({
      message: `${there} est installé, et ${wanted} est demandé\u00a0: l’un ne reprend pas les images de l’autre.`,
      wayOut: 'Annulez d’abord le premier (rollback harbor\u00a0; ses données restent), puis relancez.',
    }),
    downgrade: (there, wanted) => ({
      message: `Harbor ${there} est installé\u00a0; sa base de données ne peut pas revenir à ${wanted}.`,
      wayOut: `Réglez harbor.version sur ${there} ou plus récent.`,
    }),
    jump: (there, wanted, between) => ({
      message: `Harbor ${there} est installé\u00a0; ${wanted} ne prend la suite que des deux versions mineures précédentes.`,
      wayOut: `Passez d’abord à ${between} (harbor.version), puis à ${wanted}.`,
    }),
    sourceMissing: (source) => ({
      message: `${source} n’est pas sur le serveur (harbor.source).`,
      wayOut: 'Copiez-le sur le serveur, ou nommez le fichier qui s’y trouve.',
    }),
    unknownSum: (version) => ({
      message: `Le SHA-256 de l’installateur de Harbor ${version} n’est pas connu ici, et aucun n’est configuré.`,
      wayOut:
        'Réglez harbor.sha256. Téléchargez l’installateur hors ligne de cette version sur une machine de confiance, vérifiez sa signature (à partir de 2.15 avec cosign, voir docs/harbor.md), et prenez le digest qu’affiche sha256sum.',
    }),
    noImage: {
      message: 'Aucune image n’est nommée pour le registre léger.',
      wayOut:
        'Mettez dans harbor.source le nom d’une image du registre de la CNCF (distribution), de préférence avec son digest, ou un fichier écrit par docker save.',
    },
    noSum: (source) => ({
      message: `Le SHA-256 de ${source} n’est pas configuré.`,
      wayOut: 'Mettez dans harbor.sha256 ce qu’affiche sha256sum pour le fichier auquel vous faites confiance.',
    }),
    noCompose: {
      message: 'Docker n’a pas Compose (docker compose version).',
      wayOut: `Installez-le\u00a0: apt-get install docker-compose (Debian) ou docker-compose-plugin (paquets de Docker)\u00a0; ou ${LIGHT}.`,
    },
    composeTooOld: (version, least) => ({
      message: `Docker Compose ${version} est plus ancien que ${least}, que demande Harbor.`,
      wayOut: `Mettez Docker à jour à partir des paquets de votre distribution ou de ceux de Docker\u00a0; ou ${LIGHT}.`,
    }),
    architecture: (processor) => ({
      message: `Les images de Harbor n’existent que pour x86_64 (amd64)\u00a0; ce serveur est ${processor || 'd’un genre inconnu'}.`,
      wayOut: `Sur ce serveur, ${LIGHT}.`,
    }),
    machineUnknown: {
      message: 'La mémoire ou les processeurs du serveur ne sont pas connus.',
      wayOut: 'Voir\u00a0: nproc et head -n 1 /proc/meminfo',
    },
    memory: (bytes) => ({
      message: `Harbor demande 4 Go de mémoire\u00a0; le serveur a ${size(bytes)}.`,
      wayOut: `De préférence, ${LIGHT}, un seul petit conteneur. Ou ajoutez de la mémoire.`,
    }),
    processors: (least, count) => ({
      message: `Harbor demande ${least} processeurs\u00a0; le serveur en a ${count}.`,
      wayOut: `De préférence, ${LIGHT}. Ou donnez un processeur de plus au serveur.`,
    }),
    placeUnknown: (data) => ({
      message: `Le système de fichiers de ${data} n’est pas connu.`,
      wayOut: 'Voir\u00a0: findmnt -T /\u00a0; nommez dans harbor.data un dossier sur un disque local.',
    }),
    onRoot: (data, better, free) => ({
      message: `${data} se trouverait sur /, dont le serveur lui-même a besoin, alors que ${better} a ${size(free)} libres.`,
      wayOut: `Mettez dans harbor.data un dossier de ce disque, comme ${better}/registry, ou n’y mettez rien.`,
    }),
    space: (data, mount, free, wanted) => ({
      message: `${data} se trouve sur ${mount}, qui a ${size(free)} libres\u00a0; il en faut ${size(wanted)}.`,
      wayOut:
        'Nommez un dossier sur un disque plus grand (harbor.data), libérez de l’espace, ou demandez moins (harbor.min_free)\u00a0: les images de la CI grandissent vite.',
    }),
    portOfService: (port, name, type) => ({
      message: `Le port ${port} est pris par le service ${name} du cluster (${type}), qui reçoit ses connexions par iptables\u00a0: rien ne semble écouter.`,
      wayOut: ANOTHER_PORT,
    }),
    portListens: (listener, port) => ({
      message: `Quelque chose écoute sur ${listener}.`,
      wayOut: `${ANOTHER_PORT} Ou voyez ce que c’est\u00a0: ss -ltnp 'sport = :${port}'`,
    }),
    portAnswers: (answer, port) => ({
      message: `Quelque chose répond sur ${answer}, bien que rien ne semble écouter\u00a0: le port est pris par iptables.`,
      wayOut: `${ANOTHER_PORT} Ou voyez qui\u00a0: iptables-save | grep ${port}`,
    }),
    otherData: (named, data) => ({
      message: `harbor.remove_data nomme ${named}, mais les données sont dans ${data}.`,
      wayOut: 'Nommez ce dossier pour le supprimer, ou null pour le garder.',
    }),
    password: (lacks) => ({
      message: `Au mot de passe de l’administrateur de Harbor (harbor_admin_password), il manque\u00a0: ${lacks.join(', ')}.`,
      wayOut: 'Choisissez-en un autre, ou n’en donnez pas\u00a0: il est alors créé sur le serveur.',
    }),
  },
  password: {
    length: '8 à 128 caractères',
    upper: 'une majuscule',
    lower: 'une minuscule',
    digit: 'un chiffre',
    signs:
      'uniquement des lettres ASCII, des chiffres et des signes, sans espaces, guillemets, $, #, [, ], ` ni barres obliques inverses',
  },
  state: {
    running: (running, services, stopped) =>
      [`${running} ${plural(running, 'service', 'services')} sur ${services} en marche`, ...stopped].join(', '),
    silent: (why) => `il ne répond pas (${why})`,
    noRegistry: 'ce qui répond n’est pas un registre',
    up: (running, components) => `${running} ${plural(running, 'service', 'services')} en marche, ${components}`,
  },
  check: {
    services: {
      title: 'Services du registre',
      target: 'tous en marche',
      how: 'observé\u00a0: docker ps, et sa page de santé sur le serveur même',
    },
    notInstalled: 'pas installé par cette étape',
    transferHow: 'mesuré par l’étape harbor\u00a0: une petite image envoyée, retirée et récupérée',
    push: { title: 'Envoi d’une image', target: 'prouvé' },
    pull: { title: 'Récupération de la même image', target: 'le digest qui a été envoyé' },
    login: { title: 'Envoi sans connexion', target: 'refusé' },
    pushed: (digest, seconds, at) => `${digest}…${took(seconds)}, ${moment(at)}`,
    pulled: (digest, seconds, isSame) => `${digest}…${took(seconds)}${isSame ? '' : ', qui en est un autre'}`,
    notTried: 'pas essayé',
    loginFound: { refused: 'refusé' },
  },
  table: {
    title: 'Le registre',
    columns: ['quoi', 'où'],
    images: 'images et base de données',
    admin: 'mot de passe de l’administrateur (utilisateur admin)',
    robot: (name) => `compte pour la CI (${name})`,
    setUp: 'préparé',
    trust: 'autorisés à l’utiliser',
    note: 'Les fichiers de secrets sont pour root seul\u00a0; docs/harbor.md dit comment la CI les obtient.',
  },
};
