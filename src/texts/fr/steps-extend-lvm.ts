import type { Texts } from '..';
import { formatOf } from '../format';

const { size, list } = formatOf('fr');

const BY_HAND = 'Agrandissez-le à la main, après une sauvegarde\u00a0: voir lvmthin(7), lvmcache(7) ou lvmraid(7).';

export const extendLvm: Texts['extendLvm'] = {
  changes: {
    backup: (folders) => ({
      title: `Sauvegarder les métadonnées LVM dans ${list(folders)}`,
      why: 'Si les métadonnées sont un jour endommagées, c’est de là qu’elles sont reconstruites.',
      check: 'Le fichier et sa copie ont le même sha256.',
      undo: 'Inutile\u00a0: des fichiers sont seulement ajoutés.',
    }),
    growpart: (volumes) => ({
      title: 'Agrandir la dernière partition dans l’espace libre qui la suit',
      command: `growpart (la partition de) ${volumes}`,
      why: 'Le groupe de volumes n’a pas assez d’espace libre, mais le disque en a, derrière sa dernière partition.',
      check: 'Le noyau voit la partition agrandie.',
      undo: 'Non annulé\u00a0: une partition plus grande est sans danger. L’ancienne table est conservée avec la sauvegarde.',
    }),
    pvresize: {
      title: 'Intégrer le nouvel espace au volume physique',
      why: 'Le périphérique est plus grand que le volume physique qu’il porte.',
      check: 'Le groupe de volumes a les nouvelles étendues.',
      undo: 'Non annulé\u00a0: des étendues libres sont sans danger.',
    },
    vgextend: (disk, group) => ({
      title: `Ajouter le disque vierge ${disk.path} (${disk.model || 'modèle inconnu'}, numéro de série ${disk.serial}, ${size(disk.bytes)}) à ${group}`,
      why: 'Il est nommé dans la configuration, et l’espace disponible ailleurs ne suffit pas.',
      check: 'Le groupe de volumes a les nouvelles étendues.',
      undo: 'À la main, tant que rien ne s’y trouve\u00a0: vgreduce.',
    }),
    lvextend: (bytes) => ({
      title: `Étendre le volume logique à ${size(bytes)}`,
      why: 'Le système de fichiers ne peut grandir que dans un volume plus grand.',
      check: 'LVM et le noyau voient tous deux la nouvelle taille.',
      undo: 'Par rollback, tant que le système de fichiers n’a pas grandi.',
    }),
    refresh: {
      title: 'Faire voir au noyau la taille du volume',
      why: 'LVM a enregistré un volume plus grand, mais le noyau en marche a l’ancien\u00a0: une modification antérieure a été interrompue.',
      check: 'Le noyau voit la taille que LVM a enregistrée.',
      undo: 'Inutile.',
    },
    growfs: {
      title: 'Agrandir le système de fichiers jusqu’à remplir le volume, sans le démonter',
      why: 'C’est seulement alors que les programmes peuvent utiliser le nouvel espace.',
      check: 'L’en-tête du système de fichiers indique la nouvelle taille.',
      undo: 'Ne peut pas être annulé en service\u00a0: réduire se fait hors ligne, après une sauvegarde.',
    },
    lvreduce: (bytes) => ({
      title: `Ramener le volume logique à ${size(bytes)}`,
      why: 'Son système de fichiers n’a pas grandi\u00a0: rien ne se trouve dans la partie rendue.',
      check: 'LVM et le noyau voient tous deux l’ancienne taille.',
      undo: 'Relancez apply.',
    }),
  },
  summary: {
    filled: (name, bytes) => `${name} fait ${size(bytes)} et son système de fichiers le remplit.`,
    notFilled: (name, bytes) =>
      `${name} fait ${size(bytes)}, mais son système de fichiers ne le remplit pas encore\u00a0: il faut terminer.`,
    grows: (name, from, to) => `${name}\u00a0: ${size(from)} → ${size(to)}, en service.`,
    noExtension: (name, bytes) => `${name} fait ${size(bytes)}\u00a0: il n’y a aucune extension à annuler.`,
    back: (name, from, to) =>
      `${name}\u00a0: retour de ${size(from)} à ${size(to)}\u00a0; son système de fichiers n’a pas grandi.`,
  },
  notes: {
    lessThanWanted: (wanted, bytes) => `${size(wanted)} demandés\u00a0; ${size(bytes)} est le maximum disponible.`,
    neverSmaller: (wanted) =>
      `L’objectif de ${size(wanted)} est plus petit que ce qui est en place\u00a0; rien n’est réduit.`,
  },
  refusals: {
    thin: (name) => ({ message: `${name} est un volume à allocation dynamique (thin).`, wayOut: BY_HAND }),
    thinPool: (name) => ({ message: `${name} est une réserve à allocation dynamique (thin pool).`, wayOut: BY_HAND }),
    snapshotOrigin: (name) => ({
      message: `${name} est l’origine d’un instantané.`,
      wayOut: 'Supprimez ou fusionnez d’abord l’instantané (lvs -a), puis relancez.',
    }),
    snapshot: (name) => ({ message: `${name} est un instantané.`, wayOut: 'Étendez plutôt son origine.' }),
    cache: (name) => ({
      message: `${name} a un cache.`,
      wayOut: `Retirez d’abord le cache (lvconvert --splitcache ${name}), puis relancez.`,
    }),
    raid: (name) => ({ message: `${name} est un volume RAID.`, wayOut: BY_HAND }),
    mirror: (name) => ({ message: `${name} est un miroir.`, wayOut: BY_HAND }),
    kind: (name, attributes) => ({
      message: `${name} est d’un genre (lv_attr ${attributes}) que cette étape ne connaît pas.`,
      wayOut: BY_HAND,
    }),
    segment: (name, type) => ({
      message: `${name} a un segment de type ${type}\u00a0; seuls les segments linéaires sont étendus.`,
      wayOut: BY_HAND,
    }),
    lvmUnreadable: (mount) => ({
      message: `LVM ne décrit pas '${mount}'.`,
      wayOut: 'Voyez ce que disent `lvs` et `findmnt`.',
    }),
    damaged: (mount, damage, source) => ({
      message: `Le système de fichiers de '${mount}' a enregistré des erreurs (${damage}).`,
      wayOut: `Sauvegardez ce qui compte, puis réparez-le hors ligne\u00a0: démarrez un système de secours et lancez e2fsck -f ${source}`,
    }),
    noMount: (mount) => ({
      message: `Rien n’est monté sur '${mount}'.`,
      wayOut: 'Nommez un point de montage\u00a0: findmnt les énumère.',
    }),
    luksAbove: (mount) => ({
      message: `'${mount}' se trouve sur un volume chiffré (LUKS) au-dessus de son volume logique.`,
      wayOut:
        'Agrandissez-le à la main\u00a0: lvextend, puis cryptsetup resize, puis le système de fichiers\u00a0; faites d’abord une sauvegarde.',
    }),
    luksBelow: (device, group, name) => ({
      message: `Le volume physique ${device} de ${group} se trouve sur un périphérique chiffré (LUKS).`,
      wayOut: `Étendez à la main, après une sauvegarde\u00a0: lvextend -r -L TAILLE ${name} (et d’abord cryptsetup resize, si le périphérique lui-même doit grandir).`,
    }),
    notLvm: (mount, source, type) => ({
      message: `'${mount}' se trouve sur '${source}' (${type ?? 'pas un périphérique bloc'}), et non sur un volume logique.`,
      wayOut:
        'Cette étape n’agrandit que des volumes LVM. Nommez le point de montage de l’un d’eux (extend_lvm.mount), ou agrandissez celui-ci avec les outils de votre hyperviseur ou de votre distribution.',
    }),
    missing: (group, volumes) => ({
      message: `Il manque ${volumes} volume(s) physique(s) au groupe de volumes ${group}.`,
      wayOut: 'Remettez le disque en place (pvs, dmesg), puis relancez.',
    }),
    exported: (group) => ({
      message: `Le groupe de volumes ${group} est exporté.`,
      wayOut: `Importez-le d’abord\u00a0: vgimport ${group}`,
    }),
    groupReadOnly: (group) => ({
      message: `Le groupe de volumes ${group} est en lecture seule.`,
      wayOut: `Autorisez d’abord l’écriture\u00a0: vgchange --permission rw ${group}`,
    }),
    fixed: (group) => ({
      message: `Le groupe de volumes ${group} n’autorise pas le redimensionnement.`,
      wayOut: `Autorisez-le d’abord\u00a0: vgchange --resizeable y ${group}`,
    }),
    shared: (group, lock) => ({
      message: `Le groupe de volumes ${group} est partagé entre plusieurs serveurs (${lock}).`,
      wayOut: 'Étendez-le avec les outils de votre grappe.',
    }),
    suspended: (name, source) => ({
      message: `${name} est suspendu.`,
      wayOut: `Réactivez-le\u00a0: dmsetup resume ${source}`,
    }),
    readOnly: (name, attributes) => ({
      message: `${name} est en lecture seule (lv_attr ${attributes}).`,
      wayOut: `Autorisez d’abord l’écriture\u00a0: lvchange --permission rw ${name}`,
    }),
    mountedReadOnly: (mount) => ({
      message: `'${mount}' est monté en lecture seule.`,
      wayOut:
        'Cherchez pourquoi (dmesg\u00a0; une erreur fait passer ext4 en lecture seule), réparez-le hors ligne avec e2fsck -f ou xfs_repair, remontez-le en écriture, puis relancez.',
    }),
    fileSystem: (mount, type) => ({
      message: `'${mount}' est de type ${type}\u00a0; cette étape agrandit ext4 et xfs.`,
      wayOut: `Agrandissez-le à la main avec les outils de ${type}, après lvextend.`,
    }),
    noSpace: (name, target, short, ways) => ({
      message: `${name} ne peut pas atteindre ${size(target)}\u00a0: il manque ${size(short)}, tout l’espace libre accessible étant compté.`,
      wayOut: `${ways.join(', ou ')}.`,
    }),
    noDisk: (disk) => ({
      message: `Il n’y a pas de disque '${disk}'.`,
      wayOut: 'Voir\u00a0: lsblk -d -o PATH,SIZE,SERIAL et ls /dev/disk/by-id',
    }),
    diskInGroup: (path, wanted, group) => ({
      message: `${path} ('${wanted}') fait déjà partie du groupe de volumes ${group}.`,
      wayOut: 'Nommez un disque qui ne contient rien.',
    }),
    diskNotBlank: (path, wanted, found) => ({
      message: `${path} ('${wanted}') n’est pas vierge\u00a0: ${found || 'il est utilisé ou a des partitions'}.`,
      wayOut:
        'Nommez un disque qui ne contient rien. Cette étape n’en efface jamais\u00a0; s’il est vraiment inutile, une personne peut le faire\u00a0: wipefs -a (cela détruit ce qui s’y trouve).',
    }),
    drift: (group, sequence, recorded) => ({
      message: `Le groupe de volumes ${group} a été modifié depuis l’extension (numéro de séquence ${sequence}, enregistré ${recorded}).`,
      wayOut: 'Terminez plutôt l’extension\u00a0: relancez apply.',
    }),
    grown: (name, bytes, recipe) => ({
      message: `Le système de fichiers a grandi jusqu’à ${size(bytes)}\u00a0; réduire ${name} maintenant détruirait des données, et vgcfgrestore aussi.`,
      wayOut: `Gardez-le tel quel (un volume plus grand ne gêne en rien). ${recipe}`,
    }),
  },
  waysToSpace: {
    askForLess: (mib) => `Demandez au plus ${mib}MiB (extend_lvm.size)`,
    takeAll: 'réglez extend_lvm.when_short sur max pour prendre ce qu’il y a',
    otherDisks: (bytes, group) =>
      `activez extend_lvm.other_disks pour utiliser ${size(bytes)} libres sur d’autres disques de ${group} (le volume dépend alors aussi de ces disques)`,
    newDisk: 'nommez un disque vierge dans extend_lvm.new_disk',
  },
  shrinkXfs:
    'Un système de fichiers xfs ne peut pas être réduit\u00a0: copiez les données ailleurs, créez un volume et un système de fichiers plus petits, recopiez-les.',
  shrink: 'S’il faut vraiment le réduire\u00a0: démarrez un système de secours, faites une sauvegarde, puis lancez',
  check: {
    title: (mount) => `Volume logique derrière ${mount}`,
    target: (bytes) => `≥ ${size(bytes)}, rempli par son système de fichiers`,
    how: 'lvm fullreport, et l’en-tête du système de fichiers',
    notLvm: 'pas sur LVM',
    measured: (bytes, fileSystem) => `${size(bytes)}, système de fichiers ${size(fileSystem)}`,
  },
};
