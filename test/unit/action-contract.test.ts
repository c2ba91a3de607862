import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { DESK_INPUTS, DESK_OUTPUTS, TASKS } from '../../src/desk/inputs';
import { MODES } from '../../src/evidence/evidence';
import { FAIL_ON } from '../../src/evidence/failing';
import { COMMENT_MODES } from '../../src/github/comment';
import { COMMENT_WHEN, INPUT_DEFAULTS, INPUTS, OUTPUTS } from '../../src/inputs';
import { STEP_IDS } from '../../src/steps';
import { blocksOf } from './documentation/blocks';
import { settings } from './steps/variants';

interface ActionStep {
  readonly id?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Record<string, string>;
  readonly env?: Record<string, string>;
}
interface Action {
  readonly inputs: Record<string, { description: string; default: string; required?: boolean }>;
  readonly outputs: Record<string, { description: string; value: string }>;
  readonly runs: { using: string; steps: ActionStep[] };
}
interface Field {
  readonly type: string;
  readonly default?: string;
  readonly options?: string[];
  readonly required?: boolean;
}
interface Workflow {
  readonly on: Record<string, { inputs?: Record<string, Field>; branches?: string[] } | null>;
  readonly jobs: Record<string, ActionStep & { steps?: ActionStep[]; permissions?: Record<string, string> }>;
}

const ROOT = join(__dirname, '..', '..');
const WORKFLOWS = join('.github', 'workflows');
const text = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const workflowFiles = readdirSync(join(ROOT, WORKFLOWS)).map((name) => join(WORKFLOWS, name));
const workflow = (name: string) => parse(text(join(WORKFLOWS, name))) as Workflow;
const fields = (name: string, event: string) => workflow(name).on[event]?.inputs ?? {};
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap((job) => job.steps ?? []);

const action = parse(text('action.yml')) as Action;
const DESK = join('.github', 'actions', 'desk', 'action.yml');
const desk = parse(text(DESK)) as Action;

describe('action.yml', () => {
  it('has the inputs that the program reads, with the same defaults', () => {
    const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default]);
    expect(defaults).toEqual(INPUTS.map((name) => [name, INPUT_DEFAULTS[name] ?? '']));
  });

  it('says of each input what it is, and does not lean on `required`, which nobody enforces', () => {
    for (const { description, required } of Object.values(action.inputs)) {
      expect(description).not.toBe('');
      expect(required).toBeUndefined();
    }
  });

  it('names in its descriptions every value that is allowed', () => {
    for (const mode of MODES) expect(action.inputs.mode?.description).toContain(mode);
    for (const mode of COMMENT_MODES) expect(action.inputs.comment_mode?.description).toContain(mode);
    for (const when of COMMENT_WHEN) expect(action.inputs.comment_when?.description).toContain(when);
    for (const step of STEP_IDS) expect(action.inputs.step?.description).toContain(step);
    for (const choice of FAIL_ON) expect(action.inputs.fail_on?.description).toContain(choice);
  });

  it('hands every input to the program once, as an environment variable', () => {
    const env = action.runs.steps.flatMap((step) => Object.entries(step.env ?? {}));
    expect(env).toEqual(INPUTS.map((name) => [`INPUT_${name.toUpperCase()}`, `\${{ inputs.${name} }}`]));
  });

  it('has the outputs that the program sets, each with its value', () => {
    const values = Object.entries(action.outputs).map(([name, output]) => [name, output.value]);
    expect(values).toEqual(OUTPUTS.map((name) => [name, `\${{ steps.run.outputs.${name} }}`]));
  });

  it('replaces the shell by the program, so that a cancellation reaches it', () => {
    const run = action.runs.steps.find((step) => step.id === 'run')?.run;
    expect(run).toMatch(/^exec bash "\$GITHUB_ACTION_PATH\/scripts\/action\.sh"$/);
    expect(text('scripts/action.sh')).toContain('exec "$node"');
  });

  it('uploads the evidence and the report by a name that no other run has', () => {
    const upload = action.runs.steps.find((step) => step.uses?.startsWith('actions/upload-artifact@'));
    expect(upload?.with).toEqual({
      name: `edge-phase1-\${{ steps.run.outputs.run }}`,
      path: `\${{ steps.run.outputs.evidence_path }}\n\${{ steps.run.outputs.report_path }}\n`,
      'if-no-files-found': 'error',
    });
  });
});

describe('the desk', () => {
  it('has the inputs that the program reads, each handed over once', () => {
    expect(Object.keys(desk.inputs)).toEqual(DESK_INPUTS);
    const env = desk.runs.steps.flatMap((step) => Object.entries(step.env ?? {}));
    expect(env).toEqual(DESK_INPUTS.map((name) => [`INPUT_${name.toUpperCase()}`, `\${{ inputs.${name} }}`]));
  });

  it('has the outputs that the program sets', () => {
    expect(Object.keys(desk.outputs)).toEqual(DESK_OUTPUTS);
    for (const [name, { value }] of Object.entries(desk.outputs))
      expect(value).toBe(`\${{ steps.run.outputs.${name} }}`);
  });

  it('names every task', () => {
    for (const task of TASKS) expect(desk.inputs.task?.description).toContain(task);
  });

  it('is given only inputs that it has, by every workflow', () => {
    for (const file of workflowFiles) {
      for (const step of stepsOf(parse(text(file)) as Workflow)) {
        if (!step.uses?.endsWith('/actions/desk')) continue;
        expect(DESK_INPUTS).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
        expect(TASKS).toContain(step.with?.task);
      }
    }
  });
});

