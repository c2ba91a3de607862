import { type Evidence, parseEvidence } from '../../src/evidence/evidence';
import { describeOnServer, evidenceOf, onServer } from './server';

const NO_CLUSTER = ['--set', 'kubernetes.cluster=none'];
const checkOf = ({ steps }: Evidence, id: string) => steps.at(-1)!.checks.find((check) => check.id === id);

/** What the step build-test leaves after one build of 45 minutes. */
const BUILD_TEST = JSON.stringify({
  schema: 'edge-phase1/build-test/1',
  runs: [{ scenario: 'cold', seconds: 2700, at: '2026-11-24T10:00:00Z', ok: true }],
});

describeOnServer('validate on a server without a cluster', () => {
  test('needs no right to look, leaves nothing behind, and compares what a change has done', () =>
    onServer({}, async (vm) => {
      const home = 'ls -lA --time-style=full-iso ~twister; ls -A /var/lib/edge-phase1 2>&1 || true';
      const before = await vm.mustSh(home);
      const seen = await evidenceOf(vm, ['verify', 'validate'], 'twister');
      expect(await vm.mustSh(home)).toBe(before);
      expect(seen.code).toBe(1);
      const bytes = await vm.mustSh('df -B1 --output=size / | tail -n 1');
      expect(seen.steps[0]!.before!.facts).toMatchObject({ root: { bytes: Number(bytes) } });
      expect(checkOf(seen, 'disk_size')).toMatchObject({ result: 'fail' });
      for (const id of ['disk_pressure', 'pods']) {
        expect(checkOf(seen, id)).toMatchObject({
          ...{ result: 'unknown', measured: 'not known: neither kubectl nor k3s is installed' },
        });
      }

      await vm.mustSh(`mkdir -p /var/lib/edge-phase1; echo '${BUILD_TEST}' > /var/lib/edge-phase1/build-test.json`);
      const args = ['apply', 'extend-lvm', 'validate', '--yes', '--fail-on', 'never', ...NO_CLUSTER];
      const done = await evidenceOf(vm, args);
      expect(done.steps.map(({ outcome }) => outcome)).toEqual(['done', 'verified']);
      expect(done.scorecard).toMatchObject({ score: 55, possible: 70, total: 100, unknown: 15, success: false });
      const [table] = done.steps[1]!.tables!;
      expect(table!.rows.slice(0, 3)).toEqual([
        ['Disk', expect.stringMatching(/^97\.9 GiB, /), expect.stringMatching(/^147\.1 GiB, /)],
        ['Risk', 'no cluster, as configured', 'no cluster, as configured'],
        ['Builds', expect.stringMatching(/^45 min 0 s /), expect.stringMatching(/^45 min 0 s /)],
      ]);
      const { code: _, ...document } = done;
      expect(parseEvidence(JSON.stringify(document)).scorecard).toEqual(done.scorecard);
    }));
});
