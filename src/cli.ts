import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { adviseCommand, type TrialRequest } from './build/advisor/command';
import { adviceText } from './build/advisor/report';
import { ConfigError, loadConfig } from './config/load';
import { dashboardCommand } from './dashboard/command';
import { checklistCommand } from './desk/cli';
import { diagnose } from './doctor/doctor';
import { doctorReport } from './doctor/report';
import { documentsCommand } from './documents/command';
import { withBefore } from './evidence/conclusion';
import { type Evidence, MODES, type Mode, parseEvidence } from './evidence/evidence';
import { FAIL_ON, type FailOn, finalExitCode } from './evidence/failing';
import { leftOut, type Written } from './evidence/folder';
import { postFromEvidence } from './github/command';
import { ApiError } from './github/error';
import { HELP } from './help';
import { OutcomeUnknown, Refusal } from './host/host';
import { type Credentials, openHost } from './host/open';
import { parseTarget } from './host/target';
import { plain } from './report/defuse';
import { markdownReport } from './report/markdown';
import { progressPrinter } from './report/progress';
import { terminalReport } from './report/terminal';
import { run, type World } from './run';
import { STEP_IDS, STEPS } from './steps';
import type { Plan, Step } from './steps/step';
import { runTrial } from './trial';
import { UsageError } from './usage-error';
import { version } from './version';

const INCOMPLETE = 1;
const USAGE = 2;
const REFUSED = 3;
const UNKNOWN = 6;
const COMMENT_PATIENCE_SECONDS = 900;

/** Wrong words on the command line. */

