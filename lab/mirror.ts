import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The URIs of an apt source file, deb822 (`.sources`) or one line an entry (`.list`), in order. */
export function sourceUris(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const deb822 = /^URIs:\s*(.+)$/i.exec(line);
    if (deb822) return deb822[1]!.trim().split(/\s+/);
    const oneLine = /^deb\s+(?:\[[^\]]*\]\s+)?(\S+)/.exec(line);
    return oneLine ? [oneLine[1]!] : [];
  });
}

/** The main Debian archive among apt's sources: its path ends in `debian`, unlike the security and other archives. */
export function debianMirror(uris: readonly string[]): string | undefined {
  return uris.find((uri) => /\/debian\/?$/.test(uri));
}

function aptSources(): string[] {
  const folder = '/etc/apt/sources.list.d';
  const names = readdirSync(folder).filter((name) => /\.(list|sources)$/.test(name));
  return ['/etc/apt/sources.list', ...names.map((name) => join(folder, name))].flatMap((path) => {
    try {
      return [readFileSync(path, 'utf8')];
    } catch {
      return [];
    }
  });
}

export function findMirror(): string {
  const mirror = process.env.EDGE_PHASE1_DEBIAN_MIRROR ?? debianMirror(aptSources().flatMap(sourceUris));
  if (mirror) return mirror;
  throw new Error(
    'The apt sources of this machine name no Debian archive. Set EDGE_PHASE1_DEBIAN_MIRROR to the URI of one.',
  );
}

export function findKeyrings(): string[] {
  const folder = '/usr/share/keyrings';
  const found = readdirSync(folder).filter((name) => /^debian-archive-.*\.(gpg|pgp)$/.test(name));
  if (found.length === 0) {
    throw new Error(`${folder} has no debian-archive-*.gpg. Install the package debian-archive-keyring.`);
  }
  return found.map((name) => join(folder, name));
}
