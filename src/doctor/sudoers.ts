import type { HostScript } from '../host-script/package';

export interface Rights {
  readonly user: string;
  /** Exact commands for looking, argv each. */
  readonly reads: readonly (readonly string[])[];
  readonly scripts: readonly HostScript[];
  /** Steps whose scripts are not in it, because the right to run one is as good as being root. */
  readonly leftOut?: readonly { readonly step: string; readonly why: string }[];
}

/** Programs live in /usr/sbin on every distribution with a merged /usr; sudo compares the file, not the name. */
const PATHS: Record<string, string> = {
  lvm: '/usr/sbin/lvm',
  dumpe2fs: '/usr/sbin/dumpe2fs',
  docker: '/usr/bin/docker',
  curl: '/usr/bin/curl',
};

/**
 * The sudoers file that gives a user just what Phase 1 needs: exact lines for looking, and for changing only the root-owned
 * scripts, pinned by digest (see sudoers(5)).
 *
 * @throws Error when a name cannot stand in a sudoers file
 */
export function sudoersFile({ user, reads, scripts, leftOut = [] }: Rights): string {
  // A name in capitals only would be an alias.
  if (!/^(?=.*[a-z])[A-Za-z_][A-Za-z0-9_.-]*\$?$/.test(user)) {
    throw new Error(`user '${user}' is not a user name: allowed are letters, digits, _ . and -, not capitals only`);
  }
  const readLines = new Set(
    reads.map(([program = '', ...args]) => [PATHS[program] ?? program, ...args].map(escaped).join(' ')),
  );
  const scriptLines = scripts.map((script) => `sha256:${script.sha256} ${script.path}`);
  const aliases = [
    { name: 'EDGE_PHASE1_LOOK', lines: [...readLines] },
    { name: 'EDGE_PHASE1_CHANGE', lines: scriptLines },
  ].filter(({ lines }) => lines.length > 0);
  return [
    `# edge-phase1: what ${user} may do as root. Check, then install:`,
    '#   visudo -cf FILE && install -o root -g root -m 0440 FILE /etc/sudoers.d/edge-phase1',
    ...leftOut.map(
      ({ step, why }) =>
        `# Without ${step}: whoever may run it is as good as root (${why}). To give that, name all steps.`,
    ),
    ...aliases.map(({ name, lines }) => `Cmnd_Alias ${name} = ${lines.join(', \\\n    ')}`),
    `${user} ALL=(root) NOPASSWD: ${aliases.map(({ name }) => name).join(', ')}`,
    '',
  ].join('\n');
}

/** In a command's arguments these have a meaning of their own; a star would match spaces and more files. */
function escaped(word: string): string {
  if (/[\s*?[\]!"'#]/.test(word)) throw new Error(`'${word}' cannot stand in a sudoers line`);
  return word.replace(/[\\,:=]/g, '\\$&');
}
