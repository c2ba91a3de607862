import { edgePhase1, grantRights } from '../../lab/operator';
import { prepare } from '../../lab/prepare';
import { registryImage } from '../../lab/registry-image';
import { startVm, type Vm } from '../../lab/vm';
import { describeOnServer, evidenceOf, hold, release, untilHeld } from './server';

const DATA = '/twisterlab/data-warehouse/registry';

describeOnServer('a registry on the server, through the command line', () => {
  let vm: Vm;
  let settings: readonly string[];
  beforeAll(async () => {
    const image = await registryImage();
    await prepare('docker');
    vm = await startVm({ name: 'harbor', snapshot: 'docker' });
    await grantRights(vm);
    await vm.copyIn(image.file, '/srv/registry.tar.gz', '0644');
    const values = {
      registry: 'distribution',
      source: '/srv/registry.tar.gz',
      sha256: image.sha256,
      data: DATA,
      min_free: '1GiB',
    };
    settings = Object.entries({ ...values, trust: '["docker"]' }).flatMap(([name, value]) => [
      '--set',
      `harbor.${name}=${value}`,
    ]);
  });
  afterAll(() => vm?.stop());

  const changes = async () => {
    const plan = (await evidenceOf(vm, ['plan', 'harbor', ...settings], 'twister')).steps[0]!.plan!;
    return 'refusal' in plan ? plan.refusal : plan.verdict === 'changes' ? plan.changes.map(({ id }) => id) : [];
  };

  test('the power goes while it is installed: one more run ends with a proven registry', async () => {
    expect(await changes()).toEqual(['fetch', 'configure', 'install', 'start', 'prove', 'use', 'trust']);
    const { held } = await hold(vm, 'acted-install');
    const cut = edgePhase1(vm, ['apply', 'harbor', '--yes', '--patience', '1', ...settings]);
    await untilHeld(vm, held, cut);
    await vm.powerCut();
    await cut;
    await vm.boot();
    const { code, steps } = await evidenceOf(vm, ['apply', 'harbor', '--yes', ...settings], 'twister');
    expect(steps[0]).toMatchObject({ outcome: 'done' });
    expect(code).toBe(0);
    expect(steps[0]!.checks.map(({ id, result }) => `${id} ${result}`)).toEqual(
      ['harbor', 'harbor_services', 'harbor_push', 'harbor_pull', 'harbor_login'].map((id) => `${id} pass`),
    );
    expect(await changes()).toEqual([]);
  });

  test('a rollback leaves nothing but the data', async () => {
    await release(vm);
    const { code } = await evidenceOf(vm, ['rollback', 'harbor', '--yes', ...settings], 'twister');
    expect(code).toBe(0);
    expect(await vm.mustSh(`docker ps -aq; ls ${DATA}; ls -d /opt/edge-phase1/harbor 2>/dev/null || true`)).toBe(
      'docker\n',
    );
  });
});
