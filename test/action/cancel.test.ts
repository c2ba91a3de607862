import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepare } from '../../lab/prepare';
import { startVm, type Vm } from '../../lab/vm';
import type { Evidence } from '../../src/evidence/evidence';
import { describeOnServer, GIB, grantRights, sizes } from '../edge/server';
import { type ActionInputs, annotations, JobFolder, runEntry, type Started, startEntry } from './entry';

/** How a runner cancels a step: signals for its entry process, with the seconds until the next one. */
const LADDER = [
  ['SIGINT', 7.5],
  ['SIGTERM', 2.5],
  ['SIGKILL', 0],
] as const;

/** Goes down the ladder, and returns the signals that it took. */
async function cancel({ child, ended }: Started): Promise<string[]> {
  let over = false;
  ended.then(() => {
    over = true;
  });
  const sent: string[] = [];
  for (const [signal, seconds] of LADDER) {
    sent.push(signal);
    child.kill(signal);
    for (const until = Date.now() + seconds * 1000; !over && Date.now() < until; ) await sleep(50);
    if (over) break;
  }
  return sent;
}

async function until(what: string, seconds: number, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; !(await holds()); await sleep(100))
    if (Date.now() > deadline) throw new Error(`Not within ${seconds} s: ${what}`);
}

/** Waits for a text in the log of a run that has not ended. */
async function says(started: Started, text: string): Promise<void> {
  let over = false;
  started.ended.then(() => {
    over = true;
  });
  await until(`the log has '${text}'`, 600, () => over || started.log().includes(text)).catch(() => {});
  expect(started.log()).toContain(text);
}

const hold = (vm: Vm, boundary: string) =>
  vm.mustSh(`install -d -m 0700 /run/edge-phase1 && echo ${boundary} > /run/edge-phase1/hold-at`);
const release = (vm: Vm) => vm.mustSh('rm /run/edge-phase1/hold-at');
const HELD = 'held at intent-lvextend';

describeOnServer('a job that is cancelled in the middle of a change', () => {
  let vm: Vm;
  let job: JobFolder;
  let server: ActionInputs;
  beforeAll(async () => {
    await prepare('ready');
    vm = await startVm({ name: 'cancel', snapshot: 'ready' });
    await grantRights(vm);
    job = new JobFolder();
    const { user, port, keyFile, knownHosts } = vm.ssh();
    server = {
      host: `ssh://${user}@127.0.0.1:${port}`,
      ssh_private_key: readFileSync(keyFile, 'utf8'),
      ssh_known_hosts: readFileSync(knownHosts, 'utf8'),
    };
  }, 900_000);
  afterAll(async () => {
    job?.remove();
    await vm?.stop();
  });

  /** Plans, and starts to apply up to the moment before the volume is extended. */
  async function applyUntilHeld(size: string): Promise<{ inputs: ActionInputs; started: Started }> {
    job.write('workspace/edge-phase1.yml', `extend_lvm:\n  size: ${size}\n`);
    const planned = await runEntry(job, { ...server, mode: 'plan' });
    expect(planned).toMatchObject({ code: 0 });
    const inputs = { ...server, mode: 'apply', plan_hash: planned.outputs.plan_hash ?? '' };
    await hold(vm, 'intent-lvextend');
    const started = startEntry(job, inputs);
    await says(started, HELD);
    return { inputs, started };
  }

  it('ends in time and says so; the host goes on alone, and the next run finds nothing left to do', async () => {
    const { inputs, started } = await applyUntilHeld('150GiB');
    expect(await cancel(started)).toEqual(['SIGINT']);
    const cancelled = await started.ended;
    expect(cancelled).toMatchObject({ code: 6, signal: null });
    expect(annotations(cancelled.log)).toContainEqual(
      expect.objectContaining({ level: 'warning', text: expect.stringContaining('the host finishes what it began') }),
    );
    const evidence = JSON.parse(readFileSync(cancelled.outputs.evidence_path!, 'utf8')) as Evidence;
    expect(evidence.steps).toMatchObject([{ outcome: 'unknown' }]);
    expect(cancelled.summary).toContain('The host finishes what it began');
    expect((await sizes(vm)).volume).toBe(100 * GIB);

    await release(vm);
    const journal = () => vm.mustSh('cat /var/lib/edge-phase1/journal.jsonl');
    await until('the host has finished', 300, async () => (await journal()).includes('"event":"success"'));
    expect(await sizes(vm)).toEqual({ volume: 150 * GIB, fileSystem: 150 * GIB });
    const again = await runEntry(job, inputs);
    expect(again).toMatchObject({ code: 0, outputs: { changed: 'false', plan_hash: '' } });
    expect(again.log).toContain('nothing to do');
  }, 900_000);

  it('is followed to its end by the next run with the same approval', async () => {
    const { inputs, started } = await applyUntilHeld('160GiB');
    started.child.kill('SIGTERM');
    expect(await started.ended).toMatchObject({ code: 6, signal: null });
    const next = startEntry(job, inputs);
    await says(next, HELD);
    expect(next.log()).toContain('has not ended yet: following it first');
    await release(vm);
    expect(await next.ended).toMatchObject({ code: 0 });
    expect(await sizes(vm)).toEqual({ volume: 160 * GIB, fileSystem: 160 * GIB });
  }, 900_000);
});
