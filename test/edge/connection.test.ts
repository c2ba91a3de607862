import { setTimeout as sleep } from 'node:timers/promises';
import {
  AS_BEFORE,
  copyScript,
  describeOnServer,
  edgePhase1,
  evidenceOf,
  GROWN,
  holdAt,
  journal,
  onServer,
  planHash,
  release,
  script,
  sizes,
  untilDone,
  untilHeld,
} from './server';

describeOnServer('the connection is lost', () => {
  test.each(['backup', 'lvextend', 'growfs'])(
    'during %s: the run says unknown, the next one finds it finished',
    (change) =>
      onServer({}, async (vm) => {
        const hash = await planHash(vm);
        const apply = ['apply', 'extend-lvm', '--plan-hash', hash];
        await holdAt(vm, `intent-${change}`);
        const first = evidenceOf(vm, [...apply, '--patience', '1']);
        await untilHeld(vm);
        vm.cutNetwork('reset');
        expect(await first).toMatchObject({ code: 6, steps: [{ outcome: 'unknown', refusal: { code: 'unknown' } }] });

        await release(vm);
        await untilDone(vm);
        expect(await sizes(vm)).toEqual(GROWN);
        vm.restoreNetwork();
        expect(await evidenceOf(vm, apply)).toMatchObject({ code: 0, steps: [{ outcome: 'nothing-to-do' }] });
        expect((await journal(vm)).filter((entry) => entry.event === 'begin')).toHaveLength(1);
      }),
  );

  test('for a moment: the same run follows on and tells every event once', () =>
    onServer({}, async (vm) => {
      await holdAt(vm, 'intent-lvextend');
      const run = evidenceOf(vm, ['apply', 'extend-lvm', '--yes']);
      await untilHeld(vm);
      vm.cutNetwork('reset');
      await sleep(1500);
      vm.restoreNetwork();
      await release(vm);
      const { code, steps } = await run;
      expect({ code, outcome: steps[0]!.outcome }).toEqual({ code: 0, outcome: 'done' });
      const told = steps[0]!.applied!.events.filter((e) => e.event === 'intent' || e.event === 'done');
      expect(told.map((e) => `${e.event} ${e.change}`)).toEqual(
        ['backup', 'lvextend', 'growfs'].flatMap((change) => [`intent ${change}`, `done ${change}`]),
      );
      expect(await sizes(vm)).toEqual(GROWN);
    }));

  test('without a word, the network just swallows everything: unknown after its keepalives, not for ever', () =>
    onServer({}, async (vm) => {
      await holdAt(vm, 'intent-growfs');
      const run = evidenceOf(vm, ['apply', 'extend-lvm', '--yes', '--patience', '1']);
      await untilHeld(vm);
      vm.cutNetwork('stall');
      await release(vm);
      expect(await run).toMatchObject({ code: 6, steps: [{ outcome: 'unknown' }] });
      await untilDone(vm);
      expect(await sizes(vm)).toEqual(GROWN);
    }));
});

describeOnServer('more than one hand on the server', () => {
  test('two runs at once: the script refuses the second, the command line follows the first and then finds nothing to do', () =>
    onServer({}, async (vm) => {
      await copyScript(vm);
      await holdAt(vm, 'intent-lvextend');
      const first = evidenceOf(vm, ['apply', 'extend-lvm', '--yes']);
      await untilHeld(vm);

      const refused = await script(vm, '--yes');
      expect(refused.code).toBe(3);
      expect(refused.events.find((e) => e.event === 'refused')).toMatchObject({ code: 'locked' });

      const second = evidenceOf(vm, ['apply', 'extend-lvm', '--yes']);
      await sleep(8000);
      await release(vm);
      expect(await first).toMatchObject({ code: 0, steps: [{ outcome: 'done' }] });
      expect(await second).toMatchObject({ code: 0, steps: [{ outcome: 'nothing-to-do' }] });
      expect((await journal(vm)).filter((entry) => entry.event === 'begin')).toHaveLength(1);
    }));

  test('a plan is approved and then the host changed by hand: refused, nothing done', () =>
    onServer({}, async (vm) => {
      const hash = await planHash(vm);
      await vm.mustSh('lvcreate -qq -L 1G -n by-hand ubuntu-vg');
      const run = await evidenceOf(vm, ['apply', 'extend-lvm', '--plan-hash', hash]);
      expect(run).toMatchObject({ code: 3, steps: [{ outcome: 'refused', refusal: { code: 'drift' } }] });
      expect(run.steps[0]!.refusal!.wayOut).not.toBe('');
      expect(await sizes(vm)).toEqual(AS_BEFORE);
      expect(await journal(vm)).toEqual([]);
    }));

  test('the host changes between the last look and the first change: the script itself refuses', () =>
    onServer({}, async (vm) => {
      await copyScript(vm);
      const sequence = (await vm.mustSh('vgs --noheadings -o vg_seqno')).trim();
      await vm.mustSh('lvcreate -qq -L 1G -n by-hand ubuntu-vg');
      const { code, events } = await script(vm, `--yes --expect vg_seqno=${sequence}`);
      expect(code).toBe(3);
      expect(events.find((e) => e.event === 'refused')).toMatchObject({ code: 'drift' });
      expect(await sizes(vm)).toEqual(AS_BEFORE);
    }));

  test('a run that died half way is finished on the approval that it had', () =>
    onServer({}, async (vm) => {
      const hash = await planHash(vm);
      await holdAt(vm, 'acted-lvextend');
      const first = edgePhase1(vm, ['apply', 'extend-lvm', '--plan-hash', hash], 'root');
      await untilHeld(vm);
      await vm.sh('pkill -9 -f -- --worker');
      await release(vm);
      expect((await first).code).toBe(5);
      const second = await evidenceOf(vm, ['apply', 'extend-lvm', '--plan-hash', hash]);
      expect(second).toMatchObject({ code: 0, steps: [{ outcome: 'done' }] });
      expect(await sizes(vm)).toEqual(GROWN);
    }));
});
