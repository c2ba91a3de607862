import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './command';
import { installPackages } from './machine';
import { findKeyrings, findMirror } from './mirror';
import { RELEASE } from './recipe';
import { alone, ownedName, sourceHash, stateFolder, sweep } from './state';

const PACKAGES = [
  ...['docker.io', 'docker-cli', 'docker-buildx', 'iproute2', 'iptables', 'procps', 'busybox-static', 'git'],
  ...['ca-certificates', 'python3-pip'],
  // For the registry: Compose, a real registry, and what its stand-in of Harbor is made of.
  ...['docker-compose', 'docker-registry', 'python3', 'python3-yaml', 'curl', 'openssl'],
];

/** The root folder that all hosts share, read only: built once, also when several processes want it at the same time. */
export async function dockerRoot(): Promise<string> {
  const final = join(stateFolder(), `docker-${sourceHash('docker-root.ts')}`);
  return existsSync(final) ? final : alone(`${final}.lock`, () => build(final));
}

async function build(final: string): Promise<string> {
  if (existsSync(final)) return final;
  await installPackages();
  sweep(dirname(final));
  const root = ownedName(final);
  try {
    await run([
      ...['mmdebstrap', '--mode=root', '--variant=minbase', ...findKeyrings().map((file) => `--keyring=${file}`)],
      '--aptopt=APT::Install-Recommends "false"',
      ...['/usr/share/doc/*', '/usr/share/man/*', '/usr/share/locale/*'].map(
        (path) => `--dpkgopt=path-exclude=${path}`,
      ),
      '--dpkgopt=force-unsafe-io',
      ...[`--include=${PACKAGES.join(',')}`, RELEASE, root, findMirror()],
    ]);
    writeFileSync(join(root, 'etc/resolv.conf'), '');
    renameSync(root, final);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return final;
}
