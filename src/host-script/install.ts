import { type Host, Refusal } from '../host/host';
import { textsOf } from '../texts';
import type { HostScript } from './package';

/** Commands with which an administrator puts a script in its place once; `FILE` is a copy of it on the host. */
export const installCommand = (script: HostScript, file = `/tmp/${script.name}`) =>
  `sudo install -D -o root -g root -m 0755 ${file} ${script.path}`;

/**
 * Puts the script on the host where it is missing or differs.
 *
 * @param installedSha256 digest of what lies there now, or undefined
 * @throws Refusal when the user may not; it names the commands for an administrator
 */
export async function ensureInstalled(
  host: Host,
  script: HostScript,
  installedSha256: string | undefined,
  say = textsOf({}).run,
): Promise<void> {
  if (installedSha256 === script.sha256) return;
  const argv = ['install', '-D', '-o', 'root', '-g', 'root', '-m', '0755', '/dev/stdin', script.path];
  const { code, stderr } = await host.run(argv, { root: true, stdin: script.text });
  if (code === 0) return;
  const why = stderr.trim().split('\n').at(-1) || say.exitCode(code);
  const isOther = installedSha256 !== undefined;
  const { message, wayOut } = say.refusals.scriptMissing(
    script.path,
    isOther,
    why,
    script.name,
    installCommand(script),
  );
  throw new Refusal('script-missing', message, wayOut);
}
