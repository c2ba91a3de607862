import type { Config } from '../config/schema';
import type { Read, ReadResult } from '../host/host';
import { ENGLISH, type FactTexts, lastWords, resultOf, type Unreadable } from './reading';
import { HARBOR_RESULT } from './results';

export interface HarborComponent {
  readonly name: string;
  readonly healthy: boolean;
}

/** What stands behind the configured address. */
export interface HarborHealth {
  /** False when nothing listens there, or something that is not Harbor: then there are no components. */
  readonly harbor: boolean;
  /** Set when it is not Harbor: what is there instead. */
  readonly instead?: string;
  readonly components: readonly HarborComponent[];
}

const CONNECTION_REFUSED = 7;

/** Without redirects, proxies and the user's settings. The status code comes on a last line. */
const CURL = ['curl', '-q', '-sS', '--noproxy', '*', '--max-time', '10', '--max-filesize', '65536'];

/** Nothing was installed by the step harbor: EX_NOINPUT of sysexits(3). */
const NOT_INSTALLED = 66;

/**
 * The health page of what the step harbor has installed, at the address in its result. On the host itself, so that the
 * certificate need not be one that it trusts. The light registry has no such page: it answers its own API.
 */
const INSTALLED = `
file=$1; shift
[ -e "$file" ] || exit ${NOT_INSTALLED}
field() { sed -n 's/.*"'"$1"'" *: *"\\([^"]*\\)".*/\\1/p' "$file" | head -n 1; }
scheme=$(field scheme); registry=$(field registry); port=\${registry##*:}
case $scheme in http|https) ;; *) exit ${NOT_INSTALLED};; esac
case $port in ''|*[!0-9]*) exit ${NOT_INSTALLED};; esac
page=/api/v2.0/health words='\\n%{http_code}'
[ "$(field kind)" != distribution ] || { page=/v2/; words='\\n%{http_code} light'; }
exec "$@" -k -w "$words" "$scheme://127.0.0.1:$port$page"`;

/** Harbor's own health page: at the configured address, else at that of the step's result. */
export const harborReads = (url: string | null): readonly Read[] => [
  {
    id: 'harbor_health',
    ...(url === null
      ? { argv: ['sh', '-c', INSTALLED, 'health', HARBOR_RESULT, ...CURL], inShell: true }
      : { argv: [...CURL, '-w', '\\n%{http_code}', `${url}/api/v2.0/health`] }),
  },
];

/** The registry that is to be there, asked on the host itself, whether or not it is proven already. */
export const localHealthRead = ({ registry, scheme, port }: Config['harbor']): Read => ({
  id: 'harbor_local_health',
  argv: [
    ...[...CURL, '-k', '-w', registry === 'harbor' ? '\\n%{http_code}' : '\\n%{http_code} light'],
    `${scheme}://127.0.0.1:${port}${registry === 'harbor' ? '/api/v2.0/health' : '/v2/'}`,
  ],
});

/**
 * Undefined when no address is configured and nothing was installed. The page always answers 200, so the components are
 * what counts.
 */
export function harborHealth(
  results: readonly ReadResult[],
  id = 'harbor_health',
  texts = ENGLISH,
): HarborHealth | Unreadable | undefined {
  const say = texts.harbor;
  const result = resultOf(results, id);
  if (result.code === NOT_INSTALLED) return undefined;
  if (result.code === CONNECTION_REFUSED) return { harbor: false, instead: say.nothingListens, components: [] };
  if (result.code !== 0) {
    const wayOut = result.code === 127 ? say.installCurl : say.checkUrl;
    return { unreadable: lastWords(result, texts), wayOut };
  }
  const end = result.stdout.lastIndexOf('\n');
  const [status = '', light] = result.stdout
    .slice(end + 1)
    .trim()
    .split(' ');
  if (light) return lightHealth(status, say);
  const components = componentsOf(result.stdout.slice(0, end));
  if (status === '200' && isHarbor(components)) return { harbor: true, components };
  if (/^30/.test(status)) return say.redirects(status);
  return { harbor: false, instead: say.notHarbor(status), components: [] };
}

/** The light registry is one component. Whoever does not log in is turned away by it, which tells that it works. */
function lightHealth(status: string, say: FactTexts['harbor']): HarborHealth {
  if (status === '401') return { harbor: true, components: [{ name: 'registry', healthy: true }] };
  const instead = status === '200' ? say.letsEveryoneIn : say.noRegistry(status);
  return { harbor: false, instead, components: [] };
}

/** These two every Harbor has. */
const isHarbor = (components: readonly HarborComponent[]) =>
  ['core', 'registry'].every((name) => components.some((component) => component.name === name));

function componentsOf(body: string): readonly HarborComponent[] {
  try {
    const { components } = JSON.parse(body) as { components?: { name?: unknown; status?: unknown }[] };
    return (components ?? []).map(({ name, status }) => ({ name: String(name), healthy: status === 'healthy' }));
  } catch {
    return [];
  }
}
