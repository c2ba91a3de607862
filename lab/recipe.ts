/** What the test server is made of, as plain data. A change here gives the image a new hash and so a new build. */

export const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

export const RELEASE = 'trixie';

export const GUEST_PACKAGES = [
  ...['systemd', 'systemd-sysv', 'udev', 'dbus', 'kmod', 'initramfs-tools', 'linux-image-cloud-amd64'],
  ...['openssh-server', 'sudo', 'iproute2', 'iptables', 'procps', 'ca-certificates', 'curl', 'jq', 'busybox-static'],
  ...['lvm2', 'e2fsprogs', 'xfsprogs', 'parted', 'fdisk', 'gdisk', 'cloud-guest-utils', 'util-linux-extra'],
  // For volumes of the kinds that extend-lvm leaves alone.
  ...['cryptsetup-bin', 'thin-provisioning-tools', 'btrfs-progs'],
  ...['smartmontools', 'hdparm', 'fio', 'sysstat'],
  ...['python3', 'nodejs', 'docker.io', 'docker-cli', 'docker-buildx', 'docker-compose'],
];

export interface Partition {
  /** The type word of sfdisk: a GPT type UUID or one of its shortcuts. */
  readonly type: string;
  readonly start: number;
  readonly size: number;
  /** An ext4 file system with this label, mounted here. */
  readonly ext4?: { readonly label: string; readonly mount: string };
}

export interface Disk {
  readonly serial: string;
  readonly size: number;
  readonly partitions: readonly Partition[];
}

const BIOS_BOOT = '21686148-6449-6E6F-744E-656564454649';
const LAST_MIB = MIB;

function wholeDisk(size: number): { start: number; size: number } {
  return { start: MIB, size: size - MIB - LAST_MIB };
}

/** In the order of the bus. Their names (sda, sdb, sdc) still differ from boot to boot, as on the real server. */
export const DISKS = {
  storage: {
    serial: 'EDGE-STORAGE',
    size: 279 * GIB,
    partitions: [
      { type: 'L', ...wholeDisk(279 * GIB), ext4: { label: 'ai-storage', mount: '/twisterlab/ai-storage' } },
    ],
  },
  system: {
    serial: 'EDGE-SYSTEM',
    size: 298 * GIB,
    partitions: [
      { type: BIOS_BOOT, start: MIB, size: MIB },
      { type: 'L', start: 2 * MIB, size: 2 * GIB },
      { type: 'V', start: 2 * MIB + 2 * GIB, size: 296 * GIB - 2 * MIB - LAST_MIB },
    ],
  },
  warehouse: {
    serial: 'EDGE-WAREHOUSE',
    size: 279 * GIB,
    partitions: [
      { type: 'L', start: MIB, size: 70 * GIB, ext4: { label: 'warehouse', mount: '/twisterlab/data-warehouse' } },
    ],
  },
} as const satisfies Record<string, Disk>;

export type DiskName = keyof typeof DISKS;
export const DISK_NAMES = Object.keys(DISKS) as DiskName[];

export const VG = 'ubuntu-vg';
export const LV = 'ubuntu-lv';
export const ROOT_SIZE = 100 * GIB;
export const ROOT_DEVICE = '/dev/mapper/ubuntu--vg-ubuntu--lv';
/** The physical volume is the last partition, so that growing it (growpart, pvresize) is possible. */
export const PV_START = DISKS.system.partitions[2].start;
export const PV_SIZE = DISKS.system.partitions[2].size;

export const USER = 'twister';

/** Modules of the initial RAM disk: what it takes to find the root volume, and the network card. */
export const INITRD_MODULES = ['virtio_scsi', 'sd_mod', 'dm_mod', 'virtio_net'];

const DOCKER_UNITS = ['docker.service', 'docker.socket', 'containerd.service'];

export function kernelCommandLine(docker: boolean): string {
  return [
    `root=${ROOT_DEVICE} ro console=ttyS0 quiet loglevel=3 systemd.show_status=0 net.ifnames=0`,
    'mitigations=off audit=0 init_on_alloc=0 cryptomgr.notests no_timer_check tsc=reliable',
    'lsm=capability,landlock,yama',
    ...(docker ? [] : DOCKER_UNITS.map((unit) => `systemd.mask=${unit}`)),
  ].join(' ');
}

