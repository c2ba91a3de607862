import type { Config } from '../config/schema';
import { machineFacts, machineReads } from '../facts/machine';
import { outputOf, resultOf } from '../facts/reading';
import type { Host, Read, ReadResult } from '../host/host';
import { installCommand } from '../host-script/install';
import { type HostScript, hostScript } from '../host-script/package';
import type { Need, Step } from '../steps/step';
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
};

const readId = (program: string) => `program_${program.replace(/\W/g, '_')}`;
const scriptId = (script: HostScript) => `digest_${script.name.replace(/\W/g, '_')}`;

/** Looks at what each step needs on the host, in one round trip. Changes nothing. */
export async function diagnose(host: Host, steps: readonly Step<unknown>[], config: Config): Promise<Diagnosis> {
  const scripts = steps.map((step) => hostScript(step.script));
  const needs = steps.flatMap((step) => step.needs);
  const reads: Read[] = [
    ...machineReads,
    { id: 'rights', argv: ['sudo', '-n', '-l'] },
    ...needs.map(({ program }) => ({ id: readId(program), argv: VERSIONS[program] ?? [program, '--version'] })),
    ...scripts.map((script) => ({ id: scriptId(script), argv: ['sha256sum', script.path] })),
    ...steps.flatMap((step) => step.reads(config)),
  ];
  const results = await host.batch(reads);
  const machine = machineFacts(results);
  const user = outputOf(results, 'user')?.trim() ?? '';
  const findings = steps.flatMap((step) => [
    ...step.needs.map((need) => programFinding(step.id, need, results)),
    ...(machine.root ? [] : rightFindings(step, results)),
    scriptFinding(step, results, machine.root),
  ]);
  if (machine.root) return { user, root: true, findings };
  const rootReads = steps.flatMap((step) =>
    step.rootReads({ machine, facts: step.facts(results, config), journal: [], config }),
  );
  return { user, root: false, findings, sudoers: sudoersFile({ user, reads: rootReads, scripts }) };
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

function rightFindings(step: Step<unknown>, results: readonly ReadResult[]): Finding[] {
  const rights = outputOf(results, 'rights') ?? '';
  const script = hostScript(step.script);
  const all = /NOPASSWD:[^\n]*\bALL\b/.test(rights);
  const change = all || (rights.includes(script.path) && rights.includes(script.sha256));
  const look = outputOf(results, 'lvm') !== undefined;
  const fix = 'Install the sudoers file below.';
  return [
    {
      step: step.id,
      title: 'right to look at LVM as root',
      result: look ? 'ok' : 'missing',
      found: look ? 'there' : 'sudo -n refuses',
      ...(look ? {} : { fix }),
    },
    {
      step: step.id,
      title: `right to run ${script.path} as root`,
      result: change ? 'ok' : 'missing',
      found: change
        ? all
          ? 'there (all rights: more than is needed)'
          : 'there, pinned by digest'
        : 'not in sudo -n -l',
      ...(change ? {} : { fix }),
    },
  ];
}

function scriptFinding(step: Step<unknown>, results: readonly ReadResult[], root: boolean): Finding {
  const script = hostScript(step.script);
  const digest = outputOf(results, scriptId(script))?.split(' ')[0];
  const title = `script ${script.path}`;
  if (digest === script.sha256) return { step: step.id, title, result: 'ok', found: 'this version' };
  const found = digest === undefined ? 'not there' : 'another version';
  if (root) return { step: step.id, title, result: 'ok', found: `${found}; apply puts it there` };
  return { step: step.id, title, result: 'missing', found, fix: installCommand(script) };
}
