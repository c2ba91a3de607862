import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { InputName } from '../../src/inputs';

export const PROJECT = resolve(__dirname, '..', '..');

export type ActionInputs = Partial<Record<InputName, string>>;
type Environment = Readonly<Record<string, string | undefined>>;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Standard output and standard error, as a job's log has them. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface Started {
  readonly child: ChildProcess;
  /** The log so far. */
  readonly log: () => string;
  readonly ended: Promise<Ended>;
}

/** A folder that a runner would give to a job; everything in it is removed by `remove`. */
export class JobFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'edge-phase1-job-'));
  readonly temp = this.folder('_temp');
  readonly workspace = this.folder('workspace');
  private files = 0;

  folder(name: string): string {
    const path = join(this.path, name);
    mkdirSync(path, { recursive: true });
    return path;
  }

  write(name: string, content: string, mode = 0o600): string {
    const path = join(this.path, name);
    writeFileSync(path, content, { mode });
    return path;
  }

  /** A file of its own for each step. */
  fresh(name: string): string {
    this.files += 1;
    return this.write(`${name}-${this.files}`, '');
  }

  event(payload: object): Environment {
    return { GITHUB_EVENT_PATH: this.write(`event-${++this.files}.json`, JSON.stringify(payload)) };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** The shell text of action.yml, as a file, which is how a runner hands it to bash. */
function entryScript(job: JobFolder): string {
  const { runs } = parse(readFileSync(join(PROJECT, 'action.yml'), 'utf8')) as { runs: { steps: { run?: string }[] } };
  return job.write('entry.sh', runs.steps[0]?.run ?? '');
}

/** Starts what action.yml runs, with the environment that a runner and action.yml's mapping give it. */
export function startEntry(job: JobFolder, inputs: ActionInputs, env: Environment = {}): Started {
  const files = { GITHUB_OUTPUT: job.fresh('output'), GITHUB_STEP_SUMMARY: job.fresh('summary') };
  const mapped = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const child = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', entryScript(job)], {
    cwd: job.workspace,
    env: {
      PATH: process.env.PATH,
      HOME: job.path,
      GITHUB_ACTION_PATH: PROJECT,
      RUNNER_TEMP: job.temp,
      GITHUB_WORKSPACE: job.workspace,
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      ...files,
      ...Object.fromEntries(mapped),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => {
      log += chunk;
    });
  const ended = new Promise<Ended>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) =>
      done({
        code,
        signal,
        log,
        outputs: parseOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8')),
        summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
      }),
    );
  });
  return { child, log: () => log, ended };
}

export const runEntry = (job: JobFolder, inputs: ActionInputs, env: Environment = {}) =>
  startEntry(job, inputs, env).ended;

/** The annotations of a log: `::error title=...::text`. */
export const annotations = (log: string) =>
  [...log.matchAll(/^::(error|warning|notice) ?(?:title=([^:]*))?::(.*)$/gm)].map(([, level, title, text]) => ({
    level,
    title: title?.replaceAll('%3A', ':').replaceAll('%2C', ','),
    text: text ?? '',
  }));

/** GITHUB_OUTPUT: `name<<DELIMITER`, the lines of the value, `DELIMITER`. */
function parseOutputs(text: string): Record<string, string> {
  const values = [...text.matchAll(/^(\w+)<<(ghadelimiter_[\w-]+)\n([\s\S]*?)\n\2$/gm)];
  return Object.fromEntries(values.map(([, name, , value]) => [name, value]));
}

/** The program with this name on the PATH. */
export function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}
