import type { Texts } from '..';

export const facts: Texts['facts'] = {
  fromHost: {
    'neither kubectl nor k3s is installed': 'ni kubectl ni k3s n’est installé',
    'there is no kubeconfig': 'il n’y a pas de kubeconfig',
    'there is no journalctl': 'il n’y a pas de journalctl',
  },
  exitCode: (code) => `code de sortie ${code}`,
  sudoMissing: (command, user) => ({
    message: `\`${command}\` demande les droits de root, et ${user} n’a pas sudo.`,
    wayOut: 'Installez sudo, ou connectez-vous en tant que root.',
  }),
  sudoRight: (command, user, line, find) => ({
    message: `${user} n’a pas le droit de lancer \`${command}\` en tant que root sans mot de passe.`,
    wayOut: `En tant que root, lancez \`visudo -f /etc/sudoers.d/edge-phase1\` et ajoutez cette ligne${find === undefined ? '' : ` (avec le chemin que montre \`command -v ${find}\`)`}\u00a0: ${line}`,
  }),
  wholeSudoers: 'Le fichier entier, avec tous les droits nécessaires\u00a0: edge-phase1 sudoers',
  block: (program, why) => ({
    unreadable: `${program} n’énumère pas ce qu’il y a (${why})`,
    wayOut:
      'Il faut lsblk et findmnt d’util-linux 2.33 ou plus récent\u00a0; `edge-phase1 doctor` montre ce qui manque.',
  }),
  lvm: {
    notInstalled: { unreadable: 'LVM n’est pas installé', wayOut: 'Installez-le\u00a0: apt-get install lvm2' },
    unreadable: (why) => `LVM ne peut pas être lu (${why})`,
    wayOut: 'Voyez ce que dit `lvm fullreport` en tant que root, et réparez cela d’abord.',
  },
  fileSystem: {
    unknownType: (type) => ({
      unreadable: `${type} n’est pas un système de fichiers que cette étape connaît`,
      wayOut: 'Elle agrandit ext4 et xfs.',
    }),
    ext4: (why) => `l’en-tête ext4 ne peut pas être lu (${why})`,
    ext4NoSize: 'l’en-tête ext4 n’indique pas la taille',
    installExt4: 'Installez son outil\u00a0: apt-get install e2fsprogs',
    seeExt4: 'Voyez ce que dit `dumpe2fs -h` en tant que root.',
    damage: (state, errors) => `état '${state}', nombre d’erreurs ${errors}`,
    xfs: (why) => `xfs_info ne répond pas (${why})`,
    installXfs: 'Installez-le\u00a0: apt-get install xfsprogs',
    seeXfs: 'Voyez ce que dit `xfs_info` en tant que root.',
  },
  docker: {
    notAsked: {
      unreadable: 'Docker ne tourne pas, et n’a pas été interrogé\u00a0: cela l’aurait démarré',
      wayOut: 'Voir\u00a0: systemctl status docker.service. Démarrez-le, puis relancez.',
    },
    noCurl: {
      unreadable: 'il n’y a pas de commande curl pour interroger Docker',
      wayOut: 'Installez-le\u00a0: apt-get install curl',
    },
    noCommand: { unreadable: 'il n’y a pas de commande docker', wayOut: 'Installez Docker, puis relancez.' },
    silent: (why) => `Docker ne répond pas (${why})`,
    noVersion: 'aucune version du serveur',
    seeUnit:
      'Voir\u00a0: systemctl status docker.service et journalctl -u docker.service -n 30. Démarrez-le, puis relancez.',
    flags: (why) => ({
      unreadable: `la ligne de commande du démon de Docker ne peut pas être lue (${why})`,
      wayOut: 'Voir\u00a0: systemctl status docker.service',
    }),
    noObject: 'ce n’est pas un objet unique entre accolades',
  },
  json: {
    comment: 'il y a un commentaire, et JSON n’en a pas',
    tooEarly: 'il se termine trop tôt',
    notJson: 'ce n’est pas du JSON à cet endroit',
  },
  harbor: {
    nothingListens: 'rien n’écoute à cette adresse',
    installCurl: 'Installez curl sur le serveur.',
    checkUrl:
      'Vérifiez checks.harbor.url\u00a0: l’adresse doit être joignable depuis le serveur lui-même, avec un certificat auquel il fait confiance.',
    redirects: (status) => ({
      unreadable: `l’adresse redirige (${status})`,
      wayOut: 'Mettez dans checks.harbor.url l’adresse vers laquelle elle redirige.',
    }),
    notHarbor: (status) => `ce qui répond à cette adresse (HTTP ${status}) n’est pas Harbor`,
    letsEveryoneIn: 'un registre répond et laisse entrer tout le monde',
    noRegistry: (status) => `ce qui répond à cette adresse (HTTP ${status}) n’est pas un registre`,
    notAsked: { unreadable: 'il n’a pas été interrogé', wayOut: 'Relancez.' },
    mark: (file, why) => ({
      unreadable: `${file} ne peut pas être lu (${why})`,
      wayOut: `Tel que l’étape harbor l’a écrit, il est lisible par tous\u00a0: chmod 0644 ${file}`,
    }),
    listeners: (why) => ({ unreadable: `ss ne répond pas (${why})`, wayOut: 'Installez iproute2.' }),
    seeServices: 'Voir\u00a0: kubectl get services --all-namespaces',
    torn: { unreadable: 'la réponse de kubectl est incomplète ou d’une autre forme', wayOut: 'Relancez.' },
  },
  kubernetes: {
    again: 'Relancez\u00a0; `kubectl get nodes,pods --all-namespaces` sur le serveur montre ce qu’il répond.',
    torn: 'la réponse de kubectl est incomplète ou d’une autre forme',
    notAll: (rows, total) => `kubectl a montré ${rows} objets sur ${total}`,
    noThresholds: 'le kubelet ne montre pas ses seuils',
    installTool:
      'Installez kubectl\u00a0; ou réglez kubernetes.cluster sur none si le serveur ne doit pas avoir de cluster.',
    nameKubeconfig:
      'Nommez-en un dans kubernetes.kubeconfig\u00a0; ou réglez kubernetes.cluster sur none si le serveur ne doit pas avoir de cluster.',
    makeKubeconfig:
      'Créez un kubeconfig qui ne permet que de lire (docs/validate.md donne les commandes) et nommez-le dans kubernetes.kubeconfig.',
    giveRight: 'Donnez à cet utilisateur le droit get et list\u00a0: docs/validate.md donne le rôle de cluster.',
    journalTorn: 'sa réponse est incomplète',
    noLine: 'aucune de ses lignes n’est lisible',
    readJournal:
      'Permettez à cet utilisateur de lire le journal (usermod -aG systemd-journal USER), là où K3s ou le kubelet est une unité.',
  },
  preflight: {
    backup: 'Nommez dans preflight.backup.path un fichier ou un dossier que cet utilisateur peut lire.',
    hook: (hook) => `Voir docs/validate.md pour ce que doit être ${hook}.`,
  },
  results: {
    run: (command) => `Lancez \`edge-phase1 ${command}\`.`,
    notMeasured: 'pas encore mesuré',
    otherForm: (schema) => `son résultat n’a pas la forme ${schema}`,
    incomplete: 'il manque à son résultat un digest ou une date',
  },
};
