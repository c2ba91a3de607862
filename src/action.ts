import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';
import { buildSeconds } from './build/seconds';
import { ConfigError, loadConfig } from './config/load';
import { allChecks, type Evidence, type Trigger } from './evidence/evidence';
import { failingChecks, finalExitCode } from './evidence/failing';
import { mountAt } from './facts/block';
import { actionCommenter } from './github/action';
import type { Commenter } from './github/commenter';
import { eventRefusal } from './github/event';
import type { NumberedPayload } from './github/place';
import { OutcomeUnknown, Refusal } from './host/host';
import { openHost } from './host/open';
import { parseTarget } from './host/target';
import { InputError, type Inputs, type OutputName, readInputs } from './inputs';
import { cell, plain } from './report/defuse';
import { didChange, planHashOf, verdict } from './report/lines';
import { markdownReport } from './report/markdown';
import { run } from './run';
import { STEPS } from './steps';
import type { ExtendLvmFacts } from './steps/extend-lvm/facts';
import type { ValidateFacts } from './steps/validate/facts';
import { version } from './version';

type Environment = Readonly<Record<string, string | undefined>>;

/** The GitHub Action: inputs -> run -> outputs, summary, annotations. Answers the exit code. */
export async function action(env: Environment): Promise<number> {
  try {
    const inputs = readInputs((name) => core.getInput(name, { trimWhitespace: false }));
    keepSecret('SSH_PRIVATE_KEY', inputs.sshPrivateKey);
    keepSecret('GITHUB_TOKEN', inputs.githubToken);
    keepSecret('HARBOR_ADMIN_PASSWORD', inputs.harborAdminPassword, SHORTEST_PASSWORD);
    return await runAction(inputs, env);
  } catch (error) {
    if (error instanceof InputError || error instanceof ConfigError) return await failed(2, error.message);
    if (error instanceof Refusal) return await failed(3, `${error.message} What to do: ${error.wayOut}`);
    if (error instanceof OutcomeUnknown)
      return await failed(6, `The connection was lost while looking; nothing was begun. ${error.message}`);
    throw error;
  }
}

async function runAction(inputs: Inputs, env: Environment): Promise<number> {
  const { config } = loadConfig({
    dir: env.GITHUB_WORKSPACE ?? '.',
    ...(inputs.config && { file: inputs.config }),
    overrides: inputs.overrides,
  });
  const refusal = eventRefusal(
    inputs.mode,
    env.GITHUB_EVENT_NAME ?? '',
    payload(env),
    config.github.allow_public_repository,
  );
  if (refusal) return await failed(3, `${refusal.message} What to do: ${refusal.wayOut}`);
  const target = parseTarget(inputs.host || config.host);
  const credentials = { privateKey: inputs.sshPrivateKey, knownHosts: inputs.sshKnownHosts };
  const stop = new AbortController();
  const onSignal = () => {
    core.warning('Cancelled: the host finishes what it began; run the same again to see how it ended.');
    stop.abort();
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);

  const trigger = triggerOf(env);
  const request = {
    mode: inputs.mode,
    steps: STEPS.filter((step) => inputs.steps.includes(step.id)),
    config,
    ...(inputs.planHash ? { planHash: inputs.planHash } : { planOnly: true }),
    secrets: { harbor_admin_password: inputs.harborAdminPassword },
    ...(trigger && { trigger }),
  };
  const carriesOut = inputs.mode === 'apply' || (inputs.mode === 'rollback' && inputs.planHash !== '');
  const title = `edge-phase1 ${version()}: ${inputs.mode} ${inputs.steps.join(', ')} on ${inputs.host || config.host}`;
  const comments = actionCommenter(inputs, env, payload(env), stop.signal);
  let host = '';
  const evidence = await core.group(title, () =>
    run(request, {
      open: async () => {
        const opened = await openHost(target, credentials);
        host = opened.name;
        return opened;
      },
      now: () => new Date(),
      approve: async () => false,
      progress: ({ text }) => {
        if (text === '') return;
        core.info(plain(text));
        if (carriesOut)
          comments.progress({ mode: inputs.mode, steps: inputs.steps, host, text, language: config.language });
      },
      version: version(),
      signal: stop.signal,
      patienceSeconds: 120,
    }),
  );
  await publish(evidence, inputs, env, comments);
  return finalExitCode(evidence, inputs.failOn);
}

