import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { run } from './command';
import { kernelPayload } from './kernel';
import { findKeyrings, findMirror } from './mirror';
import {
  DISK_NAMES,
  DISKS,
  type Disk,
  type DiskName,
  ENABLED_UNITS,
  GUEST_FILES,
  GUEST_PACKAGES,
  LV,
  MASKED_GENERATORS,
  MASKED_UNITS,
  MOUNT_POINTS,
  PV_SIZE,
  PV_START,
  RELEASE,
  ROOT_SIZE,
  USER,
  VG,
} from './recipe';
import { madeOnce, sourceHash, stateFolder, sweep } from './state';

/** A built server that has never booted: disks, kernel and keys in one folder. Read only from here on. */
export interface Image {
  readonly folder: string;
  readonly kernel: string;
  readonly initrd: string;
  readonly hostKey: string;
}

export type Progress = (title: string) => void;

export const IMAGE_STEPS = 5;

export function diskFile(image: Image, disk: DiskName): string {
  return join(image.folder, `${disk}.raw`);
}

/** The private key that lets this user in. */
export function clientKey(image: Image, user: string): string {
  return join(image.folder, 'keys', user);
}

function imageIn(folder: string): Image {
  return {
    folder,
    kernel: join(folder, 'vmlinux'),
    initrd: join(folder, 'initrd'),
    hostKey: join(folder, 'keys', 'host.pub'),
  };
}

function imageFolder(): string {
  return join(stateFolder(), `image-${sourceHash('recipe.ts', 'image.ts', 'kernel.ts')}`);
}

export function findImage(): Image | undefined {
  const folder = imageFolder();
  return existsSync(folder) ? imageIn(folder) : undefined;
}

/** Builds the image, or returns the one there is. Interrupted, it leaves nothing that a later build would trust. */
export async function buildImage(progress: Progress): Promise<Image> {
  const built = findImage();
  if (built) return built;
  const final = await madeOnce(imageFolder(), async (folder) => {
    const root = join(folder, 'root');
    mkdirSync(folder);
    progress(`install Debian ${RELEASE}`);
    await installDebian(root);
    progress('make keys');
    await makeKeys(folder);
    progress('configure the server');
    await configure(root, folder);
    progress('build the initial RAM disk');
    await takeKernel(root, folder);
    progress('lay out the disks');
    for (const disk of DISK_NAMES) await makeDisk(folder, disk, root);
    rmSync(root, { recursive: true });
  });
  removeOthers(final);
  return imageIn(final);
}

/** Images of older recipes, unless a test server is there that may stand on one. */
function removeOthers(current: string): void {
  const state = dirname(current);
  sweep(join(state, 'vm'));
  if (existsSync(join(state, 'vm')) && readdirSync(join(state, 'vm')).length > 0) return;
  for (const name of readdirSync(state)) {
    const isOld = /^image-[0-9a-f]+$/.test(name) && name !== basename(current);
    if (isOld) rmSync(join(state, name), { recursive: true });
  }
}

async function installDebian(root: string): Promise<void> {
  const excluded = ['/usr/share/doc/*', '/usr/share/man/*', '/usr/share/locale/*'];
  await run(
    [
      'mmdebstrap',
      '--mode=root',
      '--variant=minbase',
      ...findKeyrings().map((file) => `--keyring=${file}`),
      '--aptopt=APT::Install-Recommends "false"',
      ...excluded.map((path) => `--dpkgopt=path-exclude=${path}`),
      '--dpkgopt=force-unsafe-io',
      `--include=${GUEST_PACKAGES.join(',')}`,
      RELEASE,
      root,
      findMirror(),
    ],
    // The initial RAM disk is built later, once, with its own configuration.
    { env: { ...process.env, INITRD: 'No' } },
  );
}

