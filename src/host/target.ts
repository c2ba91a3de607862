/** The field `host`: which server is meant. */

import { isIPv6 } from 'node:net';
import { Refusal } from './host';

export interface LocalTarget {
  readonly kind: 'local';
}

export interface SshTarget {
  readonly kind: 'ssh';
  readonly user: string;
  /** A name or an address; an IPv6 address without brackets. */
  readonly host: string;
  readonly port: number;
}

export type Target = LocalTarget | SshTarget;

const ALLOWED = 'Allowed are `local` and `ssh://user@name[:port]`, such as `ssh://deploy@edge.example:2222`.';
const SHAPE = /^ssh:\/\/(?<user>[^@/]*)@(?:\[(?<ipv6>[^\]]*)\]|(?<host>[^@:/[\]]*))(?::(?<port>[^/]*))?\/?$/;

/**
 * Parses `local` or `ssh://user@name[:port]`; an IPv6 address stands in brackets.
 *
 * @throws Refusal with code `host-target`. It never repeats a password.
 */
export function parseTarget(value: string): Target {
  if (value === 'local') return { kind: 'local' };
  if (mayHoldPassword(value)) {
    throw new Refusal(
      'host-target',
      'The field `host` holds a password. It is not used, and should be changed now that it stands in a log or config.',
      `Log in with a key: \`ssh_private_key\`, or an agent. ${ALLOWED}`,
    );
  }
  const { user, ipv6, host = ipv6, port = '22' } = SHAPE.exec(value)?.groups ?? {};
  if (user === undefined || host === undefined) throw refusal(value, 'names no server');
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.+-]*\$?$/.test(user))
    throw refusal(value, 'has no user name, or one that no server knows');
  if (ipv6 !== undefined ? !isIPv6(ipv6) : !/^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?$/.test(host)) {
    throw refusal(value, 'has no name or address of a server');
  }
  if (!/^[0-9]{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    throw refusal(value, 'has a port outside 1 to 65535');
  }
  return { kind: 'ssh', user, host: host.toLowerCase(), port: Number(port) };
}

/** The target as it is written in the field `host`, the port always named. */
export function targetName(target: Target): string {
  if (target.kind === 'local') return 'local';
  const host = isIPv6(target.host) ? `[${target.host}]` : target.host;
  return `ssh://${target.user}@${host}:${target.port}`;
}

function mayHoldPassword(value: string): boolean {
  const at = value.lastIndexOf('@');
  return (
    at >= 0 &&
    value
      .slice(0, at)
      .replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\//, '')
      .includes(':')
  );
}

function refusal(value: string, wrong: string): Refusal {
  // A long value, or one of several lines, is something else that was put here by mistake, perhaps a key.
  const shown = value.length <= 200 && /^[ -~]*$/.test(value) ? `"${value}"` : `a text of ${value.length} characters`;
  return new Refusal('host-target', `The field \`host\` is ${shown}, which ${wrong}.`, ALLOWED);
}
