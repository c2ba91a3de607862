import { DAEMON_FILE } from '../../facts/places';
import type { Texts } from '..';
import { formatOf, pluralOf } from '../format';

const { moment } = formatOf('fr');
const plural = pluralOf('fr');

const NOTHING = 'Rien\u00a0: il ne touche pas aux builds.';
const CACHE =
  'Beaucoup, si le cache est aujourd’hui jeté trop tôt\u00a0; rien sinon. Sur un disque plein à plus de 80\u00a0%, BuildKit jette sans cesse son cache.';
const SINCE_28 = 'Docker 28 et suivants.';
const LEAVE_LOGS =
  'laissez les journaux tels quels (log-driver, log-opts.max-size et log-opts.max-file: null, sous docker_config.settings)';
const EFFECTS = { reload: 'recharger Docker', restart: 'redémarrer Docker' };

export const dockerConfig: Texts['dockerConfig'] = {
  changes: {
    backup: (isFile, folder) => ({
      title: isFile ? `Garder le fichier tel qu’il est dans ${folder}` : `Noter qu’il n’y a pas de ${DAEMON_FILE}`,
      command: isFile ? `cp -p ${DAEMON_FILE} ${folder}/…` : '(rien à copier)',
      why: 'C’est ce qui est remis en place si Docker ne revient pas, ou par rollback.',
      check: 'La copie a le même sha256.',
      undo: 'Inutile\u00a0: un fichier est seulement ajouté.',
    }),
    replace: (isFile) => ({
      title: isFile ? `Écrire ces valeurs dans ${DAEMON_FILE}\u00a0; tout le reste demeure` : `Écrire ${DAEMON_FILE}`,
      command: `dockerd --validate --config-file …, puis le renommer en ${DAEMON_FILE}`,
      why: 'Le démon de Docker y lit ses réglages.',
      check:
        'Docker accepte le nouveau fichier avant qu’il ne prenne la place de l’ancien, en entier ou pas du tout\u00a0; puis son sha256.',
      undo: 'L’ancien fichier est remis en place\u00a0; s’il n’y en avait pas, le fichier est supprimé.',
    }),
    restore: (wasFile, folder) => ({
      title: wasFile ? 'Remettre le fichier d’avant' : `Supprimer ${DAEMON_FILE}\u00a0: il n’y en avait pas`,
      command: wasFile ? `renommer une copie de ${folder} en ${DAEMON_FILE}` : `rm ${DAEMON_FILE}`,
      why: 'Pour que Docker ait les réglages qu’il avait avant la dernière modification.',
      check: 'Le sha256 du fichier est celui qui avait été enregistré.',
      undo: 'Relancez apply.',
    }),
    liveRestore: {
      title: 'Activer live-restore, par un rechargement',
      why: 'Pour que le redémarrage qui suit n’arrête aucun conteneur.',
      check: '`docker info` dit qu’il est actif.',
      undo: 'L’ancien fichier est remis en place.',
    },
    reload: {
      title: 'Faire relire son fichier à Docker',
      why: 'Ces réglages ne demandent pas de redémarrage\u00a0; aucun conteneur n’est touché.',
      check: 'Docker annonce le rechargement, avec les valeurs désormais en vigueur.',
      undo: 'L’ancien fichier est remis en place, et Docker le relit.',
    },
    restart: (running, goOn) => {
      const containers = `${running} ${plural(running, 'conteneur en marche', 'conteneurs en marche')}`;
      return {
        title: goOn
          ? `Redémarrer Docker\u00a0; ${containers}\u00a0: sans interruption (live-restore)`
          : `Redémarrer Docker\u00a0; ${containers}\u00a0: arrêt, puis nouveau démarrage`,
        why: 'Certains de ces réglages ne sont lus qu’au démarrage du démon.',
        check: 'Docker répond, chaque conteneur qui tournait tourne à nouveau, et aucun ne redémarre une fois de plus.',
        undo: 'L’ancien fichier est remis en place et Docker redémarré avec lui, sans intervention.',
      };
    },
    containers: (count, pods) => ({
      title: `Après un redémarrage interrompu, ${count > 0 ? `démarrer à nouveau ${count} ${plural(count, 'conteneur qui tournait', 'conteneurs qui tournaient')} avant lui` : 'regarder comment Docker est revenu'}${pods > 0 ? `, et vérifier que ses ${pods} pods sont comme avant` : ''}`,
      why: 'Docker ne redémarre pas de lui-même ceux dont la règle de redémarrage ne le prévoit pas\u00a0; et l’exécution interrompue n’a plus pu regarder ses pods.',
      check:
        'Ils tournent, et aucun ne redémarre une fois de plus\u00a0; les pods sont comparés à ce qu’ils étaient avant ce redémarrage.',
      undo: 'Si des pods ne reviennent pas, l’ancien fichier est remis en place et Docker redémarré avec lui, sans intervention.',
    }),
    staysBack: 'Non\u00a0: le fichier d’avant est déjà en place. Ce qui ne revient pas est signalé.',
  },
  summary: {
    writes: (settings, restarts) =>
      `${DAEMON_FILE}\u00a0: ${settings} ${plural(settings, 'réglage', 'réglages')} à écrire, puis Docker ${restarts ? 'est redémarré' : 'le relit'}.`,
    done: `Tous les réglages sont dans ${DAEMON_FILE}, et Docker les a lus.`,
    cutShort: 'Une exécution antérieure a été interrompue\u00a0: il faut la terminer.',
    deletes: (effect) =>
      `Il n’y avait pas de ${DAEMON_FILE} avant la dernière modification\u00a0: le supprimer, et ${EFFECTS[effect]}.`,
    back: (effect) =>
      `${DAEMON_FILE}\u00a0: retour à ce qu’il était avant la dernière modification, et ${EFFECTS[effect]}.`,
    notOurs: `${DAEMON_FILE} n’est pas tel que cette étape l’a laissé, ou elle ne l’a jamais modifié\u00a0: il n’y a rien à annuler.`,
    backUnread: `${DAEMON_FILE} est rétabli, mais Docker ne l’a pas encore lu\u00a0: il faut terminer.`,
    backUnseen: `${DAEMON_FILE} est rétabli et Docker redémarré avec lui, mais personne n’a regardé comment il est revenu\u00a0: il faut terminer.`,
  },
  notes: {
    otherDriver: (driver) =>
      `storage-driver est laissé de côté\u00a0: Docker utilise ${driver}, et un autre pilote cacherait toutes les images et tous les conteneurs.`,
    wouldGoOn: 'Avec docker_config.settings.live-restore: true, les conteneurs continueraient pendant le redémarrage.',
    kubernetes: 'Kubernetes fait tourner ses pods dans ce Docker\u00a0: ils redémarrent aussi.',
    pods: (seconds) =>
      `Si root voit le cluster, les pods de ce nœud doivent être comme avant dans les ${seconds} s qui suivent le redémarrage\u00a0; sinon l’ancien fichier est remis en place.`,
  },
  refusals: {
    snap: {
      message: 'Docker est installé sous forme de snap, qui a sa propre configuration.',
      wayOut: 'Modifiez /var/snap/docker/current/config/daemon.json à la main, puis\u00a0: snap restart docker',
    },
    rootless: {
      message: 'Ce Docker tourne sans root et a sa configuration dans le dossier personnel de son utilisateur.',
      wayOut: 'Modifiez ~/.config/docker/daemon.json à la main, puis\u00a0: systemctl --user restart docker',
    },
    insideContainer: {
      message: 'Ceci s’exécute dans un conteneur, et non sur le serveur.',
      wayOut: 'Exécutez-le sur le serveur même, ou joignez le serveur par SSH (host: ssh://user@name).',
    },
    noUnit: {
      message: 'systemd n’a pas de docker.service ici.',
      wayOut: 'Installez Docker à partir de ses paquets, ou faites cette modification à la main.',
    },
    link: {
      message: `${DAEMON_FILE} est un lien.`,
      wayOut: `Mettez un fichier à sa place (cp --remove-destination "$(readlink -f ${DAEMON_FILE})" ${DAEMON_FILE}), puis relancez.`,
    },
    unreadable: (why) => ({
      message: `${DAEMON_FILE} ne peut pas être lu (${why}).`,
      wayOut: `Les paquets de Docker le rendent lisible par tous\u00a0: chmod 0644 ${DAEMON_FILE} et chmod 0755 /etc/docker, s’il ne contient aucun secret\u00a0; ou exécutez ceci en tant que root.`,
    }),
    broken: (line, problem, near) => ({
      message: `${DAEMON_FILE} ne peut pas être lu\u00a0: ligne ${line}\u00a0: ${problem}${near ? ` (${near})` : ''}.`,
      wayOut: `Il est laissé tel quel. Corrigez-le à la main (sudo sed -n ${line}p ${DAEMON_FILE} montre la ligne), puis relancez.`,
    }),
    down: (changedByUs) => ({
      message: 'Docker ne répond pas.',
      wayOut: changedByUs
        ? 'La dernière modification de cette étape en est peut-être la cause\u00a0; annulez-la\u00a0: rollback docker-config. Sinon, voir\u00a0: journalctl -u docker.service -n 30'
        : 'Voir\u00a0: systemctl status docker.service et journalctl -u docker.service -n 30. Démarrez-le, puis relancez.',
    }),
    otherFile: (path) => ({
      message: `Docker est démarré avec un autre fichier de configuration (${path}).`,
      wayOut: 'Démarrez-le sans cette option (systemctl edit docker.service), ou modifiez ce fichier à la main.',
    }),
    flag: (key, flag) => ({
      message: `${key} est déjà donné à Docker par l’option ${flag}, et Docker ne démarre pas si le fichier le donne aussi.`,
      wayOut: `Retirez l’option (systemctl cat docker.service montre d’où elle vient), ou laissez le réglage tel quel (docker_config.settings.${key}: null).`,
    }),
    swarm: (state) => ({
      message: `Docker est en mode swarm (${state}), et ne démarrerait pas avec live-restore\u00a0: il dit «\u00a0--live-restore daemon configuration is incompatible with swarm mode\u00a0».`,
      wayOut:
        'Désactivez live-restore (docker_config.settings.live-restore: false), ou quittez le swarm (docker swarm leave).',
    }),
    renamedKey: (version, key) => ({
      message: `Docker ${version} a un autre nom pour ${key}.`,
      wayOut: 'Utilisez docker_config.settings.builder.gc.defaultReservedSpace.',
    }),
    unknownKey: (version, key) => ({
      message: `Docker ${version} ne connaît pas ${key}, et l’ignorerait sans rien dire.`,
      wayOut: 'Utilisez docker_config.settings.builder.gc.defaultKeepStorage, ou un Docker plus récent.',
    }),
    logOption: (option, driver) => ({
      message: `L’option de journal ${option} dans ${DAEMON_FILE} est faite pour un autre pilote que ${driver}, et Docker ne démarrerait pas.`,
      wayOut: `Retirez-la à la main, ou ${LEAVE_LOGS}.`,
    }),
    logDriver: (driver) => ({
      message: `Docker envoie ses journaux à ${driver}, qui ne connaît ni max-size ni max-file, et Docker ne démarrerait pas.`,
      wayOut: `Ou bien ${LEAVE_LOGS}, ou bien réglez aussi log-driver.`,
    }),
    runner: {
      message: 'Un runner GitHub vit dans un conteneur de ce Docker, et s’arrêterait avec lui.',
      wayOut:
        'Réglez docker_config.settings.live-restore sur true, pour que les conteneurs continuent, ou sortez le runner du conteneur.',
    },
  },
  settings: {
    'storage-driver': {
      why: 'Garde le pilote en usage, même après une mise à jour. Écrit seulement si c’est déjà overlay2\u00a0: un autre cacherait toutes les images et tous les conteneurs.',
      builds: 'Rien\u00a0: c’est le pilote en usage.',
    },
    'log-driver': { why: 'Les limites ci-dessous valent pour ce pilote.', builds: NOTHING },
    'log-opts.max-size': {
      why: 'Sans elle, un conteneur bavard remplit le disque. Vaut pour les conteneurs créés ensuite.',
      builds: 'Rien directement\u00a0: elle garde de l’espace libre sur le disque.',
    },
    'log-opts.max-file': {
      why: 'Combien de fichiers de cette taille sont gardés pour chaque conteneur.',
      builds: NOTHING,
    },
    'max-concurrent-downloads': {
      why: 'Couches récupérées en même temps.',
      builds: 'Rien à 3, qui est la valeur de Docker lui-même.',
    },
    'max-concurrent-uploads': {
      why: 'Couches envoyées en même temps\u00a0: moins de déplacements de tête sur un disque dur.',
      builds: 'Rien pour le build\u00a0; un envoi peut être plus rapide ou plus lent. Mesurez-le.',
    },
    'live-restore': {
      why: 'Les conteneurs continuent pendant que le démon redémarre. Pas en mode swarm.',
      builds: 'Rien\u00a0: un build en cours s’arrête tout de même avec le démon.',
    },
    'builder.gc.enabled': { why: 'Si BuildKit limite lui-même son cache.', builds: CACHE },
    'builder.gc.defaultKeepStorage': {
      why: 'Taille que le cache de build peut avoir. L’ancien nom, pour Docker avant 28.',
      builds: CACHE,
    },
    'builder.gc.defaultReservedSpace': {
      why: `Taille jusqu’à laquelle le cache de build est toujours gardé. ${SINCE_28}`,
      builds: CACHE,
    },
    'builder.gc.defaultMaxUsedSpace': {
      why: `Taille que le cache de build ne dépasse jamais. ${SINCE_28}`,
      builds: CACHE,
    },
    'builder.gc.defaultMinFreeSpace': {
      why: `Espace que le cache de build laisse libre sur le disque. ${SINCE_28}`,
      builds: CACHE,
    },
  },
  table: {
    title: 'Réglages du démon de Docker',
    columns: ['réglage', 'voulu', 'dans le fichier', 'pourquoi', 'pour les builds'],
    note: 'Ils empêchent les journaux de remplir le disque. Ils n’accélèrent pas les builds par eux-mêmes\u00a0: mesurez.',
  },
  check: {
    settings: {
      title: 'Réglages du démon de Docker',
      target: 'selon la configuration, et lus par Docker',
      how: 'observé\u00a0: daemon.json, docker info, et le journal de cette étape',
    },
    differ: (keys) => `${keys.length} ${plural(keys.length, 'diffère', 'diffèrent')}\u00a0: ${keys.join(', ')}`,
    unread: 'écrits, mais pas encore lus par Docker',
    asConfigured: 'selon la configuration',
    health: {
      title: 'Docker et ses conteneurs',
      target: 'Docker répond, aucun conteneur qui redémarre, mort ou en mauvais état',
      how: 'observé\u00a0: docker info, docker ps',
    },
    running: (version, containers) => `Docker ${version}, ${containers} en marche`,
    pods: {
      title: 'Pods après le redémarrage de Docker',
      target: 'tous les pods de ce nœud qui étaient prêts avant',
    },
    podsHow: (time) => `observé\u00a0: par le script du serveur, avant et après le redémarrage du ${moment(time)}`,
  },
};
