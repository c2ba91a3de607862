import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command';
import { installPackages } from './machine';
import { findKeyrings, findMirror } from './mirror';
import { RELEASE } from './recipe';
import { madeOnce, sourceHash, stateFolder } from './state';

const PACKAGES = [
  ...['docker.io', 'docker-cli', 'docker-buildx', 'iproute2', 'iptables', 'procps', 'busybox-static', 'git'],
  ...['ca-certificates', 'python3-pip'],
  // For the registry: Compose, a real registry, and what its stand-in of Harbor is made of.
  ...['docker-compose', 'docker-registry', 'python3', 'python3-yaml', 'curl', 'openssl'],
];

/** The root folder that all hosts share, read only: built once, also when several processes want it at the same time. */
export function dockerRoot(): Promise<string> {
  return madeOnce(join(stateFolder(), `docker-${sourceHash('docker-root.ts')}`), build);
}

async function build(root: string): Promise<void> {
  await installPackages();
  await run([
    ...['mmdebstrap', '--mode=root', '--variant=minbase', ...findKeyrings().map((file) => `--keyring=${file}`)],
    '--aptopt=APT::Install-Recommends "false"',
    ...['/usr/share/doc/*', '/usr/share/man/*', '/usr/share/locale/*'].map((path) => `--dpkgopt=path-exclude=${path}`),
    '--dpkgopt=force-unsafe-io',
    ...[`--include=${PACKAGES.join(',')}`, RELEASE, root, findMirror()],
  ]);
  writeFileSync(join(root, 'etc/resolv.conf'), '');
}
