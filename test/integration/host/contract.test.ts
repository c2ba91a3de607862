/** What both kinds of host promise, tried on both. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Host, NOT_RUN, OutcomeUnknown, Refusal } from '../../../src/host/host';
import { openHost } from '../../../src/host/open';
import { startServer } from './server';

interface Opened {
  readonly host: Host;
  close(): Promise<void>;
}

async function openLocal(): Promise<Opened> {
  const host = await openHost({ kind: 'local' });
  return { host, close: () => host.close() };
}

async function openSsh(): Promise<Opened> {
  const server = await startServer();
  const host = await openHost(server.target, { privateKey: server.key, knownHosts: server.line });
  return {
    host,
    async close() {
      await host.close();
      await server.close();
    },
  };
}

describe.each([
  ['local', openLocal],
  ['ssh', openSsh],
])('%s', (_, open) => {
  let opened: Opened;
  let host: Host;
  let folder: string;

  beforeAll(async () => {
    opened = await open();
    host = opened.host;
    folder = mkdtempSync(join(tmpdir(), 'host-'));
  });
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a batch gives every read its output, error output and exit code', async () => {
    const results = await host.batch([
      { id: 'root', argv: ['printf', ' /dev/sda2 \\n'] },
      { id: 'fails', argv: ['sh', '-c', 'echo half; echo why >&2; exit 3'] },
      { id: 'uses', argv: ['echo', '-n', { from: 'root' }, "it's"] },
      { id: 'cannot', argv: ['echo', { from: 'fails' }] },
    ]);
    expect(results).toEqual([
      { id: 'root', argv: ['printf', ' /dev/sda2 \\n'], code: 0, stdout: ' /dev/sda2 \n', stderr: '' },
      { id: 'fails', argv: expect.anything(), code: 3, stdout: 'half\n', stderr: 'why\n' },
      { id: 'uses', argv: ['echo', '-n', '/dev/sda2', "it's"], code: 0, stdout: "/dev/sda2 it's", stderr: '' },
      {
        id: 'cannot',
        argv: ['echo', '<fails>'],
        code: NOT_RUN,
        stdout: '',
        stderr: expect.stringContaining('"fails"'),
      },
    ]);
  });

  test('an empty batch is no work', async () => {
    expect(await host.batch([])).toEqual([]);
  });

  test('a batch of megabytes', async () => {
    const zeros = (bytes: number) => ['sh', '-c', `head -c ${bytes} /dev/zero | tr '\\0' x`];
    const [a, b] = await host.batch([
      { id: 'a', argv: zeros(7_000_001) },
      { id: 'b', argv: zeros(3) },
    ]);
    expect([a!.stdout.length, b!.stdout]).toEqual([7_000_001, 'xxx']);
  });

  test.each([
    [
      'the program of a batch',
      () => host.batch([{ id: 'a', argv: ['sh', '-c', 'tr "\\0" " " </proc/$PPID/cmdline'] }]),
    ],
    ['standard input', () => host.run(['sh', '-c', 'cat >/dev/null; cat /proc/*/cmdline'], { stdin: 'hidden-word' })],
  ])('%s stands in no argument', async (_, look) => {
    if (!existsSync('/proc/self/cmdline')) return console.warn('skipped: there is no /proc here');
    const seen = JSON.stringify(await look());
    expect(seen).not.toContain('mark()');
    expect(seen).not.toContain('hidden-word');
  });

  test('run: output, error output, exit code', async () => {
    expect(await host.run(['sh', '-c', 'echo out; echo err >&2; exit 7'])).toEqual({
      code: 7,
      stdout: 'out\n',
      stderr: 'err\n',
    });
  });

  test('run: every argument arrives as it was', async () => {
    const args = ['', ' ', "'", '"', '\\', '\\n', '$HOME', '`id`', 'a\nb', '*', '~', '#', '!x', '-n', 'é', '; exit 1'];
    const { stdout } = await host.run(['sh', '-c', 'for a in "$@"; do printf "%s\\0" "$a"; done', 'sh', ...args]);
    expect(stdout.split('\0').slice(0, -1)).toEqual(args);
  });

  test('run: a missing command is 127, and a killed one 128 and its signal', async () => {
    expect((await host.run(['no-such-command'])).code).toBe(127);
    expect((await host.run(['sh', '-c', 'kill -9 $$'])).code).toBe(137);
  });

  test('run: what is no command is refused', async () => {
    await expect(host.run([])).rejects.toThrow(Refusal);
    await expect(host.run(['-x'])).rejects.toThrow(Refusal);
  });

  test('run: without input a command that reads sees the end', async () => {
    expect((await host.run(['cat'])).stdout).toBe('');
  });

  test('run: input as text and as bytes', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    expect((await host.run(['cat'], { stdin: 'größe\n' })).stdout).toBe('größe\n');
    expect(
      (await host.run(['od', '-An', '-tu1', '-v'], { stdin: bytes })).stdout.trim().split(/\s+/).map(Number),
    ).toEqual([...bytes]);
  });

  test('run: input that the command does not want is no failure', async () => {
    expect((await host.run(['true'], { stdin: 'x'.repeat(3_000_000) })).code).toBe(0);
    expect((await host.run(['no-such-command'], { stdin: 'x'.repeat(3_000_000) })).code).toBe(127);
  });

  test('run: lines as they come, over many chunks', async () => {
    const lines: string[] = [];
    const script = 'i=0; while [ $i -lt 20000 ]; do echo "größe 📏 $i"; i=$((i+1)); done; printf last';
    const { stdout } = await host.run(['sh', '-c', script], { onLine: (line) => lines.push(line) });
    expect(lines).toEqual([...Array.from({ length: 20000 }, (_, i) => `größe 📏 ${i}`), 'last']);
    expect(stdout).toBe(lines.join('\n'));
  });

  test('run: one line of megabytes', async () => {
    const lengths: number[] = [];
    await host.run(['sh', '-c', "head -c 5000000 /dev/zero | tr '\\0' x"], {
      onLine: (line) => lengths.push(line.length),
    });
    expect(lengths).toEqual([5_000_000]);
  });

  test('run: stopping to follow gives the output so far, and does not stop the command', async () => {
    const stop = new AbortController();
    const done = join(folder, 'done');
    const output = await host.run(['sh', '-c', 'echo begun; sleep 0.3; echo more; echo more >&2; : >"$0"', done], {
      signal: stop.signal,
      onLine: () => stop.abort(),
    });
    expect(output).toEqual({ code: null, stdout: 'begun\n', stderr: '' });
    while (!existsSync(done)) await wait(20);
  });

  test('run: silence for too long is an unknown outcome', async () => {
    const done = join(folder, 'silent');
    const script = 'echo begun; while [ ! -e "$0" ]; do sleep 0.05; done';
    await expect(host.run(['sh', '-c', script, done], { silenceSeconds: 0.2 })).rejects.toThrow(OutcomeUnknown);
    await host.run(['touch', done]);
  });

  test('several commands at a time', async () => {
    const outputs = await Promise.all(
      [1, 2, 3, 4].map((i) => host.run(['sh', '-c', 'sleep 0.05; echo "$0"', String(i)])),
    );
    expect(outputs.map(({ stdout }) => stdout)).toEqual(['1\n', '2\n', '3\n', '4\n']);
  });

  test('sbin is in the PATH, and the locale is C', async () => {
    const { stdout } = await host.run(['sh', '-c', 'echo "$PATH $LC_ALL"']);
    expect(stdout).toMatch(/:\/usr\/sbin:.* C\n$/);
  });
});