describe('jobs', () => {
  const jobs = workflowFiles.flatMap((file) =>
    Object.entries((parse(text(file)) as Workflow).jobs).map(([name, job]) => ({ name: `${file} ${name}`, job })),
  );

  it.each(jobs)('$name says which permissions it needs', ({ job }) => {
    expect(job.permissions).toBeDefined();
  });

  it.each(jobs)('$name has the secrets of the server, or a token that may write, or neither', ({ job }) => {
    const onServer =
      JSON.stringify(job).includes('EDGE_SSH_PRIVATE_KEY') || JSON.stringify(job).includes('self-hosted');
    const writes = Object.values(job.permissions ?? {}).includes('write');
    expect({ onServer, writes }).not.toEqual({ onServer: true, writes: true });
  });
});

describe.each(['action.yml', DESK, ...workflowFiles])('%s', (file) => {
  it('pins what others wrote by its commit, and says the version', () => {
    const uses = text(file)
      .split('\n')
      .filter((line) => /^\s*(- )?uses:/.test(line) && !/uses: \.\//.test(line));
    for (const line of uses) expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('puts no expression into a shell script', () => {
    const parsed = parse(text(file)) as Action & Workflow;
    const steps = parsed.runs ? parsed.runs.steps : stepsOf(parsed);
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });
});

describe('the workflows', () => {
  it.each(['phase1.yml', 'phase1-hosts.yml'])('%s offers the modes that there are, plan first', (file) => {
    expect(fields(file, 'workflow_dispatch').mode).toMatchObject({ options: MODES, default: 'plan' });
    expect(fields(file, 'workflow_call').mode).toMatchObject({ default: 'plan' });
  });

  it.each(['phase1.yml', 'phase1-hosts.yml'])('%s offers the steps that there are', (file) => {
    expect(fields(file, 'workflow_dispatch').step).toMatchObject({ options: STEP_IDS, default: INPUT_DEFAULTS.step });
  });

  it('let builds take as long as they may: a job that ends would stop them', () => {
    const timeout = text(join(WORKFLOWS, 'phase1.yml')).match(/'build-test' && (\d+)/)?.[1];
    const { time_limit_minutes: limit, runs } = settings({}).build_test;
    expect(Number(timeout)).toBeGreaterThan(limit * runs.cold + 60);
  });

  it.each(['phase1.yml', 'phase1-hosts.yml'])('%s has the same inputs by hand and when it is called', (file) => {
    const defaults = (event: string) =>
      Object.entries(fields(file, event)).map(([name, field]) => [name, field.default, field.required]);
    expect(defaults('workflow_call')).toEqual(defaults('workflow_dispatch'));
  });

  it('hand over only inputs that the action has', () => {
    const phase1 = stepsOf(workflow('phase1.yml')).filter((step) => step.id === 'phase1');
    expect(phase1).toHaveLength(2);
    for (const step of phase1) expect(INPUTS).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
  });

  it('call the workflow for one server with inputs that it has', () => {
    const called = workflow('phase1-hosts.yml').jobs.phase1?.with ?? {};
    expect(Object.keys(fields('phase1.yml', 'workflow_call'))).toEqual(expect.arrayContaining(Object.keys(called)));
  });
});

describe('the copies that docs/workflows.md makes', () => {
  const commands = blocksOf(join('docs', 'workflows.md')).find(({ language }) => language === 'bash')!.text;
  let folder: string;
  let copies: Readonly<Record<string, Workflow & { name: string }>>;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'edge-phase1-copies-'));
    mkdirSync(join(folder, 'mine', WORKFLOWS), { recursive: true });
    symlinkSync(ROOT, join(folder, 'edge-phase1'));
    execFileSync('bash', ['-euc', commands], { cwd: join(folder, 'mine') });
    const copied = join(folder, 'mine', WORKFLOWS);
    copies = Object.fromEntries(
      readdirSync(copied).map((name) => [name, parse(readFileSync(join(copied, name), 'utf8'))]),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('take the action from where it is, at the commit that was named', () => {
    const all = JSON.stringify(copies);
    expect(all).not.toContain('job.workflow_');
    expect(all).toContain('"repository":"OWNER/edge-phase1","ref":"COMMIT"');
  });

  it('are all that they call, and all that they start after', () => {
    const names = Object.values(copies).map(({ name }) => name);
    for (const { on, jobs } of Object.values(copies)) {
      const after = (on.workflow_run as { workflows?: string[] } | undefined)?.workflows ?? [];
      for (const name of after) expect(names).toContain(name);
      for (const { uses } of Object.values(jobs)) if (uses) expect(copies).toHaveProperty([basename(uses)]);
    }
  });
});
