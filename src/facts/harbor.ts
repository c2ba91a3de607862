import type { Read, ReadResult } from '../host/host';
import { lastWords, resultOf, type Unreadable } from './reading';

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

/** Harbor's own health page, without redirects, proxies and the user's settings. The status code comes on a last line. */
export const harborReads = (url: string | null): readonly Read[] =>
  url === null
    ? []
    : [
        {
          id: 'harbor_health',
          argv: [
            ...['curl', '-q', '-sS', '--noproxy', '*', '--max-time', '10', '--max-filesize', '65536'],
            ...['-w', '\\n%{http_code}', `${url}/api/v2.0/health`],
          ],
        },
      ];

/** Undefined when no address is configured. The page always answers 200, so the components are what counts. */
export function harborHealth(
  results: readonly ReadResult[],
  url: string | null,
): HarborHealth | Unreadable | undefined {
  if (url === null) return undefined;
  const result = resultOf(results, 'harbor_health');
  if (result.code === CONNECTION_REFUSED) return { harbor: false, instead: 'nothing listens there', components: [] };
  if (result.code !== 0) {
    const wayOut =
      result.code === 127
        ? 'Install curl on the server.'
        : 'Check checks.harbor.url: it has to be reachable from the server itself, with a certificate that it trusts.';
    return { unreadable: lastWords(result), wayOut };
  }
  const end = result.stdout.lastIndexOf('\n');
  const status = result.stdout.slice(end + 1).trim();
  const components = componentsOf(result.stdout.slice(0, end));
  if (status === '200' && isHarbor(components)) return { harbor: true, components };
  if (/^30/.test(status)) {
    return {
      unreadable: `it redirects (${status})`,
      wayOut: 'Set checks.harbor.url to the address that it redirects to.',
    };
  }
  return { harbor: false, instead: `what answers there (HTTP ${status}) is not Harbor`, components: [] };
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
