import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kubeletJournal, kubeletJournalRead } from '../../../src/facts/kubelet-journal';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the read prints where journalctl prints these messages, a minute apart from 11:00. */
const read = (...messages: readonly string[]) => readWhere('k3s.service', ...messages);

/** The same on a server with this unit. */
function readWhere(unit: string, ...messages: readonly string[]): string {
  const start = Date.parse('2026-11-24T11:00:00Z');
  const lines = messages.map((MESSAGE, i) => ({
    ...{ __REALTIME_TIMESTAMP: `${(start + i * 60_000) * 1000}`, __MONOTONIC_TIMESTAMP: '1', _BOOT_ID: 'b', MESSAGE },
  }));
  const file = join(folder, 'journalctl');
  writeFileSync(join(folder, 'lines'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  writeFileSync(file, `#!/bin/sh\ncat '${join(folder, 'lines')}'\n`);
  chmodSync(file, 0o755);
  const units = mkdtempSync(join(folder, 'units-'));
  writeFileSync(join(units, unit), '');
  const [program = '', ...args] = kubeletJournalRead(1).argv as readonly string[];
  const since = args.findIndex((arg) => /^-\d+s$/.test(arg));
  return execFileSync(program, [...args.slice(0, since + 1), units], {
    encoding: 'utf8',
    env: { PATH: `${folder}:/usr/bin:/bin` },
  });
}

const factsOf = (stdout: string, code = 0, stderr = '') =>
  kubeletJournal([{ id: 'kube_journal', argv: [], code, stdout, stderr }]);

const QUIET = 'I0617 16:18:42.091580 3814777 image_gc_manager.go:383] "Attempting to delete unused images"';

test('where no unit of a kubelet lies, the journal is not searched', () => {
  expect(factsOf(readWhere('docker.service', QUIET))).toMatchObject({ unreadable: expect.any(String) });
  expect(factsOf(readWhere('kubelet.service', QUIET))).toMatchObject({ lines: 1 });
});

test.each([
  [
    'K3s 1.33',
    'I0617 16:18:42.080925 3814777 eviction_manager.go:381] "Eviction manager: attempting to reclaim" resourceName="ephemeral-storage"',
  ],
  [
    'a kubelet of 2019',
    'W0412 09:28:14.744599   14260 eviction_manager.go:333] eviction manager: attempting to reclaim ephemeral-storage',
  ],
  [
    'inodes',
    'I0617 16:18:42.080925 3814777 eviction_manager.go:381] "Eviction manager: attempting to reclaim" resourceName="inodes"',
  ],
  [
    'the event, with -v=2',
    'I0617 16:18:42.1 1 kubelet_node_status.go:736] "Recording event message for node" node="edge" event="NodeHasDiskPressure"',
  ],
])('a full disk in the words of %s, with when it was told last', (_, message) => {
  expect(factsOf(read(QUIET, message, QUIET))).toEqual({
    ...{ lines: 3, first: '2026-11-24T11:00:00.000Z', found: 1, last: '2026-11-24T11:01:00.000Z' },
  });
});

test.each([
  [
    'memory',
    'I0617 16:18:42.080925 3814777 eviction_manager.go:381] "Eviction manager: attempting to reclaim" resourceName="memory"',
  ],
  [
    'the end of the pressure',
    'I0617 16:18:42.1 1 kubelet_node_status.go:736] "Recording event message for node" node="edge" event="NodeHasNoDiskPressure"',
  ],
  [
    'an event of another node, as a K3s server tells it',
    'I0617 1 event.go:377] "Event occurred" object="other" reason="NodeHasDiskPressure"',
  ],
  ['nothing of it', QUIET],
])('%s is no full disk', (_, message) => {
  expect(factsOf(read(message))).toEqual({ lines: 1, first: '2026-11-24T11:00:00.000Z', found: 0 });
});

test('only numbers and times leave the host', () => {
  expect(read('token=SECRET')).not.toContain('SECRET');
});

test.each([
  ['no lines at all, as without the right to read', read.bind(null), 0, '', /no line of it can be read/],
  ['no journalctl', () => '', 127, 'there is no journalctl\n', /there is no journalctl/],
  ['another form', () => 'torn', 0, '', /torn/],
])('%s: not known, and not quiet', (_, stdout, code, stderr, why) => {
  expect(factsOf(stdout(), code, stderr)).toMatchObject({ unreadable: expect.stringMatching(why) });
});
