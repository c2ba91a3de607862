import {
  AS_BEFORE,
  describeOnServer,
  edgePhase1,
  evidenceOf,
  GROWN,
  grantRights,
  journal,
  onServer,
  planHash,
  sizes,
} from './server';
import { startWriter } from './writer';

describeOnServer('extend-lvm on a server that is in use', () => {
  test('grows / from 100 to 150 GiB under a writing program, with the generated rights only, and only once', () =>
    onServer({}, async (vm) => {
      await grantRights(vm);
      const writer = await startWriter(vm);
      const hash = await planHash(vm, 'twister');
      expect(await sizes(vm)).toEqual(AS_BEFORE);

      const first = await evidenceOf(vm, ['apply', 'extend-lvm', '--plan-hash', hash], 'twister');
      expect(first).toMatchObject({ code: 0, steps: [{ outcome: 'done' }] });
      expect(first.steps[0]!.checks.map((check) => check.result)).toEqual(['pass', 'pass', 'pass']);
      expect(await sizes(vm)).toEqual(GROWN);

      const backup = (await journal(vm)).find((entry) => entry.event === 'done' && entry.change === 'backup')!;
      const sums = await vm.mustSh(
        `sha256sum '${backup.file}' '${backup.copy}' | cut -d' ' -f1; stat -c %a '${backup.file}'`,
      );
      expect(sums.split('\n').slice(0, 2)).toEqual([backup.sha256, backup.sha256]);
      expect(backup.copy).toMatch(/^\/twisterlab\/ai-storage\//);
      expect(await vm.mustSh(`grep -c "seqno = ${backup.vg_seqno}" '${backup.file}'`)).toBe('1\n');

      const state = 'vgs --noheadings -o vg_seqno; sha256sum /var/lib/edge-phase1/journal.jsonl';
      const before = await vm.mustSh(state);
      const second = await evidenceOf(vm, ['apply', 'extend-lvm', '--plan-hash', hash], 'twister');
      expect(second).toMatchObject({ code: 0, steps: [{ outcome: 'nothing-to-do' }] });
      expect(await vm.mustSh(state)).toBe(before);

      await writer.writes(2);
      expect(await writer.check()).toBe('');
      await vm.shutdown();
      expect(await vm.fsck()).toMatchObject({ clean: true, volumeBytes: GROWN.volume });
    }));

  test('works while the disk is full for everyone but root', () =>
    onServer({}, async (vm) => {
      const fill =
        'fallocate -l $(($(stat -f -c "%a*%S" /) - 32000000)) full; dd if=/dev/zero of=rest bs=64k 2>/dev/null';
      await vm.sh(`cd && ${fill}`, { user: 'twister' });
      expect(await vm.mustSh('df --output=avail / | tail -n 1')).toBe('    0\n');
      // Two thirds of the larger disk are still in use: the check of that fails, as it should.
      const apply = ['apply', 'extend-lvm', '--yes', '--fail-on', 'never'];
      const { code, stdout } = await edgePhase1(vm, apply, 'root');
      expect(stdout).toContain('done and verified');
      expect(code).toBe(0);
      expect(await sizes(vm)).toEqual(GROWN);
    }));

  test('somebody without the rights is told the exact sudoers line, and nothing is changed', () =>
    onServer({}, async (vm) => {
      const { code, stdout, stderr } = await edgePhase1(vm, ['apply', 'extend-lvm', '--yes']);
      expect(code).toBe(3);
      expect(stdout + stderr).toContain('twister ALL=(root) NOPASSWD: /usr/sbin/lvm fullreport');
      expect(await sizes(vm)).toEqual(AS_BEFORE);
      expect(await vm.mustSh('ls -A /var/lib/edge-phase1 /run/edge-phase1 2>/dev/null || true')).toBe('');
    }));
});
