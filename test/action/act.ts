import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { attempt, type Output, run } from '../../lab/command';
import type { Evidence } from '../../src/evidence/evidence';
import { onPath, PROJECT } from './entry';

/** What the checkout of a workflow run brings along. */
const REPOSITORY_FILES = ['action.yml', 'package.json', 'dist', 'scripts', '.github'];
/** Actions that cannot be fetched without GitHub, with the stand-ins beside this file. */
const STAND_INS = {
  'actions/checkout': 'checkout',
  'actions/upload-artifact': 'upload-artifact',
  'actions/download-artifact': 'download-artifact',
  'actions/upload-pages-artifact': 'upload-pages-artifact',
  'actions/deploy-pages': 'deploy-pages',
};

const WHERE = {
  act: 'https://nektosact.com says how to install it',
  gh: 'https://cli.github.com says how to install it',
  zip: 'it is a package',
  unzip: 'it is a package',
};

/** `describe` where the runner `act`, and what else is needed, is on the PATH; elsewhere the suite is skipped, and says why. */
export function describeWithAct(name: string, body: () => void, ...needed: readonly (keyof typeof WHERE)[]): void {
  const missing = (['act', ...needed] as const).filter((program) => !onPath(program));
  const why = missing.map((program) => `${program} is not on the PATH; ${WHERE[program]}`).join('; ');
  if (missing.length === 0) describe(name, body);
  else describe.skip(`${name} (skipped: ${why})`, body);
}

export interface ActOptions {
  readonly event?: string;
  /** Default: a private repository. */
  readonly payload?: object;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Artifacts that there are before, by name: the text of their evidence. */
  readonly artifacts?: Readonly<Record<string, string>>;
}

/** Runs a command in the folder, and brings back what it wrote there. */
export type Machine = (folder: string, argv: readonly string[]) => Promise<Output>;

const thisMachine: Machine = (_folder, argv) => attempt(argv, { timeoutSeconds: 800 });

/** One line of act's JSON log. */
interface Line {
  readonly job?: string;
  readonly stepID?: readonly string[];
  readonly msg?: string;
  readonly command?: string;
  readonly arg?: string;
  readonly name?: string;
  readonly kvPairs?: Readonly<Record<string, string>>;
  readonly content?: string;
  readonly jobResult?: string;
}

export interface Upload {
  readonly files: readonly string[];
  readonly evidence: Evidence;
  readonly report: string;
}

export class ActRun {
  constructor(
    readonly code: number | null,
    private readonly lines: readonly Line[],
    /** In the order of the runs. */
    readonly uploads: readonly Upload[],
    private readonly folder: string,
  ) {}

  /** The files of an artifact by their path in it, or of the site that was published: `github-pages`. */
  artifact(name: string): Readonly<Record<string, string>> {
    const root = join(this.folder, name);
    if (!existsSync(root)) return {};
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return Object.fromEntries(
      files
        .map(({ parentPath, name: file }) => join(parentPath, file))
        .sort()
        .map((path) => [relative(root, path), readFileSync(path, 'utf8')]),
    );
  }

  /** What a person reads. act shows every command, also those that a runner hides: masks are left out. */
  get log(): string {
    return this.lines
      .map(({ command, msg = '', content = '' }) => (command === 'add-mask' ? '' : msg + content))
      .join('\n');
  }

  get masked(): readonly string[] {
    return this.lines.flatMap(({ command, arg }) => (command === 'add-mask' && arg ? [arg] : []));
  }

  /** Results by name; a job that was skipped is not there. */
  get jobs(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.lines.flatMap(({ job, jobResult }) => (job && jobResult ? [[job, jobResult]] : [])));
  }

  get summaries(): readonly string[] {
    return this.lines.flatMap(({ command, content }) => (command === 'summary' && content ? [content] : []));
  }

  /** Titles of groups. */
  get groups(): readonly string[] {
    return this.lines.flatMap(({ command, arg }) => (command === 'group' && arg ? [arg] : []));
  }

  annotations(level: 'error' | 'warning' | 'notice'): readonly { title: string; text: string }[] {
    return this.lines.flatMap(({ command, kvPairs, arg = '' }) =>
      command === level ? [{ title: kvPairs?.title ?? '', text: arg }] : [],
    );
  }

  /** Outputs that the action has for the jobs with this name. */
  outputs(job: string): Readonly<Record<string, string>> {
    return Object.fromEntries(
      this.lines.flatMap((line) =>
        line.job === job && line.command === 'set-output' && line.stepID?.join() === 'phase1'
          ? [[line.name, line.arg ?? '']]
          : [],
      ),
    );
  }
}

