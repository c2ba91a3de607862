import type { Config } from '../config/schema';
import { machineFacts } from '../facts/machine';
import { outputOf, resultOf } from '../facts/reading';
import type { Host, Read, ReadResult } from '../host/host';
import { installCommand } from '../host-script/install';
import { type HostScript, hostScript, installedDigest } from '../host-script/package';
import { joined, readsOf } from '../look';
import type { Need, Situation, Step } from '../steps/step';
import { sudoersFile } from './sudoers';

/** One line of the doctor's findings. */
export interface Finding {
  readonly step: string;
  readonly title: string;
  readonly result: 'ok' | 'missing' | 'optional';
  readonly found: string;
  /** The exact command or line that provides what is missing. */
  readonly fix?: string;
}

export interface Diagnosis {
  readonly user: string;
  readonly root: boolean;
  readonly findings: readonly Finding[];
  /** The sudoers file for this user on this host; absent when the user is root. */
  readonly sudoers?: string;
}

const VERSIONS: Record<string, readonly string[]> = {
  lvm: ['lvm', 'version'],
  lsblk: ['lsblk', '--version'],
  findmnt: ['findmnt', '--version'],
  dumpe2fs: ['dumpe2fs', '-V'],
  resize2fs: ['resize2fs'],
  xfs_growfs: ['xfs_growfs', '-V'],
  growpart: ['growpart', '--version'],
  'systemd-run': ['systemd-run', '--version'],
  kubectl: ['kubectl', 'version', '--client'],
};

const readId = (program: string) => `program_${program.replace(/\W/g, '_')}`;
const scriptOf = ({ script }: Step<unknown>) => (script === undefined ? [] : [hostScript(script)]);

/**
 * Looks at what each step needs on the host, in one round trip. Changes nothing.
 *
 * @param named whether somebody asked for these steps by name: only then the sudoers file has rights that are as good as root
 */
export async function diagnose(
  host: Host,
  steps: readonly Step<unknown>[],
  config: Config,
  named = false,
): Promise<Diagnosis> {
  const given = steps.filter((step) => named || step.asGoodAsRoot === undefined);
  const leftOut = steps.flatMap(({ id, asGoodAsRoot: why }) => (named || !why ? [] : [{ step: id, why }]));
  const needs = steps.flatMap((step) => step.needs);
  const reads: Read[] = [
    { id: 'rights', argv: ['sudo', '-n', '-l'] },
    ...needs.map(({ program }) => ({ id: readId(program), argv: VERSIONS[program] ?? [program, '--version'] })),
  ];
  const results = await host.batch(joined([...reads, ...readsOf(steps, config)]));
  const machine = machineFacts(results);
  const user = outputOf(results, 'user')?.trim() ?? '';
  const findings = steps.flatMap((step) => [
    ...step.needs.map((need) => programFinding(step.id, need, results)),
    ...(machine.root ? [] : scriptOf(step).map((script) => rightFinding(step, script, results, given.includes(step)))),
    ...scriptOf(step).map((script) => scriptFinding(step.id, script, results, machine.root)),
  ]);
  const situation = (step: Step<unknown>) => ({
    ...{ machine, facts: step.facts(results, config), journal: [], config, at: new Date() },
  });
  findings.push(...steps.flatMap((step) => lackFindings(step, situation(step))));
  if (machine.root) return { user, root: true, findings };
  const rootReads = steps.flatMap((step) => step.rootReads(situation(step)));
  findings.unshift(...lookFindings(rootReads, results));
  return {
    user,
    root: false,
    findings,
    sudoers: sudoersFile({ user, reads: rootReads, scripts: given.flatMap(scriptOf), leftOut }),
  };
}

function programFinding(step: string, need: Need, results: readonly ReadResult[]): Finding {
  const { code, stdout, stderr } = resultOf(results, readId(need.program));
  const title = `${need.program}, ${need.why}`;
  if (code !== 127 && code !== 126) {
    return { step, title, result: 'ok', found: /\d+\.\d[\w.()-]*/.exec(stdout + stderr)?.[0] ?? 'there' };
  }
  return {
    step,
    title: need.onlyWhen ? `${title} (only when ${need.onlyWhen})` : title,
    result: need.onlyWhen ? 'optional' : 'missing',
    found: 'not installed',
    fix: `sudo apt-get install ${need.debianPackage}`,
  };
}

/** For each command that needs root even for looking, whether it got through. */
function lookFindings(rootReads: readonly (readonly string[])[], results: readonly ReadResult[]): Finding[] {
  const commands = new Set(rootReads.map((argv) => argv.join(' ')));
  return [...commands].map((command) => {
    const look = results.some((result) => result.code === 0 && result.argv.join(' ') === command);
    return {
      step: 'all steps',
      title: `right to look with ${shortened(command)} as root`,
      result: look ? 'ok' : 'missing',
      found: look ? 'there' : 'sudo -n refuses',
      ...(look ? {} : { fix: SUDOERS_FIX }),
    };
  });
}

const lackFindings = (step: Step<unknown>, situation: Situation<unknown>): Finding[] =>
  (step.lacks?.(situation) ?? []).map((lack) => ({ step: step.id, result: 'missing', ...lack }));

const shortened = (command: string) => (command.length > 60 ? `${command.slice(0, 60)}…` : command);

const SUDOERS_FIX = 'Install the sudoers file below.';

function rightFinding(
  step: Step<unknown>,
  script: HostScript,
  results: readonly ReadResult[],
  given: boolean,
): Finding {
  const rights = outputOf(results, 'rights') ?? '';
  const all = /NOPASSWD:[^\n]*\bALL\b/.test(rights);
  const change = all || (rights.includes(script.path) && rights.includes(script.sha256));
  return {
    step: step.id,
    title: `right to run ${script.path} as root${given ? '' : ` (as good as being root: ${step.asGoodAsRoot})`}`,
    result: change ? 'ok' : given ? 'missing' : 'optional',
    found: change ? (all ? 'there (all rights: more than is needed)' : 'there, pinned by digest') : 'not in sudo -n -l',
    ...(change ? {} : { fix: given ? SUDOERS_FIX : `edge-phase1 sudoers ${step.id}, together with the other steps` }),
  };
}

function scriptFinding(step: string, script: HostScript, results: readonly ReadResult[], root: boolean): Finding {
  const digest = installedDigest(results, script);
  const title = `script ${script.path}`;
  if (digest === script.sha256) return { step, title, result: 'ok', found: 'this version' };
  const found = digest === undefined ? 'not there' : 'another version';
  if (root) return { step, title, result: 'ok', found: `${found}; apply puts it there` };
  return { step, title, result: 'missing', found, fix: installCommand(script) };
}
