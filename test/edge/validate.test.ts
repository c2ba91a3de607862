import { type Evidence, parseEvidence } from '../../src/evidence/evidence';
import type { ValidateFacts } from '../../src/steps/validate/facts';
import { describeOnServer, evidenceOf, onServer } from './server';

const NO_CLUSTER = ['--set', 'kubernetes.cluster=none'];
const checkOf = ({ steps }: Evidence, id: string) => steps.at(-1)!.checks.find((check) => check.id === id);

/** What the step build-test leaves after one build of 45 minutes. */
const BUILD_TEST = JSON.stringify({
  schema: 'edge-phase1/build-test/1',
  runs: [{ scenario: 'cold', seconds: 2700, at: '2026-11-24T10:00:00Z', ok: true }],
});

/** A line as the kubelet in K3s 1.33 writes it. */
const RECLAIMS =
  'I0617 16:18:42.080925 1 eviction_manager.go:381] "Eviction manager: attempting to reclaim" resourceName="ephemeral-storage"';

describeOnServer('validate on a server without a cluster', () => {
  test('needs no right to look, leaves nothing behind, and compares what a change has done', () =>
    onServer({}, async (vm) => {
      const home = 'ls -lA --time-style=full-iso ~twister; ls -A /var/lib/edge-phase1 2>&1 || true';
      const before = await vm.mustSh(home);
      await vm.mustSh(
        `systemd-run --quiet --wait --unit=k3s --description=k3s echo '${RECLAIMS}'
        printf '[Service]\\nExecStart=/usr/local/bin/k3s server\\n' > /etc/systemd/system/k3s.service
        mkdir -p -m 755 /etc/edge-phase1`,
      );
      await vm.mustSh('install -m 0757 /dev/stdin /etc/edge-phase1/backup-check', {
        stdin: '#!/bin/sh\ndate -u +%Y-%m-%dT%H:%M:%SZ\n',
      });
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

      expect(checkOf(seen, 'preflight_backup')).toMatchObject({
        ...{ result: 'unknown', measured: expect.stringContaining("backup-check is not root's alone") },
      });
      // Whoever may not read the journal learns nothing from it.
      const journal = ({ steps }: Evidence) => (steps[0]!.before!.facts as ValidateFacts).kubernetes!.journal;
      expect(journal(seen)).toMatchObject({ unreadable: 'no line of it can be read' });
      await vm.mustSh('chmod 0755 /etc/edge-phase1/backup-check; usermod -aG systemd-journal twister');
      const more = await evidenceOf(vm, ['verify', 'validate'], 'twister');
      expect(journal(more)).toMatchObject({ lines: expect.any(Number), found: 1 });
      expect(checkOf(more, 'preflight_backup')).toMatchObject({ result: 'pass' });

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
