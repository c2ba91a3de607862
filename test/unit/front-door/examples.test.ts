import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadConfig } from '../../../src/config/load';
import { MODES } from '../../../src/evidence/evidence';
import { parseTarget } from '../../../src/host/target';
import { STEP_IDS } from '../../../src/steps';

const ROOT = join(__dirname, '..', '..', '..');
const EXAMPLES = join(ROOT, 'examples');
const examples = readdirSync(EXAMPLES);
const configs = examples.flatMap((example) =>
  readdirSync(join(EXAMPLES, example))
    .filter((name) => name.endsWith('.yml') && name !== 'workflow.yml')
    .map((name) => ({ example, file: join('examples', example, name) })),
);
const config = (file: string) => loadConfig({ dir: ROOT, file }).config;

interface Job {
  readonly uses: string;
  readonly with: Readonly<Record<string, string>>;
  readonly secrets?: object;
  readonly permissions: Readonly<Record<string, string>>;
  readonly strategy?: object;
}
interface Workflow {
  readonly on: {
    readonly workflow_dispatch: { readonly inputs: Record<string, { options?: string[]; default?: string }> };
  };
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}
const workflow = (example: string) => parse(readFileSync(join(EXAMPLES, example, 'workflow.yml'), 'utf8')) as Workflow;

describe('the examples', () => {
  it('are the three that README.md names', () => {
    expect(examples).toEqual(['edgeserver', 'fleet', 'one-disk-no-k3s']);
    for (const example of examples) expect(readdirSync(join(EXAMPLES, example))).toContain('README.md');
    expect(configs).toHaveLength(5);
  });

  it.each(configs)('$file is a configuration for a host that can be named', ({ file }) => {
    expect(parseTarget(config(file).host).kind).toMatch(/local|ssh/);
  });

  it.each(configs)('$file: what it asks for can be reached', ({ file }) => {
    const { build_test: build, checks, disk_test: disks, extend_lvm: extend } = config(file);
    expect(disks.runs).toBeGreaterThanOrEqual(4);
    // A file system is smaller than its volume, and a check that can never pass helps nobody.
    if (checks.disk_size.weight > 0) expect(checks.disk_size.target).toBeLessThan(extend.size * 0.96);
    if (checks.build_time.weight > 0) expect(build.context).not.toBeNull();
  });

  it('the plan: what stands in it are the values of the plan, which are the defaults', () => {
    const [plan, defaults] = [config('examples/edgeserver/edge-phase1.yml'), loadConfig({ dir: EXAMPLES }).config];
    expect(plan.extend_lvm).toEqual(defaults.extend_lvm);
    expect(plan.docker_config).toEqual(defaults.docker_config);
    expect(plan.checks).toEqual(defaults.checks);
    expect(plan.cost).toEqual(defaults.cost);
  });

  it('one disk, no K3s: Kubernetes does not apply, and no registry is asked for', () => {
    const { kubernetes, checks } = config('examples/one-disk-no-k3s/edge-phase1.yml');
    expect([kubernetes.cluster, checks.harbor.weight]).toEqual(['none', 0]);
  });

  it('the fleet: a host each', () => {
    const hosts = configs.filter(({ example }) => example === 'fleet').map(({ file }) => config(file).host);
    expect(new Set(hosts).size).toBe(3);
  });

  it.each(examples)('%s: its workflow offers all steps and modes, plan first, and may only read', (example) => {
    const { on, permissions, jobs } = workflow(example);
    expect(on.workflow_dispatch.inputs.step?.options).toEqual(STEP_IDS);
    expect(on.workflow_dispatch.inputs.mode).toMatchObject({ options: MODES, default: 'plan' });
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) expect(job.permissions).toEqual({ contents: 'read' });
  });

  it.each(examples)('%s: its workflow calls phase1.yml with inputs and secrets that it takes', (example) => {
    const called = parse(readFileSync(join(ROOT, '.github/workflows/phase1.yml'), 'utf8')) as {
      on: { workflow_call: { inputs: object; secrets: object } };
    };
    const { inputs, secrets } = called.on.workflow_call;
    for (const job of Object.values(workflow(example).jobs)) {
      expect(job.uses).toBe('OWNER/edge-phase1/.github/workflows/phase1.yml@COMMIT');
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(job.with)));
      expect(Object.keys(secrets)).toEqual(expect.arrayContaining(Object.keys(job.secrets ?? {})));
    }
  });
});
