import type { Texts } from '..';

export const harbor: Texts['harbor'] = {
  absent:
    'Rien ne montre qu’un registre est installé sur ce serveur\u00a0: l’étape `harbor` n’a laissé aucun résultat, ou il n’a pas été lu. Ce guide s’établit à partir de ce résultat.',
  installTitle: 'Comment l’installer',
  install:
    'L’étape montre d’abord son plan, n’a besoin d’aucun autre accès réseau que la source de l’installateur, et prouve le registre par un envoi et une récupération\u00a0:',
  installNote:
    'À la main, comme dans le plan, c’est possible aussi, mais ne prenez pas Harbor 2.10\u00a0: cette version n’est plus maintenue. Placez ses données sur un disque de données (Harbor demande 40 Go), pas sur `/`.',
  installDone: 'Établissez ensuite ce guide à nouveau, à partir du compte rendu de l’exécution.',
  aboutTitle: 'Ce qui est en place',
  aboutColumns: ['', ''],
  rows: {
    address: 'Adresse',
    kind: 'Genre',
    install: 'Installé dans',
    data: 'Données dans',
    project: 'Projet de la CI',
    robot: 'Compte robot de la CI',
    components: 'Composants',
    proof: 'Preuve',
  },
  kinds: { harbor: 'Harbor', distribution: 'Distribution (un petit registre sans pages ni projets)' },
  proof: (when) => `envoyé et récupéré avec un seul et même digest le ${when}`,
  timed: (push, pull) => `envoi ${push}, récupération ${pull}`,
  noProof: 'non prouvé\u00a0: ce qui a été récupéré n’est pas ce qui a été envoyé',
  health: (result, measured) => `Lors de la dernière évaluation des contrôles\u00a0: ${result} (${measured}).`,
  missing:
    'Les mots en capitales remplacent ce que le résultat de l’étape ne dit pas\u00a0; complétez-les avant de lancer une commande.',
  loginTitle: 'Se connecter',
  login: (file) =>
    `Le secret du compte robot est sur le serveur dans \`${file}\`, pour root seul, et jamais dans ce dépôt ni dans ses comptes rendus. Il passe par l’entrée standard, pour n’apparaître ni dans la liste des processus ni dans l’historique du shell. Sur le serveur même\u00a0:`,
  loginElsewhere: 'Sur une autre machine, à partir d’un fichier que vous seul pouvez lire\u00a0:',
  http: (address) =>
    `Le registre parle HTTP sans chiffrement\u00a0: noms, mots de passe et images circulent en clair, ce qui ne convient qu’à un réseau de confiance. Chaque Docker qui l’utilise doit le savoir, dans \`/etc/docker/daemon.json\` (à fusionner avec l’existant\u00a0: \`"insecure-registries": ["${address}"]\`), puis être rechargé\u00a0; aucun conteneur ne s’arrête\u00a0:`,
  https: (address) =>
    `Si le certificat vient de votre propre autorité, chaque Docker qui utilise le registre a besoin du certificat de cette autorité dans \`/etc/docker/certs.d/${address}/ca.crt\`. Il n’est pas nécessaire de redémarrer Docker.`,
  schemeUnknown: 'On ne sait pas si le registre parle HTTP ou HTTPS.',
  pushTitle: 'Envoyer une image',
  pullTitle: 'Récupérer une image',
  pull: 'Par son digest, vous obtenez exactement cette image, quoi qui ait été envoyé depuis\u00a0:',
  k3sTitle: 'L’utiliser depuis K3s',
  k3s: 'K3s a son propre containerd et ne lit pas les réglages de Docker. Sur ce serveur, l’étape s’en charge (`harbor.trust`). Sur d’autres nœuds, à la main, dans `/etc/rancher/k3s/registries.yaml`, lisible par root seul\u00a0:',
  k3sRestart: 'K3s lit ce fichier à son démarrage\u00a0; les pods en marche continuent\u00a0:',
  renewTitle: 'Renouveler',
  renewCertificate: (harbor) =>
    harbor
      ? 'Certificat\u00a0: remplacez les fichiers que `harbor.yml` nomme sous `https:` (mêmes noms), puis faites réécrire la configuration et recréer les conteneurs. Les données restent\u00a0; envois et récupérations échouent pendant une minute environ\u00a0:'
      : 'Certificat\u00a0: remplacez les fichiers avec lesquels le registre a été démarré (mêmes noms), puis redémarrez-le\u00a0:',
  renewNone: 'Certificat\u00a0: il n’y en a pas, le registre parle HTTP sans chiffrement.',
  renewRobot: (project, robot, file) =>
    `Compte robot\u00a0: tel que l’étape le crée, il n’expire pas. Pour changer son secret\u00a0: dans les pages de Harbor, sous Projects → \`${project}\` → Robot Accounts, choisissez \`${robot}\` et renouvelez son secret. L’ancien cesse aussitôt de fonctionner\u00a0: mettez le nouveau dans \`${file}\`, et reconnectez-vous partout où il sert.`,
  backupTitle: 'Sauvegarder',
  backup:
    'Une copie est cohérente quand rien n’écrit\u00a0: arrêtez le registre, copiez ses données et sa configuration sur un autre disque, redémarrez-le. La copie contient des mots de passe\u00a0: elle ne doit être lisible que par root.',
  recoverTitle: 'Rétablir',
  recoverOne: 'Il redémarre avec Docker. Sinon\u00a0:',
  recoverRestart:
    'Après un redémarrage de Docker ou du serveur, certains de ses conteneurs peuvent rester arrêtés, car ils attendent d’abord son conteneur de journaux. Attendez une minute, puis démarrez ce qui manque\u00a0; une seconde fois au besoin\u00a0:',
  recoverHealth: 'La page répond 200 dans tous les cas\u00a0: lisez l’état de chaque composant.',
  recoverBackup: 'À partir d’une copie, sur ce serveur ou sur un nouveau où la même version est installée\u00a0:',
  recoverProve: 'Prouvez-le ensuite à nouveau, par un envoi et une récupération\u00a0:',
  unknownFolders: 'On ne sait ni où il est installé, ni où sont ses données.',
};
