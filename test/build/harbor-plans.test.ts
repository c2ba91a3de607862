/** The planner in TypeScript and the one in the script, on one host with a real Docker: neither may see what the other does not. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../src/config/schema';
import { batchProgram, parseBatch } from '../../src/host/batch';
import type { Host } from '../../src/host/host';
import { lookAt, readsOf } from '../../src/look';
import { harbor } from '../../src/steps/harbor';
import type { HarborSituation } from '../../src/steps/harbor/facts';
import type { Plan, Step } from '../../src/steps/step';
import { settings } from '../unit/steps/variants';
import { ADDRESS, describeWithHarbor, type HarborHost, NEW, OLD } from './harbor';

const SYSTEMCTL = join(__dirname, '../../lab/systemctl.sh');
const steps = [harbor as Step<unknown>];
const BOUNDARY = 'b'.repeat(32);
/** What the script takes for granted of a server, and these containers need not have. */
const SMALL = '--min-memory 1GB --min-cpus 1 --patience 90';

/** Looks at the host as the program does: one batch, then the facts. */
async function lookOn({ docker }: HarborHost, config: Config): Promise<HarborSituation> {
  const reads = readsOf(steps, config);
  const { stdout, stderr } = await docker.sh(batchProgram(reads, { boundary: BOUNDARY, root: true }));
  const results = parseBatch({ stdout: Buffer.from(stdout), stderr: Buffer.from(stderr) }, reads, BOUNDARY);
  const enough = results.map((result) =>
    ['harbor_memory', 'harbor_cpus'].includes(result.id) ? { ...result, stdout: '8000000\n' } : result,
  );
  const host: Host = {
    name: 'docker',
    batch: async () => enough,
    run: async () => Promise.reject(new Error('it only looks')),
    close: async () => {},
  };
  const looks = await lookAt(host, steps, config, () => new Date());
  return looks.get('harbor')!.situation as HarborSituation;
}

const quoted = (args: readonly string[]) => args.map((arg) => `'${arg}'`).join(' ');
const changesOf = (plan: Plan) =>
  plan.verdict === 'changes' ? plan.changes.map(({ id }) => id) : 'refusal' in plan ? plan.refusal.code : [];

