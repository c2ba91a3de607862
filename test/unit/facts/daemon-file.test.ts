import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { daemonFile, daemonFileReads } from '../../../src/facts/daemon-file';
import { firstJsonError } from '../../../src/facts/json-error';
import { DAEMON_FILE } from '../../../src/facts/places';
import type { ReadResult } from '../../../src/host/host';

const folder = mkdtempSync(join(tmpdir(), 'daemon-file-'));

/** The reads as they run on a host, on a file of this machine. */
function read(text: string): readonly ReadResult[] {
  const path = join(folder, 'daemon.json');
  writeFileSync(path, text);
  return daemonFileReads.map(({ id, argv }) => {
    const [command = '', ...args] = argv.map((arg) => (arg === DAEMON_FILE ? path : String(arg)));
    const { status, stdout, stderr } = spawnSync(command, args, {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    return { id, argv: [command, ...args], code: status, stdout, stderr };
  });
}

test('settings are read, and everything that could be a secret is masked before it leaves the host', () => {
  const results = read(`{
  "proxies": { "http-proxy": "http://me:hunter2@proxy:1", "no-proxy" :"a, \\"b\\": c" },
  "labels": ["token=hunter2", "\\"}: hunter2"],
  "log-opts": { "max-size" : "10m", "splunk-token": "hunter2" },
  "max-concurrent-downloads": 3, "debug": false, "mtu": 1400
}`);
  expect(JSON.stringify(results)).not.toMatch(/hunter2|proxy:1/);
  expect(daemonFile(results)).toMatchObject({
    state: 'there',
    settings: {
      proxies: { 'http-proxy': '***', 'no-proxy': '***' },
      labels: ['***', '***'],
      'log-opts': { 'max-size': '10m', 'splunk-token': '***' },
      'max-concurrent-downloads': 3,
      debug: false,
      mtu: 1400,
    },
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('no text but that of known settings leaves the host, whatever the file holds', () => {
  const secret = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `sécret ${text} secret`);
  const file = fc.dictionary(
    fc.constantFrom('proxies', 'labels', 'data-root', 'x\\"y'),
    fc.oneof(secret, fc.array(secret, { maxLength: 2 }), fc.dictionary(fc.constantFrom('a', 'b'), secret)),
    { minKeys: 1 },
  );
  fc.assert(
    fc.property(file, fc.constantFrom(0, 2), (data, indent) => {
      const results = read(JSON.stringify(data, null, indent));
      expect(JSON.stringify(results)).not.toContain('cret');
      expect(daemonFile(results)).toMatchObject({ state: 'there' });
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['a comment', '{\n  // me:hunter2\n  "debug": true\n}', 2, 'there is a comment, and JSON has none'],
  ['a missing quote', '{"http-proxy": "http://me:hunter2@proxy:1,\n "debug": true}', 1, 'it is not JSON there'],
  ['a file that is cut off', '{"debug": true', 1, 'it ends too early'],
  ['a comma too many', '{\n\n"debug": true,}', 3, 'it is not JSON there'],
  ['a value that became a key', '{"http-proxy": "http://me:hunter2@proxy:1": "debug"}', 1, 'it is not JSON there'],
  ['a quote too many', '{"http-proxy": ""http://me:hunter2@proxy:1"}', 1, 'it is not JSON there'],
  ['a list', '["hunter2"]', 1, 'it is not one object in braces'],
])('%s: the line and the reason, and no secret', (_, text, line, problem) => {
  const results = read(text);
  expect(daemonFile(results)).toMatchObject({ state: 'broken', line, problem });
  expect(JSON.stringify(results)).not.toContain('hunter2');
});

test('an empty file is one without settings, as Docker takes it', () => {
  expect(daemonFile(read(' \n'))).toMatchObject({ state: 'there', settings: {} });
});

const failed = (id: string, stderr: string): ReadResult => ({ id, argv: ['stat'], code: 1, stdout: '', stderr });
const statSays = (answer: Partial<ReadResult>) =>
  daemonFile(read('{}').map((result) => (result.id === 'daemon_file_kind' ? { ...result, ...answer } : result)));

test('no file, a link, and a folder that may not be entered are three different things', () => {
  const stat = `stat: cannot statx '${DAEMON_FILE}':`;
  expect(statSays(failed('daemon_file_kind', `${stat} No such file or directory`))).toEqual({ state: 'none' });
  expect(statSays({ stdout: 'symbolic link|777|root:root\n' })).toEqual({ state: 'link' });
  expect(statSays(failed('daemon_file_kind', `${stat} Permission denied`))).toEqual({
    state: 'unreadable',
    why: `${stat} Permission denied`,
  });
});

test('what is JSON is the same as for JavaScript', () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const text = fc.oneof(
    fc.json(),
    fc.json().map((json) => json.replace(/[,:"\]}]/, '')),
    fc
      .array(
        fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-', '0', '.5', 'e3', 'true', 'null', ' ', '\\'),
        { maxLength: 8 },
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (json) => (firstJsonError(json) === undefined) === isJson(json)),
    { numRuns: 1000 },
  );
});