const OPTIONS = {
  host: { type: 'string' },
  config: { type: 'string' },
  set: { type: 'string', multiple: true },
  'plan-hash': { type: 'string' },
  yes: { type: 'boolean' },
  json: { type: 'boolean' },
  evidence: { type: 'string' },
  from: { type: 'string' },
  before: { type: 'string' },
  history: { type: 'string' },
  to: { type: 'string' },
  repository: { type: 'string' },
  'fail-on': { type: 'string' },
  'ssh-key': { type: 'string' },
  'known-hosts': { type: 'string' },
  patience: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Options = ReturnType<typeof parse>['values'];
const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

/** The command line: the same run as the action's, for people. Answers the exit code. */
export async function cli(args: readonly string[], { stdout, stderr, stdin }: NodeJS.Process): Promise<number> {
  try {
    // It has options of its own, and no host.
    if (args[0] === 'advise' && !args.some((word) => word === '--help' || word === '-h')) {
      const asked = adviseCommand(args.slice(1));
      if (typeof asked !== 'string') return await tryPatch(asked, { stdout, stderr, stdin });
      stdout.write(asked);
      return 0;
    }
    if (args[0] === 'dashboard') {
      return tell(dashboardCommand(args.slice(1), new Date()), { stdout, stderr });
    }
    if (args[0] === 'documents' && !args.some((word) => word === '--help' || word === '-h')) {
      return tell(documentsCommand(args.slice(1)), { stdout, stderr });
    }
    const { values, positionals } = parseWords(args);
    const [command, ...words] = positionals;
    const streams = { stdout, stderr, stdin };
    if (values.help || command === undefined || command === 'help') {
      stdout.write(HELP);
      return command === undefined && !values.help ? USAGE : 0;
    }
    if (MODES.some((mode) => mode === command)) return await runMode(command as Mode, words, values, streams);
    if (command === 'report') return report(values, streams);
    if (command === 'comment') return await comment(values, streams);
    if (command === 'doctor' || command === 'sudoers') return await doctor(command, words, values, streams);
    if (command === 'checklist') return await checklist(words, values, streams);
    throw new UsageError(
      `'${command}' is no command; allowed are: ${[...MODES, 'doctor', 'sudoers', 'report', 'comment', 'checklist', 'dashboard', 'documents', 'advise'].join(', ')}.`,
    );
  } catch (error) {
    return failed(error, stderr);
  }
}

type Streams = Pick<NodeJS.Process, 'stdout' | 'stderr' | 'stdin'>;

/** What was written holds without the broken files: that is said, and is no success. */
function tell({ text, broken }: Written, { stdout, stderr }: Omit<Streams, 'stdin'>): number {
  stdout.write(plain(text));
  if (broken.length === 0) return 0;
  stderr.write(plain(`edge-phase1: ${leftOut(broken)}\n`));
  return INCOMPLETE;
}

function failed(error: unknown, stderr: NodeJS.WriteStream): number {
  const say = (text: string) => stderr.write(plain(`edge-phase1: ${text}\n`));
  if (error instanceof UsageError) say(`${error.message}\nTry --help.`);
  else if (error instanceof ConfigError) say(error.message);
  else if (error instanceof ApiError) say(error.message);
  else if (error instanceof Refusal) say(`${error.message}\nWhat to do: ${error.wayOut}`);
  else if (error instanceof OutcomeUnknown)
    say(`The connection was lost while looking; nothing was begun. ${error.message}\nWhat to do: run it again.`);
  else throw error;
  if (error instanceof Refusal || error instanceof ApiError) return REFUSED;
  return error instanceof OutcomeUnknown ? UNKNOWN : USAGE;
}

function parseWords(args: readonly string[]) {
  try {
    return parse(args);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function runMode(mode: Mode, words: readonly string[], options: Options, streams: Streams): Promise<number> {
  const { stdout, stderr } = streams;
  const failOn = (options['fail-on'] ?? 'fail') as FailOn;
  if (!FAIL_ON.includes(failOn))
    throw new UsageError(`--fail-on: '${failOn}' is not allowed; write one of: ${FAIL_ON.join(', ')}.`);
  const planHash = options['plan-hash'];
  if (planHash !== undefined && !/^[0-9a-f]{64}$/.test(planHash)) {
    throw new UsageError(
      `--plan-hash: '${planHash.slice(0, 60)}' is not a hash; allowed are the 64 hexadecimal digits that plan prints.`,
    );
  }
  if (words.length === 0 && mode !== 'plan' && mode !== 'verify') {
    throw new UsageError(`${mode} needs the name of a step: ${STEP_IDS.join(', ')}.`);
  }
  const steps = chosenSteps(words);
  if (planHash !== undefined && steps.length > 1) {
    throw new UsageError('--plan-hash: it is the hash of one plan; name the one step that it belongs to.');
  }
  const { config, host, credentials } = destination(options);
  const printer = progressPrinter(options.json ? undefined : stderr, () => Date.now());
  const world: World = {
    open: () => openHost(host, credentials),
    now: () => new Date(),
    approve: (plan) => approve(plan, options, streams),
    progress: printer,
    version: version(),
    signal: stopSignal(stderr),
    patienceSeconds: patience(options),
  };
  const history = options.history === undefined ? undefined : readHistoryFile(options.history);
  const secrets = { harbor_admin_password: takeSecret('EDGE_PHASE1_HARBOR_ADMIN_PASSWORD') };
  const evidence = await run({ mode, steps, config, secrets, history, ...(planHash && { planHash }) }, world);
  if (options.evidence) writeFileSync(options.evidence, serialized(evidence));
  stdout.write(options.json ? serialized(evidence) : `${terminalReport(evidence)}\n`);
  // Without a step's name a plan is an overview of all of them: a refusal is one of its answers.
  const code = finalExitCode(evidence, failOn);
  return mode === 'plan' && words.length === 0 && code === REFUSED ? 0 : code;
}

async function tryPatch(request: TrialRequest, { stdout, stderr }: Streams): Promise<number> {
  const { trial, json } = request;
  const { config } = loadConfig({
    dir: process.cwd(),
    ...(request.config !== undefined && { file: request.config }),
    overrides: request.overrides,
  });
  if (!json)
    stderr.write(`${adviceText({ problem: null, findings: trial.findings, malformed: [] }, 'Dockerfile')}\n\n`);
  const { evidence, exitCode } = await runTrial(request, config, {
    open: () => openHost(parseTarget('local')),
    now: () => new Date(),
    approve: async () => true,
    progress: progressPrinter(json ? undefined : stderr, () => Date.now()),
    version: version(),
    signal: stopSignal(stderr),
    patienceSeconds: 0,
  });
  if (request.evidence) writeFileSync(request.evidence, serialized(evidence));
  stdout.write(json ? serialized(evidence) : `${terminalReport(evidence)}\n`);
  return exitCode;
}

/** Ctrl-C once: a measurement is stopped on the host, a change is only not followed any more. Twice: this program ends. */
function stopSignal(stderr: NodeJS.WriteStream): AbortSignal {
  const stop = new AbortController();
  const onSignal = () => {
    stderr.write('Stopping. A change that began is finished by the host; the next run shows how it ended.\n');
    stop.abort();
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  return stop.signal;
}

function readHistoryFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`--history: '${file}' cannot be read: ${(error as Error).message}.`);
  }
}

/** What this program starts need not inherit it. */
function takeSecret(name: string): string {
  const { [name]: value = '' } = process.env;
  delete process.env[name];
  return value;
}

const serialized = (evidence: Evidence) => `${JSON.stringify(evidence, null, 2)}\n`;

function patience({ patience = '120' }: Options): number {
  if (!/^\d{1,5}$/.test(patience))
    throw new UsageError(`--patience: '${patience}' is not allowed; write a number of seconds.`);
  return Number(patience);
}

function chosenSteps(words: readonly string[]): readonly Step<unknown>[] {
  const wrong = words.find((word) => !STEP_IDS.includes(word));
  if (wrong !== undefined) throw new UsageError(`'${wrong}' is no step; allowed are: ${STEP_IDS.join(', ')}.`);
  return words.length === 0 ? STEPS : STEPS.filter((step) => words.includes(step.id));
}

function destination(options: Options) {
  const { config } = loadConfig({
    dir: process.cwd(),
    ...(options.config !== undefined && { file: options.config }),
    overrides: options.set ?? [],
  });
  const credentials: Credentials = {
    privateKey: process.env.EDGE_PHASE1_SSH_PRIVATE_KEY,
    privateKeyFile: options['ssh-key'],
    knownHosts: process.env.EDGE_PHASE1_SSH_KNOWN_HOSTS,
    ...(options['known-hosts'] && { knownHostsFiles: [options['known-hosts']] }),
  };
  return { config, host: parseTarget(options.host ?? config.host), credentials };
}

async function approve(plan: Plan, { yes }: Options, { stdin, stderr }: Streams): Promise<boolean> {
  if (yes) return true;
  if (plan.verdict === 'changes') {
    stderr.write(
      plain(
        `\n${plan.summary}\n${plan.changes.map((c, i) => `  ${i + 1}. ${c.title}\n     ${c.command}`).join('\n')}\n`,
      ),
    );
  }
  if (!stdin.isTTY) {
    stderr.write('Nobody can be asked here (no terminal): pass --yes, or the hash of the plan (--plan-hash).\n');
    return false;
  }
  const questions = createInterface({ input: stdin, output: stderr });
  const answer = await questions.question('Carry this out now? [y/N] ');
  questions.close();
  return /^y(es)?$/i.test(answer.trim());
}

function report({ from, before, json }: Options, { stdout }: Streams): number {
  const evidence = evidenceIn(from, 'report');
  const shown = before === undefined ? evidence : compared(evidence, before);
  stdout.write(json ? serialized(shown) : markdownReport(shown));
  return 0;
}

function evidenceIn(from: string | undefined, command: string): Evidence {
  if (from === undefined) throw new UsageError(`${command} needs --from FILE, an evidence document.`);
  return readEvidence('--from', from);
}

async function comment({ from, to = '', repository = '' }: Options, { stdout }: Streams): Promise<number> {
  const evidence = evidenceIn(from, 'comment');
  const { GITHUB_TOKEN: token = '', GITHUB_REPOSITORY = '' } = process.env;
  if (token === '') throw new UsageError('comment needs a token in GITHUB_TOKEN, with the permission to comment.');
  const command = { evidence, to, repository: repository || GITHUB_REPOSITORY };
  // Only who asks GitHub pays for its client at the start.
  const { githubWorld } = await import('./github/world');
  stdout.write(`${await postFromEvidence(command, githubWorld(token, process.env, COMMENT_PATIENCE_SECONDS))}\n`);
  return 0;
}

function readEvidence(option: string, file: string): Evidence {
  try {
    return parseEvidence(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${option}: '${file}' cannot be read as evidence: ${(error as Error).message}.`);
  }
}

function compared(evidence: Evidence, file: string): Evidence {
  const earlier = readEvidence('--before', file);
  try {
    return withBefore(evidence, earlier);
  } catch (error) {
    throw new UsageError(`--before: '${file}' cannot be compared: ${(error as Error).message}.`);
  }
}

async function doctor(
  command: 'doctor' | 'sudoers',
  words: readonly string[],
  options: Options,
  { stdout }: Streams,
): Promise<number> {
  const { config, host: target, credentials } = destination(options);
  const host = await openHost(target, credentials);
  try {
    const diagnosis = await diagnose(host, chosenSteps(words), config, words.length > 0);
    if (command === 'sudoers') {
      if (diagnosis.sudoers === undefined) {
        throw new Refusal(
          'root',
          'This user is root: it needs no sudoers file.',
          'Connect as the user that runs Phase 1.',
        );
      }
      stdout.write(diagnosis.sudoers);
      return 0;
    }
    stdout.write(options.json ? `${JSON.stringify(diagnosis, null, 2)}\n` : plain(doctorReport(diagnosis, host.name)));
    return diagnosis.findings.some((finding) => finding.result === 'missing') ? 1 : 0;
  } finally {
    await host.close();
  }
}

async function checklist(from: readonly string[], { repository, config }: Options, { stdout }: Streams) {
  stdout.write(`${plain(await checklistCommand({ repository, config, from }, process.env))}\n`);
  return 0;
}