async function makeKeys(folder: string): Promise<void> {
  const keys = join(folder, 'keys');
  mkdirSync(keys);
  for (const name of ['host', 'root', USER]) {
    await run(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', `edge-phase1 ${name}`, '-f', join(keys, name)]);
  }
}

function writeGuestFile(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
}

async function configure(root: string, folder: string): Promise<void> {
  for (const [path, text] of Object.entries(GUEST_FILES)) writeGuestFile(root, path, text);
  for (const mount of MOUNT_POINTS) mkdirSync(join(root, mount), { recursive: true });
  writeGuestFile(root, '/etc/machine-id', `${randomBytes(16).toString('hex')}\n`);

  await run(['chroot', root, 'useradd', '--create-home', '--shell', '/bin/bash', '--uid', '1000', USER]);
  // "*" is no password; the "!" of useradd would lock the account, and its keys with it.
  await run(['chroot', root, 'usermod', '--password', '*', USER]);
  installKeys(root, folder);
  await run(['chroot', root, 'chown', '-R', `${USER}:${USER}`, `/home/${USER}`, ...MOUNT_POINTS]);

  await run(['systemctl', `--root=${root}`, 'mask', ...MASKED_UNITS]);
  await run(['systemctl', `--root=${root}`, 'enable', ...ENABLED_UNITS]);
  await run(['systemctl', `--root=${root}`, 'set-default', 'multi-user.target']);
  mkdirSync(join(root, '/etc/systemd/system-generators'), { recursive: true });
  for (const path of MASKED_GENERATORS) symlinkSync('/dev/null', join(root, path));
  // systemd redoes much work at the first boot unless these are newer than /usr.
  for (const path of ['/etc/.updated', '/var/.updated']) writeGuestFile(root, path, '');
}

function installKeys(root: string, folder: string): void {
  const keys = join(folder, 'keys');
  for (const suffix of ['', '.pub']) {
    copyFileSync(join(keys, `host${suffix}`), join(root, `/etc/ssh/ssh_host_ed25519_key${suffix}`));
  }
  for (const [user, home] of [
    ['root', '/root'],
    [USER, `/home/${USER}`],
  ] as const) {
    writeGuestFile(root, `${home}/.ssh/authorized_keys`, readFileSync(join(keys, `${user}.pub`), 'utf8'));
    chmodSync(join(root, home, '.ssh'), 0o700);
  }
}

/** Kernel and modules are kept unpacked: an emulated processor needs seconds to unpack them at every boot. */
async function takeKernel(root: string, folder: string): Promise<void> {
  const modules = join(root, 'usr/lib/modules');
  const version = readdirSync(modules)[0]!;
  await run(['find', modules, '-name', '*.ko.xz', '-exec', 'xz', '--decompress', '{}', '+']);
  await run(['chroot', root, 'depmod', version]);

  const image = imageIn(folder);
  await run(['chroot', root, 'mkinitramfs', '-o', '/boot/initrd.img', version]);
  renameSync(join(root, 'boot/initrd.img'), image.initrd);
  const packed = join(folder, 'kernel.zst');
  writeFileSync(packed, kernelPayload(readFileSync(join(root, `boot/vmlinuz-${version}`))));
  await run(['zstd', '-q', '-d', '--rm', packed, '-o', image.kernel]);
}

async function makeDisk(folder: string, name: DiskName, root: string): Promise<void> {
  const disk: Disk = DISKS[name];
  const file = join(folder, `${name}.raw`);
  writeFileSync(file, '');
  truncateSync(file, disk.size);
  const lines = disk.partitions.map(({ type, start, size }) => `start=${start / 512},size=${size / 512},type=${type}`);
  await run(['sfdisk', '--quiet', file], { stdin: ['label: gpt', ...lines, ''].join('\n') });
  for (const { start, size, ext4 } of disk.partitions) {
    if (ext4) await makeExt4({ file, start, size, label: ext4.label });
  }
  if (name === 'system') {
    const start = PV_START + (await makeVolume(file));
    await makeExt4({ file, start, size: ROOT_SIZE, label: 'root', content: root });
  }
}

interface Ext4 {
  readonly file: string;
  readonly start: number;
  readonly size: number;
  readonly label: string;
  readonly content?: string;
}

async function makeExt4({ file, start, size, label, content }: Ext4): Promise<void> {
  const extended = `offset=${start},assume_storage_prezeroed=1`;
  const fill = content ? ['-d', content] : [];
  await run(['mke2fs', '-q', '-F', '-t', 'ext4', '-L', label, '-E', extended, ...fill, file, `${size / 1024}k`]);
}

/** Volume group and root volume, written without the device mapper. Returns where in the partition the data begins. */
async function makeVolume(file: string): Promise<number> {
  const attach = ['losetup', '--find', '--show', '--offset', String(PV_START), '--sizelimit', String(PV_SIZE), file];
  const device = (await run(attach)).trim();
  try {
    const lvm = (command: string, ...args: string[]) =>
      run([command, '--devices', device, '--driverloaded', 'n', '--config', 'backup{backup=0 archive=0}', ...args]);
    await lvm('pvcreate', '--quiet', device);
    await lvm('vgcreate', '--quiet', VG, device);
    await lvm('lvcreate', '--quiet', '-an', '-Zn', '-Wn', '--size', `${ROOT_SIZE}b`, '--name', LV, VG);
    const answer = await lvm('pvs', '--noheadings', '--nosuffix', '--units', 'b', '-o', 'pe_start', device);
    return Number(answer.trim());
  } finally {
    await run(['losetup', '--detach', device]);
  }
}
