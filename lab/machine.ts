import { existsSync, readFileSync } from 'node:fs';
import { attempt, run } from './command';

export type Ability = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** What the machine that runs the test server needs: one program of each package, to see whether it is there. */
export const HOST_PACKAGES: Readonly<Record<string, string>> = {
  mmdebstrap: '/usr/bin/mmdebstrap',
  'debian-archive-keyring': '/usr/share/keyrings/debian-archive-keyring.gpg',
  'qemu-system-x86': '/usr/bin/qemu-system-x86_64',
  'qemu-utils': '/usr/bin/qemu-img',
  'qemu-system-common': '/usr/bin/qemu-storage-daemon',
  fdisk: '/usr/sbin/sfdisk',
  lvm2: '/usr/sbin/lvm',
  e2fsprogs: '/usr/sbin/mke2fs',
  'openssh-client': '/usr/bin/ssh',
  mount: '/usr/sbin/losetup',
  'util-linux': '/usr/bin/setpriv',
  zstd: '/usr/bin/zstd',
  'xz-utils': '/usr/bin/xz',
};

/** Whether an `/etc/os-release` is of Debian, Ubuntu, or something made from them. */
export function isDebianFamily(osRelease: string): boolean {
  const ids = [...osRelease.matchAll(/^(?:ID|ID_LIKE)="?([^"\n]*)"?$/gm)].flatMap((match) => match[1]!.split(' '));
  return ids.includes('debian') || ids.includes('ubuntu');
}

/** Whether this machine can run the test server, once the missing packages are installed. */
export function canRunLab(): Ability {
  if (process.platform !== 'linux') return { ok: false, why: `the test server needs Linux, not ${process.platform}` };
  if (process.arch !== 'x64') return { ok: false, why: `the test server needs an x86-64 machine, not ${process.arch}` };
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (!isDebianFamily(osRelease))
    return { ok: false, why: 'the test server is built with apt: it needs Debian or Ubuntu' };
  if (process.getuid?.() !== 0) return { ok: false, why: 'building and running the test server needs root' };
  if (!existsSync('/dev/fuse')) return { ok: false, why: 'the test server needs /dev/fuse (modprobe fuse)' };
  return { ok: true };
}

export function missingPackages(): string[] {
  return Object.entries(HOST_PACKAGES)
    .filter(([, file]) => !existsSync(file))
    .map(([name]) => name);
}

/** Installs what is missing, and returns the names. */
export async function installPackages(): Promise<string[]> {
  const missing = missingPackages();
  if (missing.length === 0) return [];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing];
  // Package lists may be missing or old; fetching them is only worth the time when the first try fails.
  if ((await attempt(install, { env })).code !== 0) {
    await run(['apt-get', 'update'], { env });
    await run(install, { env });
  }
  return missing;
}