/** Units that a test server has no use for and that cost time at every emulated boot. */
export const MASKED_UNITS = [
  ...['apt-daily.timer', 'apt-daily-upgrade.timer', 'dpkg-db-backup.timer', 'e2scrub_all.timer', 'fstrim.timer'],
  ...['sysstat-collect.timer', 'sysstat-rotate.timer', 'sysstat-summary.timer', 'xfs_scrub_all.timer'],
  ...['systemd-tmpfiles-clean.timer', 'e2scrub_reap.service', 'smartmontools.service', 'sysstat.service'],
  ...['getty@tty1.service', 'serial-getty@ttyS0.service', 'getty-static.service', 'systemd-logind.service'],
  ...['systemd-pstore.service', 'sshd-keygen.service', 'systemd-binfmt.service', 'systemd-random-seed.service'],
  ...['systemd-udev-load-credentials.service', 'systemd-network-generator.service', 'systemd-networkd.socket'],
  ...['dev-hugepages.mount', 'dev-mqueue.mount', 'sys-kernel-debug.mount', 'sys-kernel-tracing.mount'],
  ...['sys-kernel-config.mount', 'sys-fs-fuse-connections.mount', 'proc-sys-fs-binfmt_misc.automount'],
  ...['tmp.mount', 'run-lock.mount', 'systemd-ask-password-console.path', 'systemd-ask-password-wall.path'],
];

const GENERATORS = [
  ...['cryptsetup', 'factory-reset', 'getty', 'gpt-auto', 'hibernate-resume', 'import', 'integritysetup', 'rc-local'],
  ...['run', 'ssh', 'system-update', 'sysv', 'tpm2', 'veritysetup', 'bless-boot'],
];
/** Programs that systemd would run at every boot to find units that are not there. */
export const MASKED_GENERATORS = GENERATORS.map((name) => `/etc/systemd/system-generators/systemd-${name}-generator`);

export const ENABLED_UNITS = ['lab-network.service', 'ssh.service'];

const COLD_PLUGGED = ['block', 'net', 'misc', 'rtc', 'virtio'];

const MOUNTS = Object.values(DISKS as Record<string, Disk>)
  .flatMap((disk) => disk.partitions)
  .flatMap((partition) => (partition.ext4 ? [partition.ext4] : []));

export const MOUNT_POINTS = MOUNTS.map(({ mount }) => mount);

/** Files of the guest that are the same in every build, by path. */
export const GUEST_FILES: Readonly<Record<string, string>> = {
  '/etc/hostname': 'edgeserver\n',
  '/etc/hosts': '127.0.0.1 localhost\n127.0.1.1 edgeserver\n::1 localhost\n',
  '/etc/fstab': [
    `${ROOT_DEVICE} / ext4 defaults 0 1`,
    ...MOUNTS.map(({ label, mount }) => `LABEL=${label} ${mount} ext4 defaults,nofail 0 2`),
    '',
  ].join('\n'),
  // One command instead of a network daemon: it takes two seconds less.
  '/etc/systemd/system/lab-network.service': [
    '[Unit]',
    'DefaultDependencies=no',
    'Before=network.target',
    'Wants=network.target',
    '[Service]',
    'Type=oneshot',
    'RemainAfterExit=yes',
    'ExecStart=/usr/sbin/ip -batch /etc/lab-network',
    '[Install]',
    'WantedBy=sysinit.target',
    '',
  ].join('\n'),
  '/etc/lab-network': [
    'link set lo up',
    'address add 10.0.2.15/24 dev eth0',
    'link set eth0 up',
    'route add default via 10.0.2.2',
    '',
  ].join('\n'),
  // Debian's script announces all devices again; the kernel's own announcements of the modules below are enough.
  '/etc/initramfs-tools/scripts/init-top/udev': [
    '#!/bin/sh -e',
    '[ "$1" = prereqs ] && exit 0',
    'SYSTEMD_LOG_LEVEL=notice /usr/lib/systemd/systemd-udevd --daemon --resolve-names=never',
    '',
  ].join('\n'),
  // The devices that matter here; announcing every one there is costs udev five seconds.
  '/etc/systemd/system/systemd-udev-trigger.service.d/lab.conf': [
    '[Service]',
    'ExecStart=',
    `ExecStart=-udevadm trigger --action=add ${COLD_PLUGGED.map((name) => `--subsystem-match=${name}`).join(' ')}`,
    '',
  ].join('\n'),
  '/etc/udev/rules.d/85-hdparm.rules': '',
  '/etc/systemd/system/ssh.service.d/lab.conf': '[Service]\nExecStartPre=\n',
  // As in Docker's own packages: the part for Kubernetes is off.
  '/etc/containerd/config.toml': 'version = 2\ndisabled_plugins = ["io.containerd.grpc.v1.cri"]\n',
  '/etc/systemd/system.conf.d/lab.conf': '[Manager]\nDefaultTimeoutStopSec=15s\n',
  '/etc/ssh/sshd_config.d/lab.conf': [
    'HostKey /etc/ssh/ssh_host_ed25519_key',
    'UseDNS no',
    'PermitRootLogin prohibit-password',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'MaxStartups 100',
    'PrintLastLog no',
    '',
  ].join('\n'),
  // Without it people other than root are turned away until the boot has ended.
  '/etc/tmpfiles.d/systemd-nologin.conf': '',
  '/etc/initramfs-tools/conf.d/lab.conf': 'MODULES=list\nRESUME=none\n',
  '/etc/initramfs-tools/modules': `${INITRD_MODULES.join('\n')}\n`,
};
