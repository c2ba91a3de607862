import { setTimeout as sleep } from 'node:timers/promises';
import type { Vm } from '../../lab/vm';
import {
  copyScript,
  describeOnServer,
  edgePhase1,
  evidenceOf,
  GIB,
  hold,
  journal,
  planHash,
  release,
  script,
  server,
  sizes,
  untilDone,
  untilHeld,
} from './server';

/** One server for all cases: each grows the root volume by 4 GiB more. */
function growing() {
  let vm: Vm;
  let gib = 100;
  beforeAll(async () => {
    vm = await server();
    await copyScript(vm);
  });
  beforeEach(() => {
    gib += 4;
  });
  afterEach(() => vm.restoreNetwork());
  afterAll(() => vm?.stop());
  return {
    vm: () => vm,
    size: () => ['--set', `extend_lvm.size=${gib}GiB`],
    option: () => `--size ${gib}GiB`,
    before: () => ({ volume: (gib - 4) * GIB, fileSystem: (gib - 4) * GIB }),
    grown: () => ({ volume: gib * GIB, fileSystem: gib * GIB }),
    keep: () => {
      gib -= 4;
    },
  };
}

const begun = async (vm: Vm) => (await journal(vm)).filter((entry) => entry.event === 'begin').length;

describeOnServer('the connection is lost', () => {
  const root = growing();

  test.each(['backup', 'lvextend', 'growfs'])(
    'during %s: the run says unknown, the next one finds it finished',
    async (change) => {
      const vm = root.vm();
      const runs = await begun(vm);
      const apply = ['apply', 'extend-lvm', ...root.size(), '--plan-hash', await planHash(vm, 'root', root.size())];
      const { held } = await hold(vm, `intent-${change}`);
      const first = evidenceOf(vm, [...apply, '--patience', '1']);
      await untilHeld(vm, held);
      vm.cutNetwork('reset');
      expect(await first).toMatchObject({ code: 6, steps: [{ outcome: 'unknown', refusal: { code: 'unknown' } }] });

      await release(vm);
      await untilDone(vm);
      expect(await sizes(vm)).toEqual(root.grown());
      vm.restoreNetwork();
      const next = await evidenceOf(vm, apply);
      expect(next.steps[0]).toMatchObject({ outcome: 'nothing-to-do' });
      expect((await begun(vm)) - runs).toBe(1);
    },
  );

  test('for a moment: the same run follows on and tells every event once', async () => {
    const vm = root.vm();
    const { held } = await hold(vm, 'intent-lvextend');
    const run = evidenceOf(vm, ['apply', 'extend-lvm', '--yes', ...root.size()]);
    await untilHeld(vm, held);
    vm.cutNetwork('reset');
    await sleep(1500);
    vm.restoreNetwork();
    await release(vm);
    const [step] = (await run).steps;
    expect(step!.outcome).toBe('done');
    const told = step!.applied!.events.filter((e) => e.event === 'intent' || e.event === 'done');
    expect(told.map((e) => `${e.event} ${e.change}`)).toEqual(
      ['backup', 'lvextend', 'growfs'].flatMap((change) => [`intent ${change}`, `done ${change}`]),
    );
    expect(await sizes(vm)).toEqual(root.grown());
  });

  test('without a word, the network just swallows everything: unknown after its keepalives, not for ever', async () => {
    const vm = root.vm();
    const { held } = await hold(vm, 'intent-growfs');
    const run = evidenceOf(vm, ['apply', 'extend-lvm', '--yes', '--patience', '1', ...root.size()]);
    await untilHeld(vm, held);
    vm.cutNetwork('stall');
    await release(vm);
    expect(await run).toMatchObject({ code: 6, steps: [{ outcome: 'unknown' }] });
    await untilDone(vm);
    expect(await sizes(vm)).toEqual(root.grown());
  });
});

describeOnServer('more than one hand on the server', () => {
  const root = growing();

  test('two runs at once: the script refuses the second, the command line follows the first and then finds nothing to do', async () => {
    const vm = root.vm();
    const { held } = await hold(vm, 'intent-lvextend');
    const first = evidenceOf(vm, ['apply', 'extend-lvm', '--yes', ...root.size()]);
    await untilHeld(vm, held);

    const refused = await script(vm, `--yes ${root.option()}`);
    expect(refused.code).toBe(3);
    expect(refused.events.find((e) => e.event === 'refused')).toMatchObject({ code: 'locked' });

    const second = evidenceOf(vm, ['apply', 'extend-lvm', '--yes', ...root.size()]);
    await sleep(8000);
    await release(vm);
    expect((await first).steps[0]).toMatchObject({ outcome: 'done' });
    expect((await second).steps[0]).toMatchObject({ outcome: 'nothing-to-do' });
    expect(await begun(vm)).toBe(1);
  });

  test('a plan is approved and then the host changed by hand: refused, nothing done', async () => {
    const vm = root.vm();
    const runs = await begun(vm);
    const hash = await planHash(vm, 'root', root.size());
    await vm.mustSh('lvcreate -qq -Wn -L 1G -n by-hand ubuntu-vg');
    const run = await evidenceOf(vm, ['apply', 'extend-lvm', '--plan-hash', hash, ...root.size()]);
    expect(run).toMatchObject({ code: 3, steps: [{ outcome: 'refused', refusal: { code: 'drift' } }] });
    expect(run.steps[0]!.refusal!.wayOut).not.toBe('');
    expect(await sizes(vm)).toEqual(root.before());
    expect(await begun(vm)).toBe(runs);
    root.keep();
  });

  test('the host changes between the last look and the first change: the script itself refuses', async () => {
    const vm = root.vm();
    const sequence = (await vm.mustSh('vgs --noheadings -o vg_seqno')).trim();
    await vm.mustSh('lvremove -qq -y ubuntu-vg/by-hand');
    const { code, events } = await script(vm, `--yes ${root.option()} --expect vg_seqno=${sequence}`);
    expect(code).toBe(3);
    expect(events.find((e) => e.event === 'refused')).toMatchObject({ code: 'drift' });
    expect(await sizes(vm)).toEqual(root.before());
    root.keep();
  });

  test('a run that died half way is finished on the approval that it had', async () => {
    const vm = root.vm();
    const hash = await planHash(vm, 'root', root.size());
    const apply = ['apply', 'extend-lvm', '--plan-hash', hash, ...root.size()];
    const { held } = await hold(vm, 'acted-lvextend');
    const first = edgePhase1(vm, apply, 'root');
    await untilHeld(vm, held);
    await vm.sh("pkill -9 -f '[-]-worker'");
    await release(vm);
    expect((await first).code).toBe(5);
    expect((await evidenceOf(vm, apply)).steps[0]).toMatchObject({ outcome: 'done' });
    expect(await sizes(vm)).toEqual(root.grown());
  });
});
