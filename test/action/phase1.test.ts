import { readFileSync } from 'node:fs';
import { prepare } from '../../lab/prepare';
import { startVm, type Vm } from '../../lab/vm';
import { describeOnServer, GIB, grantRights, sizes } from '../edge/server';
import { ActRepository, type ActRun, describeWithAct } from './act';

describeOnServer('the workflows against a server over SSH', () => {
  describeWithAct('run by act', () => {
    let vm: Vm;
    let repository: ActRepository;
    beforeAll(async () => {
      await prepare('ready');
      vm = await startVm({ name: 'action', snapshot: 'ready' });
      await grantRights(vm);
      repository = await ActRepository.create();
    }, 900_000);
    afterAll(async () => {
      repository?.remove();
      await vm?.stop();
    });

    /** Starts a workflow as somebody with the repository's secret and variable would. */
    function start(workflow: string, inputs: Record<string, string>): Promise<ActRun> {
      const { keyFile, knownHosts } = vm.ssh();
      const known = readFileSync(knownHosts, 'utf8');
      return repository.run(workflow, {
        inputs,
        secrets: { EDGE_SSH_PRIVATE_KEY: readFileSync(keyFile, 'utf8') },
        vars: { EDGE_SSH_KNOWN_HOSTS: known + known.replaceAll('127.0.0.1', 'localhost') },
      });
    }
    const host = () => `ssh://${vm.ssh().user}@127.0.0.1:${vm.ssh().port}`;
    const phase1 = (mode: string) => start('phase1.yml', { mode, host: host() });
    const volume = async () => (await sizes(vm)).volume / GIB;

    // The cases follow one server from its first plan to a refused rollback.

    it('mode=plan shows the plan and changes nothing', async () => {
      const run = await phase1('plan');
      expect(run.annotations('error')).toEqual([]);
      expect(run.jobs).toEqual({ 'Phase 1/plan': 'success' });
      expect(run.outputs('Phase 1/plan')).toMatchObject({
        changed: 'false',
        plan_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(run.uploads).toMatchObject([{ evidence: { mode: 'plan', steps: [{ outcome: 'planned' }] } }]);
      expect(run.code).toBe(0);
      expect(await volume()).toBe(100);
    }, 900_000);

    it('mode=verify fails while the volume is small, with an annotation for each failed check', async () => {
      const run = await phase1('verify');
      const checks = JSON.parse(run.outputs('Phase 1/verify').checks ?? '') as { id: string; result: string }[];
      const failed = checks.filter(({ result }) => result === 'fail').map(({ id }) => `Check ${id}: fail`);
      expect(failed.length).toBeGreaterThan(0);
      expect(run.annotations('error').map(({ title }) => title)).toEqual(failed);
      expect(run.jobs).toEqual({ 'Phase 1/verify': 'failure' });
      expect(run.uploads).toHaveLength(1);
      expect(run.code).toBe(1);
    }, 900_000);

    it('mode=apply carries out the plan of the first job in the second, and keeps the proof of both', async () => {
      const run = await phase1('apply');
      expect(run.annotations('error')).toEqual([]);
      expect(run.jobs).toEqual({ 'Phase 1/plan': 'success', 'Phase 1/apply': 'success' });
      expect(run.code).toBe(0);
      expect(await volume()).toBe(150);

      const planned = run.outputs('Phase 1/plan');
      const applied = run.outputs('Phase 1/apply');
      expect(planned).toMatchObject({ changed: 'false', plan_hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(applied).toMatchObject({ changed: 'true', plan_hash: planned.plan_hash });
      const checks = JSON.parse(applied.checks ?? '') as { id: string; result: string }[];
      expect(checks.filter(({ result }) => result === 'fail')).toEqual([]);
      expect(Number(applied.disk_bytes)).toBeGreaterThan(140 * GIB);

      const [plan, apply, ...others] = run.uploads;
      expect(others).toEqual([]);
      expect(plan).toMatchObject({
        files: ['evidence.json', 'report.md'],
        evidence: { run: planned.run, mode: 'plan', steps: [{ outcome: 'planned' }] },
      });
      expect(apply).toMatchObject({
        files: ['evidence.json', 'report.md'],
        evidence: { run: applied.run, mode: 'apply', steps: [{ outcome: 'done', plan: { hash: planned.plan_hash } }] },
      });
      expect(apply?.evidence.trigger).toMatchObject({ repository: 'acme/edge-server' });
      expect(run.summaries.map((text) => text.trim())).toEqual(run.uploads.map(({ report }) => report.trim()));
      expect(run.groups).toEqual([
        expect.stringContaining(`plan extend-lvm on ${host()}`),
        expect.stringContaining(`apply extend-lvm on ${host()}`),
      ]);

      const key = readFileSync(vm.ssh().keyFile, 'utf8')
        .split('\n')
        .filter((line) => line && !line.startsWith('-----'));
      expect(run.masked).toEqual([...key, ...key]);
      const shown = run.log + JSON.stringify(run.uploads);
      for (const line of key) expect(shown).not.toContain(line);
    }, 900_000);

    it('mode=apply has nothing to approve and nothing to do now', async () => {
      const run = await phase1('apply');
      expect(run.jobs).toEqual({ 'Phase 1/plan': 'success' });
      expect(run.outputs('Phase 1/plan')).toMatchObject({ changed: 'false', plan_hash: '' });
      expect(run.code).toBe(0);
    }, 900_000);

    it('mode=rollback is refused once the file system has grown, before anybody is asked for approval', async () => {
      const run = await phase1('rollback');
      expect(run.annotations('error')).toEqual([
        { title: 'extend-lvm: fs-grown', text: expect.stringContaining('would destroy data') },
      ]);
      expect(run.jobs).toEqual({ 'Phase 1/plan': 'failure' });
      expect(run.uploads).toMatchObject([{ evidence: { mode: 'rollback', steps: [{ outcome: 'refused' }] } }]);
      expect(run.code).toBe(1);
      expect(await volume()).toBe(150);
    }, 900_000);

    it('phase1-hosts.yml verifies each server of its list, each with its own proof', async () => {
      const hosts = [host(), host().replace('127.0.0.1', 'localhost')];
      const run = await start('phase1-hosts.yml', { mode: 'verify', hosts: JSON.stringify(hosts) });
      expect(run.annotations('error')).toEqual([]);
      expect(Object.values(run.jobs)).toEqual(['success', 'success']);
      expect(run.uploads.map(({ evidence }) => evidence.host).sort()).toEqual(hosts);
      expect(run.code).toBe(0);
    }, 900_000);
  });
});
