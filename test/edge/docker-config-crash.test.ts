import type { Vm } from '../../lab/vm';
import {
  asOptions,
  dockerScript,
  dockerServer,
  fileText,
  planned,
  RELOADED,
  startBeat,
  sumOf,
  writeFile,
} from './docker';
import { describeOnServer, hold, release, untilHeld } from './server';

/** Ends all that a run has started on the server, while it stands still at a boundary. */
async function killAt(vm: Vm, boundary: string, options: string): Promise<void> {
  const { held } = await hold(vm, boundary);
  const run = dockerScript(vm, `--yes ${options}`);
  await untilHeld(vm, held);
  await vm.sh("pkill -9 -f '[-]-worker'");
  await release(vm);
  expect((await run).code).toBe(5);
}

describeOnServer('docker-config that is cut short', () => {
  let vm: Vm;
  beforeAll(async () => {
    vm = await dockerServer();
    await startBeat(vm, 'always', '--restart unless-stopped');
    await writeFile(vm, '{\n    "debug": false\n}\n');
  });
  afterAll(() => vm?.stop());

  test('killed with -9 at one boundary after the other, one more run ends in the target state', async () => {
    const settings = { ...RELOADED, 'max-concurrent-uploads': 4 };
    const options = asOptions(settings);
    for (const boundary of ['begin', 'done-backup', 'intent-replace']) {
      const sum = await sumOf(vm);
      await killAt(vm, boundary, options);
      expect(await sumOf(vm)).toBe(sum);
    }
    await killAt(vm, 'acted-replace', options);
    expect(await planned(vm, settings)).toEqual(['reload']);
    await killAt(vm, 'intent-reload', options);
    expect((await dockerScript(vm, `--yes ${options}`)).code).toBe(0);
    expect(await planned(vm, settings)).toEqual([]);
  });

  test('the disk is full while the new file is written: nothing is changed', async () => {
    const text = await fileText(vm);
    const large = text.replace('{', `{\n  "labels": ["note=${'x'.repeat(5000)}"],`);
    await vm.mustSh('mount -t tmpfs -o size=8k tmpfs /etc/docker');
    await writeFile(vm, large);
    const { code, events } = await dockerScript(vm, `--yes ${asOptions({ ...RELOADED, 'max-concurrent-uploads': 7 })}`);
    expect(code).toBe(4);
    expect(events.find(({ event }) => event === 'failed')!.message).toContain('No space left on device');
    expect(await fileText(vm)).toBe(large);
    expect(await vm.mustSh('ls -A /etc/docker')).toBe('daemon.json\n');
    await vm.mustSh('umount /etc/docker');
    expect(await fileText(vm)).toBe(text);
  });

  test('power is lost between replace and restart: Docker starts with the new file, and it can be taken back', async () => {
    const text = await fileText(vm);
    const settings = { 'log-opts.max-size': '60m' };
    const { held } = await hold(vm, 'done-replace');
    const run = dockerScript(vm, `--yes ${asOptions(settings)}`);
    await untilHeld(vm, held);
    await vm.powerCut();
    await run;
    await vm.boot();
    expect(await planned(vm, settings)).toEqual([]);
    expect((await dockerScript(vm, '--rollback --yes')).code).toBe(0);
    expect(await fileText(vm)).toBe(text);
    expect(await vm.mustSh("docker ps --format '{{.Names}}'")).toBe('always\n');
  });
});