/** A git repository with this project's files, in which workflows run for real, directly on this machine. */
export class ActRepository {
  private constructor(private readonly folder: string) {}

  static async create(files: Readonly<Record<string, string>> = {}, name = 'acme/edge-server'): Promise<ActRepository> {
    const folder = mkdtempSync(join(tmpdir(), 'edge-phase1-act-'));
    const repository = join(folder, 'repository');
    for (const name of REPOSITORY_FILES) cpSync(join(PROJECT, name), join(repository, name), { recursive: true });
    for (const name of Object.values(STAND_INS)) cpSync(join(__dirname, name), join(folder, name), { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(repository, name), content);
    const created = new ActRepository(folder);
    await created.git('init', '--quiet', '--initial-branch=main');
    await created.git('remote', 'add', 'origin', `https://github.com/${name}.git`);
    await created.commit({});
    return created;
  }

  private git(...args: string[]) {
    return run(['git', '-C', join(this.folder, 'repository'), ...args]);
  }

  /** One more commit, in which these files are changed. */
  async commit(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(this.folder, 'repository', name), content);
    await this.git('add', '--all');
    const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    await this.git(...author, 'commit', '--quiet', '--message=test');
  }

  /** Runs a workflow of the repository. */
  async run(workflow: string, options: ActOptions = {}, machine = thisMachine): Promise<ActRun> {
    const { payload = { repository: { full_name: 'acme/edge-server', private: true } }, inputs = {} } = options;
    const folder = mkdtempSync(join(this.folder, 'run-'));
    const uploads = join(folder, 'uploads');
    mkdirSync(uploads);
    for (const [name, text] of Object.entries(options.artifacts ?? {})) {
      mkdirSync(join(uploads, name));
      writeFileSync(join(uploads, name, 'evidence.json'), text);
      writeFileSync(join(uploads, name, 'report.md'), '');
    }
    const write = (name: string, content: object) => {
      writeFileSync(join(folder, name), JSON.stringify(content), { mode: 0o600 });
      return join(folder, name);
    };
    const repository = join(this.folder, 'repository');
    const { code, stdout, stderr } = await machine(this.folder, [
      ...['act', options.event ?? 'workflow_dispatch', '--directory', repository],
      ...['--workflows', join(repository, '.github', 'workflows', workflow)],
      ...['--eventpath', write('event.json', { ...payload, inputs })],
      ...['--secret-file', write('secrets.yml', options.secrets ?? {})],
      ...['--var-file', write('vars.yml', options.vars ?? {})],
      ...['--env', `UPLOADS=${uploads}`, '--env', `REPOSITORY=${repository}`],
      ...Object.entries(options.env ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ...['--platform', 'self-hosted=-self-hosted', '--platform', 'ubuntu-24.04=-self-hosted'],
      ...['--action-cache-path', join(folder, 'cache'), '--no-cache-server'],
      ...this.standIns().flatMap((mapping) => ['--local-repository', mapping]),
      // act masks nothing of its own accord, so that what is hidden is what the action itself hides.
      ...['--json', '--insecure-secrets'],
    ]);
    const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
    // A workflow that has nothing to do for an event says nothing.
    if (lines.length === 0 && code !== 0) throw new Error(stderr || stdout);
    return new ActRun(
      code,
      lines.map((line) => JSON.parse(line) as Line),
      readdirSync(uploads)
        .filter((name) => existsSync(join(uploads, name, 'evidence.json')))
        .sort()
        .map((name) => upload(join(uploads, name))),
      uploads,
    );
  }

  /** `owner/name@commit=folder`, with the commits that the project pins. */
  private standIns(): string[] {
    const workflows = join(PROJECT, '.github', 'workflows');
    const files = [join(PROJECT, 'action.yml'), ...readdirSync(workflows).map((name) => join(workflows, name))];
    const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    return Object.entries(STAND_INS).map(
      ([action, folder]) => `${text.match(new RegExp(`${action}@[0-9a-f]{40}`))?.[0]}=${join(this.folder, folder)}`,
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function upload(folder: string): Upload {
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const evidence = JSON.parse(text('evidence.json')) as Evidence;
  return { files: readdirSync(folder).sort(), evidence, report: text('report.md') };
}
