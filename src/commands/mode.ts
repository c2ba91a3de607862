import { readFileSync, writeFileSync } from 'node:fs';
import type { Mode } from '../evidence/evidence';
import { FAIL_ON, type FailOn, finalExitCode } from '../evidence/failing';
import { openHost } from '../host/open';
import { progressPrinter } from '../report/progress';
import { terminalReport } from '../report/terminal';
import { run, type World } from '../run';
import { STEP_IDS } from '../steps';
import { UsageError } from '../usage-error';
import { version } from '../version';
import { approve } from './approve';
import { type Command, serialized, stopSignal } from './command';
import type { Options } from './options';
import { chosenSteps, destination } from './where';

const REFUSED = 3;

/** `edge-phase1 plan|apply|verify|rollback [step...]` */
export const modeCommand =
  (mode: Mode): Command =>
  async (words, options, streams) => {
    const { stdout, stderr } = streams;
    const failOn = failOnOf(options);
    const planHash = planHashOf(options);
    if (words.length === 0 && mode !== 'plan' && mode !== 'verify') {
      throw new UsageError(`${mode} needs the name of a step: ${STEP_IDS.join(', ')}.`);
    }
    const steps = chosenSteps(words);
    if (planHash !== undefined && steps.length > 1) {
      throw new UsageError('--plan-hash: it is the hash of one plan; name the one step that it belongs to.');
    }
    const { config, host, credentials } = destination(options);
    const world: World = {
      open: () => openHost(host, credentials),
      now: () => new Date(),
      approve: (plan) => approve(plan, options, streams),
      progress: progressPrinter(options.json ? undefined : stderr, () => Date.now()),
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
  };

function failOnOf({ 'fail-on': wish = 'fail' }: Options): FailOn {
  const failOn = FAIL_ON.find((one) => one === wish);
  if (failOn) return failOn;
  throw new UsageError(`--fail-on: '${wish}' is not allowed; write one of: ${FAIL_ON.join(', ')}.`);
}

function planHashOf({ 'plan-hash': hash }: Options): string | undefined {
  if (hash === undefined || /^[0-9a-f]{64}$/.test(hash)) return hash;
  throw new UsageError(
    `--plan-hash: '${hash.slice(0, 60)}' is not a hash; allowed are the 64 hexadecimal digits that plan prints.`,
  );
}

function patience({ patience = '120' }: Options): number {
  if (!/^\d{1,5}$/.test(patience))
    throw new UsageError(`--patience: '${patience}' is not allowed; write a number of seconds.`);
  return Number(patience);
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