/** In this order: each case begins with what the one before has left. */
describeWithHarbor('Both planners of the step harbor', (on) => {
  // A look asks whether Docker runs before it asks Docker.
  beforeAll(() => on().docker.write('/usr/local/bin/systemctl', readFileSync(SYSTEMCTL), '0755'));

  const wish = (overrides = {}) => {
    const file = `harbor-offline-installer-v${OLD}.tgz`;
    return settings({
      ...{ 'harbor.version': OLD, 'harbor.source': `/srv/files/${file}`, 'harbor.sha256': on().sha256(file) },
      ...{ 'harbor.hostname': ADDRESS, 'harbor.data': '/srv/harbor', 'harbor.install': '/opt/harbor' },
      ...{ 'harbor.trust': '[docker]', 'harbor.min_free': '1GiB', ...overrides },
    });
  };
  const light = () =>
    wish({
      ...{ 'harbor.registry': 'distribution', 'harbor.source': '/srv/files/registry.tar' },
      ...{ 'harbor.sha256': on().sha256('registry.tar'), 'harbor.data': '/srv/plain' },
    });

  /** What both say; the script is told what TypeScript has found, and refuses where it finds something else. */
  async function planned(config: Config, intent: 'plan' | 'rollback' = 'plan') {
    const plan = harbor[intent](await lookOn(on(), config));
    const args = quoted(harbor.scriptArguments(plan, config));
    const small = intent === 'plan' ? SMALL : '';
    expect([plan.summary, await on().planned(`${args} ${small}`)]).toEqual([plan.summary, changesOf(plan)]);
    return { args: `${args} ${small}`, changes: changesOf(plan), target: plan.target };
  }

  async function applied(config: Config, intent: 'plan' | 'rollback' = 'plan') {
    const { args, changes, target } = await planned(config, intent);
    const { events } = await on().apply(args);
    const begin = events.find(({ event }) => event === 'begin') as { target?: string } | undefined;
    expect(begin?.target).toBe(target);
    return changes;
  }

  it('agree on a host without a registry, and on one where everything is done', async () => {
    expect(await applied(wish())).toEqual(['fetch', 'configure', 'install', 'start', 'prove', 'use', 'trust']);
    expect((await planned(wish())).changes).toEqual([]);
    const checks = harbor.verify(await lookOn(on(), wish()));
    expect(checks.map(({ id, result }) => [id, result])).toEqual(checks.map(({ id }) => [id, 'pass']));
  });

  it('agree on one that is half up', async () => {
    await on().sh('docker stop -t 1 harbor-core nginx redis >/dev/null');
    const checks = harbor.verify(await lookOn(on(), wish()));
    expect(checks.find(({ id }) => id === 'harbor_services')?.measured).toContain('harbor-core (exited)');
    expect(await applied(wish())).toEqual(['start']);
  });

  it('agree on other settings, another version, and another use', async () => {
    expect((await planned(wish({ 'harbor.log_count': '3' }))).changes).toEqual([
      ...['configure', 'install', 'start', 'prove'],
    ]);
    const file = `harbor-offline-installer-v${NEW}.tgz`;
    const newer = { 'harbor.version': NEW, 'harbor.source': `/srv/files/${file}`, 'harbor.sha256': on().sha256(file) };
    expect((await planned(wish(newer))).changes).toEqual(['fetch', 'configure', 'install', 'start', 'prove']);
    expect((await planned(wish({ 'harbor.keep': '3' }))).changes).toEqual(['use']);
  });

  it('refuse alike what the database cannot follow', async () => {
    const refusalOf = async (config: Config) => changesOf(harbor.plan(await lookOn(on(), config)));
    expect(await refusalOf(wish({ 'harbor.version': '2.13.0' }))).toBe('version-downgrade');
    expect(await on().planned(`${on().options()} --release 2.13.0`)).toBe('version-downgrade');
    expect(await refusalOf(light())).toBe('other-registry');
    expect(await on().planned(on().distribution())).toBe('other-registry');
    await on().sh(`cp /opt/harbor/installed /tmp/mark && sed s/${OLD}/2.11.0/ /tmp/mark > /opt/harbor/installed`);
    expect(await refusalOf(wish())).toBe('version-jump');
    expect(await on().planned(on().options())).toBe('version-jump');
    await on().sh('cp /tmp/mark /opt/harbor/installed');
  });

  it('see alike that K3s has a file of somebody else, which is left alone', async () => {
    const both = wish({ 'harbor.trust': '[docker, k3s]' });
    await on().sh("mkdir -p /etc/rancher/k3s && echo 'mirrors: {}' > /etc/rancher/k3s/registries.yaml");
    const plan = harbor.plan(await lookOn(on(), both));
    expect(plan.notes.join()).toContain('registries.yaml');
    expect(await on().planned(`${quoted(harbor.scriptArguments(plan, both))} ${SMALL}`)).toBe('registries-foreign');
    await on().sh('rm /etc/rancher/k3s/registries.yaml');
    expect(await applied(both)).toEqual(['trust']);
  });

  it('agree on how it is taken back, and on the light one', async () => {
    expect(await applied(wish(), 'rollback')).toEqual(['stop', 'remove', 'untrust']);
    expect((await planned(wish(), 'rollback')).changes).toEqual([]);
    expect(await applied(light())).toEqual(['fetch', 'configure', 'install', 'start', 'prove', 'use', 'trust']);
    expect((await planned(light())).changes).toEqual([]);
    expect(await applied(light(), 'rollback')).toEqual(['stop', 'remove', 'untrust']);
  });
});