async function publish(evidence: Evidence, inputs: Inputs, env: Environment, comments: Commenter): Promise<void> {
  const folder = join(env.RUNNER_TEMP ?? '.', 'edge-phase1', evidence.run);
  mkdirSync(folder, { recursive: true });
  const paths = { evidence_path: join(folder, 'evidence.json'), report_path: join(folder, 'report.md') };
  const report = markdownReport(evidence);
  writeFileSync(paths.evidence_path, `${JSON.stringify(evidence, null, 2)}\n`);
  writeFileSync(paths.report_path, report);
  const outputs: Record<OutputName, string> = {
    run: evidence.run,
    changed: String(didChange(evidence)),
    plan_hash: planHashOf(evidence) ?? '',
    score: String(evidence.scorecard?.score ?? ''),
    checks: JSON.stringify(allChecks(evidence)),
    build_seconds: String(buildSeconds(evidence) ?? ''),
    disk_bytes: String(diskBytes(evidence) ?? ''),
    ...paths,
    comment_url: '',
    comment_id: '',
  };
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  if (env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(report, true).write();
  // Last, since GitHub may let it wait, or the job be cancelled meanwhile.
  const { url, id } = await comments.finish(evidence);
  core.setOutput('comment_url' satisfies OutputName, url);
  core.setOutput('comment_id' satisfies OutputName, id);
  annotate(evidence, inputs);
}

function annotate(evidence: Evidence, { failOn }: Inputs): void {
  for (const { step, refusal } of evidence.steps) {
    if (refusal)
      core.error(plain(`${refusal.message} What to do: ${refusal.wayOut}`), { title: `${step}: ${refusal.code}` });
  }
  const report = evidence.mode === 'plan' || failOn === 'never' ? core.notice : core.error;
  for (const check of failingChecks(evidence, failOn)) {
    report(plain(`${check.title}: ${check.measured}, target ${check.target}`), {
      title: `Check ${check.id}: ${check.result}`,
    });
  }
  core.info(plain(verdict(evidence)));
}

/** Size of the file system of / in bytes, as looked at last. */
function diskBytes({ steps }: Evidence): number | undefined {
  const seen = steps.flatMap(({ before, after }) => (after ?? before)?.facts ?? []).at(-1);
  const { block, root } = (seen ?? {}) as Partial<ExtendLvmFacts & ValidateFacts>;
  return (root ?? (block && mountAt(block, '/')))?.bytes;
}

/** What ended before there was a result; the summary says it too, since a fork's run has no other place that people see. */
async function failed(code: number, message: string): Promise<number> {
  core.error(plain(message), { title: 'edge-phase1' });
  if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(`### ❌ ${cell(message)}`, true).write();
  return code;
}

/** Shorter ones are refused; to mask a letter or two everywhere would only make the log unreadable. */
const SHORTEST_PASSWORD = 4;

/** The runner masks line by line. */
function keepSecret(input: string, secret: string, shortest = 9): void {
  delete process.env[`INPUT_${input}`];
  for (const line of secret.split('\n'))
    if (line.trim().length >= shortest && !line.includes('-----')) core.setSecret(line.trim());
}

function payload({ GITHUB_EVENT_PATH }: Environment): NumberedPayload {
  return GITHUB_EVENT_PATH ? (JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8')) as NumberedPayload) : {};
}

function triggerOf(env: Environment): Trigger | undefined {
  const { GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_ACTOR, GITHUB_SERVER_URL, GITHUB_RUN_ID } = env;
  if (!GITHUB_REPOSITORY) return undefined;
  return {
    repository: GITHUB_REPOSITORY,
    commit: GITHUB_SHA ?? '',
    actor: GITHUB_ACTOR ?? '',
    url: `${GITHUB_SERVER_URL ?? ''}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID ?? ''}`,
  };
}
