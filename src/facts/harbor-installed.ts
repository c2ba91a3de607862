/** What the step harbor has put on the host: from the files that its script leaves, readable for everyone. */

import type { Config } from '../config/schema';
import type { Read, ReadResult } from '../host/host';
import type { DockerFacts } from './docker';
import { ENGLISH, type FactTexts, isUnreadable, lastWords, outputOf, resultOf, type Unreadable } from './reading';
import { HARBOR_RESULT } from './results';

export interface RegistryContainer {
  readonly name: string;
  readonly image: string;
  /** In Docker's words: `running`, `exited`, ... */
  readonly state: string;
  /** For people: `Up 3 hours (healthy)`. */
  readonly status: string;
}

export interface Installed {
  /** `KIND VERSION CONFIG_SHA256` of what was installed to its end; `none` where nothing is. */
  readonly installed: string;
  /** The same of what was configured last. */
  readonly configured: string;
  /** The settings of that configuration by their names, as `port`. */
  readonly settings: Readonly<Record<string, string>>;
  /** Whether the wanted version has been fetched and unpacked. */
  readonly fetched: boolean;
  /** How many services it has; 0 where that is not known. */
  readonly services: number;
  /** Something lies in its folder, perhaps only what was fetched. */
  readonly leftovers: boolean;
  /** `Docker` and `K3s`, where they have it in their configuration. */
  readonly trustedBy: readonly string[];
  /** K3s has a file of its registries that this step has not written. */
  readonly othersInK3s: boolean;
  /** The containers of the Compose project `harbor`, ours or not. */
  readonly containers: readonly RegistryContainer[] | Unreadable;
}

export const PROJECT = 'harbor';
/** The one container of the light registry. */
export const LIGHT_CONTAINER = 'edge-phase1-registry';

/** Where the image of the light registry came from, as the script remembers it. */
const imageSource = ({ source, sha256 }: Config['harbor']) => `${source ?? ''} ${sha256 ?? ''}`;

/** Whether anything lies in the folder, also from a try that was cut short. */
const LEFTOVERS = `for path in "$1"/fetch "$1"/*/; do [ ! -d "$path" ] || exit 0; done; exit 1`;

const OTHERS = 'others';

/** Who on the host has the registry in its configuration. The file of K3s is root's; then the result tells whose it is. */
const TRUSTED = `
yaml=/etc/rancher/k3s/registries.yaml
if [ -r "$yaml" ]; then if head -n 1 "$yaml" | grep -qF 'Written by edge-phase1: harbor'; then k3s=K3s; else k3s=${OTHERS}; fi
elif [ -e "$yaml" ]; then if grep -qsE '"trust" *: *"[^"]*k3s' "$2"; then k3s=K3s; else k3s=${OTHERS}; fi
else k3s=
fi
[ "$k3s" != ${OTHERS} ] || echo "$k3s"
[ -e "$1/configured" ] || exit 0
host=$(sed -n 's/^host=//p' "$1/configured" 2>/dev/null); port=$(sed -n 's/^port=//p' "$1/configured" 2>/dev/null)
[ -n "$host" ] || exit 0
if grep -qsF "\\"$host:$port\\"" /etc/docker/daemon.json || [ -e "/etc/docker/certs.d/$host:$port/ca.crt" ]; then echo Docker; fi
[ "$k3s" != K3s ] || echo "$k3s"`;

export function installedReads({ harbor }: Config): readonly Read[] {
  const folder = harbor.install;
  return [
    { id: 'harbor_installed', argv: ['cat', `${folder}/installed`] },
    { id: 'harbor_configured', argv: ['cat', `${folder}/configured`] },
    { id: 'harbor_services', argv: ['cat', `${folder}/services`] },
    harbor.registry === 'harbor'
      ? { id: 'harbor_fetched', argv: ['test', '-x', `${folder}/${harbor.version}/harbor/prepare`], inShell: true }
      : { id: 'harbor_fetched', argv: ['grep', '-qxF', imageSource(harbor), `${folder}/distribution/source`] },
    { id: 'harbor_leftovers', argv: ['sh', '-c', LEFTOVERS, 'leftovers', folder], inShell: true },
    { id: 'harbor_trusted', argv: ['sh', '-c', TRUSTED, 'trusted', folder, HARBOR_RESULT], inShell: true },
  ];
}

export function installedFacts(
  results: readonly ReadResult[],
  containers: DockerFacts['containers'],
  say = ENGLISH,
): Installed | Unreadable {
  const installed = markOf(results, 'harbor_installed', say);
  const configured = markOf(results, 'harbor_configured', say);
  if (typeof installed === 'object') return installed;
  if (typeof configured === 'object') return configured;
  const [line = 'none', ...settings] = configured.split('\n');
  const trusted = (outputOf(results, 'harbor_trusted') ?? '').split('\n').filter(Boolean);
  return {
    installed: installed.trim(),
    configured: line,
    settings: Object.fromEntries(
      settings.filter((text) => text.includes('=')).map((text) => text.split(/=(.*)/s).slice(0, 2)),
    ),
    fetched: outputOf(results, 'harbor_fetched') !== undefined,
    services: (outputOf(results, 'harbor_services') ?? '').split('\n').filter(Boolean).length,
    leftovers: outputOf(results, 'harbor_leftovers') !== undefined,
    trustedBy: trusted.filter((name) => name !== OTHERS),
    othersInK3s: trusted.includes(OTHERS),
    containers: ofProject(containers),
  };
}

/** A file that may not be read is not one that is not there. */
function markOf(results: readonly ReadResult[], id: string, say: FactTexts): string | Unreadable {
  const result = resultOf(results, id);
  if (result.code === 0) return result.stdout;
  if (/No such file|Not a directory/.test(result.stderr)) return 'none';
  return say.harbor.mark(result.argv.at(-1), lastWords(result, say));
}

/** Without Docker there are none. */
function ofProject(containers: DockerFacts['containers']): Installed['containers'] {
  if (!isUnreadable(containers)) return containers.filter(({ project }) => project === PROJECT);
  return containers.noTool ? [] : containers;
}
